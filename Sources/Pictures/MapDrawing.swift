import Drawing

/// Draws a map of relations: abreast on a wide page, below each other on a narrow one.
struct MapDrawing {
    let map: RelationMap

    private static let groupGap = 22.0

    // MARK: Abreast

    /// What it bears on, itself, what bears on it; with one side only, that side has the room of both.
    func drawAbreast(_ writer: inout SVGWriter) -> Double {
        let hasBoth = !map.outgoing.isEmpty && !map.incoming.isEmpty
        let side = hasBoth ? 212.0 : 400.0
        let center = hasBoth ? 168.0 : 200.0
        let left = map.outgoing.isEmpty ? 0 : side + 44
        let boxLines = CenterBox(map.center, width: center)
        let groups = [(map.outgoing, 0.0, true), (map.incoming, 680 - side, false)]
        let tallest = groups.map { columnHeight($0.0, side) }.max() ?? 0
        let height = max(tallest, boxLines.height + 2)
        let middle = height / 2
        var lines = SVGWriter()
        var marks = SVGWriter()
        for (groups, x, isOutgoing) in groups {
            let drawings = groups.map { GroupDrawing(group: $0, detail: map.detail, width: side - 14) }
            // Groups on the left stand close to their spine.
            let indent = isOutgoing ? side - 14 - (drawings.map(\.contentWidth).max() ?? 0) : 14
            var y = (height - columnHeight(groups, side)) / 2
            for drawing in drawings {
                let bottom = y + drawing.height
                // The spine stands between the group and the middle and has an arrow in the direction of the verb.
                let spine = isOutgoing ? x + side : x
                lines.line(spine, y + 2, spine, bottom - 2, "pic-spine")
                let joint = y + drawing.height / 2
                let edge = isOutgoing ? left : left + center
                let bend = (edge - spine) / 2
                lines.path(
                    [.move(spine, joint), .curve(spine + bend, joint, edge - bend, middle, edge, middle)], "pic-link")
                let tip = isOutgoing ? spine + 1 : edge + 1
                let tipY = isOutgoing ? joint : middle
                lines.path([.move(tip + 7, tipY - 4), .line(tip, tipY), .line(tip + 7, tipY + 4)], "pic-arrow")
                drawing.draw(x + max(0, indent), y, &marks)
                y = bottom + Self.groupGap
            }
        }
        writer.append(lines)
        boxLines.draw(left, middle - boxLines.height / 2, &writer)
        writer.append(marks)
        return height
    }

    private func columnHeight(_ groups: [RelationMap.Group], _ width: Double) -> Double {
        groups.reduce(-Self.groupGap) {
            $0 + GroupDrawing(group: $1, detail: map.detail, width: width - 14).height + Self.groupGap
        }
    }

    // MARK: Below each other

    /// Groups hang on a line at the left that runs through the document itself.
    func drawBelow(_ writer: inout SVGWriter) -> Double {
        var marks = SVGWriter()
        var joints: [Double] = []
        var y = 1.0
        func draw(_ groups: [RelationMap.Group]) {
            for group in groups {
                let drawing = GroupDrawing(group: group, detail: map.detail, width: 296)
                joints.append(y + 9)
                drawing.draw(24, y, &marks)
                y += drawing.height + Self.groupGap
            }
        }
        draw(map.outgoing)
        let box = CenterBox(map.center, width: 318)
        let boxTop = y
        box.draw(1, y, &marks)
        y += box.height + Self.groupGap
        let above = joints.count
        draw(map.incoming)
        if above > 0 { writer.line(8, joints[0], 8, boxTop, "pic-link") }
        if let last = joints.last, joints.count > above { writer.line(8, boxTop + box.height, 8, last, "pic-link") }
        for (index, joint) in joints.enumerated() {
            writer.line(8, joint, 19, joint, "pic-link")
            let tip = index < above ? 19.0 : 9.0
            let back = index < above ? -6.0 : 6.0
            writer.path([.move(tip + back, joint - 4), .line(tip, joint), .line(tip + back, joint + 4)], "pic-arrow")
        }
        writer.append(marks)
        return y - Self.groupGap + 2
    }
}

/// The document itself.
struct CenterBox {
    private let document: PictureDocument
    private let width: Double
    private let label: [String]
    private let title: [String]
    private let detail: [String]

