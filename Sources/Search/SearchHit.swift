import Records

/// One answer of a search.
public struct SearchHit: Sendable, Hashable {
    public var id: RecordID
    /// The record's file name without extension: what search runs call it.
    public var fileName: String
    /// Page relative to the site's root.
    public var url: String
    public var kind: String
    public var typeName: String
    public var number: String
    public var date: String
    public var status: String
    public var title: String
    /// The part of its text that answers best; worked out when asked for, since runs of many queries never ask.
    public var snippet: Snippet { Snippet(text, under: title, for: query) }
    /// Higher is better; comparable within one answer only. Never rises from one hit to the next.
    public var score: Int
    /// Whether it stands here for its number.
    public var isNumberMatch: Bool
    /// Where in the page the provision stands that was asked for, or that defines what was; empty for the whole page.
    public var anchor = ""
    /// The page with the provision that it leads to.
    public var address: String { anchor.isEmpty ? url : url + "#" + anchor }

    /// Its number in the index.
    let record: Int
    /// Whether it stands before what ranking put in order.
    let isFirst: Bool
    let text: String
    let query: [QueryTerms.Token]

    init(
        _ row: RecordRow, _ record: Int, score: Int, isNumberMatch: Bool, isFirst: Bool, query: [QueryTerms.Token]
    ) {
        id = row.id
        fileName = row.fileName
        url = row.url
        kind = row.kind
        typeName = row.typeName
        number = row.number
        date = row.date
        status = row.status
        title = row.title
        self.score = score
        self.isNumberMatch = isNumberMatch
        self.record = record
        self.isFirst = isFirst
        text = row.text
        self.query = query
    }
}
