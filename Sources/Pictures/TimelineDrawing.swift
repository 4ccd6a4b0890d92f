import Drawing

/// Draws a timeline: years above, the document's own life below them, then a lane for each way in which others bear on it.
struct TimelineDrawing {
    let timeline: Timeline
    let width: FigureWidth

    /// On a wide page lanes are named beside the axis, on a narrow one above their marks.
    private var isWide: Bool { width == .wide }
    private static let rowHeight = 24.0
    private static let laneGap = 10.0
    private static let nameWidth = 148.0

    func draw(_ writer: inout SVGWriter) -> Double {
        let axis = TimeAxis(timeline, left: isWide ? Self.nameWidth + 20 : 8, right: width.points - 8)
        var marks = SVGWriter()
        var y = 30.0
        if !timeline.life.isEmpty {
            y = drawName(timeline.words.itself, nil, y, "pic-name pic-own", &marks)
            y = drawLife(axis, y, &marks)
        }
        for lane in timeline.lanes {
            marks.line(0, y, width.points, y, "pic-rule")
            y = drawLane(lane, axis, y + Self.laneGap, &marks) + Self.laneGap
        }
        drawAxis(axis, bottom: y, &writer)
        writer.append(marks)
        return y + 22
    }

    private func drawAxis(_ axis: TimeAxis, bottom: Double, _ writer: inout SVGWriter) {
        for year in axis.ticks {
            let x = axis.position(Double(year))
            writer.line(x, 20, x, bottom, "pic-grid")
            let text = String(year)
            let half = TextFit.width(text) / 2
            writer.text(text, min(max(x, half), width.points - half), 14, "pic-small", .middle)
        }
        let x = axis.position(timeline.today)
        writer.line(x, 20, x, bottom + 4, "pic-today")
        writer.text(timeline.words.today, min(x + 4, width.points), bottom + 18, "pic-small", .end)
    }

    /// Gives where what belongs to the name begins.
    private func drawName(
        _ name: String, _ address: String?, _ y: Double, _ style: String, _ writer: inout SVGWriter
    ) -> Double {
        let room = isWide ? Self.nameWidth : width.points
        writer.link(address) {
            $0.lines(TextFit.lines(name, width: room, most: 2, isBold: true), 0, y + 15, style)
        }
        return isWide ? y : y + 22
    }

    // MARK: Its own life

    private func drawLife(_ axis: TimeAxis, _ top: Double, _ writer: inout SVGWriter) -> Double {
        // A word above each stretch that has room for it, and above the last, which is the one of today, in any case: no
        // word may stand over another stretch. The list has them all.
        let lastWord = timeline.life.last.map { TextFit.width($0.status.word) } ?? 0
        let lastStart = min(timeline.life.last.map { axis.position($0.from) } ?? axis.right, axis.right - lastWord)
        for (index, stretch) in timeline.life.enumerated() {
            let start = axis.position(stretch.from)
            let end = axis.position(stretch.to ?? timeline.today)
            draw(stretch.status.code, start, end, top + 22, isOpen: stretch.to == nil, &writer)
            let isLast = index == timeline.life.count - 1
            guard isLast || start + TextFit.width(stretch.status.word) + 10 <= min(end, lastStart) else { continue }
            writer.text(
                stretch.status.word, isLast ? lastStart : start, top + 14, "pic-small pic-\(stretch.status.code)")
        }
        return top + 46
    }

