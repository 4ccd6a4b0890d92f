/// A number that bytes are known by: the same for the same bytes, and another for others, by accident at one in 2^64.
public enum Checksum {
    /// Eight bytes at a time, each stirred through the whole word (splitmix64's mixing): against accidents, not attacks.
    public static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
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

    /// Of values, written one after the other.
    public static func of(_ write: (inout ByteWriter) -> Void) -> UInt64 {
        var writer = ByteWriter(reserving: 512)
        write(&writer)
        return of(writer.bytes[...])
    }
}
