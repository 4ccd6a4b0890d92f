/// "Did you mean": the nearest known word.
public enum Spelling {
    /// The word nearest to what was typed, or nil when none is near. Words are compared folded; one slip is allowed from
    /// three letters on, two from six, three from twelve. Among equals the first in `words` wins, so give the most
    /// frequent first.
    public static func nearest(_ word: String, among words: [String]) -> String? {
        let typed = Array(Folding.fold(word).utf8)
        guard typed.count >= 2, typed.count <= longest else { return nil }
        let exactTyped = Syllable.all(in: word).map(\.exact)
        var best: (distance: Int, word: String)?
        var limit = allowed(typed.count)
        for candidate in words {
            let folded = Array(Folding.fold(candidate).utf8)
            if folded == typed {
                // Same letters: the marks decide, and nothing can be nearer than the word itself.
                if Syllable.all(in: candidate).map(\.exact) == exactTyped { return candidate }
                if best == nil || best?.distance != 0 { best = (0, candidate) }
                limit = 0
                continue
            }
            guard abs(folded.count - typed.count) <= limit else { continue }
            let distance = distance(typed, folded, limit: limit)
            if distance <= limit, distance < best?.distance ?? .max {
                best = (distance, candidate)
                limit = max(distance - 1, 0)
                if distance == 1 { limit = 0 }
            }
        }
        return best?.word
    }

    /// How many slips turn one word into the other, on folded text: a letter missing, added, wrong, or two swapped.
    public static func distance(_ first: String, _ second: String) -> Int {
        let first = Array(Folding.fold(first).utf8.prefix(longest))
        let second = Array(Folding.fold(second).utf8.prefix(longest))
        return distance(first, second, limit: .max)
    }

    /// Longer words are no misspelt syllables, and the table below grows with the square.
    private static let longest = 128

    private static func allowed(_ length: Int) -> Int {
        length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3
    }

    /// Damerau–Levenshtein distance in its restricted form (optimal string alignment): three rows, ended early when a
    /// whole row is beyond the limit.
    static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        var current = beforeLast
        for row in 1...first.count {
            current[0] = row
            var smallest = row
            for column in 1...second.count {
                let cost = first[row - 1] == second[column - 1] ? 0 : 1
                var value = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    value = min(value, beforeLast[column - 2] + 1)
                }
                current[column] = value
                smallest = min(smallest, value)
            }
            if smallest > limit { return smallest }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[second.count]
    }
}
