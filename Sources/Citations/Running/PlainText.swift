/// Running text as the scanner reads it: without signs that nobody sees, with one blank wherever there are several, a
/// no-break space or the end of a line. So a word or number is the same however it is broken.
enum PlainText {
    /// Calls with the text and, where it was changed, for each of its bytes the offset in the original; nil for no text.
    static func with<Result>(
        _ original: UnsafeBufferPointer<UInt8>, _ body: (TextBytes, _ offsets: [Int]?) -> Result
    ) -> Result? {
        guard let first = firstChange(original) else { return TextBytes(original).map { body($0, nil) } }
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        bytes.reserveCapacity(original.count)
        offsets.reserveCapacity(original.count)
        bytes.append(contentsOf: original[..<first])
        offsets.append(contentsOf: 0..<first)
        var index = first
        while index < original.count {
            let (kind, length) = look(original, index)
            switch kind {
            case .unseen: break
            case .blank where bytes.last == 0x20: break
            case .blank:
                bytes.append(0x20)
                offsets.append(index)
            case .plain:
                bytes.append(original[index])
                offsets.append(index)
            }
            index += length
        }
        return bytes.withUnsafeBufferPointer { buffer in TextBytes(buffer).map { body($0, offsets) } }
    }

    private enum Kind { case plain, blank, unseen }

    private static func firstChange(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < text.count {
            let byte = text[index]
            // Signs of ASCII, and letters.
            if byte > 0x20, byte != 0xC2, byte < 0xE2 || (byte > 0xE3 && byte != 0xEF) {
                index += 1
                continue
            }
            if byte == 0x20 {
                if index + 1 < text.count, text[index + 1] == 0x20 { return index + 1 }
            } else if look(text, index).kind != .plain {
                return index
            }
            index += 1
        }
        return nil
    }

    /// What stands at an index, and its bytes.
    private static func look(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (kind: Kind, length: Int) {
        func at(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
        switch text[index] {
        case 0x20, 0x09, 0x0A, 0x0D: return (.blank, 1)
        case 0xC2:
            if at(1) == 0xA0 { return (.blank, 2) }
            if at(1) == 0xAD { return (.unseen, 2) }
        case 0xE2:
            // U+2000 to U+200A and U+202F are blanks, U+200B to U+200F and U+2060 to U+2064 are not seen.
            if at(1) == 0x80 {
                if at(2) <= 0x8A || at(2) == 0xAF { return (.blank, 3) }
                if at(2) <= 0x8F { return (.unseen, 3) }
            }
            if at(1) == 0x81, at(2) >= 0xA0, at(2) <= 0xA4 { return (.unseen, 3) }
        case 0xE3 where at(1) == 0x80 && at(2) == 0x80: return (.blank, 3)
        case 0xEF where at(1) == 0xBB && at(2) == 0xBF: return (.unseen, 3)
        default: break
        }
        return (.plain, 1)
    }

    /// Where a range of the text stands in the original.
    static func original(_ range: Range<Int>, _ offsets: [Int]?) -> Range<Int> {
        guard let offsets, !range.isEmpty else { return range }
        return offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1
    }
}
