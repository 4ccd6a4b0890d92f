import Diagnostics

/// Refuses texts that would cost the Markdown parser far more than their length: rows of tables are filled up to the columns
/// of their head, and brackets, emphasis and code spans of a paragraph are compared with each other. One pass over the bytes.
struct BodyExcess {
    private enum Kind {
        case columns(Int)
        case cells
        case lines
        case signs
    }

    /// Where it begins.
    let offset: Int
    private let kind: Kind

    func diagnostic(at span: SourceSpan) -> Diagnostic {
        switch kind {
        case .columns(let count):
            Diagnostic(.tableTooWide, at: span, String(count), String(Limits.tableColumns))
        case .cells: Diagnostic(.tableTooEmpty, at: span, String(Limits.missingCells))
        case .lines: Diagnostic(.tooManyLines, at: span, String(Limits.bodyLines))
        case .signs: Diagnostic(.tooManySigns, at: span)
        }
    }

    /// - Parameter lines: Where each line begins.
    static func first(in body: UnsafeBufferPointer<UInt8>, lines: [Int]) -> BodyExcess? {
        if lines.count > Limits.bodyLines { return BodyExcess(offset: lines[Limits.bodyLines], kind: .lines) }
        guard !isSurelyModest(body) else { return nil }
        var state = State()
        for (index, start) in lines.enumerated() {
            let end = index + 1 < lines.count ? lines[index + 1] : body.count
            if let excess = state.take(Line(body, start..<end), at: start) { return excess }
        }
        return state.endOfParagraph()
    }

    /// Whether there is no table, and not even all signs together are too many: so it is with almost every text.
    private static func isSurelyModest(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        guard body.next(UInt8(ascii: "|"), from: 0) == nil else { return false }
        var signs = 0
        for byte in body { signs += isSign(byte) ? 1 : 0 }
        return signs < 1 << 20 && signs * signs <= Limits.comparedSigns
    }

    /// Signs that begin or end something.
    @inline(__always)
    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "*")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "<")
            || byte == UInt8(ascii: "&")
    }

    /// What counts of one line.
    private struct Line {
        var isBlank = true
        /// Signs that begin or end something.
        var signs = 0
        var pipes = 0
        /// Columns that the line would give a table as the row below its head; 0 when it is none.
        var columns = 0

        init(_ body: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            var canDelimit = true
            var dashes = 0
            for index in range {
                let byte = body[index]
                switch byte {
                case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"): continue
                case _ where BodyExcess.isSign(byte):
                    signs += 1
                    canDelimit = false
                case UInt8(ascii: "|"): pipes += 1
                case UInt8(ascii: "-"): dashes += 1
                case UInt8(ascii: ":"): break
                default: canDelimit = false
                }
                isBlank = false
            }
            if canDelimit, pipes > 0, dashes > 0 { columns = Self.columns(body, range) }
        }

        private static func columns(_ body: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
            var (columns, isInColumn) = (0, false)
            for index in range {
                if body[index] == UInt8(ascii: "|") {
                    isInColumn = false
                } else if body[index] == UInt8(ascii: "-"), !isInColumn {
                    isInColumn = true
                    columns += 1
                }
            }
            return columns
        }
    }

    private struct State {
        private var signs = 0
        private var compared = 0
        private var missing = 0
        /// Of the table that the lines stand in; 0 outside.
        private var columns = 0
        private var start: Int?

        mutating func take(_ line: Line, at offset: Int) -> BodyExcess? {
            guard !line.isBlank else {
                columns = 0
                return endOfParagraph()
            }
            if start == nil { start = offset }
            signs += line.signs
            if columns > 0 {
                missing += max(0, columns - line.pipes - 1)
                if missing > Limits.missingCells { return BodyExcess(offset: offset, kind: .cells) }
                // Each row is read by itself.
                return endOfParagraph()
            }
            if line.columns > Limits.tableColumns {
                return BodyExcess(offset: offset, kind: .columns(line.columns))
            }
            if line.columns > 1 { columns = line.columns }
            return nil
        }

        mutating func endOfParagraph() -> BodyExcess? {
            defer { (signs, start) = (0, nil) }
            guard let start, signs > 0 else { return nil }
            let (square, isTooMuch) = signs.multipliedReportingOverflow(by: signs)
            compared = isTooMuch ? .max : min(compared, .max - square) + square
            return compared > Limits.comparedSigns ? BodyExcess(offset: start, kind: .signs) : nil
        }
    }
}
