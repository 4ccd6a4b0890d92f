import Drawing

/// The shapes of the states, as beside the words of state everywhere on the site, so that colour only repeats them.
enum StatusMark {
    /// Draws the mark of a document around a point, some 12 units high.
    static func draw(_ document: PictureDocument, _ x: Double, _ y: Double, _ writer: inout SVGWriter) {
        let code = document.status?.code ?? "none"
        let name = "mark mark-\(code)"
        switch code {
        case "not-yet":
            writer.path([.move(x, y - 6), .line(x + 6, y), .line(x, y + 6), .line(x - 6, y), .line(x, y - 6)], name)
        case "partly-expired":
            writer.circle(x, y, 5, name)
            // Half of the circle by two curves (0.5523 times the radius is a quarter's control point).
            let (r, k) = (5.0, 2.76)
            writer.path(
                [
                    .move(x, y - r), .curve(x - k, y - r, x - r, y - k, x - r, y),
                    .curve(x - r, y + k, x - k, y + r, x, y + r),
                ], name + " mark-half")
        case "expired", "replaced":
            writer.rectangle(x - 5, y - 5, 10, 10, name)
            writer.line(x - 5, y, x + 5, y, name)
        case "suspended":
            writer.line(x - 3, y - 5, x - 3, y + 5, name)
            writer.line(x + 3, y - 5, x + 3, y + 5, name)
        case "none": writer.rectangle(x - 4, y - 4, 8, 8, name)
        default: writer.circle(x, y, 5, name)
        }
    }
}
