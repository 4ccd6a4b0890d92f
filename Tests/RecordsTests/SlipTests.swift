import Diagnostics
import Testing

@testable import Records

@Suite("Slips of typing and copying")
struct SlipTests {
    private func places(_ frontMatter: String) -> [String] {
        let file = SourceFile(path: "pages/a.md", bytes: Array("---\n\(frontMatter)\n---\n\nA.\n".utf8))
        switch FrontMatterSplit.split(file) {
        case .failure(let diagnostic): return [diagnostic].places
        case .success(let split):
            switch FieldReader.open(split.yaml, file: file.path, lineOffset: split.yamlLineOffset) {
            case .failure(let diagnostic): return [diagnostic].places
            case .success(let reader): return reader.diagnostics.places
            }
        }
    }

    @Test(
        "a slip in YAML is named at its own line",
        arguments: [
            ("title: A\nsummary B c\nissued: 2020", "TC142 pages/a.md:3:1"),
            ("title: A\nsummary：B\nissued: 2020", "TC142 pages/a.md:3:1"),
            ("title: A\nsigner:\n  name: B\n  position C\nissued: 2020", "TC142 pages/a.md:5:3"),
            ("title:A\nissued: 2020", "TC143 pages/a.md:2:1"),
            ("issued: 2020\nsigner:\n  name:B\n  position: C", "TC143 pages/a.md:4:3"),
            ("title: A: b\nissued: 2020", "TC144 pages/a.md:2:8"),
            ("title: A:\nissued: 2020", "TC144 pages/a.md:2:8"),
            ("sources:\n  - title: A: b\n    url: c", "TC144 pages/a.md:3:12"),
            ("summary: |\n  a: b: c\ntitle: A: b", "TC144 pages/a.md:4:8"),
            ("title: 'A\nissued: 2020", "TC145 pages/a.md:2:8"),
            ("sources: [{title: \"A, url: b}]\nissued: 2020", "TC145 pages/a.md:2:19"),
            ("title: \"A \"b\" c\"\nissued: 2020", "TC146 pages/a.md:2:8"),
            ("title: A\n  issued: 2020", "TC147 pages/a.md:3:1"),
            ("title: A\nsources:\n\t- title: B", "TC141 pages/a.md:4:1"),
            ("title: A\ntopics: [a, b", "TC149 pages/a.md:3:9"),
            ("title: A\nsigner: {name: B\nissued: 2020", "TC149 pages/a.md:3:9"),
            ("sources: [{title: A #1, url: b}]\nissued: 2020", "TC149 pages/a.md:2:11"),
            ("title: {A} b\nissued: 2020", "TC150 pages/a.md:2:8"),
            ("title: %A\nissued: 2020", "TC150 pages/a.md:2:8"),
            ("title: > A b\nissued: 2020", "TC150 pages/a.md:2:8"),
            ("title: - A\nissued: 2020", "TC150 pages/a.md:2:8"),
            ("title: *A*\nissued: 2020", "TC150 pages/a.md:2:8"),
            ("title: & A\nissued: 2020", "TC150 pages/a.md:2:8"),
            ("title: A\n  b c: d\nissued: 2020", "TC144 pages/a.md:3:6"),
            ("summary: |\n  A\n b\nissued: 2020", "TC147 pages/a.md:4:1"),
            ("title: A\n…\nissued: 2020", "TC154 pages/a.md:3:1"),
            ("topics: [a, ]]\nissued: 2020", "TC156 pages/a.md:2:14"),
            ("signer: {name: A}} # b\nissued: 2020", "TC156 pages/a.md:2:18"),
        ])
    func yaml(text: String, place: String) { #expect(places(text) == [place]) }

    @Test(
        "what is right in YAML is left alone",
        arguments: [
            "title: A\nsummary: >-\n  a: b\n  c #2\nissued: 2020", "title: \"a: b #2\"\nsummary: 'c: d'",
            "title: A#2\nurl: https://a.vn/#b", "title: A\nsources:\n- title: B\n  url: c\n- title: D",
            "title: A   # một lời chú: có dấu\n\n# title: B: c\nissued: 2020", "a:\n  b:\n    c: d\n  e: f\ng: h",
            "topics: [a, b] # chú\nsigner: {name: \"B, c\", position: 'd: e'}", "title: A\n  dài thêm một dòng\nb: c",
            "summary: |\n\n    a\n   \n      b\n    c\nb: c", "summary: |2\n    a\n  b\nc: d", "\"title\": A\nb: c",
        ])
    func silent(text: String) { #expect(places(text).isEmpty) }

    @Test("a value that is cut is named where the cut is")
    func cut() {
        #expect(places("title: Đợt #2 năm\nsources:\n  - {title: A, note: B}") == ["TC159 pages/a.md:2:12"])
        #expect(places("sources:\n  - title: A\n    note: B #3") == ["TC159 pages/a.md:4:13"])
    }

    @Test("what nobody sees is taken out, in fields and in the text, and noted once")
    func invisible() async throws {
        let text =
            "---\ntitle: A\u{AD}b\u{2060}c\nnumber: 30/2020/N\u{200D}Đ-\u{AD}CP\nissued: 2020\n---\n\nMộ\u{200B}t.\n\n"
            + "\u{F0B7}\tHai \u{F0B7} ba\n> \u{F0D8}Bốn\n"
        let fixture = try ContentFixture(["directives/a.md": text])
        let content = try await fixture.load()
        let record = try #require(content.records.first)
        #expect(record.title == "Abc")
        #expect(record.number?.parsed?.canonical == "30/2020/NĐ-CP")
        #expect(String(decoding: record.body.bytes, as: UTF8.self) == "Một.\n\n-\tHai • ba\n> - Bốn\n")
        let notes = content.diagnostics.filter { [.invisibleSigns, .privateBullets].contains($0.kind) }
        #expect(notes.places == ["TC820 directives/a.md:2:9", "TC821 directives/a.md:9:1"])
        #expect(notes.map { $0.arguments[0] } == ["5", "3"])
    }

    @Test(
        "days in words suggest the form that front matter wants",
        arguments: [
            ("ngày 5 tháng 3 năm 2021", "2021-03-05"), ("Ngày 05 tháng 03 năm 2021", "2021-03-05"),
            ("tháng 3 năm 2021", "2021-03"), ("tháng 3/2021", "2021-03"), ("năm 2021", "2021"),
            ("ngày 5/3/2021", "2021-03-05"), ("5 March 2021", "2021-03-05"), ("March 5, 2021", "2021-03-05"),
            ("Mar 2021", "2021-03"),
        ])
    func daysInWords(typed: String, meant: String) { #expect(DateSpelling.suggestion(for: typed) == meant) }

    @Test(
        "words that name no day suggest none",
        arguments: ["hôm qua", "quý 3 năm 2021", "ngày 31 tháng 2 năm 2021", "ngày"])
    func noDays(typed: String) { #expect(DateSpelling.suggestion(for: typed) == nil) }

    @Test(
        "a front matter that a line of other dashes closes is named at that line",
        arguments: ["----", "--", "—", "– – –"])
    func otherDashes(line: String) {
        let file = SourceFile(path: "pages/a.md", bytes: Array("---\ntitle: A\n\(line)\n\nA.\n".utf8))
        guard case .failure(let found) = FrontMatterSplit.split(file) else { return #expect(Bool(false)) }
        #expect([found].places == ["TC102 pages/a.md:3:1"] && found.suggestion == "---")
    }

    @Test("Vietnamese names of keys and audiences suggest them")
    func vietnameseNames() async throws {
        let text = "---\ntiêu đề: A\nngày ban hành: 2020\nCơ quan ban hành: b\naudience: công khai\n---\n\nA.\n"
        let content = try await ContentFixture([
            "directives/a.md": text,
            "site.yml": "audiences: [{id: noi-bo, name: Nội bộ}, {id: public, name: Mọi người}]\n",
        ]).load()
        let suggested = content.diagnostics.filter { [.unknownKey, .unknownAudience].contains($0.kind) }.map(
            \.suggestion)
        #expect(Set(suggested) == ["title", "issued", "issuer", "public"])
    }

    @Test(
        "Vietnamese words for a fixed value suggest it",
        arguments: [
            ("còn hiệu lực", "in-force"), ("Hết hiệu lực", "expired"), ("het hieu luc mot phan", "partly-expired"),
            ("chưa xác minh", "unverified"), ("in-froce", "in-force"),
        ])
    func glosses(typed: String, value: String) async throws {
        let fixture = try ContentFixture([
            "directives/a.md": "---\ntitle: A\nstatus: {value: \(typed)}\nissued: 2020\n---\n"
        ])
        let found = try await fixture.load().diagnostics.first { $0.kind == .wrongChoice }
        #expect(found?.suggestion == value)
        #expect(found?.hint(.vietnamese).contains("in-force (còn hiệu lực)") == true)
    }
}
