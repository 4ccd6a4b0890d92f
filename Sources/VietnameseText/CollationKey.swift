/// The place of a text in Vietnamese alphabetical order.
///
/// a ă â b c d đ e ê … o ô ơ … u ư … y; tones only part words that are otherwise alike, in the order none, huyền, hỏi,
/// ngã, sắc, nặng; numbers by value, so 9-KL stands before 10-KL and 100-KL; case last, small before capital. Marks of
/// punctuation part words but are equal among themselves until nothing else differs. Rule: CLDR root collation as
/// tailored for `vi`, with numeric ordering.
public struct CollationKey: Sendable, Hashable, Comparable {
    private let bytes: [UInt8]

    public init(_ text: String) {
        var text = Normalization.nfc(text)
        bytes = text.withUTF8(Self.make)
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.bytes.withUnsafeBufferPointer { left in
            right.bytes.withUnsafeBufferPointer { right in
                let count = min(left.count, right.count)
                for index in 0..<count where left[index] != right[index] { return left[index] < right[index] }
                return left.count < right.count
            }
        }
    }

    // Letters first, then tones, then case, then the text itself: each level ends in 0, which no weight uses.
    private static func make(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        var tones: [UInt8] = []
        var cases: [UInt8] = []
        key.reserveCapacity(text.count * 3)
        let table = LetterTable.entries
        var walk = UTF8Walk(text)
        var digits: [UInt8] = []
        while let scalar = walk.next() {
            let entry = LetterTable.slot(scalar).map { table[$0] }
            if let entry, entry.isDigit {
                digits.append(entry.folded)
                continue
            }
            appendNumber(&digits, to: &key)
            if let entry, entry.isWord {
                appendLetter(entry, scalar, to: &key)
                tones.append(entry.tone + 1)
                cases.append(UInt32(entry.lower) == scalar ? 1 : 2)
            } else if let other = Unicode.Scalar(scalar), scalar >= 0x250, OtherScripts.isWord(other) {
                key.append(0xF0)
                appendWide(OtherScripts.lower(other).value, to: &key)
            } else if key.last != gap {
                key.append(gap)
            }
        }
        appendNumber(&digits, to: &key)
        key.append(0)
        key.append(contentsOf: tones)
        key.append(0)
        key.append(contentsOf: cases)
        key.append(0)
        key.append(contentsOf: text)
        return key
    }

    private static let gap: UInt8 = 2

    /// The length before the digits makes the byte order the order of values.
    private static func appendNumber(_ digits: inout [UInt8], to key: inout [UInt8]) {
        guard !digits.isEmpty else { return }
        let significant = digits.drop { $0 == 0x30 }
        key.append(0x10)
        key.append(UInt8(clamping: significant.count))
        key.append(contentsOf: significant)
        // 0 would end the level early; a number without significant digits is the value zero.
        if significant.isEmpty { key[key.count - 1] = 1 }
        digits.removeAll(keepingCapacity: true)
    }

    /// Four steps for each ASCII letter leave room for the Vietnamese letters that follow it.
    private static func appendLetter(_ entry: LetterEntry, _ scalar: UInt32, to key: inout [UInt8]) {
        guard entry.folded != 0 else {
            key.append(0xE0)
            appendWide(UInt32(entry.lower), to: &key)
            return
        }
        var weight = 0x20 + (entry.folded - 0x61) * 4
        switch entry.vowel {
        case 2, 8, 11: weight += 1  // ă, ô, ư
        case 3, 9: weight += 2  // â, ơ
        case 5: weight += 1  // ê
        default: if entry.lower == 0x111 { weight += 1 }
        }
        key.append(weight)
    }

    private static func appendWide(_ scalar: UInt32, to key: inout [UInt8]) {
        // Offset by one in each byte, so that none is 0.
        key.append(UInt8(truncatingIfNeeded: (scalar >> 14) & 0x7F) + 1)
        key.append(UInt8(truncatingIfNeeded: (scalar >> 7) & 0x7F) + 1)
        key.append(UInt8(truncatingIfNeeded: scalar & 0x7F) + 1)
    }
}
