/// Where lines begin and end in the bytes of a file. As YAML 1.1 has it, U+0085, U+2028 and U+2029 end a line, too.
struct SourceLines {
    let bytes: [UInt8]

    /// The number of bytes of the line break at an offset; 0 where there is none.
    func breakLength(at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        switch bytes[offset] {
        case 0x0A: return 1
        case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
        case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
        case 0xE2:
            return offset + 2 < bytes.count && bytes[offset + 1] == 0x80
                && (bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9) ? 3 : 0
        default: return 0
        }
    }

    /// The number of bytes of the line break that ends before an offset; 0 where there is none.
    func breakLength(before offset: Int) -> Int {
        for length in [2, 3, 1] where offset >= length && breakLength(at: offset - length) == length { return length }
        return 0
    }

    /// Where the line of an offset begins.
    func start(of offset: Int) -> Int {
        var index = offset
        while index > 0, breakLength(before: index) == 0 { index -= 1 }
        return index
    }

    /// Where the line of an offset ends, before its break.
    func end(of offset: Int) -> Int {
        var index = offset
        while index < bytes.count, breakLength(at: index) == 0 { index += 1 }
        return index
    }

    /// Where the line after that of an offset begins.
    func next(after offset: Int) -> Int {
        let end = end(of: offset)
        return end + breakLength(at: end)
    }

    /// The first offset from one on that is neither blank nor tab.
    func skipBlanks(_ offset: Int) -> Int {
        var index = offset
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
        return index
    }

    /// Whether only blanks stand between the start of a line and an offset.
    func beginsLine(_ offset: Int) -> Bool { skipBlanks(start(of: offset)) >= offset }

    /// The number of code points before an offset in its line.
    func column(of offset: Int) -> Int {
        bytes[start(of: offset)..<offset].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
