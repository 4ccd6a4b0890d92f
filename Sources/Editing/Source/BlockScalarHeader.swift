/// The first line of a block scalar: `|`, `>-`, `|2+`.
struct BlockScalarHeader {
    /// Where the signs end.
    private(set) var end: Int
    private(set) var keepsLineEnds = false
    private(set) var indentation: Int?

    init(at start: Int, in bytes: [UInt8]) {
        end = start + 1
        while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "+"): keepsLineEnds = true
            case UInt8(ascii: "-"): break
            case UInt8(ascii: "1")...UInt8(ascii: "9"): indentation = Int(bytes[end] - UInt8(ascii: "0"))
            default: return
            }
            end += 1
        }
    }
}
