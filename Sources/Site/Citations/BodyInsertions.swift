import Markup

/// Bytes put between those of a body's HTML.
struct BodyInsertions {
    private var insertions: [(offset: Int, bytes: [UInt8])] = []

    var isEmpty: Bool { insertions.isEmpty }

    mutating func insert(_ bytes: [UInt8], at offset: Int) { insertions.append((offset, bytes)) }

    /// The HTML with everything put in; what was inserted first at a place comes first.
    func applied(to html: [UInt8]) -> [UInt8] {
        guard !isEmpty else { return html }
        let ordered = insertions.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
        var result: [UInt8] = []
        result.reserveCapacity(html.count + insertions.reduce(0) { $0 + $1.bytes.count })
        var written = 0
        for (_, insertion) in ordered {
            result += html[written..<insertion.offset]
            result += insertion.bytes
            written = insertion.offset
        }
        result += html[written...]
        return result
    }
}
