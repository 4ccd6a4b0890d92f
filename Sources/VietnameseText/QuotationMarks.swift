/// The quotation marks that are open while a text is walked through: “…”, "…", ‘…’ and ''…'', one inside another.
///
/// Straight marks say neither whether they open nor whether they close; what stands around them does: an inch (27") opens nothing,
/// and an apostrophe inside a name (R'lấp, R’lấp) is none of them.
public struct QuotationMarks: Sendable, Equatable {
    private enum Mark: Sendable { case curly, straight, single, apostrophes }

    private var open: [Mark] = []

    public init() {}

    public var isOpen: Bool { !open.isEmpty }

    /// Looks at one byte of a text, in ascending order; only the first byte of a mark counts.
    ///
    /// - Parameter mayOpen: Whether a mark here may open a quotation where none is open.
    /// - Returns: whether one was opened that stands in no other.
    @discardableResult
    public mutating func look(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, mayOpen: (Int) -> Bool = { _ in true }
    ) -> Bool {
        guard let (mark, length, opens) = Self.read(text, index) else { return false }
        if opens {
            guard isOpen || mayOpen(index) else { return false }
            open.append(mark)
            return open.count == 1
        }
        if let last = open.lastIndex(of: mark), mark != .single || !Self.isLetter(text, index + length) {
            open.removeSubrange(last...)
        }
        return false
    }

    /// Whether a mark that closes a quotation stands at an index, whatever is open.
    public static func closes(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard let (mark, length, opens) = read(text, index), !opens else { return false }
        switch mark {
        case .single: return !isLetter(text, index + length)
        case .straight: return byte(text, index - 1) &- 0x30 > 9
        case .curly, .apostrophes: return true
        }
    }

    private static func read(
        _ text: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> (mark: Mark, length: Int, opens: Bool)? {
        switch text[index] {
        case UInt8(ascii: "\""): return (.straight, 1, opens(text, index, length: 1))
        case UInt8(ascii: "'"):
            guard byte(text, index + 1) == UInt8(ascii: "'"), byte(text, index - 1) != UInt8(ascii: "'") else {
                return nil
            }
            return (.apostrophes, 2, opens(text, index, length: 2))
        case 0xE2 where byte(text, index + 1) == 0x80:
            switch byte(text, index + 2) {
            case 0x9C: return (.curly, 3, true)
            case 0x9D: return (.curly, 3, false)
            case 0x98: return (.single, 3, true)
            case 0x99: return (.single, 3, false)
            default: return nil
            }
        default: return nil
        }
    }

    /// A straight mark opens where something begins: behind a blank, a bracket or a colon, before what is no blank.
    private static func opens(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, length: Int) -> Bool {
        let (before, after) = (byte(text, index - 1), byte(text, index + length))
        let isBehindBlank = before == 0 || before == 0x20 || before == 0x0A || before == 0xA0
        guard isBehindBlank || "([:/".utf8.contains(before) else { return false }
        return after != 0 && after != 0x20 && after != 0x0A && !".,;)".utf8.contains(after)
    }

    private static func byte(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
        text.indices.contains(index) ? text[index] : 0
    }

    private static func isLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let next = byte(text, index)
        return next >= 0xC3 && next != 0xE2 || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
    }
}
