/// Reads what a `ByteWriter` wrote. Whatever the bytes are, reading ends: with values or with `DamagedBytes`. Inlinable, so that
/// readers of many small values are compiled for them.
public struct ByteReader: Sendable {
    @usableFromInline let stored: ArraySlice<UInt8>
    @usableFromInline var position: Int

    public init(_ bytes: ArraySlice<UInt8>) {
        stored = bytes
        position = bytes.startIndex
    }

    public var isAtEnd: Bool { position == stored.endIndex }

    /// What was not read yet.
    public var rest: ArraySlice<UInt8> { stored[position...] }

    @inlinable
    public mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Int.self) throws -> Number {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            guard position < stored.endIndex else { throw DamagedBytes() }
            let byte = stored[position]
            position += 1
            value |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte < 0x80 { return Number(truncatingIfNeeded: value) }
        }
        throw DamagedBytes()
    }

    @inlinable
    public mutating func flag() throws -> Bool {
        guard position < stored.endIndex, stored[position] < 2 else { throw DamagedBytes() }
        position += 1
        return stored[position - 1] == 1
    }

    @inlinable
    public mutating func bytes() throws -> ArraySlice<UInt8> {
        let count = try number()
        guard count >= 0, count <= stored.endIndex - position else { throw DamagedBytes() }
        defer { position += count }
        return stored[position..<(position + count)]
    }

    /// A value as this machine holds it in memory. All bytes must be values of the type.
    @inlinable
    public mutating func raw<Value: BitwiseCopyable>(_ type: Value.Type) throws -> Value {
        let size = MemoryLayout<Value>.size
        guard size <= stored.endIndex - position else { throw DamagedBytes() }
        defer { position += size }
        let offset = position - stored.startIndex
        return stored.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: type) }
    }

    @inlinable
    public mutating func text() throws -> String {
        guard let text = String(validating: try bytes(), as: UTF8.self) else { throw DamagedBytes() }
        return text
    }

    @inlinable
    public mutating func optional() throws -> String? { try flag() ? try text() : nil }

    @inlinable
    public mutating func optional<Value>(_ read: (inout ByteReader) throws -> Value) throws -> Value? {
        try flag() ? try read(&self) : nil
    }

    @inlinable
    public mutating func list<Item>(_ read: (inout ByteReader) throws -> Item) throws -> [Item] {
        let count = try number()
        // Every item takes a byte at least, so that a damaged count reserves nothing absurd.
        guard count >= 0, count <= stored.endIndex - position else { throw DamagedBytes() }
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try read(&self)) }
        return items
    }
}

/// Bytes that nobody wrote so, or another version of the program.
public struct DamagedBytes: Error {
    public init() {}
}
