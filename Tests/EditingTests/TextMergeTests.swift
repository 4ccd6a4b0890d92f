import Testing

@testable import Editing

@Suite("Two versions of a text are compared and brought together by lines")
struct TextMergeTests {
    @Test("what one side changed is taken from it; where both changed a line otherwise, both are told")
    func merge() {
        let base = "một\nhai\nba\nbốn\nnăm\n"
        #expect(
            TextMerge.merge(base: base, mine: "một\nHAI\nba\nbốn\nnăm\n", theirs: "không\nmột\nhai\nba\nbốn\n")
                == .init(text: "không\nmột\nHAI\nba\nbốn\n", conflicts: []))
        let both = TextMerge.merge(base: base, mine: "một\nhai\nBA\nbốn\nnăm\n", theirs: "một\nhai\nba ba\nbốn\nNĂM\n")
        #expect(both.text == "một\nhai\nBA\nbốn\nNĂM\n")
        #expect(both.conflicts == [.init(base: ["ba"], mine: ["BA"], theirs: ["ba ba"], lines: 2..<3)])
        #expect(TextMerge.merge(base: base, mine: base + "sáu", theirs: base + "sáu").conflicts.isEmpty)
        #expect(TextMerge.merge(base: "a\r\nb", mine: "a\nb", theirs: "a\r\nc").text == "a\nc")
    }

    /// A text of lines that often repeat.
    private static func lines(_ random: inout SeededNumbers) -> [String] {
        (0..<random.below(30)).map { _ in random.pick(["", "", "a", "b", "c", "d\(random.below(60))"]) }
    }

    /// The same text with some lines otherwise.
    private static func changed(_ lines: [String], _ random: inout SeededNumbers) -> [String] {
        var lines = lines
        for _ in 0..<random.below(5) {
            let index = random.below(lines.count + 1)
            switch random.below(3) {
            case 0 where index < lines.count: lines.remove(at: index)
            case 1 where index < lines.count: lines[index] = "m\(random.below(9))"
            default: lines.insert("n\(random.below(9))", at: index)
            }
        }
        return lines
    }

    @Test(
        "of random texts, matches rise in both, a difference tells both, and a merge with an unchanged side is the other"
    )
    func random() {
        for seed in 0..<2_000 {
            var random = SeededNumbers(UInt64(seed))
            let old = Self.lines(&random)
            let new = random.isOne(in: 10) ? Self.lines(&random) : Self.changed(old, &random)
            let pairs = LineMatching(old, new).pairs
            #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
            #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
            let (before, after) = (old.joined(separator: "\n"), new.joined(separator: "\n"))
            let difference = LineDifference.between(before, after)
            #expect(difference.isEmpty == (before == after))
            #expect(
                difference.allSatisfy { line in
                    line.oldNumber.map { TextLines(before).lines[$0 - 1] == line.text } ?? true
                })
            #expect(
                difference.allSatisfy { line in
                    line.newNumber.map { TextLines(after).lines[$0 - 1] == line.text } ?? true
                })
            #expect(TextMerge.merge(base: before, mine: after, theirs: before) == .init(text: after, conflicts: []))
            #expect(TextMerge.merge(base: before, mine: before, theirs: after) == .init(text: after, conflicts: []))
            #expect(TextMerge.merge(base: before, mine: after, theirs: after) == .init(text: after, conflicts: []))
            let other = Self.changed(old, &random).joined(separator: "\n")
            let (mine, theirs) = (
                TextMerge.merge(base: before, mine: after, theirs: other),
                TextMerge.merge(base: before, mine: other, theirs: after)
            )
            #expect(mine.conflicts.count == theirs.conflicts.count)
            if mine.conflicts.isEmpty { #expect(mine.text == theirs.text) }
            for conflict in mine.conflicts {
                #expect(TextLines(mine.text).lines[conflict.lines].elementsEqual(conflict.mine))
            }
        }
    }

    @Test("a difference shows three lines around each change, and a gap for the rest")
    func difference() {
        let old = (1...30).map(String.init).joined(separator: "\n")
        let new = old.replacing("\n5\n", with: "\nnăm\n").replacing("\n20\n", with: "\n")
        let shown = LineDifference.between(old, new).map { line in
            switch line.kind {
            case .same: " \(line.text)"
            case .removed: "-\(line.text)"
            case .added: "+\(line.text)"
            case .gap: "…"
            }
        }
        #expect(
            shown == [
                " 2", " 3", " 4", "-5", "+năm", " 6", " 7", " 8", "…", " 17", " 18", " 19", "-20", " 21", " 22", " 23",
            ])
        #expect(LineDifference.between("e\u{302}\n", "ê\n").isEmpty)
    }

    @Test("long texts with hardly a line in common are compared within a second")
    func long() {
        let old = (0..<40_000).map { "\($0 % 3)\($0.isMultiple(of: 2) ? "" : " x\($0)")" }.joined(separator: "\n")
        let new = (0..<40_000).map { "\($0 % 5)\($0.isMultiple(of: 3) ? "" : " y\($0)")" }.joined(separator: "\n")
        let clock = ContinuousClock()
        let time = clock.measure { #expect(!LineDifference.between(old, new).isEmpty) }
        #expect(time < .seconds(10))
    }
}
