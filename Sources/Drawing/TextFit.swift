/// Breaks words into lines. SVG does not, and no browser is at hand to measure: widths are those of a typical sans-serif.
public enum TextFit {
    /// Type size and line height of drawings, in their own units; letters with two marks fill a line. The style sheets of
    /// drawings say the same, and a browser measures it.
    public static let size = 14.0
    public static let lineHeight = 20.0

    /// About how wide a text is; bold letters are some 7% wider.
    public static func width(_ text: String, size: Double = TextFit.size, isBold: Bool = false) -> Double {
        let sum = text.unicodeScalars.reduce(0) { $0 + AdvanceWidth.of($1) }
        return Double(sum) / 1000 * size * (isBold ? 1.07 : 1)
    }

    /// Lines no wider than `width`; what does not fit into `most` lines ends in an ellipsis.
    public static func lines(
        _ text: String, width: Double, most: Int = 4, size: Double = TextFit.size, isBold: Bool = false
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        let room = Int(width / size * 1000 / (isBold ? 1.07 : 1))
        var used = 0
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let length = word.unicodeScalars.reduce(0) { $0 + AdvanceWidth.of($1) }
            if line.isEmpty {
                line = String(word)
                used = length
            } else if used + AdvanceWidth.space + length <= room {
                line += " " + word
                used += AdvanceWidth.space + length
            } else {
                if lines.count + 1 == most { return lines + [ending(line, room: room)] }
                lines.append(line)
                line = String(word)
                used = length
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// One line: what does not fit ends in an ellipsis, within a word if it is the first.
    public static func line(
        _ text: String, width: Double, size: Double = TextFit.size, isBold: Bool = false
    ) -> String {
        guard Self.width(text, size: size, isBold: isBold) > width else { return text }
        let fitting = lines(text, width: width, most: 1, size: size, isBold: isBold).first ?? ""
        guard Self.width(fitting, size: size, isBold: isBold) > width else { return fitting }
        var cut = fitting.unicodeScalars
        while let last = cut.last, Self.width(String(cut) + "…", size: size, isBold: isBold) > width || last == " " {
            cut.removeLast()
        }
        return String(cut) + "…"
    }

    /// A line with an ellipsis behind its last word that leaves room for it.
    private static func ending(_ line: String, room: Int) -> String {
        var words = line.split(separator: " ")
        func length() -> Int {
            words.joined(separator: " ").unicodeScalars.reduce(AdvanceWidth.ellipsis) { $0 + AdvanceWidth.of($1) }
        }
        while words.count > 1, length() > room { words.removeLast() }
        return words.joined(separator: " ") + " …"
    }
}

/// How far a letter moves the pen, in thousandths of the type size: a little more than Noto Sans, which is among the wider
/// of the typefaces that the style sheets name, so that a text that fits here fits on the page.
enum AdvanceWidth {
    static let space = 270
    static let ellipsis = 1100

    static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = Int(scalar.value)
        if value < 128 { return Int(ascii[value]) }
        switch value {
        // ì í ĩ ỉ ị and their capitals are narrow; the other letters of Vietnamese are as wide as what carries the marks.
        case 0xEC, 0xED, 0x129, 0x1EC9, 0x1ECB: return 270
        case 0xCC, 0xCD, 0x128, 0x1EC8, 0x1ECA: return 350
        case 0xC0...0xDE, 0x110, 0x1A0, 0x1AF: return 740
        case 0xDF...0xFF, 0x111, 0x1A1, 0x1B0: return 620
        case 0x100...0x24F, 0x1E00...0x1EFF: return value % 2 == 0 ? 720 : 610
        case 0x300...0x36F: return 0
        case 0x2013: return 510
        case 0x2014: return 1010
        case 0x2018, 0x2019: return 220
        case 0x201C, 0x201D: return 420
        case 0x2026: return 830
        default: return 1000
        }
    }

    /// By code; what is no printed letter has the width of none.
    private static let ascii: [UInt16] =
        Array(repeating: 0, count: 32) + [
            270, 280, 420, 660, 590, 850, 750, 230, 310, 310, 570, 590, 280, 330, 280, 385,
            590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 280, 280, 590, 590, 590, 450,
            920, 660, 670, 650, 750, 570, 535, 750, 760, 350, 285, 640, 540, 930, 780, 800,
            620, 800, 640, 565, 575, 750, 620, 955, 605, 585, 590, 340, 385, 340, 590, 460,
            290, 580, 630, 495, 630, 580, 355, 630, 635, 265, 265, 545, 265, 960, 635, 625,
            630, 630, 425, 495, 370, 635, 525, 805, 545, 525, 485, 390, 570, 390, 590, 0,
        ]
}
