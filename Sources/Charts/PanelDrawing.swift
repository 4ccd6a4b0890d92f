import Drawing

/// Small multiples: sets of bars on one scale, for each group or, with many groups, for each answer; two abreast where there
/// is room.
struct PanelDrawing {
    let width: ChartWidth
    let isDense: Bool

    func draw(_ panels: [Chart.Panel], _ writer: inout SVGWriter) -> Double {
        let abreast = width == .wide ? 2 : 1
        let gap = 40.0
        let span = (width.points - gap * Double(abreast - 1)) / Double(abreast)
        let all = panels.flatMap(\.marks)
        var y = 0.0
        for row in stride(from: 0, to: panels.count, by: abreast) {
            var bottom = y
            for (column, panel) in panels[row..<min(row + abreast, panels.count)].enumerated() {
                let left = Double(column) * (span + gap)
                let titles = TextFit.lines(panel.title, width: span * 0.94, most: 3)
                writer.lines(titles, left, y + 15, "chart-panel")
                let drawing = BarDrawing(
                    width: width, isDots: false, common: all, left: left, span: span, labelsAbove: !isDense)
                let top = y + Double(titles.count) * TextFit.lineHeight + 6
                bottom = max(bottom, drawing.draw(panel.marks, &writer, from: top))
            }
            y = bottom + 18
        }
        return y - 16
    }
}
