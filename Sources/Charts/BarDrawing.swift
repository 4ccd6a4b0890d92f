import Drawing

/// Bars or dots, one below the other, each with its label and its share.
struct BarDrawing {
    let width: ChartWidth
    let isDots: Bool
    /// The scale of all panels, so that they can be compared; the marks' own otherwise.
    var common: [Chart.Mark] = []
    var left = 0.0
    var span: Double?
    var labelsAbove = false

    private var full: Double { span ?? width.points }
    /// Whether the bars are a part of the drawing's width, beside others.
    private var isPanel: Bool { span != nil }
    private var isAbove: Bool { labelsAbove || width == .narrow && !isPanel }
    private var labelWidth: Double { isAbove ? full : full * (isPanel ? 0.38 : 0.32) }
    /// Room for the share at the end of the longest bar.
    private var textRoom: Double { isDots ? 150 : 60 }

    /// Draws and gives the height used, the start included.
    func draw(_ marks: [Chart.Mark], _ writer: inout SVGWriter, from top: Double) -> Double {
        let start = left + (isAbove ? 0 : labelWidth + 12)
        let scale = ShareScale(
            common.isEmpty ? marks : common, start: start,
            length: left + full - start - (width == .narrow && isDots ? 112 : textRoom))
        var y = top
        var grid = SVGWriter()
        var rows = SVGWriter()
        for mark in marks {
            let labels = TextFit.lines(mark.label, width: labelWidth)
            let labelHeight = Double(labels.count) * TextFit.lineHeight
            let barTop: Double
            let rowHeight: Double
            if isAbove {
                rows.lines(labels, left, y + 14, "chart-label")
                barTop = y + labelHeight + 2
                rowHeight = labelHeight + 2 + 20 + 8
            } else {
                rowHeight = max(labelHeight, 22) + (isPanel ? 4 : 8)
                rows.lines(labels, left, y + (rowHeight - labelHeight) / 2 + 15, "chart-label")
                barTop = y + (rowHeight - 20) / 2
            }
            draw(mark, scale, barTop, &rows)
            y += rowHeight
        }
        for tick in scale.ticks {
            let x = scale.position(tick)
            grid.line(x, top, x, y, tick == 0 ? "chart-axis" : "chart-grid")
        }
        scale.drawTicks(y, within: width.points, &grid)
        writer.append(grid)
        writer.append(rows)
        return y + ShareScale.tickHeight
    }

    private func draw(_ mark: Chart.Mark, _ scale: ShareScale, _ top: Double, _ writer: inout SVGWriter) {
        let middle = top + 10
        guard let value = mark.value else {
            writer.text(mark.text, scale.start + 6, middle + 5, "chart-withheld")
            return
        }
        let x = scale.position(value)
        var end = x
        if !isDots {
            writer.rectangle(
                scale.start, top, x - scale.start, 20, mark.isNeutral ? "chart-bar no-opinion" : "chart-bar")
        }
        if let lower = mark.lower, let upper = mark.upper {
            let from = scale.position(lower)
            let to = scale.position(upper)
            end = max(end, to)
            writer.line(from, middle, to, middle, "chart-interval")
            writer.line(from, middle - 5, from, middle + 5, "chart-interval")
            writer.line(to, middle - 5, to, middle + 5, "chart-interval")
        }
        if isDots { writer.circle(x, middle, 6, mark.isNeutral ? "chart-dot no-opinion" : "chart-dot") }
        writer.text(mark.text, end + 8, middle + 5, "chart-value")
    }
}
