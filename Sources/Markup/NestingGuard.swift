import Diagnostics

/// Refuses lines that open more quotations and lists than any document needs: each later line costs the parser a
/// step for every level that is open.
enum NestingGuard {
    /// The offset of the first line that nests too deep.
    static func firstViolation(in body: UnsafeBufferPointer<UInt8>, lines: [Int]) -> Int? {
        lines.first { line in
            var index = line
            var markers = 0
            while let next = afterMarker(body, index) {
                index = next
                markers += 1
                if markers > Limits.nestedBlocks { return true }
            }
            return false
        }
    }

    private static func afterMarker(_ body: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var index = start
        while index < body.count, body[index] == 0x20 || body[index] == 0x09 { index += 1 }
        guard index < body.count else { return nil }
        switch body[index] {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while index < body.count, isDigit(body[index]) { index += 1 }
            guard index < body.count, body[index] == UInt8(ascii: ".") || body[index] == UInt8(ascii: ")") else {
                return nil
            }
        default: return nil
        }
        index += 1
        guard index < body.count, body[index] == 0x20 || body[index] == 0x09 else { return nil }
        return index
    }
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
