import VietnameseText

/// Abbreviations that texts define for themselves: “bảo hiểm xã hội (sau đây gọi tắt là BHXH)”.
///
/// A short form is capitals whose letters begin the words before it: in brackets of its own right behind them, or behind
/// “gọi tắt là”, “viết tắt là” or “gọi là” anywhere in the same sentence. Other names, as “sau đây gọi là cơ sở”, are words
/// of their text and found as they are.
struct Abbreviations: Sendable {
    /// Letters of a short form.
    static let lengths = 2...10

    /// How many records define a long form: by the short form, folded, and the long one, in lower case.
    private(set) var counts: [String: [String: Int]] = [:]

    /// Whether a folded token can be a short form that a query means: Latin letters that make no Vietnamese syllable.
    static func isShort(_ folded: String) -> Bool {
        let letters = Array(folded.utf8)
        guard lengths.contains(letters.count), letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
        let start = letters.prefix { consonants.contains($0) }.count
        let end = letters[start...].prefix { vowels.contains($0) }.count + start
        return end == start || !endings.contains(String(decoding: letters[end...], as: UTF8.self))
    }

    private static let consonants = Set("bcdghklmnpqrstvx".utf8)
    private static let vowels = Set("aeiouy".utf8)
    private static let endings: Set = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]

    mutating func add(_ document: SearchDocument) {
        var found: [String: Set<String>] = [:]
        for section in document.sections {
            section.text.withUnsafeBufferPointer { text in
                AbbreviationScanner(text).read { short, long in found[short, default: []].insert(long) }
            }
        }
        for (short, longs) in found {
            for long in longs { counts[short, default: [:]][long, default: 0] += 1 }
        }
    }

    mutating func merge(_ other: Abbreviations) {
        for (short, longs) in other.counts { counts[short, default: [:]].merge(longs, uniquingKeysWith: +) }
    }

    /// The short forms that most records define, each with its commonest long forms.
    ///
    /// - Parameter spellings: What the vocabulary has synonyms for, and names of types: an editor's word takes the place of
    ///   what texts say.
    func shard(_ parameters: SearchParameters, without spellings: [String]) -> Shard {
        let known = Set(spellings.map { Syllable.all(in: $0).map(\.folded).joined(separator: " ") })
        var entries = counts.filter { Self.isShort($0.key) && !known.contains($0.key) }.map { short, longs in
            (short: short, records: longs.values.reduce(0, +), longs: longs)
        }
        entries.sort { $0.records != $1.records ? $0.records > $1.records : $0.short < $1.short }
        entries = entries.prefix(parameters.abbreviations).sorted { $0.short < $1.short }
        var json = JSONBytes(reserving: entries.count * 40 + 2)
        json.raw("{")
        for (place, entry) in entries.enumerated() {
            if place > 0 { json.raw(",") }
            json.string(entry.short)
            json.raw(":")
            let longs = entry.longs.sorted {
                $0.value != $1.value ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
            }
            json.list(longs.prefix(parameters.longForms)) { $0.string($1.key) }
        }
        json.raw("}")
        return Shard(name: "abbreviations", json: json.bytes)
    }
}
