/// Where in a document's structure the walk stands, and what the next numbered thing is called.
///
/// Articles number through the whole text and stand for themselves; clauses and points hang on the article; in Party
/// texts the path runs from the Roman number down; in an annex or an attached document everything carries its name in
/// front.
struct ProvisionPaths {
    /// What a unit asks to be called.
    struct Base {
        var anchor: String
        /// The unit's class: `dieu`.
        var name: String
        /// The anchor of the unit that the path goes through.
        var outer = ""
        /// As it is cited; empty where it cannot be told from another.
        var words: String
        /// Whether the page reads the same words off the anchor.
        var isPlain = false
    }

    private struct Open {
        var rank: HeadingUnit.Rank
        var anchor: String
        var words: String
        var isPlain: Bool
        /// Numbers of a heading such as `1.1`.
        var parts: [String] = []
        /// Whether it is a section without a name, below which numbers are clauses: “Mục II”.
        var isSection = false
    }

    private struct Numbered {
        var anchor: String
        var words: String
        var isPlain: Bool
        var parts: [String]
    }

    /// Annexes beside which another is called by a number of theirs: I where there is I-1. Their own numbers say “muc”.
    let numberedAnnexes: Set<String>
    private var open: [Open] = []
    /// The numbered paragraphs that are open, `1` before `1.1`: what points and longer numbers belong to.
    private var numbers: [Numbered] = []
    /// Under a heading that is no unit, lists are just lists.
    private var isPaused = false
    var quotation = QuotationTracker()

    init(numberedAnnexes: Set<String> = []) { self.numberedAnnexes = numberedAnnexes }

    // MARK: Headings

    /// What a heading's unit asks to be called.
    func base(of unit: HeadingUnit) -> Base {
        let annex = open.first { $0.rank == .annex }
        switch unit.rank {
        case .annex:
            if unit.isAttachment {
                return Base(anchor: unit.slug, name: "kem-theo", words: unit.label + " ban hành kèm theo")
            }
            let anchor = unit.slug.isEmpty ? "phu-luc" : "phu-luc-" + unit.slug
            return base(anchor, "phu-luc", unit.label, unit.slug, in: nil)
        case .part: return hung("phan", unit, on: annex)
        case .chapter: return hung("chuong", unit, on: annex)
        case .article: return hung("dieu", unit, on: annex)
        case .section: return hung("muc", unit, on: open.last { $0.rank < .section })
        case .subsection: return hung("tieu-muc", unit, on: open.last { $0.rank < .subsection })
        case .roman:
            // Below “A.” the path goes on: muc-a-i.
            guard let letter = open.last(where: { $0.rank < .roman }), letter.rank == .section else {
                return hung("muc", unit, on: open.last { $0.rank < .section })
            }
            return base(letter.anchor + "-" + unit.slug, "muc", unit.label, unit.slug, in: letter, isPlain: false)
        case .number: return numberedHeading(unit.parts)
        case .point:
            guard let outer = open.last(where: { $0.rank < .point }) else {
                return base("muc-" + unit.slug, "diem", unit.label, unit.slug, in: nil, isPlain: false)
            }
            return base(outer.anchor + pointMark + unit.slug, "diem", unit.label, unit.slug, in: outer)
        }
    }

    private var isInArticle: Bool { open.contains { $0.rank == .article } }
    private var pointMark: String { isInArticle ? "-diem-" : "-" }

    private func hung(_ name: String, _ unit: HeadingUnit, on outer: Open?) -> Base {
        let anchor = name + "-" + unit.slug
        return base(outer.map { $0.anchor + "-" + anchor } ?? anchor, name, unit.label, unit.slug, in: outer)
    }

    private func base(
        _ anchor: String, _ name: String, _ label: String, _ slug: String, in outer: Open?, isPlain: Bool = true
    ) -> Base {
        // What cannot be told apart has nothing in it that can.
        let isKnown = outer?.words.isEmpty != true
        return Base(
            anchor: anchor, name: name, outer: outer?.anchor ?? "",
            words: isKnown ? ProvisionCitation.words(name, label, in: outer?.words ?? "") : "",
            isPlain: isPlain && outer?.isPlain != false
                && ProvisionCitation.isRead(label, from: slug, capital: name != "khoan" && name != "diem"))
    }

    private func numberedHeading(_ parts: [String]) -> Base {
        let path = parts.joined(separator: "-")
        let label = parts.joined(separator: ".")
        // What it hangs on: a numbered one whose parts it continues, else the unit above.
        let outer = open.last { $0.rank < .number || ($0.rank == .number && Self.continues(parts, $0.parts)) }
        guard let outer else { return base("muc-" + path, "muc", label, path, in: nil) }
        if outer.rank == .article { return clause(outer.anchor + "-khoan-" + path, label, path, in: outer) }
        let rest = outer.rank == .number ? parts.dropFirst(outer.parts.count).joined(separator: "-") : path
        return below(outer, rest, label, parts)
    }

