import Drawing

/// How many documents each year has, as small bars; the list of years beside it says the same in words.
struct YearHistogram {
    /// Documents by year.
    let counts: [Int: Int]

    private static let (width, height) = (320.0, 48.0)

    /// Nil where there is nothing to compare.
    var fields: TemplateFields? {
        guard let first = counts.keys.min(), let last = counts.keys.max(), last > first,
            let most = counts.values.max()
        else { return nil }
        var writer = SVGWriter()
        let step = Self.width / Double(last - first + 1)
        for (year, count) in counts.sorted(by: { $0.key < $1.key }) {
            let tall = max(2, Self.height * Double(count) / Double(most))
            writer.rectangle(
                Double(year - first) * step, Self.height - tall, max(1, step - 1), tall, "histogram-bar")
        }
        // The bars fill the width of the page's column, so that the years below stand under the first and the last.
        let frame =
            "<svg class=\"histogram\" viewBox=\"0 0 320 48\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
        return [
            "bars": .markup(Array(frame.utf8) + writer.bytes + Array("</svg>".utf8)), "first": .text(String(first)),
            "last": .text(String(last)),
        ]
    }
}
