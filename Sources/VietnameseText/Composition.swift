import Foundation

/// Brings text into normal form C piece by piece. A piece is a scalar that NFC never changes with those after it that may join
/// it; pieces do not touch each other. Decomposed Vietnamese has some two hundred different ones, so each is looked up after
/// the first time: the work is linear in the text.
enum Composition {
    /// Longer pieces are not worth remembering.
    private static let longestRemembered = 32
    /// A piece longer than this has more marks on a letter than any script (UAX #15 allows 30), and putting them in order
    /// would take the square of its length. It stays as it is; the reader of files refuses it.
    private static let longestComposed = 64 * 1024
    private static let mostRemembered = 4096

    static func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var known: [ArraySlice<UInt8>: [UInt8]] = [:]
        var index = 0
        while index < bytes.count {
            let sureEnd = Normalization.sureCount(bytes, from: index)
            guard sureEnd < bytes.count else {
                result.append(contentsOf: bytes[index...])
                break
            }
            // The last sure scalar is the letter that what follows may join.
            var start = sureEnd
            if sureEnd > index {
                start -= 1
                while start > index, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            }
            result.append(contentsOf: bytes[index..<start])
            var end = sureEnd
            while end < bytes.count, Normalization.sureLength(bytes, end) == nil { end = afterScalar(bytes, end) }
            result.append(contentsOf: piece(bytes, start..<end, &known))
            index = end
        }
        return result
    }

    private static func afterScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        var next = index + 1
        while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }

    private static func piece(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ known: inout [ArraySlice<UInt8>: [UInt8]]
    ) -> [UInt8] {
        let piece = Array(bytes[range])
        guard piece.count <= longestComposed || !hasLongRunOfMarks(piece) else { return piece }
        guard piece.count <= longestRemembered else { return system(piece) }
        if let composed = known[piece[...]] { return composed }
        let composed = system(piece)
        if known.count < mostRemembered { known[piece[...]] = composed }
        return composed
    }

    private static func system(_ piece: [UInt8]) -> [UInt8] {
        Array(String(decoding: piece, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    }

    private static func hasLongRunOfMarks(_ piece: [UInt8]) -> Bool {
        CombiningMarks.firstExcess(in: piece, above: 1_000) != nil
    }
}

/// Finds letters with more marks than any script puts on one.
public enum CombiningMarks {
    /// The offset of the first mark above so many in a row; nil when there is none. Valid UTF-8.
    public static func firstExcess(in bytes: [UInt8], above limit: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = Normalization.sureCount(buffer, from: 0)
            var run = 0
            while index < buffer.count {
                if Normalization.sureLength(buffer, index) != nil {
                    run = 0
                    index = Normalization.sureCount(buffer, from: index)
                    continue
                }
                let next = scalar(buffer, index)
                run = next.value.properties.canonicalCombiningClass == .notReordered ? 0 : run + 1
                if run > limit { return index }
                index += next.length
            }
            return nil
        }
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (
        value: Unicode.Scalar, length: Int
    ) {
        let lead = bytes[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = length == 1 ? UInt32(lead) : UInt32(lead & (0x7F >> UInt8(length)))
        for offset in 1..<max(1, length) where index + offset < bytes.count {
            value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