    /// A stretch as a bar: full in force, half when it is in part, hollow before its time or unverified, a line once ended.
    private func draw(
        _ code: String, _ start: Double, _ end: Double, _ y: Double, isOpen: Bool, _ writer: inout SVGWriter
    ) {
        let length = max(2, end - start)
        let name = "life life-\(code)"
        switch code {
        case "in-force": writer.rectangle(start, y, length, 12, name)
        case "partly-expired":
            writer.rectangle(start, y, length, 12, name)
            writer.rectangle(start, y + 6, length, 6, name + " life-half")
        case "expired", "replaced": writer.line(start, y + 6, start + length, y + 6, name)
        case "suspended":
            writer.line(start, y + 2, start + length, y + 2, name)
            writer.line(start, y + 10, start + length, y + 10, name)
        default: writer.rectangle(start, y, length, 12, name)
        }
        writer.line(start, y - 3, start, y + 15, "life-edge")
        if isOpen {
            writer.path([.move(end + 2, y + 1), .line(end + 7, y + 6), .line(end + 2, y + 11)], "life-on")
        }
    }

    // MARK: Lanes

    private func drawLane(_ lane: Timeline.Lane, _ axis: TimeAxis, _ top: Double, _ writer: inout SVGWriter) -> Double {
        let nameLines = TextFit.lines(
            lane.label, width: isWide ? Self.nameWidth : width.points, most: 2, isBold: true
        ).count
        var y = drawName(lane.label, lane.address, top, "pic-name", &writer)
        switch LaneLayout(lane, axis, mostRows: isWide ? 6 : 8, labelWidth: isWide ? 170 : 140) {
        case .single(let placed, let rows):
            for place in placed { draw(lane.events[place.event], place, axis, y, &writer) }
            y += placed.isEmpty ? 0 : Double(rows) * Self.rowHeight
        case .folded(let bins):
            for bin in bins { draw(bin, lane, y + 18, &writer) }
            y += 36
        }
        if let undated = lane.undated {
            let lines = TextFit.lines(undated, width: axis.right - axis.left, most: 3)
            writer.lines(lines, axis.left, y + 15, "pic-small")
            y += Double(lines.count) * TextFit.lineHeight + 4
        }
        return max(y, top + (isWide ? Double(nameLines) * TextFit.lineHeight + 4 : 0))
    }

    private func draw(
        _ event: Timeline.Event, _ place: LaneLayout.Placed, _ axis: TimeAxis, _ top: Double, _ writer: inout SVGWriter
    ) {
        let document = event.document
        let y = top + Double(place.row) * Self.rowHeight + 11
        let from = axis.position(event.when.lowerBound)
        let to = axis.position(event.when.upperBound)
        // What is known to the month or the year only is as wide as that.
        if to - from > 12 { writer.line(from, y, to, y, "pic-span") }
        writer.link(document.address, label: [document.label, document.detail].joined(separator: ", ")) {
            StatusMark.draw(document, place.x, y, &$0)
            $0.text(
                place.label, place.isLeft ? place.x - place.reach : place.x + place.reach, y + 5, "pic-label",
                place.isLeft ? .end : .start, language: document.language)
        }
    }

    /// A circle whose area grows with what it holds, up to its room.
    private func draw(_ bin: LaneLayout.Bin, _ lane: Timeline.Lane, _ y: Double, _ writer: inout SVGWriter) {
        let count = String(bin.events.count)
        let radius = min(17, 9 + Double(bin.events.count).squareRoot())
        let years =
            bin.years.count == 1 ? "\(bin.years.lowerBound)" : "\(bin.years.lowerBound)–\(bin.years.upperBound)"
        writer.link(lane.address, label: "\(lane.label), \(years): \(count)") {
            $0.circle(bin.x, y, radius, "pic-bin")
            $0.text(count, bin.x, y + 5, "pic-count", .middle)
        }
    }
}

extension Timeline {
    /// The timeline as an SVG element; the arguments are ids of elements of the page that name it and put it into words.
    public func svg(_ width: FigureWidth, labelledBy: String, describedBy: String) -> [UInt8] {
        var writer = SVGWriter()
        let height = TimelineDrawing(timeline: self, width: width).draw(&writer)
        return writer.document(
            width: width.points, height: height, name: "pic pic-\(width.rawValue)", labelledBy: labelledBy,
            describedBy: describedBy)
    }
}
