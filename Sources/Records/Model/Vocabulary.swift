/// The words that records share: kinds of document, issuing bodies, topics and synonyms.
///
/// Only ids and names are required. Lists stand in file order; look-ups are by id.
public struct Vocabulary: Sendable, Equatable {
    public var types: [DocumentType]
    public var issuers: [Issuer]
    public var topics: [Topic]
    public var synonyms: [SynonymGroup]

    private var typeIndex: [String: Int] = [:]
    private var issuerIndex: [String: Int] = [:]
    private var topicIndex: [String: Int] = [:]

    public init(
        types: [DocumentType] = [], issuers: [Issuer] = [], topics: [Topic] = [], synonyms: [SynonymGroup] = []
    ) {
        self.types = types
        self.issuers = issuers
        self.topics = topics
        self.synonyms = synonyms
        for (index, type) in types.enumerated() { typeIndex[type.id] = index }
        for (index, issuer) in issuers.enumerated() { issuerIndex[issuer.id] = index }
        for (index, topic) in topics.enumerated() { topicIndex[topic.id] = index }
    }

    public func type(_ id: String) -> DocumentType? { typeIndex[id].map { types[$0] } }
    public func issuer(_ id: String) -> Issuer? { issuerIndex[id].map { issuers[$0] } }
    public func topic(_ id: String) -> Topic? { topicIndex[id].map { topics[$0] } }
}

/// A kind of document, such as Kết luận.
public struct DocumentType: Sendable, Hashable {
    public var id: String
    public var name: String
    public var nameEN: String?
    /// As it stands in numbers: KL.
    public var abbreviation: String?
    /// ASCII code for ids, unique: `kl`, `dean`, `duan`.
    public var code: String?
    public var system: DocumentSystem?
    /// Place among the types of its system, highest first from 1.
    public var rank: Int?

    public init(
        id: String, name: String, nameEN: String? = nil, abbreviation: String? = nil, code: String? = nil,
        system: DocumentSystem? = nil, rank: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.nameEN = nameEN
        self.abbreviation = abbreviation
        self.code = code
        self.system = system
        self.rank = rank
    }
}

public enum DocumentSystem: String, Sendable, CaseIterable {
    case party, state
}

/// A body that issues documents, with the names it has borne.
public struct Issuer: Sendable, Hashable {
    public var id: String
    /// At least one; the last is the name it bears now or bore last.
    public var names: [DatedName]
    /// The English name; that of its last name where it has borne several.
    public var nameEN: String?
    /// As it stands in numbers: BTGTW.
    public var abbreviation: String?
    /// ASCII code for ids: `btgtw`.
    public var code: String?
    /// What it prints in the header when that is another organ's name.
    public var letterhead: String?
    public var place: String?
    /// Id of the body it belongs to.
    public var parent: String?
    /// Id of the body that took over.
    public var successor: String?

    public init(
        id: String, names: [DatedName], nameEN: String? = nil, abbreviation: String? = nil, code: String? = nil,
        letterhead: String? = nil, place: String? = nil, parent: String? = nil, successor: String? = nil
    ) {
        self.id = id
        self.names = names
        self.nameEN = nameEN
        self.abbreviation = abbreviation
        self.code = code
        self.letterhead = letterhead
        self.place = place
        self.parent = parent
        self.successor = successor
    }

    /// The name it bears now or bore last.
    public var name: String { names.last?.name ?? id }

    /// The name it bore on a day (`yyyymmdd`), else the last.
    public func name(on day: Int?) -> String {
        guard let day else { return name }
        return names.first { $0.covers(day) }?.name ?? name
    }
}

/// A name with the time it was borne.
public struct DatedName: Sendable, Hashable {
    public var name: String
    public var from: PartialDate?
    public var to: PartialDate?

    public init(name: String, from: PartialDate? = nil, to: PartialDate? = nil) {
        self.name = name
        self.from = from
        self.to = to
    }

    func covers(_ day: Int) -> Bool {
        (from?.span.map { $0.lowerBound <= day } ?? true) && (to?.span.map { day <= $0.upperBound } ?? true)
    }
}

public struct Topic: Sendable, Hashable {
    public var id: String
    public var name: String
    public var nameEN: String?
    /// Id of a wider topic.
    public var broader: String?
    public var synonyms: [String]
}

/// Spellings that mean the same in search: `DLXH` and `dư luận xã hội`.
public struct SynonymGroup: Sendable, Hashable {
    public var terms: [String]
}
