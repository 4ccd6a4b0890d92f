import Markup
import Records

/// What search knows of one record.
public struct SearchDocument: Sendable {
    public var id: RecordID
    /// The source file's name without extension: what search runs call the record.
    public var fileName: String
    /// The record's page, relative to the site's root: `van-ban/2014/kl-100-tw/index.html`.
    public var url: String
    public var kind: Kind
    /// Name of its type, as “Kết luận”; empty when it has none.
    public var typeName: String
    /// Ways a number may name the type: its id, name, abbreviation and code.
    public var typeKeys: [String]
    public var issuerNames: [String]
    /// As printed; empty when it has none.
    public var number: String
    /// Other spellings that lead to it.
    public var aliases: [String]
    /// As shown in lists: `18/8/2014`; with the place where only it tells the record from others with its number.
    public var date: String
    /// `yyyymmdd`, 0 for parts that are not known.
    public var dateKey: Int
    /// What its status line says: a status value, `in-force-source` where only a source says so, or `replaced`.
    public var status: String
    /// What changed it and what guides it, or what it guides: lines of a relation's name and a document's number, as
    /// `replaces-inverse 7/2015/NĐ-CP`.
    public var bearing: String
    /// Whether it is no longer in force and yields to current documents of equal relevance.
    public var isInactive: Bool
    public var title: String
    public var summary: String
    /// Names and synonyms of its topics.
    public var topics: [String]
    public var sections: [TextSection]
    /// The anchors of its provisions, as `ProvisionCode` writes them.
    public var provisions = ""
    /// How many other records relate to it or cite it.
    public var citers = 0
    /// What it can be narrowed by, beside its kind, year and status.
    public var typeValue: FacetValue?
    public var issuerValues: [FacetValue] = []
    public var topicValues: [FacetValue] = []

    public init(
        id: RecordID, fileName: String? = nil, url: String, kind: Kind = .directive, typeName: String = "",
        typeKeys: [String] = [], issuerNames: [String] = [], number: String = "", aliases: [String] = [],
        date: String = "", dateKey: Int = 0, status: String = "unverified", bearing: String = "",
        isInactive: Bool = false, title: String, summary: String = "",
        topics: [String] = [], sections: [TextSection] = []
    ) {
        self.id = id
        self.fileName = fileName ?? id
        self.url = url
        self.kind = kind
        self.typeName = typeName
        self.typeKeys = typeKeys
        self.issuerNames = issuerNames
        self.number = number
        self.aliases = aliases
        self.date = date
        self.dateKey = dateKey
        self.status = status
        self.bearing = bearing
        self.isInactive = isInactive
        self.title = title
        self.summary = summary
        self.topics = topics
        self.sections = sections
    }
}

extension SearchDocument {
    /// Takes in a body behind what it has already.
    public mutating func append(_ body: RenderedBody) {
        sections += body.sections
        provisions = ProvisionCode.text(body.provisions.map(\.anchor))
    }

    /// The texts that are searched, by field, in a fixed order.
    func forEachField(_ body: (SearchField, UnsafeBufferPointer<UInt8>) -> Void) {
        func give(_ field: SearchField, _ text: String) {
            guard !text.isEmpty else { return }
            var text = text
            text.withUTF8 { body(field, $0) }
        }
        give(.number, number)
        give(.type, typeName)
        give(.title, title)
        for alias in aliases { give(.aliases, alias) }
        give(.summary, summary)
        for section in sections {
            give(.heading, section.heading)
            section.text.withUnsafeBufferPointer { body(.body, $0) }
        }
        for topic in topics { give(.topics, topic) }
        for issuer in issuerNames { give(.issuer, issuer) }
    }
}

extension SearchDocument {
    /// Whether the index says the same of both but for columns of all records.
    public func saysSame(as other: SearchDocument) -> Bool {
        id == other.id && fileName == other.fileName && url == other.url && kind == other.kind
            && typeName == other.typeName && typeKeys == other.typeKeys && issuerNames == other.issuerNames
            && number == other.number && aliases == other.aliases && date == other.date && dateKey == other.dateKey
            && status == other.status && bearing == other.bearing && title == other.title && summary == other.summary
            && topics == other.topics
            && sections == other.sections && provisions == other.provisions
    }
}
