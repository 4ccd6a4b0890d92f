/// Years from left to right.
struct TimeAxis {
    let first: Double
    let last: Double
    let left: Double
    let right: Double

    /// From the year of the earliest moment to the latest, or to the day the picture goes up to.
    init(_ timeline: Timeline, left: Double, right: Double) {
        var first = timeline.today
        var last = timeline.today
        for stretch in timeline.life { first = min(first, stretch.from) }
        for stretch in timeline.life { last = max(last, stretch.to ?? stretch.from) }
        for event in timeline.lanes.lazy.flatMap(\.events) {
            first = min(first, event.when.lowerBound)
            last = max(last, event.when.upperBound)
        }
        self.first = first.rounded(.down)
        // Half a year of air keeps the last mark off the edge.
        self.last = max(last + 0.5, self.first + 1)
        self.left = left
        self.right = right
    }

    var unitsPerYear: Double { (right - left) / (last - first) }

    func position(_ year: Double) -> Double { left + (year - first) * unitsPerYear }

    /// The fewest years that take up a width: 1, 2, 5, 10, 20, …
    func step(_ width: Double) -> Int {
        var decade = 1
        while true {
            for step in [1, 2, 5] where Double(step * decade) * unitsPerYear >= width { return step * decade }
            decade *= 10
        }
    }

    /// Years that are named on the axis.
    var ticks: [Int] {
        let step = step(48)
        let start = (Int(first) + step - 1) / step * step
        return Array(stride(from: start, through: Int(last), by: step))
    }
}
