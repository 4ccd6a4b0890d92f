import Encodings

/// Writes SVG elements. Colours and type are the style sheet's, by class; there is no style attribute and no script.
///
/// Coordinates are in the drawing's own units, one of which is about a pixel on the page; they keep one decimal.
public struct SVGWriter: Sendable {
    /// UTF-8.
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ name: String, corner: Double = 0
    ) {
        open("rect", name)
        put("x", x, "y", y, "width", max(0, width), "height", height)
        if corner > 0 { put("rx", corner) }
        close()
    }

    public mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) {
        open("line", name)
        put("x1", x1, "y1", y1, "x2", x2, "y2", y2)
        close()
    }

    public mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ name: String) {
        open("circle", name)
        put("cx", x, "cy", y)
        put("r", radius)
        close()
    }

    public mutating func polyline(_ points: [(x: Double, y: Double)], _ name: String) {
        open("polyline", name)
        put(" points=\"")
        for (index, point) in points.enumerated() {
            if index > 0 { put(" ") }
            put(point.x)
            put(",")
            put(point.y)
        }
        put("\"")
        close()
    }

    /// A step of a path, in absolute coordinates.
    public enum Step: Sendable {
        case move(Double, Double)
        case line(Double, Double)
        /// A cubic curve: two control points and its end.
        case curve(Double, Double, Double, Double, Double, Double)
    }

    public mutating func path(_ steps: [Step], _ name: String) {
        open("path", name)
        put(" d=\"")
        for step in steps {
            let numbers: [Double]
            switch step {
            case .move(let x, let y): (numbers, _) = ([x, y], put("M"))
            case .line(let x, let y): (numbers, _) = ([x, y], put("L"))
            case .curve(let a, let b, let c, let d, let x, let y): (numbers, _) = ([a, b, c, d, x, y], put("C"))
            }
            for (index, number) in numbers.enumerated() {
                if index > 0 { put(" ") }
                put(number)
            }
        }
        put("\"")
        close()
    }

    public enum Anchor: String, Sendable {
        case start, middle, end
    }

    /// `language` is the text's own, where it is not that of the page.
    public mutating func text(
        _ text: String, _ x: Double, _ y: Double, _ name: String, _ anchor: Anchor = .start, language: String? = nil
    ) {
        open("text", name)
        put("x", x, "y", y)
        if anchor != .start { put(" text-anchor=\"\(anchor.rawValue)\"") }
        if let language { put(" lang=\"\(language)\"") }
        put(">")
        escape(text)
        put("</text>")
    }

    /// Lines of text below each other.
    public mutating func lines(
        _ lines: [String], _ x: Double, _ y: Double, _ name: String, language: String? = nil
    ) {
        for (index, line) in lines.enumerated() {
            text(line, x, y + Double(index) * TextFit.lineHeight, name, language: language)
        }
    }

    /// What `content` draws as a link; without an address as it stands. `label` is what it is called when it is read out.
    public mutating func link(_ address: String?, label: String? = nil, _ content: (inout SVGWriter) -> Void) {
        guard let address else {
            content(&self)
            return
        }
        put("<a href=\"")
        escape(address)
        if let label {
            put("\" aria-label=\"")
            escape(label)
        }
        put("\">")
        content(&self)
        put("</a>")
    }

    public mutating func append(_ other: SVGWriter) { bytes += other.bytes }

    /// The whole as a picture that is read out as one: `label` names it, `describedBy` is the id of the element that
    /// says what it shows.
    public func document(width: Double, height: Double, name: String, label: String, describedBy: String) -> [UInt8] {
        var whole = SVGWriter()
        whole.head(width, height, name)
        whole.put(" role=\"img\" aria-label=\"")
        whole.escape(label)
        whole.put("\" aria-describedby=\"")
        whole.escape(describedBy)
        return whole.finished(with: bytes)
    }

    /// The whole as a picture with links in it, whose parts are read out; both arguments are ids of elements. It has the
    /// role that SVG has by itself, `graphics-document` (SVG Accessibility API Mappings, 5).
    public func document(
        width: Double, height: Double, name: String, labelledBy: String, describedBy: String
    ) -> [UInt8] {
        var whole = SVGWriter()
        whole.head(width, height, name)
        whole.put(" aria-labelledby=\"")
        whole.escape(labelledBy)
        whole.put("\" aria-describedby=\"")
        whole.escape(describedBy)
        return whole.finished(with: bytes)
    }

    private mutating func head(_ width: Double, _ height: Double, _ name: String) {
        put("<svg class=\"\(name)\" viewBox=\"0 0 ")
        put(width)
        put(" ")
        put(height)
        put("\"")
    }

    private func finished(with body: [UInt8]) -> [UInt8] {
        var whole = bytes
        whole.reserveCapacity(whole.count + body.count + 8)
        whole += "\">".utf8
        whole += body
        whole += "</svg>".utf8
        return whole
    }

    // MARK: Bytes

    private mutating func open(_ element: StaticString, _ name: String) {
        put("<\(element) class=\"\(name)\"")
    }

    private mutating func close() { put("/>") }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func put(_ name: StaticString, _ value: Double) {
        bytes.append(UInt8(ascii: " "))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
        put(value)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func put(_ a: StaticString, _ x: Double, _ b: StaticString, _ y: Double) {
        put(a, x)
        put(b, y)
    }

    private mutating func put(
        _ a: StaticString, _ x: Double, _ b: StaticString, _ y: Double, _ c: StaticString, _ z: Double,
        _ d: StaticString, _ w: Double
    ) {
        put(a, x, b, y)
        put(c, z, d, w)
    }

    /// At most one decimal, the same on every machine.
    private mutating func put(_ value: Double) {
        let tenths = Int((value * 10).rounded())
        if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
        put(String(abs(tenths) / 10))
        let last = abs(tenths) % 10
        guard last > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(last))
    }

    private mutating func escape(_ text: String) { Escaping.append(text, to: &bytes) }
}
