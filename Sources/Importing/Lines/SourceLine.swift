import Documents
import OfficialText
import VietnameseText

/// A line of the source as the recogniser sees it: a paragraph, or a part of one up to a line break.
struct SourceLine {
    /// Cleaned, with the computed label in front; columns stay parted by tabs or runs of blanks.
    var printed: String
    /// The same with single blanks.
    var text: String
    /// As Markdown, without its block syntax: escaped, with the marks of notes and pictures.
    var markdown: String
    /// Lower-case ASCII letters and digits with hyphens between words.
    var slug: String
    var isBold = false
    /// How many characters at the start of `text` are bold.
    var boldPrefix = 0
    var alignment = Paragraph.Alignment.start
    /// Whether it goes on in the paragraph of the line before.
    var continuesParagraph = false
    /// Whether it came out of a table.
    var isInTable = false

    var isEmpty: Bool { text.isEmpty }
    /// The unit that it opens.
    var unit: BodyUnit? {
        BodyUnit.read(UnitLine(text: text, isBold: isBold, boldPrefix: boldPrefix, isCentred: isCentred))
    }
    var isCapitals: Bool { text.isAllCapitals }
    var isCentred: Bool { alignment == .center }
    /// Only dashes, underscores, equals signs, stars and dots: a rule between parts of the letterhead.
    var isRule: Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { "-–—_=*.~ ¯⁎+oO0".unicodeScalars.contains($0) }
            && !text.unicodeScalars.allSatisfy { "oO0".unicodeScalars.contains($0) }
    }

    /// The pieces that stand side by side: parted by tabs, by four blanks or by " | ".
    var columns: [String] {
        var pieces: [String] = []
        var piece = ""
        var blanks = 0
        for character in printed.replacing(" | ", with: "\t") {
            if character == "\t" || character == " " {
                blanks += character == "\t" ? 4 : 1
                continue
            }
            if blanks >= 4, !piece.isEmpty {
                pieces.append(piece)
                piece = ""
            } else if blanks > 0, !piece.isEmpty {
                piece += " "
            }
            blanks = 0
            piece.append(character)
        }
        if !piece.isEmpty { pieces.append(piece) }
        return Self.rejoined(pieces)
    }

    /// Blanks left for a number or a day to be written in part no columns: “Số:      /KH-UBND”, “ngày      tháng 5 năm 2026”.
    private static func rejoined(_ pieces: [String]) -> [String] {
        guard pieces.count > 1 else { return pieces }
        var result: [String] = []
        for piece in pieces {
            let lower = piece.lowercased()
            if let last = result.last?.lowercased() {
                let endsInNumber = last == "số" || last == "số:" || last.hasSuffix(" số:")
                let isRest =
                    lower.hasPrefix("/") || lower.hasPrefix("tháng") || lower.hasPrefix("năm 1")
                    || lower.hasPrefix("năm 2")
                if isRest || endsInNumber || last.hasSuffix("ngày") || last.hasSuffix("tháng")
                    || last.hasSuffix(" năm")
                {
                    result[result.count - 1] += " " + piece
                    continue
                }
            }
            result.append(piece)
        }
        return result
    }
}

enum SourceItem {
    case line(SourceLine)
    case table(Table)

    var line: SourceLine? { if case .line(let line) = self { line } else { nil } }
}
