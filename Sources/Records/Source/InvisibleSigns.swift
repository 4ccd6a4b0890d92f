/// Takes out what nobody sees in a text and copying brings along (soft hyphens, blanks of no width, direction marks), and
/// turns the bullets of the fonts Symbol and Wingdings into lists.
///
/// ```
/// 30/2020/NĐ<U+00AD>-CP    30/2020/NĐ-CP
/// <U+F0B7> Nội dung một    - Nội dung một
/// ```
struct InvisibleSigns {
    /// The text without them.
    private(set) var bytes: [UInt8] = []
    private(set) var removed = Count()
    private(set) var bullets = Count()
    /// Signs of private fonts that stand for something nobody knows; they stay.
    private(set) var unknown = Count()
    private(set) var unknownScalar: UInt32 = 0

    struct Count {
        var count = 0
        /// Offset of the first one in the text as it is read.
        var first = 0

        fileprivate mutating func add(at offset: Int) {
            if count == 0 { first = offset }
            count += 1
        }
    }

    /// Whether a sequence that begins with these bytes may be such a sign: a quick test for the scan of every byte.
    @inline(__always)
    static func isSuspect(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xC2: second == 0xAD || second == 0x85
        case 0xE2: second == 0x80 || second == 0x81
        case 0xEF, 0xEE, 0xCD: true
        case 0xD8: second == 0x9C
        case 0xE1: second == 0xA0
        default: false
        }
    }

    /// Nil when a text, in valid UTF-8, holds none.
    /// - Parameter path: where it stands: bullets make lists only in Markdown.
    init?(in raw: [UInt8], path: String) {
        guard Self.hasAny(raw) else { return nil }
        let body = path.hasSuffix(".md") ? Self.bodyStart(raw) : raw.count
        // In TCVN3 the soft hyphen is the letter ư: a garbled text must stay as it is until it is converted.
        let keepsSoftHyphens = raw.containsSoftHyphen && TextHygiene.isTCVN3(raw)
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            let length = Self.length(raw[index])
            guard raw[index] >= 0xC2, let sign = Self.sign(raw, index) else {
                bytes.append(contentsOf: raw[index..<min(index + length, raw.count)])
                index += length
                continue
            }
            switch sign {
            case .invisible(let scalar) where scalar == 0xAD && keepsSoftHyphens:
                bytes.append(contentsOf: raw[index..<(index + length)])
            case .invisible: removed.add(at: bytes.count)
            case .separator:
                removed.add(at: bytes.count)
                bytes.append(0x20)
            case .private(let scalar):
                takePrivate(scalar, raw, at: index, length: length, isMarkdown: index >= body)
            }
            index += length
        }
    }

    private mutating func takePrivate(_ scalar: UInt32, _ raw: [UInt8], at index: Int, length: Int, isMarkdown: Bool) {
        let next = index + length < raw.count ? raw[index + length] : 0x0A
        let isBlankNext = next == 0x20 || next == 0x09 || next == 0xC2
        let isKnown = Self.knownBullets.contains(scalar)
        if isMarkdown, beginsLine, isKnown || isBlankNext && (0xF000...0xF0FF).contains(scalar) {
            bullets.add(at: bytes.count)
            bytes.append(UInt8(ascii: "-"))
            if next != 0x20, next != 0x09 { bytes.append(0x20) }
        } else if isKnown {
            bullets.add(at: bytes.count)
            // In running text a bullet still parts what stands about it; in a field or a cell it says nothing.
            if isMarkdown { bytes.append(contentsOf: "•".utf8) }
        } else {
            if unknown.count == 0 { unknownScalar = scalar }
            unknown.add(at: bytes.count)
            bytes.append(contentsOf: raw[index..<(index + length)])
        }
    }

    /// Whether only blanks and the signs of quotations stand before, on the line being written.
    private var beginsLine: Bool {
        for byte in bytes.reversed() {
            if byte == 0x0A || byte == 0x0D { return true }
            guard byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") else { return false }
        }
        return true
    }

    /// Bullets that Word draws with Symbol and Wingdings: • ▪ ➢ ✓ ❖ ■ □ and dashes.
    private static let knownBullets: Set<UInt32> = [
        0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF06E, 0xF0A8, 0xF071, 0xF06C, 0xF09F, 0xF02D, 0xF0E0, 0xF0E8,
    ]

    private enum Sign {
        case invisible(UInt32)
        /// Ends a line for some programs and none here.
        case separator
        case `private`(UInt32)
    }

    private static func sign(_ bytes: [UInt8], _ index: Int) -> Sign? {
        guard index + 1 < bytes.count, isSuspect(bytes[index], bytes[index + 1]) else { return nil }
        let length = length(bytes[index])
        guard index + length <= bytes.count else { return nil }
        var scalar = UInt32(bytes[index]) & (length == 2 ? 0x1F : 0x0F)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        switch scalar {
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
            return .invisible(scalar)
        case 0x85, 0x2028, 0x2029: return .separator
        case 0xE000...0xF8FF: return .private(scalar)
        default: return nil
        }
    }

    private static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private static func hasAny(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] >= 0xC2 && sign(bytes, $0) != nil }
    }

    /// Where the Markdown of a record begins: after the second line `---`.
    private static func bodyStart(_ bytes: [UInt8]) -> Int {
        var fences = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            if bytes[start..<end].starts(with: "---".utf8) { fences += 1 }
            start = end + 1
            if fences == 2 { return min(start, bytes.count) }
        }
        return fences == 0 ? 0 : bytes.count
    }
}

extension [UInt8] {
    fileprivate var containsSoftHyphen: Bool {
        indices.dropLast().contains { self[$0] == 0xC2 && self[$0 + 1] == 0xAD }
    }
}
