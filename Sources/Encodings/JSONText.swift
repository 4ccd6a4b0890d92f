/// A JSON text written member by member; it sets the commas itself. The same calls give the same bytes.
///
/// ```swift
/// var json = JSONText()
/// json.object {
///     $0.member("id", "kl-100-tw-2014")
///     $0.lines("files", files) { $0.string($1) }
/// }
/// ```
public struct JSONText: Sendable {
    private var json: JSONBytes
    private var needsComma = false

    public init(reserving capacity: Int = 0) { json = JSONBytes(reserving: capacity) }

    /// The text, ending in a line end.
    public consuming func finished() -> [UInt8] {
        json.raw("\n")
        return json.bytes
    }

    // MARK: Values

    public mutating func object(_ write: (inout JSONText) -> Void) {
        separate()
        json.raw("{")
        needsComma = false
        write(&self)
        json.raw("}")
        needsComma = true
    }

    public mutating func string(_ value: String) {
        separate()
        json.string(value)
        needsComma = true
    }

    public mutating func truth(_ value: Bool) {
        separate()
        if value { json.raw("true") } else { json.raw("false") }
        needsComma = true
    }

    public mutating func null() {
        separate()
        json.raw("null")
        needsComma = true
    }

    /// A value that is JSON already.
    public mutating func raw(_ bytes: some Sequence<UInt8>) {
        separate()
        json.raw(bytes)
        needsComma = true
    }

    public mutating func list<Items: Sequence>(_ items: Items, _ write: (inout JSONText, Items.Element) -> Void) {
        separate()
        json.raw("[")
        needsComma = false
        for item in items { write(&self, item) }
        json.raw("]")
        needsComma = true
    }

    // MARK: Members of an object

    public mutating func key(_ name: String) {
        separate()
        json.string(name)
        json.raw(":")
        needsComma = false
    }

    /// Left out where there is no value.
    public mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        json.number(value)
        needsComma = true
    }

    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        truth(value)
    }

    public mutating func object(_ name: String, _ write: (inout JSONText) -> Void) {
        key(name)
        object(write)
    }

    /// Left out where it is empty.
    public mutating func strings(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        key(name)
        list(values) { $0.string($1) }
    }

    /// A list with an item on each line, so that two versions of a file can be compared line by line.
    public mutating func lines<Items: Sequence>(
        _ name: String, _ items: Items, _ write: (inout JSONText, Items.Element) -> Void
    ) {
        key(name)
        list(items) { text, item in
            text.separate()
            text.json.raw("\n")
            text.needsComma = false
            write(&text, item)
        }
    }

    private mutating func separate() {
        if needsComma { json.raw(",") }
        needsComma = false
    }
}
