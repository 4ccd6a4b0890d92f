import Drawing

extension Chart {
    /// The chart as an SVG element.
    ///
    /// - Parameters:
    ///   - label: What was found, in a sentence: the picture's name.
    ///   - describedBy: Id of the element on the page that puts the picture into words.
    public func svg(_ width: ChartWidth, label: String, describedBy: String) -> [UInt8] {
        var writer = SVGWriter()
        let height: Double
        switch self {
        case .bars(let marks): height = BarDrawing(width: width, isDots: false).draw(marks, &writer, from: 0)
        case .dots(let marks): height = BarDrawing(width: width, isDots: true).draw(marks, &writer, from: 0)
        case .stacked(let rows, let scale, let withheld):
            height = StackDrawing(width: width, scale: scale, withheld: withheld).draw(rows, &writer)
        case .multiples(let panels, let isDense):
            height = PanelDrawing(width: width, isDense: isDense).draw(panels, &writer)
        case .trend(let trend):
            height =
                width == .wide
                ? TrendDrawing(trend: trend).drawTogether(&writer) : TrendDrawing(trend: trend).drawApart(&writer)
        }
        return writer.document(
            width: width.points, height: height, name: "chart chart-\(width.rawValue)", label: label,
            describedBy: describedBy)
    }
}
