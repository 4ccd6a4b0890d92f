/// The axis of shares: from zero to the next quarter above the largest.
struct ShareScale {
    let top: Double
    let start: Double
    let length: Double

    init(_ marks: [Chart.Mark], start: Double, length: Double) {
        let largest = marks.reduce(0.0) { max($0, $1.value ?? 0, $1.upper ?? 0) }
        top = [0.25, 0.5, 0.75].first { largest <= $0 * 0.97 } ?? 1
        self.start = start
        self.length = length
    }

    func position(_ share: Double) -> Double { start + length * min(share, top) / top }

    /// Where grid lines stand, as shares.
    var ticks: [Double] {
        top == 0.25 ? [0, 0.05, 0.1, 0.15, 0.2, 0.25] : stride(from: 0, through: top, by: 0.25).map { $0 }
    }
}
