import Catalogue
import Diagnostics
import Markup
import Site
import Testing

@testable import Building
@testable import Records

/// What decides, what is linked and what is cut off, each by itself.
@Suite struct SeamTests {
    private func record(_ id: RecordID, audience: String = "public", _ kind: Kind = .directive) -> Record {
        var record = Record(
            id: id, kind: kind, path: "\(kind.folder)/\(id).md", body: RecordBody(bytes: [], firstLine: 1))
        (record.title, record.audience) = ("Tên \(id)", audience)
        return record
    }

    private func content(_ records: [Record], marks: [String: SourceSpan] = [:]) -> Content {
        Content(
            configuration: SiteConfiguration(
                title: "Trang", description: nil, notice: nil, baseURL: nil, language: .vietnamese,
                audiences: [Audience(id: "internal", name: "Nội bộ"), Audience(id: "public", name: "Công khai")],
                editions: [
                    Edition(id: "ngoai", audience: "public", title: "Trang ngoài", baseURL: nil, editorsPage: nil),
                    Edition(id: "trong", audience: "internal", title: nil, baseURL: nil, editorsPage: nil),
                ]),
            vocabulary: Vocabulary(types: [], issuers: [], topics: [], synonyms: []), records: records,
            attachmentFiles: [], circulationMarks: marks, diagnostics: [])
    }

    // MARK: Which records an edition has

    @Test func anEditionHasTheRecordsOfItsAudienceAndOfWiderOnes() throws {
        let content = content([record("a"), record("b", audience: "internal")])
        #expect(try EditionChoice("ngoai", in: content).records.map(\.id) == ["a"])
        #expect(try EditionChoice("ngoai", in: content).withheld == ["b"])
        #expect(try EditionChoice("trong", in: content).records.map(\.id) == ["a", "b"])
        #expect(try EditionChoice(nil, in: content).withheld.isEmpty)
        #expect(throws: BuildError.self) { try EditionChoice("khong-co", in: content) }
    }

    @Test func onlyTheWidestEditionHasNoEditorsPageAndRefusesDrafts() throws {
        let marked = content([record("a")], marks: ["directives/a.md": SourceSpan(file: "directives/a.md")])
        let (widest, inner) = (try EditionChoice("ngoai", in: marked), try EditionChoice("trong", in: marked))
        #expect(!widest.hasEditorsPage && inner.hasEditorsPage)
        #expect(widest.configuration.title == "Trang ngoài" && inner.configuration.title == "Trang")
        #expect(widest.problems.map(\.kind) == [.circulationMark])
        #expect(inner.problems.isEmpty)
    }

    // MARK: What a link leads to

    @Test(arguments: [
        ("#dau", LinkTarget.here(anchor: "dau")), ("https://vi.du/", .outside), ("//vi.du/", .outside),
        ("mailto:a@vi.du", .outside), ("khong-co.md", .broken), ("../../ngoai.md", .broken),
        ("b.md", .record(id: "b", anchor: nil, href: "../b/index.html")),
        ("./b.md#dieu-1", .record(id: "b", anchor: "dieu-1", href: "../b/index.html#dieu-1")),
        ("../directives/%62.md", .record(id: "b", anchor: nil, href: "../b/index.html")),
        ("id:b", .record(id: "b", anchor: nil, href: "../b/index.html")), ("id:khong-co", .broken),
        ("../attachments/tep.pdf", .attachment(file: "tep.pdf", href: "../../../tep/tep.pdf")),
        ("../attachments/rieng.pdf", .broken),
    ])
    func aLinkLeadsTo(destination: String, target: LinkTarget) throws {
        let day = try #require(CalendarDay(iso: "2026-01-31"))
        let content = content([record("a"), record("b")])
        let catalogue = CatalogueLinker(
            configuration: content.configuration, vocabulary: content.vocabulary, asOf: day
        ).link(content.records).catalogue
        let resolution = LinkResolution(catalogue: catalogue, attachmentFiles: ["tep.pdf"])
        #expect(resolution.resolve(destination, from: content.records[0]) == target)
    }

    @Test func aLinkNotesWhatItAsksFor() throws {
        let day = try #require(CalendarDay(iso: "2026-01-31"))
        let content = content([record("a"), record("b")])
        let catalogue = CatalogueLinker(
            configuration: content.configuration, vocabulary: content.vocabulary, asOf: day
        ).link(content.records).catalogue
        var resolution = LinkResolution(catalogue: catalogue, attachmentFiles: [])
        let questions = Questions()
        resolution.questions = questions
        for destination in ["#dau", "b.md", "id:cu", "../attachments/tep.pdf"] {
            _ = resolution.resolve(destination, from: content.records[0])
        }
        #expect(
            questions.facts == [
                Fact(.path, "directives/b.md"), Fact(.identity, "cu"), Fact(.path, "attachments/tep.pdf"),
                Fact(.attachment, "tep.pdf"),
            ])
    }

    // MARK: What only follows from something else

    @Test func whatOnlyFollowsFromARecordWithErrorsIsLeftOut() {
        let cause = Diagnostic(.missingKey, at: SourceSpan(file: "directives/b.md"), "title")
        let other = Diagnostic(.unknownRecord, at: SourceSpan(file: "directives/a.md"), "c")
        let link = Diagnostic(.brokenLink, at: SourceSpan(file: "directives/a.md"), "../directives/b.md#dieu-1")
        let relation = Diagnostic(.unknownRecord, at: SourceSpan(file: "directives/a.md"), "b")
        #expect(Consequences.removed(from: [cause, other, link, relation]) == [cause, other])
        // Without the cause each says something.
        #expect(Consequences.removed(from: [other, link, relation]) == [other, link, relation])
    }

    // MARK: What pages depend on

    @Test func othersSeeOfARecordWhatLinksAndListsShow() {
        var record = record("a")
        record.summary = "Tóm tắt"
        record.topics = ["chu-de"]
        record.issuers = ["ban-a"]
        let reference = record.reference
        #expect(reference.title == record.title && reference.issuers == ["ban-a"] && reference.path == record.path)
        #expect(reference.summary == nil && reference.topics.isEmpty && reference.spans.isEmpty)
    }
}
