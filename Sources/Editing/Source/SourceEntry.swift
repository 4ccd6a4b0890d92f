/// A field of a mapping or an item of a list.
struct SourceEntry: Sendable {
    /// The field's name; empty for an item of a list.
    var name = ""
    /// Where the key or the dash begins; in a list in brackets, the value.
    var start: Int
    /// Where the value may be written from: after the colon or the dash. Nil where neither stands.
    var indicatorEnd: Int?
    var value: SourceNode

    var end: Int { max(value.range.upperBound, indicatorEnd ?? 0) }
}
