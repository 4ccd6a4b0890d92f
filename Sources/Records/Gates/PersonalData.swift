import Diagnostics

/// Finds what names a person by number or address: 12-digit national IDs, telephone numbers, e-mail addresses.
///
/// Web addresses are passed over, since they hold long digits of their own; so are figures grouped in threes
/// (123.456.789.012). The text found is never given back.
enum PersonalData {
    enum Sort: Sendable {
        case nationalID, telephone, mail
    }

    static func diagnostics(in file: SourceFile) -> [Diagnostic] {
        find(in: file.bytes).map { found in
            let words =
                switch found.sort {
                case .nationalID: ("số định danh 12 chữ số", "a 12-digit national ID")
                case .telephone: ("số điện thoại", "a telephone number")
                case .mail: ("địa chỉ thư điện tử", "an e-mail address")
                }
            return Diagnostic(.personalData, at: file.span(at: found.offset), words.0, words.1)
        }
    }

    /// Byte offsets of what is found.
    static func find(in bytes: [UInt8]) -> [(sort: Sort, offset: Int)] {
        var found: [(sort: Sort, offset: Int)] = []
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "h"), let end = webAddressEnd(bytes, position) {
                position = end
            } else if byte == UInt8(ascii: "@") {
                if let start = mailStart(bytes, position) { found.append((.mail, start)) }
                position += 1
            } else if byte.isDigit
                || (byte == UInt8(ascii: "+") && position + 1 < bytes.count && bytes[position + 1].isDigit)
            {
                let run = DigitRun(bytes, from: position)
                if let sort = run.sort { found.append((sort, position)) }
                position = run.end
            } else {
                position += 1
            }
        }
        return found
    }

    /// Where the web address that begins here ends; nil when none does.
    static func webAddressEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        let rest = bytes[start...]
        guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else { return nil }
        return rest.firstIndex { $0 <= 0x20 || "\"'<>)]}".utf8.contains($0) } ?? bytes.count
    }

    /// The start of the address around an `@` (RFC 5322's dot-atom, domains with a dot), or nil.
    private static func mailStart(_ bytes: [UInt8], _ at: Int) -> Int? {
        func isAtom(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "._%+-".utf8.contains(byte) }
        var start = at
        while start > 0, isAtom(bytes[start - 1]) { start -= 1 }
        let domain = bytes[(at + 1)...].prefix {
            $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        guard start < at, let dot = domain.firstIndex(of: UInt8(ascii: ".")), dot > domain.startIndex,
            dot + 2 < domain.endIndex
        else { return nil }
        return start
    }
}

/// Digits in groups, parted by single blanks, points or hyphens, or by brackets round the first: `(+84) 912 345 678`,
/// `(024) 3825 1234`, `+84 (0)912 345 678`.
private struct DigitRun {
    private(set) var groups: [Int] = []
    private(set) var digits: [UInt8] = []
    private(set) var separators: Set<UInt8> = []
    private(set) var end: Int

    init(_ bytes: [UInt8], from start: Int) {
        end = start
        if bytes[end] == UInt8(ascii: "+") { end += 1 }
        while end < bytes.count {
            let group = bytes[end...].prefix { $0.isDigit }
            guard !group.isEmpty else { break }
            groups.append(group.count)
            digits += group
            end = group.endIndex
            let gap = bytes[end...].prefix(3).prefix { " .-()".utf8.contains($0) }
            let next = bytes[gap.endIndex...]
            let isCode = digits.elementsEqual("84".utf8) || digits.first == UInt8(ascii: "0") && groups.count == 1
            let hasBracket =
                gap.first == UInt8(ascii: ")")
                ? isCode || digits.elementsEqual("840".utf8) : next.starts(with: "0)".utf8)
            guard gap.count == 1 && " .-".utf8.contains(gap[gap.startIndex]) || hasBracket,
                next.first?.isDigit ?? false
            else { break }
            separators.formUnion(gap)
            end = gap.endIndex
        }
    }

    var sort: PersonalData.Sort? {
        if groups.contains(12) { return .nationalID }
        if isGroupedInThrees { return nil }
        if digits.count == 12, digits.first == UInt8(ascii: "0"), groups.count <= 4 { return .nationalID }
        return isTelephone ? .telephone : nil
    }

    private var isGroupedInThrees: Bool {
        separators == [UInt8(ascii: ".")] && groups.count > 1 && groups.dropFirst().allSatisfy { $0 == 3 }
            && groups[0] <= 3 && digits.first != UInt8(ascii: "0")
    }

    /// Mobile numbers have ten digits from 03, 05, 07, 08, 09, those of the land lines eleven from 02; 84 may stand for 0.
    private var isTelephone: Bool {
        var national = digits
        var shape = groups
        // As one dials it from abroad.
        if national.starts(with: "0084".utf8), shape[0] > 1 {
            national.removeFirst(2)
            shape[0] -= 2
            if shape[0] == 0 { shape.removeFirst() }
        }
        if national.starts(with: "84".utf8), national.count >= 11 {
            national = [UInt8(ascii: "0")] + national.dropFirst(2)
            if shape[0] == 2 { shape.removeFirst() } else { shape[0] -= 1 }
            // The 0 that 84 stands for is written all the same: +84 (0)912 345 678.
            if national.starts(with: "00".utf8), shape.count > 1, shape[0] == 1 {
                national.removeFirst()
                shape.removeFirst()
            }
            if shape.count > 1 || shape == [9] { shape[0] = national.count - shape.dropFirst().reduce(0, +) }
        }
        guard national.count >= 10, national[0] == UInt8(ascii: "0") else { return false }
        let isMobile = national.count == 10 && "35789".utf8.contains(national[1])
        let isLandLine = national.count == 11 && national[1] == UInt8(ascii: "2")
        guard isMobile || isLandLine else { return false }
        // Years and days side by side make ten digits too (05 2024 2025).
        return shape.count == 1 || (shape[0] >= 3 && shape.count <= 5)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLetterOrDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
