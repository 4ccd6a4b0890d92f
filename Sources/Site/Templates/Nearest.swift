/// Finds the name that was probably meant.
enum Nearest {
    /// The candidate with the fewest edits from `name`, when they are few for its length; ties in byte order.
    static func name(to name: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, name.utf8.count / 3)
        let ranked = candidates.map { (distance(Array(name.utf8), Array($0.utf8)), $0) }
            .filter { $0.0 <= limit && $0.0 > 0 }
        return ranked.min { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }?.1
    }

    /// Damerau–Levenshtein distance (optimal string alignment), in bytes.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                let same = a[i - 1] == b[j - 1]
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
            }
            before = last
            last = row
        }
        return last[b.count]
    }
}
