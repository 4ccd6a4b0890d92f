import Drawing

/// The axis of shares: from zero to the next quarter above the largest.
struct ShareScale {
    let top: Double
    let start: Double
    let length: Double

    /// Room that the values of an axis take below it.
    static let tickHeight = 18.0

    init(_ marks: [Chart.Mark], start: Double, length: Double) {
        let largest = marks.reduce(0.0) { max($0, $1.value ?? 0, $1.upper ?? 0) }
        self.init(top: [0.25, 0.5, 0.75].first { largest <= $0 * 0.97 } ?? 1, start: start, length: length)
    }

    init(top: Double, start: Double, length: Double) {
        self.top = top
        self.start = start
        self.length = length
    }

    func position(_ share: Double) -> Double { start + length * min(share, top) / top }

    /// Where grid lines stand, as shares.
    var ticks: [Double] {
        top == 0.25 ? [0, 0.05, 0.1, 0.15, 0.2, 0.25] : stride(from: 0, through: top, by: 0.25).map { $0 }
    }

    static func words(_ tick: Double) -> String { "\(Int((tick * 100).rounded()))%" }

    /// The values below an axis that lies level at `y`; those at the edges of the drawing stay within it.
    func drawTicks(_ y: Double, within width: Double, _ writer: inout SVGWriter) {
        for tick in ticks {
            let x = position(tick)
            let anchor: SVGWriter.Anchor = x < 12 ? .start : x > width - 12 ? .end : .middle
            writer.text(Self.words(tick), x, y + 14, "chart-tick", anchor)
        }
    }
}
