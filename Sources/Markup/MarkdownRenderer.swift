import Diagnostics

/// Turns the Markdown of a record's body into safe HTML, an outline, provisions with anchors, and plain text.
///
/// Two bodies may be rendered at the same time; the result depends on the body alone.
public struct MarkdownRenderer: Sendable {
    private let labels: RendererLabels
    private let reservedAnchors: Set<String>

    /// The ids that pages have of their own, which no heading may take.
    public static let pageAnchors: Set<String> = ["main", "site-search"]

    public init(
        labels: RendererLabels = RendererLabels(), reservedAnchors: Set<String> = MarkdownRenderer.pageAnchors
    ) {
        self.labels = labels
        self.reservedAnchors = reservedAnchors
    }

    /// Renders a body.
    ///
    /// - Parameters:
    ///   - body: Markdown in valid UTF-8, NFC.
    ///   - file: where it was read, for diagnostics.
    ///   - firstLine: the line of `file` on which `body` begins, from 1.
    ///   - note: what to note in each run of plain text outside headings, links and code; see `RenderedBody.noted`.
    ///   - resolveLink: what a destination leads to; asked for every link and image that is neither an anchor of the
    ///     same page nor unsafe, addresses outside the site included.
    public func render(
        _ body: [UInt8], file: String, firstLine: Int = 1, note: TextNoter? = nil,
        resolveLink: (_ destination: String, _ isImage: Bool) -> LinkTarget
    ) -> (body: RenderedBody, diagnostics: [Diagnostic]) {
        body.withUnsafeBufferPointer { source in
            if source.count > Limits.bodyBytes {
                let span = SourceSpan(file: file, line: firstLine)
                return (RenderedBody(), [Diagnostic(.bodyTooLong, at: span, String(Limits.bodyBytes >> 20))])
            }
            var lines = SourceLines(source, file: file, firstLine: firstLine)
            if let line = NestingGuard.firstViolation(in: source, lines: lines.starts) {
                let span = lines.span(line..<line)
                return (RenderedBody(), [Diagnostic(.nestedTooDeep, at: span, String(Limits.nestedBlocks))])
            }
            if let excess = BodyExcess.first(in: source, lines: lines.starts) {
                let place = lines.span(excess.offset..<excess.offset)
                return (RenderedBody(), [excess.diagnostic(at: place)])
            }
            guard var walker = MarkdownWalker(parsing: source) else { return (RenderedBody(), []) }
            return withoutActuallyEscaping(resolveLink) { resolve in
                var writer = BodyWriter(
                    source: source, lines: lines, labels: labels, reservedAnchors: reservedAnchors, note: note,
                    resolve: resolve)
                let hasFootnotes = FootnoteCheck.mayHaveFootnotes(source)
                writer.footnotes.mayBeUndefined = hasFootnotes
                let rendered = writer.write(&walker)
                var diagnostics = writer.diagnostics
                if hasFootnotes { diagnostics += FootnoteCheck.check(source, lines: &writer.lines) }
                diagnostics += LinkDefinitionCheck.check(source, lines: &writer.lines)
                return (rendered, diagnostics.inSourceOrder())
            }
        }
    }
}
