/// Brings together two texts that were made from one, line by line.
public enum TextMerge {
    public struct Merged: Sendable, Equatable {
        /// Where both changed the same lines otherwise, mine stand.
        public var text: String
        public var conflicts: [Conflict]
    }

    /// Lines that both texts changed, each in its way.
    public struct Conflict: Sendable, Equatable {
        public var base: [String]
        public var mine: [String]
        public var theirs: [String]
        /// Where mine stand in the merged text, in lines from 0.
        public var lines: Range<Int>
    }

    public static func merge(base: String, mine: String, theirs: String) -> Merged {
        var merge = ThreeWay(TextLines(base).lines, TextLines(mine).lines, TextLines(theirs).lines)
        merge.run()
        return Merged(text: merge.merged.joined(separator: "\n"), conflicts: merge.conflicts)
    }

    /// The rule of diff3: between lines that are the same in all three, what only one side changed is taken from it.
    private struct ThreeWay {
        let base: [String]
        let mine: [String]
        let theirs: [String]
        var merged: [String] = []
        var conflicts: [Conflict] = []

        init(_ base: [String], _ mine: [String], _ theirs: [String]) {
            self.base = base
            self.mine = mine
            self.theirs = theirs
        }

        mutating func run() {
            let inMine = Self.partners(LineMatching(base, mine).pairs, base.count)
            let inTheirs = Self.partners(LineMatching(base, theirs).pairs, base.count)
            var (b, m, t) = (0, 0, 0)
            for line in base.indices {
                guard let i = inMine[line], let j = inTheirs[line] else { continue }
                take(b..<line, m..<i, t..<j)
                merged.append(mine[i])
                (b, m, t) = (line + 1, i + 1, j + 1)
            }
            take(b..<base.count, m..<mine.count, t..<theirs.count)
        }

        private mutating func take(_ b: Range<Int>, _ m: Range<Int>, _ t: Range<Int>) {
            let (old, own, other) = (Array(base[b]), Array(mine[m]), Array(theirs[t]))
            if own == old {
                merged += other
                return
            }
            if other != old, other != own {
                let lines = merged.count..<merged.count + own.count
                conflicts.append(Conflict(base: old, mine: own, theirs: other, lines: lines))
            }
            merged += own
        }

        private static func partners(_ pairs: [LineMatching.Pair], _ count: Int) -> [Int?] {
            var partners: [Int?] = Array(repeating: nil, count: count)
            for pair in pairs { partners[pair.old] = pair.new }
            return partners
        }
    }
}
