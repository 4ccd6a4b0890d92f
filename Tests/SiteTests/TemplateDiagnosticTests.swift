import Diagnostics
import Foundation
import Testing

@testable import Site

/// A mistake in a template, the strings or the assets is named with its place and never passes as nothing.
@Suite struct TemplateDiagnosticTests {
    /// The project's own templates with one file changed.
    private func diagnostics(_ path: String, _ change: (String) -> String?) throws -> [Diagnostic] {
        var source = try FixtureSite.templateFiles()
        let before = String(decoding: source.files[path] ?? [], as: UTF8.self)
        source.files[path] = change(before).map { Array($0.utf8) }
        return TemplateSet.compile(source, language: .vietnamese).diagnostics
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var kind: DiagnosticKind
        var file: String
        /// Put at the end of the file, on lines of its own.
        var added: String
        var suggestion: String?
        /// Column of the mistake on the last line added.
        var column = 3
        var testDescription: String { "\(kind.code) \(added)" }
    }

    static let mistakes: [Mistake] = [
        Mistake(kind: .unclosedTag, file: "redirect.mustache", added: "{{title", column: 1),
        Mistake(kind: .unclosedTag, file: "redirect.mustache", added: "{{title\n}}", column: 1),
        Mistake(kind: .unclosedSection, file: "redirect.mustache", added: "{{#target}}", column: 4),
        Mistake(kind: .unexpectedClose, file: "redirect.mustache", added: "{{/target}}", column: 4),
        Mistake(kind: .unsupportedTag, file: "redirect.mustache", added: "{{=<% %>=}}", column: 4),
        Mistake(kind: .unsupportedTag, file: "redirect.mustache", added: "{{ upper(title) }}", column: 4),
        Mistake(
            kind: .unknownTemplateName, file: "redirect.mustache", added: "{{titel}}", suggestion: "title"),
        Mistake(
            kind: .unknownTemplateName, file: "redirect.mustache", added: "{{#taget}}{{/taget}}", suggestion: "target",
            column: 4),
        Mistake(
            kind: .unknownTemplateName, file: "redirect.mustache", added: "{{site.tilte}}", suggestion: "site.title"),
        Mistake(kind: .misusedTemplateName, file: "redirect.mustache", added: "{{{title}}}", column: 4),
        Mistake(kind: .misusedTemplateName, file: "redirect.mustache", added: "{{site}}"),
        Mistake(kind: .misusedTemplateName, file: "redirect.mustache", added: "{{t.count-documents}}"),
        Mistake(
            kind: .missingTemplate, file: "redirect.mustache", added: "{{>parts/labl}}", suggestion: "parts/label",
            column: 4),
        Mistake(
            kind: .unknownBlock, file: "redirect.mustache", added: "{{<layout}}{{$mian}}x{{/mian}}{{/layout}}",
            suggestion: "main", column: 15),
        Mistake(
            kind: .missingAsset, file: "redirect.mustache", added: "<img src=\"{{root}}assets/icno.svg\" alt=\"\">",
            suggestion: "assets/icon.svg", column: 19),
        Mistake(
            kind: .missingAsset, file: "redirect.mustache", added: "<img src=\"../assets/icno.svg\" alt=\"\">",
            suggestion: "assets/icon.svg", column: 14),
        Mistake(
            kind: .missingAsset, file: "assets/day.js", added: "load(\"assets/serch.js\");",
            suggestion: "assets/search.js", column: 7),
        Mistake(
            kind: .missingAsset, file: "assets/base.css", added: "p { background: url(icno.svg) }",
            suggestion: "assets/icon.svg", column: 21),
        Mistake(
            kind: .missingAsset, file: "bundles.txt", added: "a.js = text.js txet.js", suggestion: "text.js",
            column: 16),
        Mistake(kind: .missingAsset, file: "bundles.txt", added: "a.js =", column: 1),
        Mistake(kind: .inlineCode, file: "redirect.mustache", added: "<p class=\"{{title}}\" style=\"x\">", column: 22),
        Mistake(kind: .inlineCode, file: "redirect.mustache", added: "<p onclick=\"x\">", column: 4),
        Mistake(kind: .inlineCode, file: "redirect.mustache", added: "<style>p{}</style>", column: 1),
        Mistake(kind: .inlineCode, file: "redirect.mustache", added: "<script>x</script>", column: 1),
        Mistake(kind: .inlineCode, file: "redirect.mustache", added: "<a href=\"javascript:x\">", column: 10),
        Mistake(
            kind: .unknownString, file: "redirect.mustache", added: "{{t.serach}}", suggestion: "search"),
        Mistake(kind: .untranslatedString, file: "strings.ini", added: "[skip-it]", column: 1),
        Mistake(kind: .malformedStrings, file: "strings.ini", added: "fr = Bonjour", column: 1),
        Mistake(kind: .malformedStrings, file: "strings.ini", added: "[home]", column: 1),
        Mistake(
            kind: .templateCycle, file: "parts/label.mustache", added: "{{>parts/label}}", column: 4),
    ]

