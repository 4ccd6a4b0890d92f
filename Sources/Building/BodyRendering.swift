import Catalogue
import Citations
import Diagnostics
import Markup
import Parallel
import Records
import Site

/// Renders the bodies of a catalogue's records in parallel and finds what they cite, then checks the anchors that they
/// link to.
struct BodyRendering: Sendable {
    let collection: LinkedCollection
    /// The collection's generation: as long as it stands, links and citations are answered as before.
    let generation: Int
    /// The texts of the records, by path.
    let texts: [String: RecordBody]

    struct Rendered: Sendable {
        var bodies: [RecordID: RenderedBody]
        var citations: CitationGraph
        var diagnostics: [Diagnostic]
    }

    func render(jobs: Int, _ memo: inout BodyMemo) async throws -> Rendered {
        let catalogue = collection.catalogue
        let resolver = collection.citations
        let means = BodyMemo.Means(
            generation: generation, vocabulary: collection.vocabulary, configuration: catalogue.configuration,
            names: resolver.names)
        let records = catalogue.records
        let fresh = try await freshEntries(memo, means, resolver, jobs: jobs)
        memo.take(fresh, of: records, with: means)

        var bodies: [RecordID: RenderedBody] = [:]
        var places: [RecordID: [CitedPlace]] = [:]
        var problems: [Diagnostic] = []
        bodies.reserveCapacity(records.count)
        for record in records {
            guard let entry = memo[record.path] else { continue }
            bodies[record.id] = entry.body
            if !entry.places.isEmpty { places[record.id] = entry.places }
            problems += entry.diagnostics
        }
        let isBroken = problems.contains { LinkSuggestions.kinds.contains($0.kind) }
        let suggestions =
            isBroken ? LinkSuggestions(catalogue, attachments: collection.attachments.available) : nil
        let completed = suggestions.map { problems.map($0.completed) } ?? problems
        return Rendered(
            bodies: bodies, citations: memo.graph(of: places),
            diagnostics: completed + AnchorCheck.check(bodies: bodies))
    }

    /// For each record what had to be rendered; nil where the memo holds.
    private func freshEntries(
        _ memo: BodyMemo, _ means: BodyMemo.Means, _ resolver: CitationResolver, jobs: Int
    ) async throws -> [BodyMemo.Entry?] {
        let catalogue = collection.catalogue
        let records = catalogue.records
        let renderer = MarkdownRenderer(labels: RendererLabels(catalogue.configuration.language))
        let links = LinkResolution(catalogue: catalogue, attachmentFiles: collection.attachments.available)
        let trust = memo.trust(with: means)
        return try await ParallelMap.map(Chunks.of(records.count, jobs: jobs), jobs: jobs) { range in
            let scanner = CitationScanner(grammar: catalogue.grammar, names: resolver.names)
            return range.map { index -> BodyMemo.Entry? in
                let record = records[index]
                let text = texts[record.path]?.bytes ?? []
                let questions = Questions()
                let noter = CitationNoter(record, scanner: scanner, resolver: resolver, questions)
                if let known = memo[record.path], known.text == text,
                    known.holds(for: record, trust, links, noter)
                {
                    return nil
                }
                return Self.entry(of: record, text: text, renderer, noter, links.asking(questions), questions)
            }
        }.flatMap { $0 }
    }

    /// Renders one body by itself.
    func entry(of record: Record, text: [UInt8]) -> BodyMemo.Entry {
        let scanner = CitationScanner(grammar: collection.catalogue.grammar, names: collection.citations.names)
        let questions = Questions()
        return entry(
            of: record, text: text,
            CitationNoter(record, scanner: scanner, resolver: collection.citations, questions), questions)
    }

    func entry(
        of record: Record, text: [UInt8], _ noter: CitationNoter, _ questions: Questions = Questions()
    ) -> BodyMemo.Entry {
        let catalogue = collection.catalogue
        let links = LinkResolution(catalogue: catalogue, attachmentFiles: collection.attachments.available)
        let renderer = MarkdownRenderer(labels: RendererLabels(catalogue.configuration.language))
        return Self.entry(of: record, text: text, renderer, noter, links.asking(questions), questions)
    }

    private static func entry(
        of record: Record, text: [UInt8], _ renderer: MarkdownRenderer, _ noter: CitationNoter,
        _ links: LinkResolution, _ questions: Questions
    ) -> BodyMemo.Entry {
        var entry = entry(of: record, text: text, renderer, noter) { links.resolve($0, from: record) }
        entry.facts = questions.facts
        return entry
    }

    /// Renders one body with whatever answers what links lead to and citations mean.
    static func entry(
        of record: Record, text: [UInt8], _ renderer: MarkdownRenderer, _ noter: CitationNoter,
        resolveLink: (String) -> LinkTarget
    ) -> BodyMemo.Entry {
        var answers: [BodyMemo.LinkAnswer] = []
        let note: TextNoter = { noter.note($0, isQuoted: $1) }
        let (body, diagnostics) = renderer.render(
            text, file: record.path, firstLine: record.body.firstLine, note: note
        ) { destination, _ in
            let target = resolveLink(destination)
            answers.append(BodyMemo.LinkAnswer(destination: destination, target: target))
            return target
        }
        return BodyMemo.Entry(
            record: record, text: text, links: answers, citations: noter.answers, body: body, diagnostics: diagnostics,
            places: zip(zip(noter.places, noter.surroundings), body.noted).map { cited, noted in
                let part = cited.1.anchor(around: noted.anchor, in: body.provisions)
                return cited.0.standing(at: noted, within: part)
            })
    }
}

extension BodyMemo.Entry {
    /// Whether rendering the same text now would come to the same.
    fileprivate func holds(
        for now: Record, _ trust: BodyMemo.Trust, _ resolution: LinkResolution, _ noter: CitationNoter
    ) -> Bool {
        switch trust {
        case .none: return false
        case .full: return true
        case .sameAnswersButNames where citations.contains(where: \.isByName): return false
        case .sameAnswers, .sameAnswersButNames:
            return record == now && links.allSatisfy { resolution.resolve($0.destination, from: now) == $0.target }
                && citations.allSatisfy { noter.target(of: $0.citation) == $0.target }
        }
    }
}

extension CitedPlace {
    fileprivate func standing(at noted: NotedText, within part: String?) -> CitedPlace {
        var place = self
        if let part { place.anchors = anchors.map { part + "-" + $0 } }
        (place.anchor, place.line) = (noted.anchor, noted.line)
        return place
    }
}

extension LinkResolution {
    fileprivate func asking(_ questions: Questions) -> LinkResolution {
        var resolution = self
        resolution.questions = questions
        return resolution
    }
}
