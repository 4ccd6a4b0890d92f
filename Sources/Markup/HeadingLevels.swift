/// Turns the levels that an editor wrote into an outline without gaps: a heading lies one below the nearest
/// earlier heading that was written with fewer `#`.
struct HeadingLevels {
    private var open: [Int] = []

    /// From 1.
    mutating func depth(ofWritten level: Int) -> Int {
        while let last = open.last, last >= level { open.removeLast() }
        open.append(level)
        return open.count
    }
}
