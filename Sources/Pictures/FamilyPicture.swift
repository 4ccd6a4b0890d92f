import Drawing

/// Documents in order of time, bound by lines: from each that acts, where a dot is, along a rail to the arrow at the
/// document that it acts on. A document has one rail, however many act on it, so that lines stay few.
public struct FamilyPicture: Sendable, Hashable {
    /// Oldest first.
    public var rows: [Row]
    /// The row of the document that the family is named for.
    public var head: Int?

    public struct Row: Sendable, Hashable {
        public var document: PictureDocument
        /// Rows of the documents that it acts on.
        public var targets: [Int]
        /// The same in words: “Hướng dẫn 100-KL/TW”.
        public var words: String

        public init(document: PictureDocument, targets: [Int], words: String) {
            self.document = document
            self.targets = targets
            self.words = words
        }
    }

    public init(rows: [Row], head: Int? = nil) {
        self.rows = rows
        self.head = head
    }

    /// The picture as an SVG element; the arguments are ids of elements of the page that name it and put it into words.
    public func svg(_ width: FigureWidth, labelledBy: String, describedBy: String) -> [UInt8] {
        var writer = SVGWriter()
        let height = FamilyDrawing(picture: self, width: width).draw(&writer)
        return writer.document(
            width: width.points, height: height, name: "pic pic-\(width.rawValue)", labelledBy: labelledBy,
            describedBy: describedBy)
    }
}

/// The vertical lines of a family: for each document that others act on one, on the nearest track that is free there.
struct Rails {
    struct Rail {
        var target: Int
        var actors: [Int]
        var track: Int
        var rows: ClosedRange<Int>
    }

    private(set) var rails: [Rail] = []
    private(set) var tracks = 0

    /// What finds no free track among `most` has no line; its row says it in words.
    init(_ rows: [FamilyPicture.Row], most: Int) {
        var actors: [Int: [Int]] = [:]
        for (place, row) in rows.enumerated() {
            for target in row.targets where target != place { actors[target, default: []].append(place) }
        }
        let spans = actors.map { target, actors in
            let ends = actors + [target]
            return (rows: (ends.min() ?? target)...(ends.max() ?? target), target: target, actors: actors)
        }
        // Short rails first, so that they lie nearest to their rows; the end of each track's use by track.
        var taken: [[ClosedRange<Int>]] = []
        for span in spans.sorted(by: { ($0.rows.count, $0.target) < ($1.rows.count, $1.target) }) {
            let track = taken.firstIndex { !$0.contains { $0.overlaps(span.rows) } } ?? taken.count
            guard track < most else { continue }
            if track == taken.count { taken.append([]) }
            taken[track].append(span.rows)
            rails.append(Rail(target: span.target, actors: span.actors.sorted(), track: track, rows: span.rows))
        }
        rails.sort { $0.target < $1.target }
        tracks = taken.count
    }
}

struct FamilyDrawing {
    let picture: FamilyPicture
    let width: FigureWidth

    private static let trackWidth = 13.0
    /// Between the mark of a row and the nearest track.
    private static let lead = 18.0
    /// From the mark of a row to its words.
    private static let textIndent = 16.0

    func draw(_ writer: inout SVGWriter) -> Double {
        let rails = Rails(picture.rows, most: width == .wide ? 12 : 5)
        let markX = Double(rails.tracks) * Self.trackWidth + Self.lead + 4
        var head = SVGWriter()
        var marks = SVGWriter()
        var centers: [Double] = []
        var y = 4.0
        for (place, row) in picture.rows.enumerated() {
            centers.append(y + 9)
            let height = draw(row, markX, y, &marks)
            if place == picture.head {
                let left = markX + Self.textIndent - 6
                head.rectangle(left, y - 3, width.points - left - 1, height - 2, "pic-head", corner: 3)
            }
            y += height
        }
        drawRails(rails, markX, centers, &writer)
        writer.append(head)
        writer.append(marks)
        return y
    }

    /// Gives the height of the row.
    private func draw(_ row: FamilyPicture.Row, _ markX: Double, _ y: Double, _ writer: inout SVGWriter) -> Double {
        let document = row.document
        let x = markX + Self.textIndent
        let room = width.points - x - 8
        StatusMark.draw(document, markX, y + 9, &writer)
        let detail = TextFit.line(document.detail, width: room)
        let detailWidth = TextFit.width(detail)
        // Date and state stand behind a short label, else below it.
        let isBeside = TextFit.width(document.label, isBold: true) + 10 + detailWidth <= room
        let label =
            isBeside ? [document.label] : TextFit.lines(document.label, width: room, most: 2, isBold: true)
        var line = y + 14
        writer.link(document.address) {
            $0.lines(label, x, line, "pic-number", language: document.language)
        }
        if isBeside {
            writer.text(detail, x + TextFit.width(document.label, isBold: true) + 10, line, "pic-small")
        } else {
            line += Double(label.count) * TextFit.lineHeight
            let details = document.detailLines(width: room)
            writer.lines(details, x, line, "pic-small")
            line += Double(details.count - 1) * TextFit.lineHeight
        }
        line += TextFit.lineHeight
        let title =
            document.title.map { TextFit.lines($0, width: room, most: 2) } ?? []
        writer.lines(title, x, line, "pic-title", language: document.language)
        line += Double(title.count) * TextFit.lineHeight
        let words = TextFit.lines(row.words, width: room, most: 2)
        writer.lines(words, x, line, "pic-small")
        line += Double(words.count) * TextFit.lineHeight
        return line - y - 4
    }

    /// Lines of acting documents leave their mark a little above its middle, arrows come in a little below it.
    private func drawRails(_ rails: Rails, _ markX: Double, _ centers: [Double], _ writer: inout SVGWriter) {
        var across = SVGWriter()
        var down = SVGWriter()
        var ends = SVGWriter()
        for rail in rails.rails {
            let x = markX - Self.lead - Double(rail.track) * Self.trackWidth
            let arrow = centers[rail.target] + 4
            let joints = rail.actors.map { centers[$0] - 4 }
            across.line(x, arrow, markX - 9, arrow, "pic-link")
            let tip = markX - 9
            ends.path([.move(tip - 6, arrow - 4), .line(tip, arrow), .line(tip - 6, arrow + 4)], "pic-arrow")
            for joint in joints {
                across.line(x, joint, markX - 8, joint, "pic-link")
                ends.circle(x, joint, 3, "pic-joint")
            }
            let top = min(arrow, joints.min() ?? arrow)
            let bottom = max(arrow, joints.max() ?? arrow)
            down.line(x, top, x, bottom, "pic-under")
            down.line(x, top, x, bottom, "pic-rail")
        }
        for part in [across, down, ends] { writer.append(part) }
    }
}
