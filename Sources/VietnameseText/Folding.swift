/// Text without case and marks: how people type when they are in a hurry.
public enum Folding {
    /// Lower case, marks dropped, `đ ð ɖ` as d. Letters of other scripts are kept in lower case; everything that is not
    /// a letter stays.
    public static func fold(_ text: String) -> String {
        var text = text
        return text.withUTF8 { String(decoding: fold($0), as: UTF8.self) }
    }

    /// The same on bytes of valid UTF-8.
    public static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        let table = LetterTable.entries
        var scalars = UTF8Walk(bytes)
        while let scalar = scalars.next() {
            if let slot = LetterTable.slot(scalar) {
                let entry = table[slot]
                if entry.folded != 0 {
                    result.append(entry.folded)
                } else {
                    UTF8Walk.append(entry.isWord ? UInt32(entry.lower) : scalar, to: &result)
                }
            } else if scalar >= 0x300, scalar <= 0x36F {
                continue
            } else if scalar == 0x256 {
                result.append(0x64)
            } else {
                UTF8Walk.append(Unicode.Scalar(scalar).map { OtherScripts.lower($0).value } ?? scalar, to: &result)
            }
        }
        return result
    }
}

/// Scalar values of UTF-8 bytes, one after another. A broken sequence gives U+FFFD and moves on by one byte.
struct UTF8Walk {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always)
    mutating func next() -> UInt32? {
        guard position < bytes.count else { return nil }
        let lead = bytes[position]
        if lead < 0x80 {
            position += 1
            return UInt32(lead)
        }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, position + length <= bytes.count else {
            position += 1
            return 0xFFFD
        }
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            scalar = scalar << 6 | UInt32(bytes[position + offset] & 0x3F)
        }
        position += length
        return scalar
    }

    @inline(__always)
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}
