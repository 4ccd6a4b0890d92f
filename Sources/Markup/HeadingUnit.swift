/// The unit that a heading opens: “Chương I. …”, “Điều 5. …”, “I- …”, “1.1. …”, “Phụ lục II”.
struct HeadingUnit: Hashable {
    /// From the largest; a unit closes all open ones that are not larger.
    enum Rank: Int, Comparable {
        case annex, part, chapter, section, subsection, roman, article, number, point

        static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
    }

    var rank: Rank
    /// As anchors spell it: `thu-nhat`, `iv`, `5a`; empty for an annex without a number.
    var slug: String
    /// As printed.
    var label: String
    /// The parts of `1.1`.
    var parts: [String] = []
    /// Whether it is no annex but a document that the text promulgates, such as a Quy chế.
    var isAttachment = false

    static func read(_ title: UnsafeBufferPointer<UInt8>) -> HeadingUnit? {
        if let mark = ProvisionMark.read(title) {
            switch mark {
            case .number(let parts):
                return HeadingUnit(rank: .number, slug: parts.joined(separator: "-"), label: mark.label, parts: parts)
            case .point(let slug, let printed): return HeadingUnit(rank: .point, slug: slug, label: printed)
            }
        }
        // Every other unit begins with a letter of ASCII or with đ (C4), Ð (C3) or Ɖ (C6).
        guard let first = title.first, first >= UInt8(ascii: "A"), first <= 0xC6 else { return nil }
        for word in words {
            if let end = afterWord(title, word.spellings) { return named(word.rank, title, end) }
        }
        return lettered(title)
    }

    private static func named(_ rank: Rank, _ title: UnsafeBufferPointer<UInt8>, _ start: Int) -> HeadingUnit? {
        switch rank {
        case .annex:
            let number = afterWord(title, from: start, numberWords) ?? start
            if let (slug, range) = HeadingLabel.annex(title, number, label(title, number)) {
                return HeadingUnit(rank: rank, slug: slug, label: string(title, range))
            }
            return HeadingUnit(rank: rank, slug: "", label: "")
        case .part: return labelled(rank, title, start) ?? ordinalPart(title, start)
        default: return labelled(rank, title, start)
        }
    }

    /// “Phần A” and “Mục 2a” are units; with a longer word it is a title (“Mục đích”).
    private static func labelled(_ rank: Rank, _ title: UnsafeBufferPointer<UInt8>, _ start: Int) -> HeadingUnit? {
        let label = self.label(title, start)
        if rank < .article, isSmallRoman(title, label) {
            return HeadingUnit(rank: rank, slug: string(title, label), label: string(title, label).uppercased())
        }
        guard let slug = HeadingLabel.slug(title, label) else { return nil }
        if rank == .article, let (digits, end) = part(title, label.upperBound) {
            return HeadingUnit(
                rank: rank, slug: slug + "-" + digits, label: string(title, label.lowerBound..<end))
        }
        return HeadingUnit(rank: rank, slug: slug, label: string(title, label))
    }

    /// “chương ii.”, where no sentence goes on (“mục vi phạm”).
    private static func isSmallRoman(_ title: UnsafeBufferPointer<UInt8>, _ label: Range<Int>) -> Bool {
        !label.isEmpty && label.count <= 7 && title[label].allSatisfy { "ivx".utf8.contains($0) }
            && (label.upperBound == title.count || ".:-".utf8.contains(title[label.upperBound]))
    }

    /// The second figure of “Điều 14.1”.
    private static func part(_ title: UnsafeBufferPointer<UInt8>, _ start: Int) -> (digits: String, end: Int)? {
        guard start + 1 < title.count, title[start] == UInt8(ascii: ".") else { return nil }
        var end = start + 1
        while end < title.count, isDigit(title[end]), end - start <= 3 { end += 1 }
        guard end > start + 1, end == title.count || ".: ".utf8.contains(title[end]) else { return nil }
        return (string(title, start + 1..<end), end)
    }

