/// Where a printed number begins and ends in running text. Strict: capitals, printed signs, at most a blank beside one.
struct NumberSpan {
    var range: Range<Int>
    var hasYear: Bool

    /// The groups of letters that a number may have, and the bytes of one.
    private static let groupLimit = 12
    private static let groupBytes = 48

    /// The number whose first sign stands at `sign`; nil when what stands round it is a date, a span, an amount, a
    /// standard or something else. Looks at no more than a few hundred bytes.
    static func read(_ text: TextBytes, sign: Int, isKnown: (Range<Int>) -> Bool) -> NumberSpan? {
        guard let start = start(text, sign) else { return nil }
        var end: Int?
        var at = sign
        var hasYear = false
        var groups = 0
        while groups < groupLimit, let signLength = signLength(text, at) {
            let isSpacedBefore = at > 0 && isBlank(text, at - 1)
            let after = at + signLength
            let begin = isBlank(text, after) ? after + 1 : after
            if groups == 0, !hasYear, text.isDigit(begin) {
                guard let year = text.integer(begin), year.end - begin == 4, (1900...2100).contains(year.value) else {
                    return nil
                }
                let next = isBlank(text, year.end) ? year.end + 1 : year.end
                guard self.signLength(text, next) != nil else { return nil }
                hasYear = true
                at = next
                continue
            }
            guard let groupEnd = group(text, begin, isFirst: groups == 0) else { break }
            if isSpacedBefore || begin > after {
                // “100-KL/TW - Về công tác”: a dash with blanks begins a title.
                let isBetweenBlanks = isSpacedBefore && begin > after && groups > 0
                if isBetweenBlanks, !isKnown(begin..<groupEnd) { break }
                if groupEnd - begin < 2, groups > 0 { break }
            }
            groups += 1
            end = groupEnd
            at = groupEnd
            if isBlank(text, at), self.signLength(text, at + 1) != nil { at += 1 }
        }
        guard let end, !text.isDigit(end) else { return nil }
        return NumberSpan(range: start..<end, hasYear: hasYear)
    }

    /// The first digit of the number whose first sign is given.
    private static func start(_ text: TextBytes, _ sign: Int) -> Int? {
        var index = sign
        if index > 0, isBlank(text, index - 1) { index -= 1 }
        let letter = text.at(index - 1)
        if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "e"), text.isDigit(index - 2) { index -= 1 }
        let end = index
        while index > 0, text.isDigit(index - 1), end - index < 6 { index -= 1 }
        guard index < end else { return nil }
        let before = text.at(index - 1)
        switch before {
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"): return nil
        case UInt8(ascii: ","): return text.isDigit(index - 2) ? nil : index
        case 0x80...:
            // “số01/2012/NQ-HĐTP”: the blank is lost.
            if text.hasWord(so, at: index - so.count) { return index }
            if signLength(text, index - 3) != nil { return nil }
            return text.isAfterLetter(index) && !isAfterType(text, index) ? nil : index
        default: return text.isAfterLetter(index) && !isAfterType(text, index) ? nil : index
        }
    }

    /// Whether the name of a type ends right before a number: “Quyết định72/2002/QĐ-TTg”. Then, too, the blank is lost.
    private static func isAfterType(_ text: TextBytes, _ index: Int) -> Bool {
        lastSyllables.contains {
            text.hasWord($0, at: index - $0.count) && !text.isAfterLetter(index - $0.count)
        }
    }

    private static let lastSyllables = [
        "định", "quyết", "tư", "tịch", "thị", "luận", "dẫn", "lệnh", "luật", "hoạch", "báo", "trình",
    ].map { Array($0.utf8) }

    static let so = Array("số".utf8)

    /// Where the group of letters that begins at an index ends.
    private static func group(_ text: TextBytes, _ start: Int, isFirst: Bool) -> Int? {
        guard let first = text.letter(start), first.isCapital else {
            let isMark = !isFirst && text.at(start) == UInt8(ascii: "n") && text.at(start + 1) == UInt8(ascii: "b")
            return isMark && text.letter(start + 2) == nil && !text.isDigit(start + 2) ? start + 2 : nil
        }
        var index = start
        var capitals = 0
        var small = 0
        // Where the capitals that the group begins with end.
        var run = start
        while index < text.count, index - start < groupBytes {
            if let letter = text.letter(index) {
                index += letter.length
                if letter.isCapital { capitals += 1 } else { small += 1 }
                if small == 0 { run = index }
            } else if text.isDigit(index) {
                index += 1
                // `UBTVQH15`
                if small == 0 { run = index }
            } else if text.at(index) == UInt8(ascii: "&"), text.letter(index + 1)?.isCapital == true {
                index += 1
            } else if text.at(index) == UInt8(ascii: "."), capitals == 1, small == 0,
                text.letter(index + 1)?.isCapital == true
            {
                // T.Ư
                index += 1
            } else {
                break
            }
        }
        // TTg, CTr and QĐi have one small letter; words have more.
        if small <= 1 { return capitals > small ? index : nil }
        return beforeGluedWord(text, run, start, capitals: capitals)
    }

    /// “NĐ-CPngày 28”, “QĐ-TTgngày 10”: the blank behind the number is lost, and a word in small letters follows.
    private static func beforeGluedWord(_ text: TextBytes, _ run: Int, _ start: Int, capitals: Int) -> Int? {
        guard capitals >= 2, run - start >= 2 else { return nil }
        let isPrimeMinister =
            run - start == 2 && text.at(start) == UInt8(ascii: "T") && text.at(start + 1) == UInt8(ascii: "T")
            && text.at(run) == UInt8(ascii: "g")
        let end = isPrimeMinister ? run + 1 : run
        var index = end
        while let letter = text.letter(index) {
            if letter.isCapital { return nil }
            index += letter.length
        }
        return end
    }

    @inline(__always)
    private static func isBlank(_ text: TextBytes, _ index: Int) -> Bool {
        let byte = text.at(index)
        return byte == 0x20 || byte == 0x0A
    }

    /// The bytes of a slash or a dash at an index.
    @inline(__always)
    static func signLength(_ text: TextBytes, _ index: Int) -> Int? {
        switch text.at(index) {
        case UInt8(ascii: "/"), UInt8(ascii: "-"): return 1
        case 0xE2:
            let (second, third) = (text.at(index + 1), text.at(index + 2))
            if second == 0x80, third >= 0x90, third <= 0x95 { return 3 }
            return second == 0x88 && third == 0x92 ? 3 : nil
        default: return nil
        }
    }
}
