import Diagnostics
import Foundation
import Testing

@testable import Catalogue
@testable import Records

/// Links the records of a content folder given as text.
private func link(_ files: [String: String], asOf: String = "2026-11-23", edition: Edition? = nil) async throws
    -> (Catalogue, [Diagnostic])
{
    let folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let vocabulary = [
        "vocabulary/types.yml": """
        - {id: ket-luan, name: Kết luận, abbreviation: KL, code: kl}
        - {id: huong-dan, name: Hướng dẫn, abbreviation: HD, code: hd}
        - {id: quyet-dinh, name: Quyết định, abbreviation: QĐ, code: qd}
        - {id: quy-dinh, name: Quy định, abbreviation: QĐ, code: qdi}
        """,
        "vocabulary/issuers.yml": "- {id: ban-a, name: Ban A, abbreviation: TW, code: tw}",
    ]
    for (name, text) in files.merging(vocabulary, uniquingKeysWith: { first, _ in first }) {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    let content = try await ContentLoader(folder: ContentFolder(folder.path), jobs: 1).load()
    try #require(content.diagnostics.filter { $0.severity == .error } == [])
    let selection =
        edition.map { EditionSelection($0, of: content.configuration) }
        ?? EditionSelection(everythingOf: content.configuration)
    let day = try #require(CalendarDay(iso: asOf))
    return CatalogueLinker(configuration: content.configuration, vocabulary: content.vocabulary, asOf: day)
        .link(selection.select(content.records))
}

private func document(_ number: String, _ type: String = "ket-luan", issued: String, _ more: String = "") -> String {
    "---\nnumber: \(number)\ntype: \(type)\nissuer: ban-a\ntitle: Tên \(number)\nissued: \(issued)\n\(more)\n---\n\nNội dung.\n"
}

@Suite("Linking the catalogue")
struct LinkingTests {
    @Test("a relation shows on both ends")
    func bothDirections() async throws {
        let (catalogue, diagnostics) = try await link([
            "directives/a.md": document("100-KL/TW", issued: "2014-08-18"),
            "guidance/b.md": document(
                "167-HD/TW", "huong-dan", issued: "2015-12-26", "relations: [{type: guides, target: 100-KL/TW}]"),
        ])
        #expect(diagnostics == [])
        #expect(catalogue.relations(of: "hd-167-tw-2015").map(\.other) == [.record("kl-100-tw-2014")])
        let inverse = try #require(catalogue.relations(of: "kl-100-tw-2014").first)
        #expect(inverse.isInverse)
        #expect(inverse.other == .record("hd-167-tw-2015"))
    }

    @Test("families are what relations bind together, the largest first, in order of time")
    func families() async throws {
        let (catalogue, _) = try await link([
            "directives/a.md": document(
                "1-KL/TW", issued: "2014-08-18", "relations: [{type: replaces, target: 2-KL/TW}]"),
            "directives/b.md": document("2-KL/TW", issued: "2004"),
            "directives/c.md": document("3-KL/TW", issued: "2020", "relations: [{type: based-on, target: 9-KL/TW}]"),
            "guidance/d.md": document(
                "4-HD/TW", "huong-dan", issued: "unknown", "relations: [{type: guides, target: 2-KL/TW}]"),
            "guidance/e.md": document(
                "5-HD/TW", "huong-dan", issued: "2015", "relations: [{type: guides, target: 6-KL/TW}]"),
            "directives/f.md": document("6-KL/TW", issued: "2016"),
        ])
        let families = catalogue.families
        let names = families.map { family in family.members.map { catalogue.records[$0].number?.printed } }
        #expect(names == [["2-KL/TW", "1-KL/TW", "4-HD/TW"], ["5-HD/TW", "6-KL/TW"]])
        #expect(families.map(\.links.count) == [2, 1])
        #expect(families.first.map { catalogue.records[$0.head].number?.printed } == "2-KL/TW")
    }

    @Test("one number, two documents: a choice, and a target only when type or date makes it certain")
    func ambiguity() async throws {
        let two = [
            "directives/a.md": document("144-QĐ/TW", "quyet-dinh", issued: "2018-08-08"),
            "directives/b.md": document("144-QĐ/TW", "quy-dinh", issued: "2024-05-09"),
        ]
        let citing = { (target: String) in
            two.merging(["directives/c.md": document("88-KL/TW", issued: "2025-12-01", "relations: [\(target)]")]) {
                first, _ in first
            }
        }
        let (catalogue, none) = try await link(two)
        #expect(none == [])
        let entry = try #require(catalogue.numbers.first { $0.slug == "144-qd-tw" })
        #expect(entry.bearers == ["qdi-144-tw-2024", "qd-144-tw-2018"])

        let (_, bare) = try await link(citing("{type: replaces, target: 144-QĐ/TW}"))
        #expect(bare.map(\.kind.code) == ["TC304"])
        let (byType, typed) = try await link(citing("{type: based-on, target: 144-QĐ/TW, of-type: quy-dinh}"))
        #expect(typed == [])
        #expect(byType.relations(of: "kl-88-tw-2025").map(\.other) == [.record("qdi-144-tw-2024")])
        let (byDate, dated) = try await link(citing("{type: based-on, target: 144-QĐ/TW, issued: 2018}"))
        #expect(dated == [])
        #expect(byDate.relations(of: "kl-88-tw-2025").map(\.other) == [.record("qd-144-tw-2018")])
    }

    @Test("what the collection lacks is wanted, not lost")
    func wanted() async throws {
        let (catalogue, diagnostics) = try await link([
            "directives/a.md": document(
                "1-KL/TW", issued: "2014-01-01", "relations: [{type: based-on, target: 56-CV/VD}]"),
            "directives/b.md": document(
                "2-KL/TW", issued: "2014-01-01", "relations: [{type: based-on, target: 56-CV/VD}]"),
        ])
        #expect(diagnostics.map(\.kind.code) == ["TC312", "TC312"])
        #expect(diagnostics.allSatisfy { $0.severity == .note })
        #expect(
            catalogue.wanted == [
                WantedTarget(number: "56-CV/VD", type: nil, issued: nil, wantedBy: ["kl-1-tw-2014", "kl-2-tw-2014"])
            ])
    }

    @Test("an id that nobody bears is an error with the nearest one")
    func unknownID() async throws {
        let (_, diagnostics) = try await link([
            "directives/a.md": document("100-KL/TW", issued: "2014-08-18"),
            "directives/b.md": document(
                "2-KL/TW", issued: "2015-01-01", "relations: [{type: based-on, target: kl-100-tw-2015}]"),
        ])
        #expect(diagnostics.map(\.kind.code) == ["TC303"])
        #expect(diagnostics.first?.suggestion == "kl-100-tw-2014")
    }

    @Test("two records of one document, a circle of replacement, a relation to itself")
    func contradictions() async throws {
        let (_, same) = try await link([
            "directives/a.md": document("07-KL/TW", issued: "2014-08-18"),
            "directives/b.md": document("7-KL/TW", issued: "2014-09-01"),
        ])
        #expect(same.map(\.kind.code) == ["TC301"])
        let (_, circle) = try await link([
            "directives/a.md": document(
                "1-KL/TW", issued: "2014-01-01", "relations: [{type: replaces, target: 2-KL/TW}]"),
            "directives/b.md": document(
                "2-KL/TW", issued: "2014-01-01", "relations: [{type: replaces, target: 1-KL/TW}]"),
        ])
        #expect(circle.map(\.kind.code) == ["TC305"])
        let (_, own) = try await link([
            "directives/a.md": document("1-KL/TW", issued: "2014-01-01", "relations: [{type: amends, target: 1-KL/TW}]")
        ])
        #expect(own.map(\.kind.code) == ["TC309"])
    }

    @Test("in a congress year two terms may bear one number")
    func congressYear() async throws {
        let (catalogue, diagnostics) = try await link([
            "directives/a.md": document("9-KL/TW", issued: "2026-01-05", "term: XIII"),
            "directives/b.md": document("9-KL/TW", issued: "2026-04-08", "term: XIV"),
        ])
        #expect(diagnostics == [])
        #expect(catalogue.records.map(\.id) == ["kl-9-tw-xiii-2026", "kl-9-tw-xiv-2026"])
    }

    @Test("status is what relations and dates show, else the editor's claim, else unverified")
    func status() async throws {
        let files = [
            "directives/a.md": document(
                "1-KL/TW", issued: "2014-01-01", "status: {value: in-force, checked: 2015-01-01}"),
            "directives/b.md": document(
                "2-KL/TW", issued: "2020-01-01", "effective: 2020-03-01\nrelations: [{type: replaces, target: 1-KL/TW}]"
            ),
            "directives/c.md": document("3-KL/TW", issued: "2014-01-01"),
            "directives/d.md": document("4-KL/TW", issued: "2014-01-01", "expires: 2019"),
        ]
        let (before, _) = try await link(files, asOf: "2020-02-29")
        #expect(before.status(of: "kl-1-tw-2014")?.value == .inForce)
        #expect(before.status(of: "kl-2-tw-2020")?.reason == .notYetEffective)
        let (after, _) = try await link(files, asOf: "2020-03-01")
        #expect(after.status(of: "kl-1-tw-2014")?.value == .expired)
        #expect(after.status(of: "kl-1-tw-2014")?.by == "kl-2-tw-2020")
        #expect(after.status(of: "kl-3-tw-2014")?.value == .unverified)
        #expect(after.status(of: "kl-4-tw-2014")?.reason == .expiry)
    }

    @Test("an edition holds its own audience and every wider one")
    func editions() async throws {
        let files = [
            "directives/a.md": document("1-KL/TW", issued: "2014-01-01", "audience: public"),
            "directives/b.md": document("2-KL/TW", issued: "2014-01-01"),
        ]
        let edition = { Edition(id: $0, audience: $0, title: nil, baseURL: nil) }
        let (open, _) = try await link(files, edition: edition("public"))
        #expect(open.records.map(\.id) == ["kl-1-tw-2014"])
        let (all, _) = try await link(files, edition: edition("internal"))
        #expect(all.records.map(\.id) == ["kl-1-tw-2014", "kl-2-tw-2014"])
    }
}

@Suite("Places and days")
struct PlaceTests {
    @Test("links are relative and never climb above the root")
    func relative() {
        #expect(PagePath.relative(from: "", to: "tim-kiem/index.html") == "tim-kiem/index.html")
        #expect(
            PagePath.relative(from: "van-ban/2014/a/", to: "van-ban/2015/b/index.html") == "../../2015/b/index.html")
        #expect(PagePath.relative(from: "van-ban/2014/a/", to: "assets/base.css") == "../../../assets/base.css")
        #expect(PagePath.relative(from: "loai/ket-luan/", to: "loai/index.html") == "../index.html")
        #expect(PagePath.relative(from: "loai/", to: "loai/index.html") == "index.html")
    }

    @Test(
        "the day in Vietnam",
        arguments: [
            (0, "1970-01-01"), (61_199, "1970-01-01"), (61_200, "1970-01-02"), (1_795_366_800, "2026-11-23"),
            (951_782_399, "2000-02-29"),
        ])
    func day(seconds: Int, expected: String) {
        #expect(CalendarDay(unixSeconds: seconds).partialDate.iso == expected)
    }
}
