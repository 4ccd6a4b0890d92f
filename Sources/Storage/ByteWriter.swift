/// Writes values one behind the other, for `ByteReader`: whole numbers in groups of seven bits, lowest first (LEB128), texts
/// and lists behind their length. What was written is private to one version of the program.
public struct ByteWriter: Sendable {
    @usableFromInline var written: [UInt8]
    public var bytes: [UInt8] { written }

    public init(reserving capacity: Int = 0) {
        written = []
        written.reserveCapacity(capacity)
    }

    @inlinable
    public mutating func number(_ value: some BinaryInteger) {
        var rest = UInt64(truncatingIfNeeded: value)
        while rest >= 0x80 {
            written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        written.append(UInt8(truncatingIfNeeded: rest))
    }

    @inlinable
    public mutating func flag(_ value: Bool) { written.append(value ? 1 : 0) }

    @inlinable
    public mutating func bytes(_ value: some Collection<UInt8>) {
        number(value.count)
        written.append(contentsOf: value)
    }

    @inlinable
    public mutating func text(_ value: String) { bytes(value.utf8) }

    /// A value as this machine holds it in memory.
    @inlinable
    public mutating func raw(_ value: some BitwiseCopyable) {
        withUnsafeBytes(of: value) { written.append(contentsOf: $0) }
    }

    @inlinable
    public mutating func optional(_ value: String?) {
        flag(value != nil)
        if let value { text(value) }
    }

    @inlinable
    public mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        flag(value != nil)
        if let value { write(&self, value) }
    }

    @inlinable
    public mutating func list<Items: Collection>(_ items: Items, _ write: (inout ByteWriter, Items.Element) -> Void) {
        number(items.count)
        for item in items { write(&self, item) }
    }
}