    /// `I.`, `IV-`, `A.`: capitals, with punctuation after them unless the heading ends.
    private static func lettered(_ title: UnsafeBufferPointer<UInt8>) -> HeadingUnit? {
        let label = self.label(title, 0)
        let isPunctuated = label.upperBound < title.count && title[label.upperBound] != 0x20
        let next = label.upperBound + 1
        // “I - …” and “I – …”.
        let isSpacedDash = next < title.count && (title[next] == UInt8(ascii: "-") || title[next] == 0xE2)
        guard isPunctuated || isSpacedDash || label.upperBound == title.count else { return nil }
        if HeadingLabel.isRoman(title, label) {
            let printed = string(title, label)
            return HeadingUnit(rank: .roman, slug: printed.lowercased(), label: printed)
        }
        let isLetter = label.count == 1 || HeadingLabel.isCapitalD(title, label)
        guard isLetter, isPunctuated, let slug = HeadingLabel.slug(title, label) else { return nil }
        return HeadingUnit(rank: .section, slug: slug, label: string(title, label))
    }

    /// “Phần thứ hai mươi mốt”.
    private static func ordinalPart(_ title: UnsafeBufferPointer<UInt8>, _ start: Int) -> HeadingUnit? {
        let rest = String(decoding: UnsafeBufferPointer(rebasing: title[start...].prefix(60)), as: UTF8.self)
        let words = rest.split { $0 == " " || $0 == "\u{A0}" }
        guard words.first?.lowercased() == "thứ" else { return nil }
        var slugs: [String] = []
        var printed: [String] = []
        for word in words.dropFirst().prefix(3) {
            let bare = word.prefix { $0.isLetter }
            guard let slug = HeadingLabel.ordinals[bare.lowercased()] else { break }
            slugs.append(slug)
            printed.append(String(bare))
            if bare.count < word.count { break }
        }
        guard !slugs.isEmpty else { return nil }
        return HeadingUnit(
            rank: .part, slug: "thu-" + slugs.joined(separator: "-"),
            label: words[0] + " " + printed.joined(separator: " "))
    }

    // MARK: Bytes

    private struct Word {
        var rank: Rank
        /// As titles, in capitals, in small letters.
        var spellings: [[UInt8]]

        init(_ rank: Rank, _ spellings: String...) {
            self.rank = rank
            self.spellings = spellings.map { Array($0.utf8) }
        }
    }

    private static let words: [Word] = [
        Word(.article, "Điều", "ĐIỀU", "Ðiều", "ÐIỀU", "Ɖiều", "ƉIỀU", "điều"),
        Word(.chapter, "Chương", "CHƯƠNG", "chương"), Word(.section, "Mục", "MỤC", "mục"),
        Word(.subsection, "Tiểu mục", "TIỂU MỤC", "Tiểu Mục", "tiểu mục"), Word(.part, "Phần", "PHẦN", "phần"),
        Word(.annex, "Phụ lục", "PHỤ LỤC", "Phụ Lục", "phụ lục"),
    ]

    private static let numberWords = ["số", "SỐ", "Số"].map { Array($0.utf8) }

    /// Where the text goes on behind one of the words and the blanks after it.
    private static func afterWord(
        _ title: UnsafeBufferPointer<UInt8>, from start: Int = 0, _ spellings: [[UInt8]]
    ) -> Int? {
        for spelling in spellings where title.count - start >= spelling.count {
            var index = 0
            while index < spelling.count, title[start + index] == spelling[index] { index += 1 }
            guard index == spelling.count else { continue }
            let end = start + index
            if end == title.count { return end }
            let after = skipBlanks(title, end)
            // “Phụ lục:” and “Phụ lục.” too.
            if after > end || title[end] == UInt8(ascii: ":") || title[end] == UInt8(ascii: ".") { return after }
        }
        return nil
    }

    private static func skipBlanks(_ title: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < title.count {
            if title[index] == 0x20 {
                index += 1
            } else if title[index] == 0xC2, index + 1 < title.count, title[index + 1] == 0xA0 {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    /// Letters and digits of ASCII, đ, Đ and what looks like Đ.
    private static func label(_ title: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int> {
        var index = start
        while index < title.count {
            let byte = title[index]
            if isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) {
                index += 1
            } else if byte == 0xC4, index + 1 < title.count, title[index + 1] & 0xFE == 0x90 {
                index += 2
            } else if HeadingLabel.isCapitalD(title, index..<min(index + 2, title.count)) {
                index += 2
            } else if byte >= 0xC3, byte != 0xE2 {
                // Another letter: the word is longer than a label.
                return start..<start
            } else {
                break
            }
        }
        return start..<index
    }

    private static func string(_ title: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: title[range]), as: UTF8.self)
    }
}
