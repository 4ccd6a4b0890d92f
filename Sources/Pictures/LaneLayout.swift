import Drawing

/// Where the marks of a lane and their labels go: each label beside its mark, on the first row where it meets no other;
/// when they need more rows than there is room for, the lane is folded into counts by time.
enum LaneLayout {
    case single([Placed], rows: Int)
    case folded([Bin])

    struct Placed {
        var event: Int
        var x: Double
        var row: Int
        var label: String
        /// From the mark's middle to its label.
        var reach: Double
        /// The label stands left of its mark, because it would not fit right of it.
        var isLeft: Bool
    }

    /// The documents of a few years.
    struct Bin {
        var x: Double
        var years: ClosedRange<Int>
        var events: [Int]
    }

    static let mostSingle = 48
    private static let gap = 14.0
    private static let reach = 11.0

    init(_ lane: Timeline.Lane, _ axis: TimeAxis, mostRows: Int, labelWidth: Double) {
        guard lane.events.count <= Self.mostSingle,
            let placed = Self.placed(lane, axis, mostRows: mostRows, labelWidth: labelWidth)
        else {
            self = .folded(Self.bins(lane, axis))
            return
        }
        self = .single(placed, rows: (placed.map(\.row).max() ?? 0) + 1)
    }

    private static func placed(
        _ lane: Timeline.Lane, _ axis: TimeAxis, mostRows: Int, labelWidth: Double
    ) -> [Placed]? {
        var taken: [[ClosedRange<Double>]] = []
        var placed: [Placed] = []
        for (index, event) in lane.events.enumerated() {
            let x = axis.position(event.middle)
            let label = TextFit.line(event.document.label, width: labelWidth)
            // A label keeps clear of a mark that is as wide as a year.
            let reach = max(Self.reach, (event.when.upperBound - event.when.lowerBound) * axis.unitsPerYear / 2 + 9)
            let length = reach + TextFit.width(label)
            let isLeft = x + length > axis.right && x - length >= axis.left
            let room = isLeft ? (x - length - gap)...(x + gap) : (x - gap)...(x + length + gap)
            let row = taken.firstIndex { !$0.contains { $0.overlaps(room) } } ?? taken.count
            guard row < mostRows else { return nil }
            if row == taken.count { taken.append([]) }
            taken[row].append(room)
            placed.append(Placed(event: index, x: x, row: row, label: label, reach: reach, isLeft: isLeft))
        }
        return placed
    }

    private static func bins(_ lane: Timeline.Lane, _ axis: TimeAxis) -> [Bin] {
        let step = axis.step(38)
        var bins: [Bin] = []
        for (index, event) in lane.events.enumerated() {
            let start = Int(event.middle.rounded(.down)) / step * step
            if bins.last?.years.lowerBound == start {
                bins[bins.count - 1].events.append(index)
            } else {
                let middle = Double(start) + Double(step) / 2
                let x = min(max(axis.position(middle), axis.left + 16), axis.right - 16)
                bins.append(Bin(x: x, years: start...(start + step - 1), events: [index]))
            }
        }
        return bins
    }
}
