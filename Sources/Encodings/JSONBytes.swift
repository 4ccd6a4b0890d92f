/// JSON put together as bytes. Keys and order are the caller's; the same calls give the same bytes.
public struct JSONBytes: Sendable {
    @usableFromInline var written: [UInt8] = []
    public var bytes: [UInt8] { written }

    @inlinable
    public init(reserving capacity: Int = 0) { written.reserveCapacity(capacity) }

    /// Punctuation, and values that need no escaping.
    @inlinable
    public mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { written.append(contentsOf: $0) }
    }

    @inlinable
    public mutating func raw(_ text: some Sequence<UInt8>) { written.append(contentsOf: text) }

    @inlinable
    public mutating func number(_ value: Int) { written.append(contentsOf: String(value).utf8) }

    @inlinable
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    @inlinable
    public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        written.append(0x22)
        var start = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
            written.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            start = index + 1
            switch byte {
            case 0x22, 0x5C:
                written.append(0x5C)
                written.append(byte)
            case 0x0A:
                raw("\\n")
            default:
                raw("\\u00")
                written.append(Hexadecimal.lowerDigit(byte >> 4))
                written.append(Hexadecimal.lowerDigit(byte & 15))
            }
        }
        written.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        written.append(0x22)
    }

    /// A list with what `write` writes for each item.
    @inlinable
    public mutating func list<Items: Sequence>(_ items: Items, _ write: (inout JSONBytes, Items.Element) -> Void) {
        raw("[")
        var isFirst = true
        for item in items {
            if !isFirst { raw(",") }
            isFirst = false
            write(&self, item)
        }
        raw("]")
    }
}
