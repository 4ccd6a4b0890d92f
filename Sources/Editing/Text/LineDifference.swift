/// What is different between two texts, by lines: for showing what a save will change.
public enum LineDifference {
    /// Lines that differ with three lines around them. Lines are the same when their letters are, composed or not.
    public static func between(_ old: String, _ new: String) -> [DifferenceLine] {
        let (before, after) = (TextLines(old).lines, TextLines(new).lines)
        var all: [DifferenceLine] = []
        var (i, j) = (0, 0)
        func change(to old: Int, _ new: Int) {
            while i < old {
                all.append(DifferenceLine(.removed, before[i], old: i + 1, new: nil))
                i += 1
            }
            while j < new {
                all.append(DifferenceLine(.added, after[j], old: nil, new: j + 1))
                j += 1
            }
        }
        for pair in LineMatching(before, after).pairs {
            change(to: pair.old, pair.new)
            all.append(DifferenceLine(.same, after[j], old: i + 1, new: j + 1))
            (i, j) = (i + 1, j + 1)
        }
        change(to: before.count, after.count)
        return hunks(all)
    }

    private static let around = 3

    /// Leaves out lines that are far from any change; a gap stands for them.
    private static func hunks(_ all: [DifferenceLine]) -> [DifferenceLine] {
        var isShown = Array(repeating: false, count: all.count)
        for (index, line) in all.enumerated() where line.kind != .same {
            for near in max(0, index - around)...min(all.count - 1, index + around) { isShown[near] = true }
        }
        var shown: [DifferenceLine] = []
        for (index, line) in all.enumerated() {
            if isShown[index] {
                shown.append(line)
            } else if shown.last.map({ $0.kind != .gap }) ?? false, isShown[index...].contains(true) {
                shown.append(DifferenceLine(.gap, "", old: nil, new: nil))
            }
        }
        return shown
    }
}

/// A line of a difference.
public struct DifferenceLine: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case same, removed, added
        /// Lines that are the same, left out.
        case gap
    }

    public var kind: Kind
    public var text: String
    /// The line's number in each text, from 1; nil where it does not stand there.
    public var oldNumber: Int?
    public var newNumber: Int?

    init(_ kind: Kind, _ text: String, old: Int?, new: Int?) {
        self.kind = kind
        self.text = text
        oldNumber = old
        newNumber = new
    }
}
