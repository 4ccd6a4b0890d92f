/// Cuts a list into runs that are worth a task of their own, and enough of them that no processor waits long.
public enum Chunks {
    /// Ranges of at most 64 items that cover `0..<count` in order.
    public static func of(_ count: Int, jobs: Int) -> [Range<Int>] {
        let size = max(1, min(64, count / max(1, jobs * 4)))
        return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}
