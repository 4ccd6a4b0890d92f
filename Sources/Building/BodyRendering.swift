import Catalogue
import Citations
import Diagnostics
import Markup
import Parallel
import Records

/// Renders the bodies of a catalogue's records in parallel and finds what they cite, then checks the anchors that they
/// link to.
struct BodyRendering: Sendable {
    let catalogue: Catalogue
    let attachments: AttachmentFiles

    struct Rendered: Sendable {
        var bodies: [RecordID: RenderedBody]
        var citations: CitationGraph
        var diagnostics: [Diagnostic]
    }

    func render(jobs: Int) async throws -> Rendered {
        let renderer = MarkdownRenderer(labels: RendererLabels(catalogue.configuration.language))
        let links = LinkResolution(catalogue: catalogue, attachmentFiles: attachments.available)
        let resolver = CitationResolver(catalogue)
        let records = catalogue.records
        let rendered = try await ParallelMap.map(Chunks.of(records.count, jobs: jobs), jobs: jobs) { range in
            let scanner = CitationScanner(grammar: catalogue.grammar, names: resolver.names)
            return range.map { index in
                let record = records[index]
                let noter = CitationNoter(record, scanner: scanner, resolver: resolver)
                let result = renderer.render(
                    record.body.bytes, file: record.path, firstLine: record.body.firstLine, note: noter.note
                ) { destination, _ in links.resolve(destination, from: record) }
                let places = zip(noter.places, result.body.noted).map { $0.standing(under: $1.anchor) }
                return (result.body, result.diagnostics, places)
            }
        }.flatMap { $0 }
        var bodies: [RecordID: RenderedBody] = [:]
        var places: [RecordID: [CitedPlace]] = [:]
        bodies.reserveCapacity(records.count)
        for (record, result) in zip(records, rendered) {
            bodies[record.id] = result.0
            if !result.2.isEmpty { places[record.id] = result.2 }
        }
        let problems = rendered.flatMap(\.1)
        let isBroken = problems.contains { $0.kind == .brokenLink }
        let suggestions = isBroken ? LinkSuggestions(catalogue) : nil
        let completed = suggestions.map { problems.map($0.completed) } ?? problems
        return Rendered(
            bodies: bodies, citations: CitationGraph(places: places),
            diagnostics: completed + AnchorCheck.check(bodies: bodies))
    }
}

extension CitedPlace {
    fileprivate func standing(under anchor: String) -> CitedPlace {
        var place = self
        place.anchor = anchor
        return place
    }
}
