import Catalogue
import Citations
import Diagnostics
import Markup
import Records
import Search
import Site

/// A record's text before and after an edit that nothing but its own page and its words in the search index depend on.
struct EditedText {
    let path: String
    let id: RecordID
    /// Bodies as the page shows them.
    let shownBefore: RenderedBody
    let shownNow: RenderedBody
    /// Nil where search finds the same.
    let searchChange: SearchIndexPatch.Change?
    /// What was found in the file, before and now, with weights as `site.yml` has them.
    let foundBefore: Set<Diagnostic>
    let foundNow: [Diagnostic]
    /// What the next edit goes on from.
    let cached: CachedText
    let entry: CollectionSnapshot.Entry

    var isShownOtherwise: Bool { shownBefore.html != shownNow.html }

    /// Nil where more may depend on the edit: front matter, anchors, headings or what is cited changed, a link or a
    /// citation is one that was never answered, or there are errors.
    init?(_ path: String, now source: [UInt8], _ cached: CachedText, number: Int, _ means: ReadingContext) {
        self.path = path
        let severities = means.reader.configuration.severities
        let before = means.reader.read(path, cached.source)
        let now = means.reader.read(path, source)
        guard let old = before.record, let new = now.record, old.kind != .finding, old.hasSameFrontMatter(as: new),
            old.body.firstLine == new.body.firstLine,
            before.circulationMark == now.circulationMark
        else { return nil }
        id = new.id

        let answers = Answers(cached)
        guard let oldEntry = answers.replayed(old, means),
            let newEntry = answers.answered(new, means)
        else { return nil }
        let (oldBody, newBody) = (oldEntry.body, newEntry.body)
        guard oldEntry.places.map(\.withoutLine) == newEntry.places.map(\.withoutLine),
            oldBody.anchors == newBody.anchors, oldBody.provisions == newBody.provisions,
            oldBody.attachments == newBody.attachments,
            AnchorCheck.check(bodies: [new.id: newBody]).isEmpty
        else { return nil }

        foundBefore = Set(severities.apply(to: before.diagnostics + oldEntry.diagnostics))
        foundNow = severities.apply(to: now.diagnostics + newEntry.diagnostics)
        guard !foundNow.hasErrors else { return nil }

        shownBefore = cached.markup.applied(to: oldBody)
        shownNow = cached.markup.applied(to: newBody)
        guard !oldBody.html.isEmpty, SiteBuilder.showsSame(beside: shownBefore, shownNow) else { return nil }

        var (oldDocument, newDocument) = (cached.document, cached.document)
        oldDocument.append(oldBody)
        newDocument.append(newBody)
        searchChange =
            oldBody.sections == newBody.sections
            ? nil
            : .init(
                old: .init(number: number, document: oldDocument), new: .init(number: number, document: newDocument))
        entry = CollectionSnapshot.Entry(
            record: new.withoutText, circulationMark: now.circulationMark, found: now.diagnostics,
            foundInText: newEntry.diagnostics, places: newEntry.places, citedAnchors: newBody.citedAnchors,
            digests: TextFacts.Digests(newBody, newEntry.places), anchors: AnchorList(TextAnchors(newBody)))
        self.cached = CachedText(
            source: source, links: newEntry.links, outcomes: newEntry.citations.map(\.outcome), markup: cached.markup,
            page: cached.page, document: cached.document)
    }
}

extension CachedText {
    /// The text rendered as it was; nil when it asks otherwise than it did.
    func replayed(_ record: Record, _ means: ReadingContext) -> BodyMemo.Entry? {
        Answers(self).replayed(record, means)
    }
}

/// What links and citations of a text were answered.
private final class Answers {
    private let cached: CachedText
    private let links: [String: LinkTarget]
    private var outcomes: [CitedDocument: CitationResolver.Outcome] = [:]

    init(_ cached: CachedText) {
        self.cached = cached
        links = Dictionary(
            cached.links.map { ($0.destination, $0.target) }, uniquingKeysWith: { first, _ in first })
    }

    /// The text rendered as it was, learning which answer belongs to which citation; nil when it asks otherwise.
    func replayed(_ record: Record, _ means: ReadingContext) -> BodyMemo.Entry? {
        var rest = cached.outcomes[...]
        let entry = entry(record, means) { document in
            guard let outcome = rest.popFirst() else { return nil }
            self.outcomes[document] = outcome
            return outcome
        }
        return rest.isEmpty ? entry : nil
    }

    /// A text of the same record; nil when it asks what was never answered.
    func answered(_ record: Record, _ means: ReadingContext) -> BodyMemo.Entry? {
        entry(record, means) { self.outcomes[$0] }
    }

    private func entry(
        _ record: Record, _ means: ReadingContext,
        _ answer: @escaping (CitedDocument) -> CitationResolver.Outcome?
    ) -> BodyMemo.Entry? {
        var isAnswered = true
        let noter = CitationNoter(record, scanner: means.scanner) { citation in
            if let outcome = answer(citation.document) { return outcome }
            isAnswered = false
            return .nothing
        }
        let entry = BodyRendering.entry(of: record, text: record.body.bytes, means.renderer, noter) { destination in
            if let target = links[destination] { return target }
            isAnswered = false
            return .broken
        }
        return isAnswered ? entry : nil
    }
}

extension CitedPlace {
    /// No page shows the line of a citation.
    var withoutLine: CitedPlace {
        var place = self
        place.line = 0
        return place
    }
}

extension RenderedBody {
    /// The files of `attachments/` that it links to.
    var attachments: Set<String> {
        Set(
            links.compactMap { link -> String? in
                if case .attachment(let file, _) = link.target { file } else { nil }
            })
    }
}
