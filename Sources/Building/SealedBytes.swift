import Storage

/// Proves kept bytes.
enum Checksum {
    /// Eight bytes at a time, each stirred through the whole word (splitmix64's mixing): against accidents, not attacks.
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { raw in
            var hash = UInt64(raw.count) &+ 0x9E37_79B9_7F4A_7C15
            var index = 0
            func stir(_ word: UInt64) {
                hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
                hash ^= hash >> 29
            }
            while index + 8 <= raw.count {
                stir(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                index += 8
            }
            while index < raw.count {
                stir(UInt64(raw[index]))
                index += 1
            }
            return hash
        }
    }
}

/// A kept file: what it is, a checksum, and what it says.
enum SealedBytes {
    static func sealed(_ content: [UInt8], as header: String) -> [UInt8] {
        var writer = ByteWriter(reserving: content.count + 40)
        writer.text(header)
        writer.raw(Checksum.of(content[...]))
        return writer.bytes + content
    }

    /// What a file says; throws `DamagedBytes` where it is another one or not as it was kept.
    static func opened(_ bytes: [UInt8], as header: String) throws -> ByteReader {
        var reader = ByteReader(bytes[...])
        guard try reader.text() == header else { throw DamagedBytes() }
        let checksum = try reader.raw(UInt64.self)
        guard Checksum.of(reader.rest) == checksum else { throw DamagedBytes() }
        return reader
    }
}
