import Drawing

/// Bars that an ordered scale fills, from its first point to its last, with the points named once above them.
///
/// What is no opinion is grey and hatched, so that it is told from the scale without colour too.
struct StackDrawing {
    let width: ChartWidth
    let scale: [Chart.ScalePoint]
    /// What a gap in a bar means.
    let withheld: Chart.WithheldWords

    private static let height = 28.0

    func draw(_ rows: [Chart.Stack], _ writer: inout SVGWriter) -> Double {
        var y = drawKey(&writer, hasGaps: rows.contains { $0.parts.contains { $0.value == nil } })
        for row in rows {
            let labels = TextFit.lines(row.label, width: width.points)
            writer.lines(labels, 0, y + 14, "chart-label")
            y += Double(labels.count) * TextFit.lineHeight + 2
            draw(row, y, &writer)
            y += Self.height
            y += drawWithheld(row, y, &writer) + 10
        }
        let axis = ShareScale(top: 1, start: 0.5, length: width.points - 1)
        for tick in axis.ticks {
            writer.line(axis.position(tick), y - 6, axis.position(tick), y, "chart-axis")
        }
        writer.line(axis.position(0), y - 6, axis.position(1), y - 6, "chart-axis")
        axis.drawTicks(y, within: width.points, &writer)
        return y + ShareScale.tickHeight
    }

    /// Parts that are shown lie where they would in a full bar: those before a gap from the left, those behind the last
    /// gap from the right. What is withheld is the open space between, as one.
    private func draw(_ row: Chart.Stack, _ y: Double, _ writer: inout SVGWriter) {
        let full = width.points
        let shown = row.parts.reduce(0.0) { $0 + ($1.value ?? 0) }
        guard row.parts.contains(where: { $0.value != nil }) else {
            writer.rectangle(0.5, y, full - 1, Self.height, "chart-gap")
            writer.text(withheld.long, 8, y + 19, "chart-withheld")
            return
        }
        let firstGap = row.parts.firstIndex { $0.value == nil } ?? row.parts.count
        var x = 0.0
        for (index, part) in row.parts.enumerated() {
            if index == firstGap {
                let room = max(0, 1 - shown) * full
                drawGap(x, y, room, &writer)
                x += room
            }
            guard let value = part.value else { continue }
            let length = value * full
            let shade = ScaleShade(index, of: scale)
            draw(shade, x, y, length, Self.height, &writer)
            if TextFit.width(part.text) + 6 <= length {
                writer.text(part.text, x + length / 2, y + 19, "chart-part-text \(shade.textName)", .middle)
            }
            x += length
        }
        writer.rectangle(0.5, y, full - 1, Self.height, "chart-frame")
    }

    private func drawGap(_ x: Double, _ y: Double, _ room: Double, _ writer: inout SVGWriter) {
        writer.rectangle(x + 0.5, y + 0.5, room - 1, Self.height - 1, "chart-gap")
        let word = [withheld.long, withheld.short].first { TextFit.width($0, size: 12.5) + 6 <= room }
        if let word { writer.text(word, x + room / 2, y + 18, "chart-withheld", .middle) }
    }

    /// Which points a bar withholds, below it; the height used. A bar with nothing to show says so itself.
    private func drawWithheld(_ row: Chart.Stack, _ y: Double, _ writer: inout SVGWriter) -> Double {
        let names = row.parts.filter { $0.value == nil }.map(\.label)
        guard !names.isEmpty, names.count < row.parts.count else { return 0 }
        let lines = TextFit.lines(
            "\(withheld.short): \(names.joined(separator: "; "))", width: width.points, most: 2, size: 12.5)
        for (index, line) in lines.enumerated() {
            writer.text(line, 0, y + 15 + Double(index) * 17, "chart-withheld")
        }
        return Double(lines.count) * 17 + 4
    }

    private func draw(
        _ shade: ScaleShade, _ x: Double, _ y: Double, _ length: Double, _ height: Double, _ writer: inout SVGWriter
    ) {
        writer.rectangle(x, y, length, height, "chart-part \(shade.name)")
        guard shade.step == nil else { return }
        writer.path(Self.hatch(x, y, length, height), "chart-hatch")
    }

    /// Lines that rise to the right, within a rectangle.
    private static func hatch(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [SVGWriter.Step] {
        stride(from: 4 - height, to: width, by: 6).flatMap { offset -> [SVGWriter.Step] in
            let left = max(0, offset)
            let right = min(width, offset + height)
            guard right > left else { return [] }
            return [
                .move(x + left, y + height - (left - offset)), .line(x + right, y + height - (right - offset)),
            ]
        }
    }

    /// The points of the scale with their shades, in reading order.
    private func drawKey(_ writer: inout SVGWriter, hasGaps: Bool) -> Double {
        var x = 0.0
        var y = 0.0
        var entries = scale.enumerated().map {
            (shade: ScaleShade?.some(ScaleShade($0.offset, of: scale)), text: $0.element.label)
        }
        if hasGaps { entries.append((nil, withheld.long)) }
        for (shade, text) in entries {
            let lines = TextFit.lines(text, width: width.points - 24, most: 2)
            let needed = 20 + (lines.map { TextFit.width($0) }.max() ?? 0) + 18
            if x > 0, x + needed - 18 > width.points {
                x = 0
                y += 24
            }
            if let shade { draw(shade, x + 0.5, y + 2.5, 13, 13, &writer) }
            writer.rectangle(x + 0.5, y + 2.5, 13, 13, shade == nil ? "chart-gap" : "chart-frame")
            writer.lines(lines, x + 20, y + 14, "chart-key")
            if lines.count > 1 { y += TextFit.lineHeight }
            x += needed
        }
        return y + 34
    }
}

/// Which of thirteen shades a point of a scale has: the ends of the scale have the ends of the ramp, which goes apart from its
/// middle, and the steps between are alike for scales of two, three, four, five, seven and thirteen points. What is no opinion
/// has none.
struct ScaleShade {
    let step: Int?

    init(_ index: Int, of scale: [Chart.ScalePoint]) {
        guard !scale[index].isNeutral else {
            step = nil
            return
        }
        let place = scale[..<index].count { !$0.isNeutral }
        let count = scale.count { !$0.isNeutral }
        step = count > 1 ? Int((Double(place) * 12 / Double(count - 1)).rounded()) : 0
    }

    var name: String { step.map { "shade-\($0)" } ?? "no-opinion" }

    /// Of the text on it.
    var textName: String {
        switch step {
        case nil: "on-hatch"
        case .some(3...9): "on-middle"
        case .some: "on-end"
        }
    }
}
