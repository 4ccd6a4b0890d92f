import Drawing

/// Lines over the surveys that put the same question. A line breaks where a survey has nothing to show, and where the
/// wording changed: what lies on either side is not one measurement.
struct TrendDrawing {
    let trend: Chart.Trend

    /// All lines in one frame, each named at its end.
    func drawTogether(_ writer: inout SVGWriter) -> Double {
        let frame = Frame(left: 44, right: 480, top: 14, bottom: 290)
        let scale = vertical(frame)
        drawFrame(frame, scale, &writer)
        var ends: [(x: Double, y: Double, text: String, index: Int)] = []
        for (index, line) in trend.lines.enumerated() {
            draw(line, frame, scale, name(index), &writer)
            if let last = line.points.lastIndex(where: { $0.value != nil }), let value = line.points[last].value {
                ends.append((x(last, frame), scale(value), "\(line.label) \(line.points[last].text)", index))
            }
        }
        // Labels keep clear of each other, in the order of their lines.
        var free = frame.top
        for end in ends.sorted(by: { ($0.y, $0.index) < ($1.y, $1.index) }) {
            let lines = TextFit.lines(end.text, width: 680 - frame.right - 26, most: 2)
            let y = max(free, end.y - 9)
            // From the last point, wherever in time it lies.
            if frame.right - end.x > 20 { writer.line(end.x + 6, end.y, frame.right + 6, end.y, "chart-leader") }
            writer.line(frame.right + 6, end.y, frame.right + 18, y + 9, "chart-leader")
            writer.lines(lines, frame.right + 22, y + 14, "chart-label")
            free = y + Double(lines.count) * TextFit.lineHeight
        }
        return max(frame.bottom + 46, free + 8)
    }

    /// A frame for each line: on a narrow page there is no room for names beside them.
    func drawApart(_ writer: inout SVGWriter) -> Double {
        var top = 0.0
        for (index, line) in trend.lines.enumerated() {
            let titles = TextFit.lines(line.label, width: 310)
            writer.lines(titles, 0, top + 15, "chart-panel")
            top += Double(titles.count) * TextFit.lineHeight + 12
            let frame = Frame(left: 44, right: 300, top: top, bottom: top + 110)
            let scale = vertical(frame)
            drawFrame(frame, scale, &writer)
            draw(line, frame, scale, name(index), &writer, withText: true)
            top = frame.bottom + 52
        }
        return top
    }

    /// Classes of a line. What is no opinion is grey and takes no place among the patterns; what the title speaks of is accented.
    private func name(_ index: Int) -> String {
        guard !trend.lines[index].isNeutral else { return "chart-line no-opinion" }
        let pattern = trend.lines[..<index].count { !$0.isNeutral } % 6
        return "chart-line line-\(pattern)" + (index == trend.subject ? " is-subject" : "")
    }

    private struct Frame {
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
    }

    private func vertical(_ frame: Frame) -> (Double) -> Double {
        let scale = ShareScale(trend.lines.flatMap(\.points), start: 0, length: frame.bottom - frame.top)
        return { frame.bottom - scale.position($0) }
    }

    private var ticks: [Double] { ShareScale(trend.lines.flatMap(\.points), start: 0, length: 1).ticks }

    private func x(_ time: Int, _ frame: Frame) -> Double {
        guard let first = trend.times.first?.position, let last = trend.times.last?.position, last > first else {
            return (frame.left + frame.right) / 2
        }
        let inset = 14.0
        return frame.left + inset + (frame.right - frame.left - 2 * inset) * (trend.times[time].position - first)
            / (last - first)
    }

    private func drawFrame(_ frame: Frame, _ scale: (Double) -> Double, _ writer: inout SVGWriter) {
        for tick in ticks {
            writer.line(frame.left, scale(tick), frame.right, scale(tick), tick == 0 ? "chart-axis" : "chart-grid")
            writer.text(ShareScale.words(tick), frame.left - 6, scale(tick) + 5, "chart-tick", .end)
        }
        var free = -Double.infinity
        for (index, time) in trend.times.enumerated() {
            let x = x(index, frame)
            let width = TextFit.width(time.label)
            if x - width / 2 > free {
                writer.text(time.label, x, frame.bottom + 20, "chart-tick", .middle)
                free = x + width / 2 + 4
            }
            guard let note = time.breakNote, index > 0 else { continue }
            let between = (self.x(index - 1, frame) + x) / 2
            writer.line(between, frame.top - 6, between, frame.bottom + 4, "chart-break")
            writer.text(note, between, frame.bottom + 38, "chart-note", .middle)
        }
    }

    private func draw(
        _ line: Chart.Trend.Line, _ frame: Frame, _ scale: (Double) -> Double, _ name: String,
        _ writer: inout SVGWriter,
        withText: Bool = false
    ) {
        var run: [(x: Double, y: Double)] = []
        var runs: [[(x: Double, y: Double)]] = []
        for (index, point) in line.points.enumerated() {
            if trend.times[index].breakNote != nil || point.value == nil {
                runs.append(run)
                run = []
            }
            guard let value = point.value else { continue }
            if let lower = point.lower, let upper = point.upper {
                writer.line(x(index, frame), scale(lower), x(index, frame), scale(upper), "chart-interval")
            }
            run.append((x(index, frame), scale(value)))
        }
        runs.append(run)
        for run in runs where run.count > 1 { writer.polyline(run, name) }
        for point in runs.joined() { writer.circle(point.x, point.y, 4, name.replacingLine) }
        guard withText else { return }
        let shown = line.points.indices.filter { line.points[$0].value != nil }
        for (index, point) in line.points.enumerated() {
            guard let value = point.value else { continue }
            guard index == shown.first || index == shown.last else { continue }
            // Clear of the interval: above it, or below where the frame leaves no room.
            let above = scale(point.upper ?? value) - 9
            let y = above - 12 < frame.top - 12 ? scale(point.lower ?? value) + 19 : above
            // Clear of the words at the scale.
            let least = frame.left + TextFit.width(point.text, isBold: true) / 2
            writer.text(point.text, max(x(index, frame), least), y, "chart-value", .middle)
        }
    }
}

extension String {
    /// The class of a line's points beside that of the line.
    fileprivate var replacingLine: String { "chart-point" + dropFirst("chart-line".count) }
}
