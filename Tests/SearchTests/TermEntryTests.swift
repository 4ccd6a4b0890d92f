import Testing

@testable import Search

/// What is written for a term is what is read.
@Suite struct TermEntryTests {
    private func entry(_ postings: [PackedPosting], firstTier: Int) -> (main: TermEntry, rest: TermEntry?) {
        var encoder = TermEncoder(firstTier: firstTier)
        var bits = postings.map(\.bits).sorted()
        bits.withUnsafeMutableBufferPointer { buffer in encoder.add(first: 1, buffer[...]) }
        let entry = encoder.entries[0]
        let main = String(decoding: encoder.bytes[entry.range], as: UTF8.self)
        let rest = String(decoding: encoder.rest[entry.rest], as: UTF8.self)
        return (TermEntry(main, syllables: 1), rest.isEmpty ? nil : TermEntry(rest, syllables: 1))
    }

    private func posting(_ document: Int, _ level: Int, _ spelling: Int = 0) -> PackedPosting {
        PackedPosting(second: 0, document: document, level: level, spelling: UInt64(spelling))
    }

    @Test func postingsStandByLevel() {
        let (main, rest) = entry([posting(3, 5), posting(900, 32), posting(40_000, 5), posting(7, 1)], firstTier: 10)
        #expect(main.postings.map(\.record) == [900, 3, 40_000, 7])
        #expect(main.postings.map(\.level) == [32, 5, 5, 1])
        #expect(main.skipped == 0 && rest == nil)
    }

    @Test func spellingsAreKeptPerRecord() {
        let (main, _) = entry(
            [posting(1, 4, 12), posting(1, 0, 30), posting(2, 4, 12), posting(5, 4, 30), posting(9, 2, 12)],
            firstTier: 10)
        #expect(main.mainMarks == [MarkCode(number: 12)])
        #expect(main.withoutMain == [5])
        #expect(main.others.map(\.records) == [[1, 5]])
        let (usual, exceptions) = main.agreements(with: [MarkCode(number: 30)])
        #expect(usual == .folded)
        #expect(exceptions == [1: .exact, 5: .exact])
    }

    @Test func longListsAreCutBestFirstNewestFirst() throws {
        let (main, rest) = entry((0..<20).map { posting($0, $0 == 4 ? 9 : 3, $0 % 2) }, firstTier: 6)
        #expect(main.postings.map(\.record) == [4, 15, 16, 17, 18, 19])
        #expect(main.skipped == 14 && main.skippedLevel == 3)
        let second = try #require(rest)
        #expect(Set(main.postings.map(\.record)).union(second.postings.map(\.record)) == Set(0..<20))
        #expect(second.withoutMain == [1, 3, 5, 7, 9, 11, 13])
    }

    @Test func sharesOfNamesStandByRecord() throws {
        func named(_ document: Int, _ share: Int) -> PackedPosting {
            posting(document, 0, PackedPosting.namedSpelling + share)
        }
        let (main, none) = entry(
            [posting(3, 5), named(3, 32), posting(9, 7), posting(11, 7), named(11, 8)], firstTier: 10)
        #expect(main.named.map(\.record) == [3, 11] && main.named.map(\.share) == [32, 8])
        #expect(main.postings.map(\.record) == [9, 11, 3] && main.others.isEmpty && none == nil)
        // Each tier says it of its own records.
        let (first, second) = entry((0..<20).flatMap { [posting($0, 3), named($0, 4)] }, firstTier: 6)
        let rest = try #require(second)
        #expect(first.named.map(\.record) == [14, 15, 16, 17, 18, 19] && rest.named.map(\.record) == Array(0..<14))
    }

    @Test func damagedEntriesAreHarmless() {
        for text in ["", " ", "a", "    ", "~~~~~~~~", "!!!!", "\u{e9}"] { _ = TermEntry(text, syllables: 2) }
    }

    @Test func marksDoNotDependOnTonePlacement() {
        func code(_ text: String) -> MarkCode { MarkCode(of: text.utf8) }
        #expect(code("hòa") == code("hoà"))
        #expect(code("đường") != code("dương") && code("đuông") != code("đương"))
        #expect(code("ma").agreement(with: code("mã")) == .otherTone)
        #expect(code("mơ").agreement(with: code("mô")) == .folded)
    }
}
