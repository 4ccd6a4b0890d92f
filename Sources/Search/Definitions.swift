import Encodings
import FoundationEssentials
import VietnameseText

/// What texts define: “Trong Luật này, các từ ngữ dưới đây được hiểu như sau: 1. Cổ đông là …”. A query “cổ đông là gì” is
/// answered with the provision that defines it.
struct Definitions: Sendable, Equatable {
    /// A record and the anchor of the provision.
    struct Answer: Sendable, Equatable {
        var record: Int
        var anchor: String
    }

    /// By the term's folded syllables, parted by blanks.
    private(set) var answers: [String: [Answer]] = [:]

    /// Syllables of the longest term.
    private static let longest = 14
    /// Bytes of a section's text among which the words that open a list of definitions stand.
    private static let reach = 400
    private static let heading = "giai thich tu ngu"
    private static let openings = ["hiểu như sau", "hiểu thống nhất", "từ ngữ dưới đây", "từ ngữ sau đây"]
    /// What parts a term from its meaning, the surest first.
    private static let verbs = [" được hiểu là ", " là ", " bao gồm ", " gồm "]

    mutating func add(_ document: SearchDocument, _ record: Int) {
        let defining = document.sections.filter { Self.defines($0.heading, $0.text) }
        guard !defining.isEmpty else { return }
        let anchors = Set(ProvisionCode.anchors(in: document.provisions))
        for section in defining {
            let text = String(decoding: section.text, as: UTF8.self)
            for line in text.split(separator: "\n") {
                guard let (label, term) = Self.term(of: line) else { continue }
                let own = label.isEmpty ? section.anchor : section.anchor + label
                let anchor = anchors.contains(own) ? own : section.anchor
                guard answers[term]?.last?.record != record else { continue }
                answers[term, default: []].append(Answer(record: record, anchor: anchor))
            }
        }
    }

    /// Takes the numbers that records have now; those of none are left out.
    mutating func renumber(_ numbers: Renumbering) {
        answers = answers.compactMapValues { answers in
            let left = answers.filter { numbers[$0.record] >= 0 }.map {
                Answer(record: numbers[$0.record], anchor: $0.anchor)
            }
            return left.isEmpty ? nil : left
        }
    }

    /// Takes what one record defined and defines now; both by its number of now.
    mutating func replace(_ old: Definitions, by new: Definitions) {
        for (term, gone) in old.answers {
            answers[term]?.removeAll { gone.contains($0) }
            if answers[term]?.isEmpty == true { answers[term] = nil }
        }
        for (term, came) in new.answers {
            answers[term, default: []] += came
            answers[term]?.sort { $0.record < $1.record }
        }
    }

    init() {}

    /// What the shards of a published index say.
    init(shards: [[UInt8]]) throws {
        for json in shards {
            let shard = try JSONDecoder().decode([String: [Answer]].self, from: Data(json))
            answers.merge(shard) { first, _ in first }
        }
    }

    mutating func merge(_ other: Definitions) { answers.merge(other.answers) { $0 + $1 } }

    /// What a query looks up: the shards, each an object from terms to lists of record and anchor.
    func shards(_ parameters: SearchParameters) -> [Shard] {
        let entries = answers.mapValues { answers in
            var json = JSONBytes(reserving: answers.count * 24)
            json.list(answers) { json, answer in
                json.raw("[")
                json.number(answer.record)
                json.raw(",")
                json.string(answer.anchor)
                json.raw("]")
            }
            return json.bytes
        }
        return HashedShards("definitions", entries, shardBytes: parameters.hashedShardBytes).shards
    }

    private static func defines(_ heading: String, _ text: [UInt8]) -> Bool {
        if hasHint(heading), Folding.fold(heading).contains(Self.heading) { return true }
        // Only lists begin with a sentence that ends in a colon.
        guard let end = text.prefix(reach).firstIndex(of: 0x0A), end > 0, text[end - 1] == UInt8(ascii: ":") else {
            return false
        }
        let opening = String(decoding: text[..<end], as: UTF8.self)
        return openings.contains { opening.contains($0) }
    }

    /// Whether `ch t` stands in a heading, as it does in “Giải thích từ ngữ” in any letters and spelling of the rest.
    private static func hasHint(_ heading: String) -> Bool {
        var last: UInt32 = 0
        for byte in heading.utf8 {
            last = last << 8 | UInt32(byte | 0x20)
            if last == 0x6368_2074 { return true }
        }
        return false
    }

    /// The end of the anchor that a line's number makes, and the term that it defines: `-khoan-3` and “cổ đông” of
    /// “3. Cổ đông là …”.
    private static func term(of line: Substring) -> (label: String, term: String)? {
        var rest = line
        var label = ""
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            rest = line.dropFirst(digits.count)
            guard let sign = rest.first, sign == "." || sign == ")" else { return nil }
            rest = rest.dropFirst()
            label = "-khoan-\(digits)"
        }
        guard let verb = verbs.compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
        else { return nil }
        var term = rest[..<verb.lowerBound]
        if let bracket = term.firstIndex(of: "(") { term = term[..<bracket] }
        guard !term.contains(where: { ":;.".contains($0) }) else { return nil }
        let words = Syllable.all(in: String(term)).map(\.folded)
        guard !words.isEmpty, words.count <= longest else { return nil }
        return (label, words.joined(separator: " "))
    }
}