    init(_ document: PictureDocument, width: Double) {
        self.document = document
        self.width = width
        label = TextFit.lines(document.label, width: width - 24, most: 3, isBold: true)
        title = document.title.map { TextFit.lines($0, width: width - 24, most: 4) } ?? []
        detail = TextFit.lines(document.status?.word ?? "", width: width - 42, most: 2)
    }

    var height: Double { 20 + Double(label.count + title.count + detail.count) * TextFit.lineHeight }

    func draw(_ x: Double, _ y: Double, _ writer: inout SVGWriter) {
        writer.rectangle(x, y, width, height, "pic-box", corner: 3)
        var line = y + 23
        for (lines, style) in [(label, "pic-number"), (title, "pic-title")] {
            writer.lines(lines, x + 12, line, style, language: document.language)
            line += Double(lines.count) * TextFit.lineHeight
        }
        guard !detail.isEmpty else { return }
        StatusMark.draw(document, x + 18, line - 5, &writer)
        writer.lines(detail, x + 30, line, "pic-small")
    }
}

/// The documents under one verb: each by name, or all by their states.
struct GroupDrawing {
    private let group: RelationMap.Group
    private let verb: [String]
    private let rows: [Row]

    private struct Row {
        var document: PictureDocument
        var label: [String]
        var detail: [String]
        var title: [String]
        /// A row of a counted group has no page of its own.
        var isCount = false

        var height: Double { Double(label.count + detail.count + title.count) * TextFit.lineHeight + 6 }
    }

    init(group: RelationMap.Group, detail: RelationMap.Detail, width: Double) {
        self.group = group
        let isFolded = group.documents.count >= detail.foldsFrom
        verb = TextFit.lines(group.verb, width: width, most: 3, isBold: true) + (isFolded ? [group.count] : [])
        let room = width - 18
        if isFolded {
            rows = Self.states(of: group.documents).map { status, count in
                let document = PictureDocument(label: "", status: status, address: "")
                let text = [String(count), status?.word].compactMap { $0 }.joined(separator: " · ")
                return Row(
                    document: document, label: [], detail: TextFit.lines(text, width: room, most: 2),
                    title: [], isCount: true)
            }
        } else {
            rows = group.documents.map { document in
                let title = detail == .titled ? document.title : nil
                return Row(
                    document: document,
                    label: TextFit.lines(document.label, width: room, most: 2, isBold: true),
                    detail: document.detailLines(width: room),
                    title: title.map { TextFit.lines($0, width: room, most: 2) } ?? [])
            }
        }
    }

    /// The states with their counts, the most frequent first.
    private static func states(of documents: [PictureDocument]) -> [(PictureStatus?, Int)] {
        var counts: [PictureStatus?: Int] = [:]
        for document in documents { counts[document.status, default: 0] += 1 }
        return counts.sorted {
            let (a, b) = ($0.key, $1.key)
            return ($1.value, a?.code ?? "~", a?.word ?? "") < ($0.value, b?.code ?? "~", b?.word ?? "")
        }.map { ($0.key, $0.value) }
    }

    var height: Double { rows.reduce(Double(verb.count) * TextFit.lineHeight + 4) { $0 + $1.height } }

    /// About how wide its words are.
    var contentWidth: Double {
        var widest = verb.map { TextFit.width($0, isBold: true) }.max() ?? 0
        for row in rows {
            for line in row.label { widest = max(widest, 18 + TextFit.width(line, isBold: true)) }
            for line in row.detail + row.title { widest = max(widest, 18 + TextFit.width(line)) }
        }
        return widest
    }

    func draw(_ x: Double, _ top: Double, _ writer: inout SVGWriter) {
        var y = top
        writer.link(group.address) { $0.lines(verb, x, y + 14, "pic-verb") }
        y += Double(verb.count) * TextFit.lineHeight + 4
        for row in rows {
            let document = row.document
            StatusMark.draw(document, x + 6, y + 9, &writer)
            var line = y + 14
            writer.link(row.isCount ? nil : document.address) {
                $0.lines(row.label, x + 18, line, "pic-number", language: document.language)
            }
            line += Double(row.label.count) * TextFit.lineHeight
            writer.lines(row.detail, x + 18, line, "pic-small")
            line += Double(row.detail.count) * TextFit.lineHeight
            writer.lines(row.title, x + 18, line, "pic-title", language: document.language)
            y += row.height
        }
    }
}
