/// A source line as a terminal can show it, and carets right under a place in it.
///
/// Columns of text are code points; columns of a terminal are not: combining marks take none, wide East Asian characters
/// take two, a tab runs to the next stop. A long line is cut to the surroundings of the place.
struct SourceExcerpt {
    /// Without control or invisible characters.
    private(set) var line = ""
    /// Blanks, then a caret for every column of the place.
    private(set) var underline = ""

    /// Terminal columns kept before a place, and kept altogether.
    private static let before = 60
    private static let longest = 120
    private static let tabStop = 4
    private static let mostMarks = 8

    /// - Parameters:
    ///   - column: of the first character, from 1, in code points.
    ///   - length: in code points; 0 marks one character.
    init(_ source: String, column: Int, length: Int) {
        let cells = Self.cells(of: source)
        let start = min(max(0, column - 1), cells.count)
        let end = min(start + max(1, length), cells.count)
        let (first, last) = Self.window(cells, start)
        for index in first..<last { line += cells[index].text }
        if first > 0 { line = "…" + line }
        if last < cells.count { line += "…" }
        let indent = (first > 0 ? 1 : 0) + cells[first..<start].reduce(0) { $0 + $1.width }
        let marked = cells[start..<max(start, min(end, last))].reduce(0) { $0 + $1.width }
        underline = String(repeating: " ", count: indent) + String(repeating: "^", count: max(1, marked))
    }

    private struct Cell {
        var text: String
        var width: Int
    }

    private static func cells(of source: String) -> [Cell] {
        var cells: [Cell] = []
        var column = 0
        var marks = 0
        for scalar in source.unicodeScalars {
            let cell: Cell
            switch scalar.properties.generalCategory {
            // A few on a letter can be shown; a column for each is needed all the same.
            case .nonspacingMark, .enclosingMark:
                marks += 1
                cells.append(Cell(text: marks <= mostMarks ? String(scalar) : "", width: 0))
                continue
            case .control where scalar == "\t":
                let width = tabStop - column % tabStop
                cell = Cell(text: String(repeating: " ", count: width), width: width)
            // They would upset a terminal, or turn the line round; a place may be just there, so it must show.
            case .control, .format, .lineSeparator, .paragraphSeparator: cell = Cell(text: "\u{FFFD}", width: 1)
            default: cell = Cell(text: String(scalar), width: isWide(scalar) ? 2 : 1)
            }
            marks = 0
            column += cell.width
            cells.append(cell)
        }
        return cells
    }

    /// The cells to show: all of them, or those around the place, never beginning inside a letter.
    private static func window(_ cells: [Cell], _ start: Int) -> (first: Int, last: Int) {
        guard cells.reduce(0, { $0 + $1.width }) > longest else { return (0, cells.count) }
        var first = start
        var width = 0
        while first > 0, width < before {
            first -= 1
            width += cells[first].width
        }
        while first > 0, cells[first].width == 0 { first -= 1 }
        var last = first
        width = 0
        while last < cells.count, width < longest || last <= start {
            width += cells[last].width
            last += 1
        }
        while last < cells.count, cells[last].width == 0 { last += 1 }
        return (first, last)
    }

    /// Two columns of a terminal (UAX #11, W and F, by block).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
