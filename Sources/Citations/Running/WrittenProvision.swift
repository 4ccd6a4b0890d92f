/// Provisions as an editor writes them in a field: “Điều 5 khoản 2”, “khoản 2 Điều 5”, “Điều 5 và Điều 7”, “II.1”.
public struct WrittenProvision: Sendable, Equatable {
    /// The provisions named; none when the text names none, or says more than is understood: what is noted of half of
    /// “từ Điều 5 đến Điều 9, trừ Điều 7” would be wrong.
    public var provisions: [ProvisionReference]
    /// The words that are not understood; empty where all of them are.
    public var unread: String
    /// Whether it speaks of something inside the provisions alone: “cụm từ “văn thư” tại Điều 5”.
    public var isOfPart: Bool

    public init(_ text: String) {
        var read = Self.read(text)
        // Party texts number “II.1”: a section that needs no word.
        if read.provisions.isEmpty {
            let section = Self.read("Mục " + text)
            if !section.provisions.isEmpty { read = section }
        }
        provisions = read.provisions
        unread = read.unread
        isOfPart = read.isOfPart
        if provisions.isEmpty, unread.isEmpty { unread = text }
        if !unread.isEmpty { provisions = [] }
    }

    private typealias Reading = (provisions: [ProvisionReference], unread: String, isOfPart: Bool)

    private static func read(_ text: String) -> Reading {
        Array(text.utf8).withUnsafeBufferPointer { buffer in
            PlainText.with(buffer) { text, _ in read(text) } ?? ([], "", false)
        }
    }

    private static func read(_ text: TextBytes) -> Reading {
        let phrases = ProvisionPhrase.phrases(in: text)
        var reading: Reading = ([], "", false)
        var index = 0
        for phrase in phrases {
            note(text, index..<phrase.range.lowerBound, index == 0 ? .before : .between, &reading)
            if let backward = phrase.references.first(where: \.isBackward), reading.unread.isEmpty {
                reading.unread = backward.words
            }
            reading.provisions += phrase.references
            index = phrase.range.upperBound
        }
        if !phrases.isEmpty { note(text, index..<text.count, .behind, &reading) }
        return reading
    }

    /// Where words stand that name no provision.
    private enum Place { case before, between, behind }

    /// Looks at what stands before, between and behind the provisions.
    private static func note(_ text: TextBytes, _ range: Range<Int>, _ place: Place, _ reading: inout Reading) {
        let written = text.string(range)
        let words = written.split { $0.isWhitespace || ",;.:()".contains($0) }.map { $0.lowercased() }
        guard reading.unread.isEmpty, let first = words.first, words.contains(where: { !joining.contains($0) }) else {
            return
        }
        switch place {
        case .before where inside.contains { words.joined(separator: " ").contains($0) }:
            // Behind the first provision such words would be of some provisions and not of others.
            reading.isOfPart = true
        case .behind where possessive.contains(first) || documents.contains(first) && isTied(written):
            // Whose provisions they are.
            break
        default: reading.unread = written.trimmed(of: " ,;.:")
        }
    }

    /// Whether words follow a provision without a mark between: “Điều 5 Nghị định …”, unlike “Điều 5, Quy chế …”.
    private static func isTied(_ words: String) -> Bool {
        !(words.first { $0 != " " }.map { ",;".contains($0) } ?? false)
    }

    private static let joining: Set<String> = ["và", "hoặc", "các", "của", "tại", "thuộc", "trong", "ở", "những"]
    private static let possessive: Set<String> = ["của", "tại", "thuộc", "trong", "ở"]
    /// First syllables of the names of types: “Điều 5 Nghị định số …”.
    private static let documents: Set<String> = [
        "bộ", "chỉ", "hiến", "hướng", "kết", "lệnh", "luật", "nghị", "pháp", "quy", "quyết", "sắc", "thông",
        "văn",
    ]
    /// What is less than a provision.
    private static let inside = [
        "cụm từ", "từ “", "từ \"", "tên", "đoạn", "câu", "dòng", "tiêu đề", "một phần", "nội dung",
    ]
}

extension String {
    fileprivate func trimmed(of signs: String) -> String {
        var text = Substring(self)
        while let first = text.first, signs.contains(first) { text.removeFirst() }
        while let last = text.last, signs.contains(last) { text.removeLast() }
        return String(text)
    }
}
