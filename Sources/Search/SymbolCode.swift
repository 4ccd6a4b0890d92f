/// The alphabet of the index: 93 printable ASCII characters that JSON never escapes (all but `"` and `\`).
///
/// A symbol is a number below 93. Symbol 0 (a space) parts sections, 1 to 32 stand for impact levels, 33 to 92 are
/// digits: forty that end a number and twenty that continue it. A decoder needs one subtraction per character.
enum SymbolCode {
    static let separator: UInt8 = 32
    static let maximumLevel = 32
    static let endingDigits = 40
    static let continuingDigits = 20
    static let firstDigit = 33

    /// The character that stands for a symbol.
    static func character(_ symbol: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: symbol < 2 ? symbol + 32 : symbol < 59 ? symbol + 33 : symbol + 34)
    }

    /// The symbol that a character stands for.
    static func symbol(_ character: UInt8) -> Int {
        let code = Int(character)
        return code < 34 ? code - 32 : code < 92 ? code - 33 : code - 34
    }

    /// Appends a number of 0 or more: one character below 40, two below 840, three below 16,840.
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value < endingDigits {
            bytes.append(character(firstDigit + value))
            return
        }
        var rest = value / endingDigits
        var scale = 1
        var count = 0
        // Leading digits first, so that a reader can add up from left to right.
        var digits = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { raw in
            let slots = raw.bindMemory(to: Int.self)
            while rest > 0, count < slots.count {
                rest -= 1
                slots[count] = rest % continuingDigits
                rest /= continuingDigits
                count += 1
            }
            scale = count
            while scale > 0 {
                scale -= 1
                bytes.append(character(firstDigit + endingDigits + slots[scale]))
            }
        }
        bytes.append(character(firstDigit + value % endingDigits))
    }

    /// Appends ascending ids as gaps from the id before.
    static func append(ids: some Sequence<Int>, to bytes: inout [UInt8]) {
        var next = 0
        for id in ids {
            append(id - next, to: &bytes)
            next = id + 1
        }
    }

    /// Reads numbers that stand one behind the other.
    static func numbers(in bytes: some Sequence<UInt8>) -> [Int] {
        var numbers: [Int] = []
        var high = 0
        for byte in bytes {
            let digit = symbol(byte) - firstDigit
            if digit >= endingDigits {
                high = high &* continuingDigits &+ digit - endingDigits + 1
            } else if digit >= 0 {
                numbers.append(high &* endingDigits &+ digit)
                high = 0
            }
        }
        return numbers
    }

    /// Reads ascending ids written as gaps; characters that are no digits are skipped.
    static func ids(in bytes: some Sequence<UInt8>) -> [Int] {
        var ids: [Int] = []
        var next = 0
        var high = 0
        for byte in bytes {
            let digit = symbol(byte) - firstDigit
            if digit >= endingDigits {
                high = high &* continuingDigits &+ digit - endingDigits + 1
            } else if digit >= 0 {
                next = next &+ high &* endingDigits &+ digit
                ids.append(next)
                next = next &+ 1
                high = 0
            }
        }
        return ids
    }
}
