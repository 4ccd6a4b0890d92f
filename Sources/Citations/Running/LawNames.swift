import VietnameseText

/// The laws that are cited by name alone: “Luật Đất đai”, “Bộ luật Hình sự”. Case does not matter, marks do.
public struct LawNames: Sendable, Equatable {
    /// Hashes of whole names to those who bear them, and of all their beginnings.
    private var bearers: [UInt64: [Int]] = [:]
    private var beginnings: Set<UInt64> = []

    public init() {}

    public var isEmpty: Bool { bearers.isEmpty }

    /// What the names are matched by: hashes of whole names with the places of those who bear them, and of their beginnings.
    public var hashes: (names: [UInt64: [Int]], beginnings: Set<UInt64>) { (bearers, beginnings) }

    /// The names with these hashes.
    public init(names: [UInt64: [Int]], beginnings: Set<UInt64>) {
        bearers = names
        self.beginnings = beginnings
    }

    /// Whether the same names are found in every text; their bearers may be others.
    public func hasSameNames(as other: LawNames) -> Bool {
        beginnings == other.beginnings && bearers.keys == other.bearers.keys
    }

    /// Adds a name under the place of its bearer in a list of the caller's.
    public mutating func add(_ name: String, bearer: Int) {
        var hash = Self.start
        let syllables = Syllable.all(in: name)
        guard syllables.count >= 2 else { return }
        for syllable in syllables {
            var exact = syllable.exact
            hash = exact.withUTF8 { Self.extended(hash, $0) }
            beginnings.insert(hash)
        }
        bearers[hash, default: []].append(bearer)
    }

    struct Match {
        var bearers: [Int]
        var end: Int
        var year: Int?
    }

    /// The longest name that begins at an index and that the text does not go on with.
    func match(_ text: TextBytes, at start: Int) -> Match? {
        let slice = UnsafeBufferPointer(start: text.base + start, count: min(text.count - start, Self.longest))
        var scanner = SyllableScanner(slice)
        var hash = Self.start
        var end = 0
        var found: Match?
        while scanner.next() {
            guard Self.isOneName(slice, from: end, to: scanner.start) else { break }
            hash = Self.extended(hash, scanner.exact)
            guard beginnings.contains(hash) else { break }
            end = scanner.end
            if let bearers = bearers[hash] { found = Match(bearers: bearers, end: start + end, year: nil) }
        }
        guard var match = found else { return nil }
        guard let year = Self.ending(text, match.end) else { return nil }
        match.year = year == 0 ? nil : year
        return match
    }

    private static let longest = 240
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    /// FNV-1a over a syllable's exact key and a blank.
    private static func extended(_ hash: UInt64, _ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = hash
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return (hash ^ 0x20) &* 0x100_0000_01b3
    }

    /// Blanks and commas part the words of a name.
    private static func isOneName(_ slice: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> Bool {
        guard to - from <= 3 else { return false }
        for index in from..<to where slice[index] != 0x20 && slice[index] != UInt8(ascii: ",") && slice[index] != 0x0A {
            return false
        }
        return true
    }

    /// The year that stands behind a name, 0 for none; nil when the text goes on with words that may belong to a longer
    /// name, such as “công” behind “Luật Đầu tư”.
    private static func ending(_ text: TextBytes, _ end: Int) -> Int? {
        let next = text.skipBlanks(end)
        if next == end { return text.letter(end) == nil && !text.isDigit(end) ? 0 : nil }
        if let year = text.integer(next), year.end - next == 4, (1945...2100).contains(year.value) { return year.value }
        if let (date, _) = CitedDate.read(text, at: end) { return date.year }
        // “Luật … (2025)”
        if text.at(next) == UInt8(ascii: "("), let year = text.integer(next + 1), year.end - next == 5,
            text.at(year.end) == UInt8(ascii: ")"), (1945...2100).contains(year.value)
        {
            return year.value
        }
        guard let letter = text.letter(next) else { return 0 }
        if letter.isCapital { return nil }
        return continuations.contains { word in
            text.has(word, at: next) && text.letter(next + word.count) == nil
        } ? 0 : nil
    }

    /// Words that go on with the sentence, not with the name.
    private static let continuations = [
        "và", "của", "có", "được", "quy", "này", "thì", "là", "hoặc", "khi", "theo", "đã", "không", "phải", "do", "để",
        "với", "tại", "trong", "bị", "từ", "hiện", "đến", "trước", "sau", "hay", "mà", "nếu", "thuộc", "số", "năm",
        "ngày", "như", "còn", "nhưng", "cũng", "chưa", "đang", "sẽ",
    ].map { Array($0.utf8) }
}
