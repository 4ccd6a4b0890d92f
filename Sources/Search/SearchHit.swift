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

    let text: String
    let query: [QueryTerms.Token]
}
