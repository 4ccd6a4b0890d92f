import Records

/// Who cites whom in running text, by provision. Made once all bodies are rendered; immutable.
public struct CitationGraph: Sendable {
    /// What each record's text cites, in printed order: one entry for each stretch that the renderer noted.
    public let places: [RecordID: [CitedPlace]]
    /// The documents that each record cites, by id in byte order.
    public let outgoing: [RecordID: [CitedDocumentEntry]]
    /// The records that cite each record, by id in byte order.
    public let incoming: [RecordID: [CitedDocumentEntry]]
    /// Where numbers are cited that nothing in the collection bears.
    public let wanted: [String: [CitedAt]]
    /// Where numbers are cited that several records bear, by the slug of the page to choose on.
    public let ambiguous: [String: [CitedAt]]

    public static let none = CitationGraph(places: [:])

    public init(places: [RecordID: [CitedPlace]]) {
        self.places = places
        var outgoing: [RecordID: [RecordID: [String]]] = [:]
        var incoming: [RecordID: [RecordID: [String]]] = [:]
        var wanted: [String: [CitedAt]] = [:]
        var ambiguous: [String: [CitedAt]] = [:]
        for id in places.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            for (ordinal, place) in (places[id] ?? []).enumerated() {
                switch place.target {
                case .record(let other) where other != id:
                    let words = place.words.map { [$0] } ?? []
                    Self.add(words, to: &outgoing[id, default: [:]][other, default: []])
                    Self.add(words, to: &incoming[other, default: [:]][id, default: []])
                case .wanted(let number): wanted[number, default: []].append(CitedAt(id: id, ordinal: ordinal))
                case .choice(let slug): ambiguous[slug, default: []].append(CitedAt(id: id, ordinal: ordinal))
                case .record, .nothing: break
                }
            }
        }
        self.outgoing = outgoing.mapValues(Self.entries)
        self.incoming = incoming.mapValues(Self.entries)
        self.wanted = wanted
        self.ambiguous = ambiguous
    }

    /// What is cited at a place; nil for one that is none of the graph's.
    public func place(_ cited: CitedAt) -> CitedPlace? {
        guard let places = places[cited.id], places.indices.contains(cited.ordinal) else { return nil }
        return places[cited.ordinal]
    }

    private static func add(_ words: [String], to list: inout [String]) {
        for word in words where !list.contains(word) { list.append(word) }
    }

    private static func entries(_ found: [RecordID: [String]]) -> [CitedDocumentEntry] {
        found.map { CitedDocumentEntry(id: $0, provisions: $1) }.sorted {
            $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
        }
    }
}

/// A document at the other end of citations.
public struct CitedDocumentEntry: Sendable, Hashable {
    public var id: RecordID
    /// The cited document's provisions that are cited, in words, each once, in the order met; empty for the whole.
    public var provisions: [String]
}

/// Where a text cites something.
public struct CitedAt: Sendable, Hashable {
    public var id: RecordID
    /// The how-manieth of the record's places, from 0.
    public var ordinal: Int
}

/// What one stretch of a text cites.
public struct CitedPlace: Sendable, Hashable {
    public enum Target: Sendable, Hashable {
        case record(RecordID)
        /// Several records bear the number: the slug of the page to choose on.
        case choice(slug: String)
        /// No record bears the number.
        case wanted(number: String)
        case nothing

        public var isWanted: Bool {
            if case .wanted = self { true } else { false }
        }
    }

    public var target: Target
    /// Anchors that may be the provision's in the cited text, the most exact first.
    public var anchors: [String]
    /// The provision in words; nil when the document is cited as a whole.
    public var words: String?
    /// Whether a law was named without its number, and is the one that was in force when the citing text was issued.
    public var isByName: Bool
    /// Of the provision or heading of the citing text that it stands under; empty before the first.
    public var anchor = ""
    /// The line of its file, from 1; 0 when it was not read from one.
    public var line = 0

    public init(target: Target, anchors: [String] = [], words: String? = nil, isByName: Bool = false) {
        self.target = target
        self.anchors = anchors
        self.words = words
        self.isByName = isByName
    }
}
