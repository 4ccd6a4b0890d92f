import Catalogue
import Diagnostics
import Encodings
import Markup
import Records

/// The page `/bien-tap/`: what the collection lacks and what its editors should look at.
struct EditorsPage {
    let context: SiteContext

    static let path = "bien-tap/index.html"

    /// Rows of a table, and citing places of a row; what is beyond is counted.
    private static let (shownRows, shownPlaces) = (300, 6)
    private static let shownChanges = 15

    func fields(_ page: SitePage) -> TemplateFields {
        var fields = context.common(page, title: context.strings[.editors])
        let wanted = WantedRegister(context.everything, context.allCitations).entries
        fields.set("wanted", rows(wanted, self.wanted))
        let ambiguous = context.everything.numbers.filter { context.allCitations.ambiguous[$0.slug] != nil }
        fields.set("ambiguous", rows(ambiguous, self.ambiguous))
        let problems = problems
        fields.set("problems", problems.map(group))
        let changes = HistoryLog(context.everything).entries.prefix(Self.shownChanges)
        fields.set("changes", changes.map(change))
        fields["unverified"] = .text(context.strings.count(.word(.countUnverified), unverified))
        fields["counts"] = [
            "wanted": .text(context.strings.grouped(wanted.count)),
            "ambiguous": .text(context.strings.grouped(ambiguous.count)),
            "problems": .text(context.strings.grouped(problems.reduce(0) { $0 + $1.count })),
            "changes": .text(context.strings.grouped(changes.count)),
        ]
        return fields
    }

    private func rows<Entry>(_ entries: [Entry], _ row: (Entry) -> TemplateFields) -> [TemplateFields] {
        entries.prefix(Self.shownRows).map(row)
    }

    // MARK: Missing and ambiguous documents

    private func wanted(_ entry: WantedRegister.Entry) -> TemplateFields {
        var fields: TemplateFields = [
            "number": .text(entry.number), "count": .text(context.strings.grouped(entry.count)),
        ]
        fields.set("type", entry.type.map { context.vocabulary.type($0)?.name ?? $0 })
        let citing = Set(entry.citations.map(\.id))
        let related = entry.relations.filter { !citing.contains($0) }.map { Place(id: $0, anchor: nil) }
        setPlaces(related + entry.citations.map(place), &fields)
        fields.set("namesakes", context.everything.namesakes(of: entry).compactMap { context.card($0) })
        return fields
    }

    private func ambiguous(_ entry: NumberEntry) -> TemplateFields {
        let places = (context.allCitations.ambiguous[entry.slug] ?? []).map(place)
        var fields: TemplateFields = [
            "number": .text(entry.printed), "path": .text(NumberPage.path(entry)),
            "count": .text(context.strings.grouped(places.count)),
        ]
        setPlaces(places, &fields)
        return fields
    }

    /// Where something is mentioned: a record, maybe at an anchor.
    private struct Place: Hashable {
        var id: RecordID
        var anchor: String?
    }

    private func place(_ cited: CitedAt) -> Place {
        Place(id: cited.id, anchor: context.allCitations.place(cited)?.anchor)
    }

    private func setPlaces(_ places: [Place], _ fields: inout TemplateFields) {
        var seen: Set<Place> = []
        let distinct = places.filter { seen.insert($0).inserted }
        fields.set(
            "places",
            distinct.prefix(Self.shownPlaces).compactMap { place in
                guard let record = context.everything.record(place.id) else { return nil }
                var link: TemplateFields = [
                    "label": .text(record.shortName), "path": .text(context.path(of: record)),
                ]
                link.set("anchor", place.anchor)
                return link
            })
        if distinct.count > Self.shownPlaces {
            fields["more"] = .text(context.strings.count(.word(.morePlaces), distinct.count - Self.shownPlaces))
        }
    }

    // MARK: What to look at

    /// By code, in the order of the codes.
    private var problems: [ArraySlice<Diagnostic>] {
        var rest = (context.desk?.diagnostics ?? []).enumerated().sorted {
            ($0.element.kind.code, $0.offset) < ($1.element.kind.code, $1.offset)
        }.map(\.element)[...]
        var groups: [ArraySlice<Diagnostic>] = []
        while let first = rest.first {
            let group = rest.prefix { $0.kind == first.kind }
            groups.append(group)
            rest = rest.dropFirst(group.count)
        }
        return groups
    }

    private func group(_ diagnostics: ArraySlice<Diagnostic>) -> TemplateFields {
        var fields: TemplateFields = ["count": .text(context.strings.grouped(diagnostics.count))]
        if let kind = diagnostics.first?.kind {
            let headline = kind.headline(context.strings.language)
            fields["code"] = .text(kind.code)
            fields["headline"] = .text(headline.prefix(1).uppercased() + headline.dropFirst())
            // What the heading says of all need not be said of each.
            fields["hasMessages"] = .flag(kind.message[context.strings.language].contains("{"))
            // A hint that names something of one row is left to `tracuu check`.
            let hint = kind.hint[context.strings.language]
            if !hint.contains("{") { fields["hint"] = .markup(Self.withCode(hint)) }
        }
        fields.set("rows", diagnostics.prefix(Self.shownRows).map(problem))
        return fields
    }

    private func problem(_ diagnostic: Diagnostic) -> TemplateFields {
        var fields: TemplateFields = [
            "message": .text(diagnostic.message(context.strings.language)),
            "place": .text("\(diagnostic.span.file):\(diagnostic.span.line)"),
        ]
        if let record = context.everything.record(atPath: diagnostic.span.file) {
            fields["label"] = .text(record.shortName)
            fields["path"] = .text(context.path(of: record))
        }
        return fields
    }

    /// A sentence whose commands stand between backticks, as HTML.
    private static func withCode(_ text: String) -> [UInt8] {
        var html: [UInt8] = []
        for (place, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { html += place.isMultiple(of: 2) ? Array("</code>".utf8) : Array("<code>".utf8) }
            Escaping.append(String(part), to: &html)
        }
        return html
    }

    private var unverified: Int {
        context.everything.records.count { context.everything.status(of: $0.id)?.value == .unverified }
    }

    private func change(_ entry: HistoryLog.Entry) -> TemplateFields {
        var fields: TemplateFields = [
            "path": .text(context.path(of: entry.record)), "title": .markup(KeptNumbers.html(entry.record.title)),
            "change": .text(entry.change),
        ]
        fields.set("number", entry.record.number?.printed)
        fields.set("date", context.dates.short(entry.date))
        fields.set("datetime", entry.date.machineReadable)
        return fields
    }
}

/// What stands on the editors' page.
extension PageShapes {
    private static let mention: [String: TemplateShape] = [
        "namesakes": .list(card), "number": .text, "type": .text, "count": .text, "path": .text, "more": .text,
        "places": .list(["label": .text, "path": .text, "anchor": .text]),
    ]

    static let editors: [String: TemplateShape] = [
        "counts": .object(["wanted": .text, "ambiguous": .text, "problems": .text, "changes": .text]),
        "unverified": .text, "wanted": .list(mention), "ambiguous": .list(mention),
        "problems": .list([
            "code": .text, "headline": .text, "hint": .markup, "count": .text, "hasMessages": .flag,
            "rows": .list(["label": .text, "path": .text, "message": .text, "place": .text]),
        ]),
        "changes": .list(update),
    ]
}

extension EditorsPage {
    struct Kind: PageKind {
        static func pages(of site: PageInventory) -> [SitePage] {
            site.facts.desk != nil ? [SitePage(path: EditorsPage.path, Self())] : []
        }

        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.editors, EditorsPage(context: context).fields(page))
        }
    }
}
