import Diagnostics
import Foundation
import Output
import Records
import Testing

@testable import Catalogue
@testable import Site

/// The fixture collection built with the project's own templates.
struct FixtureSite {
    let files: [String: String]

    static let templatesFolder = root.appending(path: "site-templates").path(percentEncoded: false)
    static let goldenFolder = root.appending(path: "Tests/SiteTests/Golden")

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Scripts that other tests look after; an empty stand-in keeps a fresh checkout testable without them.
    private static let scripts = [
        "text", "numbers", "search-entries", "search-snippet", "search-engine", "search-page",
    ].map { "assets/\($0).js" }

    static func templateFiles() throws -> TemplateFiles {
        var source = try TemplateFiles.read(ContentFolder(templatesFolder))
        for script in scripts { source.files[script] = Array("// stand-in".utf8) }
        return source
    }

    /// Compiled once for all tests.
    static func templates(_ language: Language) throws -> TemplateSet {
        try (language == .vietnamese ? vietnamese : english).get()
    }

    private static let vietnamese = Result { try compiled(.vietnamese) }
    private static let english = Result { try compiled(.english) }

    private static func compiled(_ language: Language) throws -> TemplateSet {
        let (templates, diagnostics) = TemplateSet.compile(try templateFiles(), language: language)
        try #require(FixtureSite.report(diagnostics) == "")
        return try #require(templates)
    }

    static func report(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map {
            "\($0.span.file):\($0.span.line):\($0.span.column): \($0.kind.code) \($0.message(.english)); \($0.hint(.english))"
        }.joined(separator: "\n")
    }

    static func build(
        _ language: Language = .vietnamese, baseURL: String? = nil, jobs: Int = 1
    ) async throws -> FixtureSite {
        let catalogue = FixtureCatalogue.catalogue(language: language, baseURL: baseURL)
        let sink = MemorySink()
        try await SiteBuilder(catalogue: catalogue, templates: try templates(language))
            .write(bodies: FixtureCatalogue.bodies, to: sink, jobs: jobs)
        return FixtureSite(files: sink.files.mapValues { String(decoding: $0, as: UTF8.self) })
    }

    var pages: [String: String] { files.filter { $0.key.hasSuffix(".html") } }

    func page(_ path: String) throws -> String { try #require(files[path], "no page \(path)") }
}