    @Test(arguments: mistakes) func aMistakeIsNamedWithItsPlace(_ mistake: Mistake) throws {
        var line = 0
        let found = try diagnostics(mistake.file) { before in
            line = before.split(separator: "\n", omittingEmptySubsequences: false).count + 1
            return before + "\n" + mistake.added + "\n"
        }
        // A file that ends with a newline has an empty last piece, where the addition begins one line later.
        let diagnostic = try #require(
            found.first { $0.kind == mistake.kind }, Comment(rawValue: FixtureSite.report(found)))
        #expect(diagnostic.span.file == mistake.file)
        #expect(diagnostic.span.line == line)
        #expect(diagnostic.span.column == mistake.column)
        #expect(diagnostic.suggestion == mistake.suggestion)
    }

    @Test func aMissingPageTemplateIsAnError() throws {
        let found = try diagnostics("home.mustache") { _ in nil }
        #expect(found.contains { $0.kind == .missingTemplate && $0.span.file == "home.mustache" })
    }

    @Test func aTemplateThatIsNotUTF8IsAnError() throws {
        var source = try FixtureSite.templateFiles()
        source.files["home.mustache"] = [0xFF, 0xFE]
        let found = TemplateSet.compile(source, language: .vietnamese).diagnostics
        #expect(found.contains { $0.kind == .undecodableTemplate && $0.span.file == "home.mustache" })
    }

    @Test func whatNothingUsesIsAWarning() throws {
        let strings = try diagnostics("strings.ini") { $0 + "\n[spare]\nvi = a\nen = b\n" }
        #expect(strings.map(\.kind.code) == ["TC513"])
        let template = try diagnostics("spare.mustache") { _ in "x" }
        #expect(template.map(\.kind.code) == ["TC517"])
    }

    @Test func aStringThatSwiftNeedsMustBeThere() throws {
        let found = try diagnostics("strings.ini") { $0.replacing("[status-expired]", with: "[status-expird]") }
        #expect(found.contains { $0.kind == .unknownString && $0.suggestion == "status-expird" })
    }

    @Test func allMistakesAreReportedAtOnce() throws {
        let found = try diagnostics("redirect.mustache") { $0 + "{{a}}{{b}}{{>c}}<p style=\"\">{{/d}}" }
        #expect(Set(found.map(\.kind.code)).isSuperset(of: ["TC503", "TC505", "TC507", "TC510"]))
        #expect(found.count { $0.kind == .unknownTemplateName } == 2)
    }

    @Test func everyKindHasATest() {
        let tested = Set(Self.mistakes.map(\.kind.code)).union(["TC507", "TC513", "TC516", "TC517"])
        #expect(tested == Set(DiagnosticKind.templates.map(\.code)))
    }

    @Test(arguments: Language.allCases) func theProjectsOwnTemplatesAreClean(_ language: Language) throws {
        let (templates, diagnostics) = TemplateSet.compile(try FixtureSite.templateFiles(), language: language)
        #expect(templates != nil)
        #expect(FixtureSite.report(diagnostics) == "")
    }
}
