/// Where in a document's structure the walk stands, and what the next numbered thing is called.
///
/// Articles number through the whole text and stand for themselves; clauses and points hang on the article; in Party
/// texts the path runs from the Roman number down; in an annex everything carries the annex's name in front.
struct ProvisionPaths {
    private struct Open {
        var rank: HeadingUnit.Rank
        var anchor: String
        /// Numbers of a heading such as `1.1`.
        var parts: [String] = []
    }

    private var open: [Open] = []
    /// The numbered paragraphs that are open, `1` before `1.1`: what points and longer numbers belong to.
    private var numbers: [(anchor: String, parts: [String])] = []
    /// Under a heading that is no unit, lists are just lists.
    private var isPaused = false
    private var quotation = QuotationTracker()

    // MARK: Headings

    /// The anchor that a heading's unit asks for, and the unit's name.
    func base(of unit: HeadingUnit) -> (anchor: String, name: String) {
        let outer = open.filter { $0.rank < unit.rank }
        let annex = outer.first { $0.rank == .annex }.map { $0.anchor + "-" } ?? ""
        let container = outer.last { $0.rank < .section }.map { $0.anchor + "-" } ?? ""
        switch unit.rank {
        case .annex: return (unit.slug.isEmpty ? "phu-luc" : "phu-luc-" + unit.slug, "phu-luc")
        case .part: return (annex + "phan-" + unit.slug, "phan")
        case .chapter: return (annex + "chuong-" + unit.slug, "chuong")
        case .section: return (container + "muc-" + unit.slug, "muc")
        case .subsection:
            let section = outer.last.map { $0.anchor + "-" } ?? ""
            return (section + "tieu-muc-" + unit.slug, "tieu-muc")
        case .roman:
            // Below “A.” the path goes on: muc-a-i.
            if let letter = outer.last, letter.rank == .section { return (letter.anchor + "-" + unit.slug, "muc") }
            return (container + "muc-" + unit.slug, "muc")
        case .article: return (annex + "dieu-" + unit.slug, "dieu")
        case .number: return numberedHeading(unit.parts)
        case .point: return pointHeading(unit.slug)
        }
    }

    private func numberedHeading(_ parts: [String]) -> (anchor: String, name: String) {
        let outer = outerOfNumber(parts)
        let path = parts.joined(separator: "-")
        guard let outer else { return ("muc-" + path, "muc") }
        if outer.rank == .article { return (outer.anchor + "-khoan-" + path, "khoan") }
        let rest = outer.rank == .number ? parts.dropFirst(outer.parts.count).joined(separator: "-") : path
        return (outer.anchor + "-" + rest, "muc")
    }

    /// What a numbered heading hangs on: a numbered one whose parts it continues, else the unit above.
    private func outerOfNumber(_ parts: [String]) -> Open? {
        open.last { $0.rank < .number || ($0.rank == .number && Self.continues(parts, $0.parts)) }
    }

    private static func continues(_ parts: [String], _ outer: [String]) -> Bool {
        parts.count > outer.count && parts.starts(with: outer)
    }

    private func pointHeading(_ slug: String) -> (anchor: String, name: String) {
        guard let outer = open.last(where: { $0.rank < .point }) else { return ("muc-" + slug, "diem") }
        let isInArticle = open.contains { $0.rank == .article }
        return (outer.anchor + (isInArticle ? "-diem-" : "-") + slug, "diem")
    }

    /// Takes a unit's heading as read, under the anchor it was given.
    mutating func enter(_ unit: HeadingUnit, anchor: String) {
        open.removeAll { entry in
            if unit.rank == .number, entry.rank == .number { return !Self.continues(unit.parts, entry.parts) }
            return entry.rank >= unit.rank
        }
        open.append(Open(rank: unit.rank, anchor: anchor, parts: unit.parts))
        numbers = []
        isPaused = false
        quotation = QuotationTracker()
    }

    /// A heading that is no unit.
    mutating func pause() {
        numbers = []
        isPaused = true
        quotation = QuotationTracker()
    }

    // MARK: Paragraphs and list items

    /// The anchor and unit of a numbered paragraph, list item or line; nil when it is none.
    func base(of mark: ProvisionMark) -> (anchor: String, name: String)? {
        guard !isPaused, !quotation.isOpen else { return nil }
        switch mark {
        case .number(let parts): return numbered(parts)
        case .point(let slug, _): return point(slug)
        }
    }

    private func numbered(_ parts: [String]) -> (anchor: String, name: String)? {
        let isInArticle = open.contains { $0.rank == .article }
        let name = isInArticle ? "khoan" : "muc"
        if parts.count > 1 {
            // “1.1” belongs to “1”; where there is no “1” it is an amount or a date.
            if let outer = numbers.last(where: { Self.continues(parts, $0.parts) }) {
                return (outer.anchor + "-" + parts.dropFirst(outer.parts.count).joined(separator: "-"), name)
            }
            if let heading = open.last, heading.rank == .number, Self.continues(parts, heading.parts) {
                return (heading.anchor + "-" + parts.dropFirst(heading.parts.count).joined(separator: "-"), name)
            }
            return nil
        }
        guard let outer = open.last else { return ("muc-" + parts[0], name) }
        if outer.rank == .article { return (outer.anchor + "-khoan-" + parts[0], name) }
        return (outer.anchor + "-" + parts[0], name)
    }

    private func point(_ slug: String) -> (anchor: String, name: String)? {
        guard let outer = numbers.last?.anchor ?? open.last?.anchor else { return nil }
        let isInArticle = open.contains { $0.rank == .article }
        return (outer + (isInArticle ? "-diem-" : "-") + slug, "diem")
    }

    /// Takes a paragraph's mark as read, under the anchor it was given.
    mutating func enter(_ mark: ProvisionMark, anchor: String) {
        guard case .number(let parts) = mark else { return }
        numbers.removeAll { !Self.continues(parts, $0.parts) }
        numbers.append((anchor, parts))
    }

    // MARK: Quotations

    mutating func beginBlock(_ start: UnsafeBufferPointer<UInt8>) { quotation.begin(start) }

    mutating func endBlock(_ text: UnsafeBufferPointer<UInt8>) { quotation.end(text) }
}
