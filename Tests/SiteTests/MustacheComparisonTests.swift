import Diagnostics
import Foundation
import Mustache
import Testing

@testable import Site

/// The project's renderer reads a subset of Mustache; an independent implementation must make the same pages of the
/// same templates and values. White space is left out: here partials are not indented, as the specification has it.
@Suite struct MustacheComparisonTests {
    @Test(arguments: Language.allCases) func anotherMustacheMakesTheSamePages(_ language: Language) throws {
        let catalogue = FixtureCatalogue.catalogue(language: language, baseURL: "https://example.org/")
        let templates = try FixtureSite.templates(language)
        let builder = SiteBuilder(catalogue: catalogue, templates: templates)
        let library = try library(templates.assets)
        let strings = strings(templates.strings)
        for page in builder.pages {
            let body = page.recordID.flatMap { FixtureCatalogue.bodies[$0] }
            // Scripts, data, the calendar and assets are made without a template.
            guard let (template, fields) = builder.fields(page, body: body) else { continue }
            var values = plain(fields, template.shape)
            values["t"] = strings
            let theirs = try #require(library.render(values, withTemplate: template.rawValue))
            let ours = String(decoding: builder.render(page, body: body).bytes, as: UTF8.self)
            #expect(firstDifference(ours, theirs) == nil, "\(page.path)")
        }
    }

    /// Prints what both cost for the same pages; for the record, in a release build.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["TRACUU_MEASURE"] == "1")) func cost() throws {
        let templates = try FixtureSite.templates(.vietnamese)
        let builder = SiteBuilder(catalogue: FixtureCatalogue.catalogue(), templates: templates)
        let library = try library(templates.assets)
        let strings = strings(templates.strings)
        let page = try #require(builder.pages.first { $0.recordID == "kl-34-vd-2014" })
        let body = FixtureCatalogue.bodies["kl-34-vd-2014"]
        let (template, fields) = try #require(builder.fields(page, body: body))
        var values = plain(fields, template.shape)
        values["t"] = strings
        let clock = ContinuousClock()
        let ours = clock.measure { for _ in 0..<1000 { _ = builder.render(page, body: body) } }
        let theirs = clock.measure { for _ in 0..<1000 { _ = library.render(values, withTemplate: template.rawValue) } }
        print("1,000 record pages: values and rendering here \(ours), rendering alone by swift-mustache \(theirs)")
    }

    /// Where the two part, with what stands there.
    private func firstDifference(_ ours: String, _ theirs: String) -> String? {
        let (a, b) = (Array(ours.filter { !$0.isWhitespace }), Array(theirs.filter { !$0.isWhitespace }))
        guard a != b else { return nil }
        let shared = zip(a, b).prefix { $0 == $1 }.count
        let start = max(0, shared - 40)
        return "…\(String(a[start...].prefix(100)))… | …\(String(b[start...].prefix(100)))…"
    }

    private func library(_ assets: PublishedAssets) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (path, bytes) in try FixtureSite.templateFiles().files where path.hasSuffix(".mustache") {
            try library.register(
                String(decoding: assets.naming(bytes), as: UTF8.self), named: String(path.dropLast(".mustache".count)))
        }
        return library
    }

    private func strings(_ strings: InterfaceStrings) -> [String: String] {
        Dictionary(uniqueKeysWithValues: strings.keys.map { ($0, strings.text($0) ?? "") })
    }

    /// Values as swift-mustache takes them. What is missing is null there: an absent key would show the value of the
    /// same name from further out, which this project's renderer never does.
    private func plain(_ fields: TemplateFields, _ shape: [String: TemplateShape]) -> [String: Any] {
        Dictionary(
            uniqueKeysWithValues: shape.map { key, shape in (key, fields[key].map { plain($0, shape) } ?? NSNull()) })
    }

    private func plain(_ value: TemplateValue, _ shape: TemplateShape) -> Any {
        switch (value, shape) {
        case (.text(let text), _): text
        case (.markup(let bytes), _): String(decoding: bytes, as: UTF8.self)
        case (.flag(let flag), _): flag
        case (.object(let fields), .object(let shape)), (.object(let fields), .list(let shape)): plain(fields, shape)
        case (.list(let items), .list(let shape)): items.map { plain($0, .object(shape)) }
        default: NSNull()
        }
    }
}