    /// A number below a section, an annex or another number.
    private func below(_ outer: Open, _ rest: String, _ label: String, _ parts: [String]) -> Base {
        if outer.rank == .annex, numberedAnnexes.contains(outer.anchor) {
            return base(outer.anchor + "-muc-" + rest, "muc", label, rest, in: outer)
        }
        var base = base(outer.anchor + "-" + rest, "muc", label, rest, in: outer, isPlain: false)
        if outer.isSection || isInArticle, !base.words.isEmpty {
            // Below “Mục II” stand clauses and points without a name of their own.
            base.words = ProvisionCitation.words(parts.count > 1 ? "diem" : "khoan", label, in: outer.words)
        }
        return base
    }

    private func clause(_ anchor: String, _ label: String, _ path: String, in outer: Open) -> Base {
        base(anchor, "khoan", label, path, in: outer)
    }

    private static func continues(_ parts: [String], _ outer: [String]) -> Bool {
        parts.count > outer.count && parts.starts(with: outer)
    }

    /// Takes a unit's heading as read, under the anchor it was given.
    mutating func enter(_ unit: HeadingUnit, _ base: Base, anchor: String) {
        open.removeAll { entry in
            if unit.rank == .number, entry.rank == .number { return !Self.continues(unit.parts, entry.parts) }
            return entry.rank >= unit.rank
        }
        let isOwn = anchor == base.anchor
        open.append(
            Open(
                rank: unit.rank, anchor: anchor, words: isOwn ? base.words : "", isPlain: isOwn && base.isPlain,
                parts: unit.parts, isSection: base.name == "muc"))
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

    /// What a numbered paragraph, list item or line is called; nil when it is none.
    func base(of mark: ProvisionMark) -> Base? {
        guard !isPaused, !quotation.isOpen else { return nil }
        switch mark {
        case .number(let parts): return numbered(parts)
        case .point(let slug, let printed): return point(slug, printed)
        }
    }

    private func numbered(_ parts: [String]) -> Base? {
        let label = parts.joined(separator: ".")
        if parts.count > 1 {
            // “1.1” belongs to “1”; where there is no “1” it is an amount or a date.
            if let outer = numbers.last(where: { Self.continues(parts, $0.parts) }) {
                return continued(outer.anchor, outer.words, outer.parts.count, parts, label)
            }
            if let heading = open.last, heading.rank == .number, Self.continues(parts, heading.parts) {
                return continued(heading.anchor, heading.words, heading.parts.count, parts, label)
            }
            // “10.1.” right below “Điều 10”; 1.000 is an amount.
            if let article = open.last, article.rank == .article, article.anchor.hasSuffix("dieu-" + parts[0]),
                parts[1].utf8.count < 3, parts[1].first != "0"
            {
                let path = parts.joined(separator: "-")
                return clause(article.anchor + "-khoan-" + path, label, path, in: article)
            }
            return nil
        }
        guard let outer = open.last else {
            return base("muc-" + parts[0], isInArticle ? "khoan" : "muc", label, parts[0], in: nil)
        }
        if outer.rank == .article { return clause(outer.anchor + "-khoan-" + parts[0], label, parts[0], in: outer) }
        var base = below(outer, parts[0], label, parts)
        if isInArticle { base.name = "khoan" }
        return base
    }

    /// “1.1” below “1”.
    private func continued(
        _ outer: String, _ words: String, _ known: Int, _ parts: [String], _ label: String
    ) -> Base {
        Base(
            anchor: outer + "-" + parts.dropFirst(known).joined(separator: "-"), name: isInArticle ? "khoan" : "muc",
            outer: outer, words: words.isEmpty ? "" : ProvisionCitation.words("diem", label, in: words))
    }

    private func point(_ slug: String, _ printed: String) -> Base? {
        let outer =
            numbers.last.map { Open(rank: .number, anchor: $0.anchor, words: $0.words, isPlain: $0.isPlain) }
            ?? open.last
        guard let outer else { return nil }
        return base(outer.anchor + pointMark + slug, "diem", printed, slug, in: outer, isPlain: isInArticle)
    }

    /// Takes a paragraph's mark as read, under the anchor it was given.
    mutating func enter(_ mark: ProvisionMark, _ base: Base, anchor: String) {
        guard case .number(let parts) = mark else { return }
        numbers.removeAll { !Self.continues(parts, $0.parts) }
        let isOwn = anchor == base.anchor
        numbers.append(
            Numbered(
                anchor: anchor, words: isOwn ? base.words : "", isPlain: isOwn && base.isPlain, parts: parts))
    }

    // MARK: Quotations

    mutating func beginBlock(_ start: UnsafeBufferPointer<UInt8>) { quotation.begin(start) }

    mutating func endBlock(_ text: UnsafeBufferPointer<UInt8>) { quotation.end(text) }
}
