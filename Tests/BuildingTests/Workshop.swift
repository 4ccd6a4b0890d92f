import Building
import Catalogue
import Diagnostics
import Foundation
import Output

/// A copy of the project's own content and templates that a test may change as it likes.
struct Workshop: ~Copyable {
    let folder: URL
    var content: URL { folder.appending(path: "content") }
    var templates: URL { folder.appending(path: "site-templates") }

    init() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["content", "site-templates"] {
            try FileManager.default.copyItem(at: project.appending(path: name), to: folder.appending(path: name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func options(edition: String? = nil) throws -> BuildOptions {
        guard let day = CalendarDay(iso: "2026-01-31") else { throw CocoaError(.coderInvalidValue) }
        return BuildOptions(
            content: content.path, templates: templates.path, edition: edition, asOf: day, jobs: 2, examples: true)
    }
}

/// All that a build comes to: every file of the site, and everything found.
struct Outcome {
    /// Nil while the content has errors.
    var files: [String: [UInt8]]?
    var diagnostics: [Diagnostic]

    init(_ build: SiteBuild, _ memo: inout BuildMemo) async throws {
        let (site, report) = try await build.assembled(&memo)
        diagnostics = report.diagnostics
        guard let site else { return }
        let sink = MemorySink()
        try await site.writePages(to: sink)
        try await site.writeIndex(to: sink)
        try site.writeAttachments(to: sink)
        files = sink.files
    }

    /// Paths of the files that differ.
    func differences(from other: Outcome) -> [String] {
        let (mine, others) = (files ?? [:], other.files ?? [:])
        return Set(mine.keys).union(others.keys).filter { mine[$0] != others[$0] }.sorted()
    }
}
