import Catalogue
import Diagnostics
import Markup
import Parallel
import Records

/// Renders the bodies of a catalogue's records in parallel, then checks the anchors that they link to.
struct BodyRendering: Sendable {
    let catalogue: Catalogue
    let attachments: AttachmentFiles

    func render(jobs: Int) async throws -> ([RecordID: RenderedBody], [Diagnostic]) {
        let renderer = MarkdownRenderer(labels: RendererLabels(catalogue.configuration.language))
        let links = LinkResolution(catalogue: catalogue, attachmentFiles: attachments.available)
        let records = catalogue.records
        let rendered = try await ParallelMap.map(Chunks.of(records.count, jobs: jobs), jobs: jobs) { range in
            range.map { index in
                let record = records[index]
                return renderer.render(record.body.bytes, file: record.path, firstLine: record.body.firstLine) {
                    destination, _ in links.resolve(destination, from: record)
                }
            }
        }.flatMap { $0 }
        var bodies: [RecordID: RenderedBody] = [:]
        bodies.reserveCapacity(records.count)
        for (record, result) in zip(records, rendered) { bodies[record.id] = result.body }
        let problems = rendered.flatMap(\.diagnostics)
        let isBroken = problems.contains { $0.kind == .brokenLink }
        let suggestions = isBroken ? LinkSuggestions(catalogue) : nil
        let completed = suggestions.map { problems.map($0.completed) } ?? problems
        return (bodies, completed + AnchorCheck.check(bodies: bodies))
    }
}
