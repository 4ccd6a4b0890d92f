/// Writes SVG elements. Colours and type are the style sheet's, by class; there is no style attribute and no script.
struct SVGWriter {
    private(set) var body = ""

    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ name: String) {
        body +=
            "<rect class=\"\(name)\" x=\"\(x.svg)\" y=\"\(y.svg)\" width=\"\(max(0, width).svg)\" height=\"\(height.svg)\"/>"
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) {
        body += "<line class=\"\(name)\" x1=\"\(x1.svg)\" y1=\"\(y1.svg)\" x2=\"\(x2.svg)\" y2=\"\(y2.svg)\"/>"
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ name: String) {
        body += "<circle class=\"\(name)\" cx=\"\(x.svg)\" cy=\"\(y.svg)\" r=\"\(radius.svg)\"/>"
    }

    mutating func polyline(_ points: [(x: Double, y: Double)], _ name: String) {
        let list = points.map { "\($0.x.svg),\($0.y.svg)" }.joined(separator: " ")
        body += "<polyline class=\"\(name)\" points=\"\(list)\"/>"
    }

    enum Anchor: String {
        case start, middle, end
    }

    mutating func text(_ text: String, _ x: Double, _ y: Double, _ name: String, _ anchor: Anchor = .start) {
        body += "<text class=\"\(name)\" x=\"\(x.svg)\" y=\"\(y.svg)\""
        if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
        body += ">\(Self.escaped(text))</text>"
    }

    /// Lines of text below each other.
    mutating func lines(_ lines: [String], _ x: Double, _ y: Double, _ name: String) {
        for (index, line) in lines.enumerated() { text(line, x, y + Double(index) * TextFit.lineHeight, name) }
    }

    mutating func append(_ other: SVGWriter) { body += other.body }

    /// The whole picture. `label` names it; `describedBy` is the id of the element that says what it shows.
    func document(width: Double, height: Double, name: String, label: String, describedBy: String) -> [UInt8] {
        let head =
            "<svg class=\"\(name)\" viewBox=\"0 0 \(width.svg) \(height.svg)\" role=\"img\" "
            + "aria-label=\"\(Self.escaped(label))\" aria-describedby=\"\(Self.escaped(describedBy))\">"
        return Array((head + body + "</svg>").utf8)
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Double {
    /// At most one decimal, the same on every machine.
    var svg: String {
        let tenths = Int((self * 10).rounded())
        let whole = abs(tenths) / 10
        let sign = tenths < 0 ? "-" : ""
        return tenths % 10 == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(abs(tenths) % 10)"
    }
}
