import Drawing

/// What a drawing holds, read back from its SVG.
struct Scan {
    let svg: String
    let width: Double
    let height: Double

    /// Left and right edges, baseline and words of each text, as wide as they are taken to be.
    let texts: [(left: Double, right: Double, y: Double, text: String)]

    init(_ bytes: [UInt8]) {
        svg = String(decoding: bytes, as: UTF8.self)
        let box = svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/)
        width = box.flatMap { Double($0.1) } ?? 0
        height = box.flatMap { Double($0.2) } ?? 0
        let element = /<text class="([^"]+)" x="([-0-9.]+)" y="([-0-9.]+)"( text-anchor="([a-z]+)")?[^>]*>([^<]*)</
        texts = svg.matches(of: element).map { match in
            let isBold = /pic-(number|name|verb|count)/
            let text = String(match.6).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&amp;", with: "&")
            let length = TextFit.width(text, isBold: match.1.contains(isBold))
            let x = Double(match.2) ?? -1
            let left =
                switch match.5 {
                case "end": x - length
                case "middle": x - length / 2
                default: x
                }
            return (left, left + length, Double(match.3) ?? -1, text)
        }
    }

    func count(of needle: String) -> Int { svg.ranges(of: needle).count }

    /// Texts that leave the picture.
    var outside: [String] {
        texts.filter { $0.left < -0.5 || $0.right > width + 0.5 || $0.y < 8 || $0.y > height }.map(\.text)
    }

    /// Pairs of texts on one line that run into each other.
    var colliding: [String] {
        var found: [String] = []
        for (index, a) in texts.enumerated() {
            for b in texts[(index + 1)...] where abs(a.y - b.y) < 10 && a.left < b.right && b.left < a.right {
                found.append("\(a.text) × \(b.text)")
            }
        }
        return found
    }
}
