import Encodings
import Storage
import VietnameseText

/// Abbreviations that texts define for themselves, “bảo hiểm xã hội (sau đây gọi tắt là BHXH)”, and the initials of names, which
/// nobody needs to define: BLTTHS, TNDN.
///
/// A short form is capitals whose letters begin the words before it: in brackets of its own right behind them, or behind
/// “gọi tắt là”, “viết tắt là” or “gọi là” anywhere in the same sentence. Other names, as “sau đây gọi là cơ sở”, are words
/// of their text and found as they are.
struct Abbreviations: Sendable, Equatable {
    /// Letters of a short form.
    static let lengths = 2...10

    /// How many records define a long form: by the short form, folded, and the long one, in lower case.
    private(set) var counts: [String: [String: Int]] = [:]

    /// Whether a folded token can be a short form that a query means: Latin letters that make no Vietnamese syllable.
    static func isShort(_ folded: String) -> Bool {
        let letters = Array(folded.utf8)
        guard lengths.contains(letters.count), letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
        return !isSyllable(folded)
    }

    /// Whether Latin letters have the shape of a Vietnamese syllable.
    static func isSyllable(_ folded: String) -> Bool {
        let letters = Array(folded.utf8)
        let start = letters.prefix { consonants.contains($0) }.count
        let end = letters[start...].prefix { vowels.contains($0) }.count + start
        return end > start && endings.contains(String(decoding: letters[end...], as: UTF8.self))
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
        for long in Self.names(of: document) {
            // A name says it more surely than a sentence.
            counts[Self.initials(of: long), default: [:]][long.map(\.exact).joined(separator: " "), default: 0] +=
                Self.nameWeight
        }
        for (short, longs) in found where Self.isShort(short) {
            for long in longs { counts[short, default: [:]][long, default: 0] += 1 }
        }
    }

    /// How many sentences that define a short form a name counts for.
    private static let nameWeight = 3
    /// Syllables of a title whose ends are names, too.
    private static let shortTitle = 10
    private static let opening: Set = ["ve", "quy", "huong", "sua", "ban"]

    private static func initials(of name: [Syllable]) -> String {
        name.map { String($0.folded.prefix(1)) }.joined()
    }

    /// What is said by its initials: the title with its type and without, the beginnings and ends of a short title, the issuers
    /// and topics. Names of other than letters have no initials.
    private static func names(of document: SearchDocument) -> Set<[Syllable]> {
        var names: Set<[Syllable]> = []
        func add(_ name: some Collection<Syllable>) {
            guard lengths.contains(name.count), name.count > 2,
                name.allSatisfy({ $0.folded.utf8.first.map { (0x61...0x7A).contains($0) } ?? false })
            else { return }
            names.insert(name.map { Syllable(range: 0..<0, folded: $0.folded, exact: $0.exact) })
        }
        let type = Syllable.all(in: document.typeName)
        var title = Syllable.all(in: document.title)
        if title.map(\.folded).starts(with: type.map(\.folded)) { title.removeFirst(type.count) }
        if let first = title.first, !opening.contains(first.folded), title.count <= shortTitle {
            add(title)
            add(type + title)
            for count in 3...max(3, title.count) where count < title.count {
                add(title.prefix(count))
                add(title.suffix(count))
            }
        }
        for name in document.issuerNames + document.topics { add(Syllable.all(in: name)) }
        return names
    }

    /// Takes back what was counted of some documents.
    mutating func subtract(_ other: Abbreviations) {
        for (short, longs) in other.counts {
            for (long, count) in longs {
                let left = (counts[short]?[long] ?? 0) - count
                counts[short]?[long] = left > 0 ? left : nil
            }
            if counts[short]?.isEmpty == true { counts[short] = nil }
        }
    }

    /// All counts, to be kept: the index holds but the commonest. The same counts are the same bytes.
    var encoded: [UInt8] {
        var writer = ByteWriter(reserving: counts.count * 64)
        writer.list(counts.sorted { $0.key < $1.key }) {
            $0.text($1.key)
            $0.list($1.value.sorted { $0.key < $1.key }) {
                $0.text($1.key)
                $0.number($1.value)
            }
        }
        return writer.bytes
    }

    init() {}

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes[...])
        let shorts = try reader.list { reader in
            (try reader.text(), try reader.list { (try $0.text(), try $0.number(Int.self)) })
        }
        counts = Dictionary(
            shorts.map { ($0, Dictionary($1, uniquingKeysWith: { first, _ in first })) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func merge(_ other: Abbreviations) {
        for (short, longs) in other.counts { counts[short, default: [:]].merge(longs, uniquingKeysWith: +) }
    }

    /// The short forms that most records define or are named by, each with its commonest long forms: the shards, objects from
    /// short forms to lists.
    ///
    /// - Parameter spellings: What the vocabulary has synonyms for, and names of types: an editor's word takes the place of
    ///   what texts say.
    func shards(_ parameters: SearchParameters, without spellings: [String]) -> [Shard] {
        let known = Set(spellings.map { Syllable.all(in: $0).map(\.folded).joined(separator: " ") })
        var entries = counts.filter { !known.contains($0.key) }.map { short, longs in
            (short: short, records: longs.values.reduce(0, +), longs: longs)
        }
        entries.sort { $0.records != $1.records ? $0.records > $1.records : $0.short < $1.short }
        var lists: [String: [UInt8]] = [:]
        for entry in entries.prefix(parameters.abbreviations) {
            let longs = entry.longs.sorted {
                $0.value != $1.value ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
            }
            var json = JSONBytes(reserving: 80)
            json.list(longs.prefix(parameters.longForms)) { $0.string($1.key) }
            lists[entry.short] = json.bytes
        }
        return HashedShards("abbreviations", lists, shardBytes: parameters.hashedShardBytes).shards
    }
}
