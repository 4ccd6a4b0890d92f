import Citations
import Records

/// Documents that the collection mentions and lacks, whether in a relation or in running text, the most mentioned first.
public struct WantedRegister: Sendable {
    public struct Entry: Sendable, Hashable {
        /// As the grammar prints it: `30/2020/NĐ-CP`.
        public var number: String
        /// As relations write it; the number itself when none names it.
        public var written: String
        /// What relations say of its type; nil when none does.
        public var type: String?
        /// Records whose relations name it, by id in byte order.
        public var relations: [RecordID]
        /// Where texts cite it.
        public var citations: [CitedAt]

        public var count: Int { relations.count + citations.count }
    }

    public let entries: [Entry]

    public init(_ catalogue: Catalogue, _ citations: CitationGraph) {
        var entries: [String: Entry] = [:]
        func entry(_ number: String, _ change: (inout Entry) -> Void) {
            if let known = entries.index(forKey: number) { return change(&entries.values[known]) }
            var entry = Entry(number: number, written: number, type: nil, relations: [], citations: [])
            change(&entry)
            entries[number] = entry
        }
        for wanted in catalogue.wanted {
            entry(catalogue.grammar.parse(wanted.number)?.canonical ?? wanted.number) {
                $0.written = wanted.number
                $0.type = $0.type ?? wanted.type
                $0.relations = Set($0.relations + wanted.wantedBy).sorted()
            }
        }
        for (number, places) in citations.wanted { entry(number) { $0.citations = places } }
        self.entries = entries.values.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.number.utf8.lexicographicallyPrecedes($1.number.utf8)
        }
    }
}

extension Catalogue {
    /// Records that bear a wanted document's number and are not meant, newest first.
    public func namesakes(of wanted: WantedRegister.Entry) -> [RecordID] {
        grammar.parse(wanted.number).flatMap { number(slug: $0.slug) }?.bearers ?? []
    }
}
