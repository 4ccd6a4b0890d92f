/// One term's entry, read: its postings, what was left out, and who spells it how.
struct TermEntry: Sendable {
    /// Records and their impact levels, highest levels first.
    private(set) var postings: [(record: Int, level: Int)] = []
    /// Postings in the second tier, and the highest level among them.
    private(set) var skipped = 0
    private(set) var skippedLevel = 0
    /// Records that have the term in a name, and its share of it.
    private(set) var named: [(record: Int, share: Int)] = []
    /// The marks that most records spell the term with.
    private(set) var mainMarks: [MarkCode] = []
    /// Records that never spell it so.
    private(set) var withoutMain: [Int] = []
    /// Other spellings with the records that have them.
    private(set) var others: [(marks: [MarkCode], records: [Int])] = []

    /// - Parameter syllables: 1 or 2, the number of mark characters in front.
    init(_ text: String, syllables: Int) {
        let sections = text.utf8.split(separator: SymbolCode.separator, omittingEmptySubsequences: false)
        guard let main = sections.first, main.count > syllables else { return }
        mainMarks = Self.marks(main, syllables)
        postings = Self.byLevel(main.dropFirst(syllables)).map { (record: $0, level: $1) }
        if sections.count > 1, let first = sections[1].first {
            skippedLevel = SymbolCode.symbol(first)
            skipped = SymbolCode.ids(in: sections[1].dropFirst()).first ?? 0
        }
        if sections.count > 2 { named = Self.byLevel(sections[2]).map { (record: $0, share: $1) } }
        if sections.count > 3 { withoutMain = SymbolCode.ids(in: sections[3]) }
        for section in sections.dropFirst(4) where section.count > syllables {
            others.append((Self.marks(section, syllables), SymbolCode.ids(in: section.dropFirst(syllables))))
        }
    }

    /// Levels, each followed by its records as gaps.
    private static func byLevel(_ bytes: Substring.UTF8View.SubSequence) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        var level = 0
        var next = 0
        var high = 0
        for byte in bytes {
            let symbol = SymbolCode.symbol(byte)
            let digit = symbol - SymbolCode.firstDigit
            if digit < 0 {
                level = symbol
                next = 0
                high = 0
            } else if digit >= SymbolCode.endingDigits {
                high = high &* SymbolCode.continuingDigits &+ digit - SymbolCode.endingDigits + 1
            } else {
                next = next &+ high &* SymbolCode.endingDigits &+ digit
                found.append((next, level))
                next = next &+ 1
                high = 0
            }
        }
        return found
    }

    private static func marks(_ bytes: Substring.UTF8View.SubSequence, _ count: Int) -> [MarkCode] {
        bytes.prefix(count).map { MarkCode(number: max(0, SymbolCode.symbol($0) - 1)) }
    }

    /// How a spelling answers to what was typed: as well as its worst syllable.
    private static func agreement(_ marks: [MarkCode], _ typed: [MarkCode]) -> MarkAgreement {
        zip(marks, typed).map { $0.agreement(with: $1) }.min() ?? .exact
    }

    /// The agreement of most records, and of those that differ.
    func agreements(with typed: [MarkCode]) -> (usual: MarkAgreement, exceptions: [Int: MarkAgreement]) {
        let usual = Self.agreement(mainMarks, typed)
        var exceptions: [Int: MarkAgreement] = [:]
        for record in withoutMain { exceptions[record] = .folded }
        for other in others {
            let agreement = Self.agreement(other.marks, typed)
            for record in other.records where agreement > exceptions[record] ?? usual {
                exceptions[record] = agreement
            }
        }
        return (usual, exceptions)
    }
}
