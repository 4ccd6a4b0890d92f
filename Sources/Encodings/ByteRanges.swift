import Glibc

/// Looks for bytes among bytes.
public enum ByteRanges {
    /// Where the needle stands; nil when it does not, or more than once.
    public static func only(_ needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
        guard let first = next(needle, in: bytes, from: 0),
            next(needle, in: bytes, from: first + 1) == nil
        else { return nil }
        return first..<(first + needle.count)
    }

    /// Where the needle stands next, from a place on; nil when it does not.
    public static func next(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard !needle.isEmpty, start + needle.count <= bytes.count else { return nil }
        return bytes.withUnsafeBytes { bytes in
            needle.withUnsafeBytes { needle in
                guard let base = bytes.baseAddress, let pattern = needle.baseAddress else { return nil }
                var place = start
                while let found = memchr(base + place, Int32(needle[0]), bytes.count - needle.count + 1 - place) {
                    place = base.distance(to: UnsafeRawPointer(found))
                    if memcmp(found, pattern, needle.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }
}
