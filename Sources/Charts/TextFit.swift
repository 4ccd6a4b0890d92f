/// Breaks words into lines. SVG does not, and no browser is at hand to measure: widths are those of a typical sans-serif.
enum TextFit {
    /// Type size and line height of charts, in the chart's own units.
    static let size = 14.0
    static let lineHeight = 18.0

    /// About how wide a text is.
    static func width(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar {
            case " ", ".", ",", ":", ";", "i", "l", "j", "t", "f", "I", "'", "(", ")", "ị", "í", "ì", "ỉ", "ĩ":
                sum + 0.33
            case "m", "w", "M", "W", "%", "—": sum + 0.88
            default: scalar.properties.isUppercase ? sum + 0.68 : sum + 0.56
            }
        } * size
    }

    /// Lines no wider than `width`; what does not fit into `most` lines ends in an ellipsis.
    static func lines(_ text: String, width: Double, most: Int = 4) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let longer = line.isEmpty ? String(word) : "\(line) \(word)"
            if Self.width(longer) <= width || line.isEmpty {
                line = longer
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        return Array(lines[..<(most - 1)]) + [lines[most - 1] + " …"]
    }
}
