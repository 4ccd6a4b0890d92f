import VietnameseText

/// Finds where a text says what its short forms stand for.
struct AbbreviationScanner {
    private let text: UnsafeBufferPointer<UInt8>
    /// Bytes before a short form that may hold its long one.
    private static let reach = 240
    /// Words that a short form may leave out, so many of them.
    private static let small: Set = ["va", "cua", "cac", "ve", "cho", "trong"]
    private static let mostSmall = 2
    /// Words between the long form and “là”.
    private static let leads: Set = ["sau", "day", "duoc", "goi", "viet", "tat", "chung", "thong", "nhat"]
    /// “là ”, and what stands before it.
    private static let copula = Array("là ".utf8)
    private static let verbs = ["tắt ", "gọi "].map { Array($0.utf8) }

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// Calls `body` with each short form, folded, and the words it stands for, in lower case.
    func read(_ body: (String, String) -> Void) {
        for place in text.indices {
            switch text[place] {
            case UInt8(ascii: "("):
                guard let (short, end) = short(at: place + 1), short.utf8.count > 2, end < text.count,
                    text[end] == UInt8(ascii: ")"), let long = long(short, before: place, isExplicit: false)
                else { continue }
                body(short, long)
            case UInt8(ascii: "l"):
                guard holds(Self.copula, at: place), Self.verbs.contains(where: { holds($0, at: place - $0.count) }),
                    let (short, _) = short(at: place + Self.copula.count),
                    let long = long(short, before: place, isExplicit: true)
                else { continue }
                body(short, long)
            default: continue
            }
        }
    }

    private func holds(_ bytes: [UInt8], at place: Int) -> Bool {
        place >= 0 && place + bytes.count <= text.count
            && bytes.indices.allSatisfy { text[place + $0] == bytes[$0] }
    }

    /// The capitals at a place, folded, and where they end; nil when there are other letters or figures among them.
    private func short(at place: Int) -> (short: String, end: Int)? {
        guard place < text.count, (0x41...0x5A).contains(text[place]) || text[place] == 0xC4 else { return nil }
        var scanner = SyllableScanner(UnsafeBufferPointer(rebasing: text[place..<min(text.count, place + 40)]))
        guard scanner.next(), scanner.range.lowerBound == 0 else { return nil }
        let folded = String(decoding: scanner.folded, as: UTF8.self)
        let word = String(decoding: text[place..<(place + scanner.range.upperBound)], as: UTF8.self)
        guard Abbreviations.lengths.contains(word.count), word.allSatisfy(\.isUppercase) else { return nil }
        return (folded, place + scanner.range.upperBound)
    }

    /// The words before a place that begin with a short form's letters.
    private func long(_ short: String, before place: Int, isExplicit: Bool) -> String? {
        var start = max(0, place - Self.reach)
        while start < place, text[start] & 0xC0 == 0x80 { start += 1 }
        for at in start..<place where [0x0A, UInt8(ascii: "."), UInt8(ascii: ";")].contains(text[at]) { start = at + 1 }
        var words = Syllable.all(in: String(decoding: text[start..<place], as: UTF8.self))
        if isExplicit { while let last = words.last, Self.leads.contains(last.folded) { words.removeLast() } }
        let letters = Array(short.utf8)
        for end in stride(from: words.count, to: isExplicit ? 0 : max(0, words.count - 1), by: -1) {
            if let start = Self.start(of: letters, in: words[..<end]) {
                return words[start..<end].map(\.exact).joined(separator: " ")
            }
        }
        return nil
    }

    private static func start(of letters: [UInt8], in words: ArraySlice<Syllable>) -> Int? {
        var place = words.endIndex - 1
        var left = mostSmall
        for (index, letter) in letters.enumerated().reversed() {
            while place >= 0, words[place].folded.utf8.first != letter {
                guard index < letters.count - 1, left > 0, small.contains(words[place].folded) else { return nil }
                left -= 1
                place -= 1
            }
            guard place >= 0 else { return nil }
            place -= 1
        }
        return place + 1
    }
}
