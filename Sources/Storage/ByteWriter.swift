/// Writes values one behind the other, for `ByteReader`: whole numbers in groups of seven bits, lowest first (LEB128), texts
/// and lists behind their length. What was written is private to one version of the program.
public struct ByteWriter: Sendable {
    public private(set) var bytes: [UInt8]

    public init(reserving capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    public mutating func number(_ value: some BinaryInteger) {
        var rest = UInt64(truncatingIfNeeded: value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    public mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

    public mutating func bytes(_ value: some Collection<UInt8>) {
        number(value.count)
        bytes.append(contentsOf: value)
    }

    public mutating func text(_ value: String) { bytes(value.utf8) }

    /// A value as this machine holds it in memory.
    public mutating func raw(_ value: some BitwiseCopyable) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    public mutating func optional(_ value: String?) {
        flag(value != nil)
        if let value { text(value) }
    }

    public mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        flag(value != nil)
        if let value { write(&self, value) }
    }

    public mutating func list<Items: Collection>(_ items: Items, _ write: (inout ByteWriter, Items.Element) -> Void) {
        number(items.count)
        for item in items { write(&self, item) }
    }
}
