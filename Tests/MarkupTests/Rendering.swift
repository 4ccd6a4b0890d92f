import Diagnostics
import Markup

/// What the tests render: a site with one record, one file, and nothing else.
enum Rendering {
    static func render(
        _ markdown: String, firstLine: Int = 1, labels: RendererLabels = RendererLabels()
    ) -> (body: RenderedBody, diagnostics: [Diagnostic]) {
        render(Array(markdown.utf8), firstLine: firstLine, labels: labels)
    }

    static func render(
        _ markdown: [UInt8], firstLine: Int = 1, labels: RendererLabels = RendererLabels()
    ) -> (body: RenderedBody, diagnostics: [Diagnostic]) {
        MarkdownRenderer(labels: labels).render(markdown, file: "test.md", firstLine: firstLine, resolveLink: target)
    }

    static func html(_ markdown: String) -> String { String(decoding: render(markdown).body.html, as: UTF8.self) }

    static func codes(_ markdown: String) -> [String] { render(markdown).diagnostics.map(\.kind.code) }

    static func provisions(_ markdown: String) -> [String] { render(markdown).body.provisions.map(\.anchor) }

    static func target(of destination: String, isImage: Bool) -> LinkTarget {
        if destination.hasPrefix("http") || destination.hasPrefix("mailto:") { return .outside }
        if destination.hasPrefix("../guidance/hd-1.md") {
            let anchor = destination.split(separator: "#").dropFirst().first.map(String.init)
            return .record(id: "hd-1", anchor: anchor, href: "../hd-1/index.html" + (anchor.map { "#" + $0 } ?? ""))
        }
        if destination == "../attachments/a.png" { return .attachment(file: "a.png", href: "../../tep/a.png") }
        return .broken
    }
}
