import Drawing

/// Bars that an ordered scale fills, from its first point to its last, with the points named once above them.
struct StackDrawing {
    let width: ChartWidth
    let scale: [String]
    /// What a gap in a bar means.
    let withheld: String

    private static let height = 28.0

    func draw(_ rows: [Chart.Stack], _ writer: inout SVGWriter) -> Double {
        var y = drawKey(&writer, hasGaps: rows.contains { $0.parts.contains { $0.value == nil } })
        for row in rows {
            let labels = TextFit.lines(row.label, width: width.points)
            writer.lines(labels, 0, y + 14, "chart-label")
            y += Double(labels.count) * TextFit.lineHeight + 2
            draw(row, y, &writer)
            y += Self.height + 12
        }
        return y
    }

    /// Parts that are shown lie where they would in a full bar: those before a gap from the left, those behind the last
    /// gap from the right. What is withheld is the open space between, as one.
    private func draw(_ row: Chart.Stack, _ y: Double, _ writer: inout SVGWriter) {
        let full = width.points
        let shown = row.parts.reduce(0.0) { $0 + ($1.value ?? 0) }
        guard row.parts.contains(where: { $0.value != nil }) else {
            writer.rectangle(0.5, y, full - 1, Self.height, "chart-gap")
            writer.text(withheld, 8, y + 19, "chart-withheld")
            return
        }
        let firstGap = row.parts.firstIndex { $0.value == nil } ?? row.parts.count
        var x = 0.0
        for (index, part) in row.parts.enumerated() {
            if index == firstGap {
                let room = max(0, 1 - shown) * full
                writer.rectangle(x + 0.5, y, room - 1, Self.height, "chart-gap")
                x += room
            }
            guard let value = part.value else { continue }
            let length = value * full
            let shade = ScaleShade(index, of: row.parts.count)
            writer.rectangle(x, y, length, Self.height, "chart-part shade-\(shade.step)")
            if TextFit.width(part.text) + 6 <= length {
                writer.text(part.text, x + length / 2, y + 19, "chart-part-text on-shade-\(shade.step)", .middle)
            }
            x += length
        }
    }

    /// The points of the scale with their shades, in reading order.
    private func drawKey(_ writer: inout SVGWriter, hasGaps: Bool) -> Double {
        var x = 0.0
        var y = 0.0
        var entries = scale.enumerated().map {
            ("chart-part shade-\(ScaleShade($0.offset, of: scale.count).step)", $0.element)
        }
        if hasGaps { entries.append(("chart-gap", withheld)) }
        for (name, text) in entries {
            let lines = TextFit.lines(text, width: width.points - 24, most: 2)
            let needed = 20 + (lines.map { TextFit.width($0) }.max() ?? 0) + 18
            if x > 0, x + needed - 18 > width.points {
                x = 0
                y += 24
            }
            writer.rectangle(x + 0.5, y + 2.5, 13, 13, name)
            writer.lines(lines, x + 20, y + 14, "chart-key")
            if lines.count > 1 { y += TextFit.lineHeight }
            x += needed
        }
        return y + 34
    }
}

/// Which of seven shades a point of a scale has: the ends of the scale have the ends of the ramp.
struct ScaleShade {
    let step: Int

    init(_ index: Int, of count: Int) {
        step = count > 1 ? Int((Double(index) * 6 / Double(count - 1)).rounded()) : 0
    }
}
