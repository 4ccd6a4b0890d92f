import Diagnostics
import Testing

@testable import Records

@Suite("Front matter becomes typed values")
struct RecordParsingTests {
    @Test("every field of a document")
    func wholeDocument() async throws {
        let fixture = try ContentFixture(
            smallVocabulary.merging([
                "guidance/a.md": """
                ---
                number: 12-HD/BBTW
                type: huong-dan
                issuer: [ban-b, ban-a]
                letterhead: ban-a
                term: XI
                title: "Thực hiện Kết luận số 34-KL/TW"
                summary: Một câu.
                issued: 2015-12-26
                place: Hà Nội
                effective: 2015-12
                expires: 2020
                topics: [chu-de]
                signer: {name: Nguyễn Văn A, position: Trưởng ban, capacity: T/M}
                status: {value: in-force, checked: 2026-11-23, source: "https://example.vn/"}
                relations:
                  - {type: guides, target: kl-34-tw-2014, provisions: ["Điều 5 khoản 2"]}
                  - {type: based-on, target: 56-CV/TW, of-type: quyet-dinh, issued: 2015-07-28, note: theo trang nguồn}
                obligations:
                  - {task: Báo cáo, responsible: ban-a, due: 2019-08, provision: III.2, state: done}
                sources: [{title: Trang A, url: "https://example.vn/a", seen: 2026-11-23}]
                audience: public
                aliases: [12-HDBBTW]
                former-ids: [cu-12]
                attachments: [{file: a.pdf, title: Bản chụp}]
                history: [{date: 2026-11-23, change: Thêm nguồn}]
                ---

                ## I. Mục đích
                """
            ]) { first, _ in first })
        let content = try await fixture.load()
        #expect(content.diagnostics == [])
        let record = try #require(content.records.first)
        #expect(record.id == "hd-12-bbtw-tw-2015")
        #expect(record.kind == .guidance)
        #expect(record.number?.parsed?.canonical == "12-HD/BBTW")
        #expect(record.issuers == ["ban-b", "ban-a"])
        #expect(record.issued == .day(year: 2015, month: 12, day: 26))
        #expect(record.effective == .month(year: 2015, month: 12))
        #expect(record.expires == .year(2020))
        #expect(record.signer == Signer(name: "Nguyễn Văn A", position: "Trưởng ban", capacity: "T/M"))
        #expect(record.status?.value == .inForce)
        #expect(record.relations.map(\.type) == [.guides, .basedOn])
        #expect(record.relations[0].provisions == ["Điều 5 khoản 2"])
        #expect(record.relations[1].issued == .day(year: 2015, month: 7, day: 28))
        #expect(record.obligations.first?.due == .month(year: 2019, month: 8))
        #expect(record.obligations.first?.state == .done)
        #expect(record.sources.first?.url == "https://example.vn/a")
        #expect(record.attachments == [Attachment(file: "a.pdf", title: "Bản chụp", audience: "public")])
        #expect(record.aliases == ["12-HDBBTW"])
        #expect(record.formerIDs == ["cu-12"])
        #expect(record.history == [HistoryEntry(date: .day(year: 2026, month: 11, day: 23), change: "Thêm nguồn")])
        #expect(String(decoding: record.body.bytes, as: UTF8.self).hasPrefix("## I. Mục đích"))
        #expect(record.body.firstLine == 29)
    }

    @Test("a bare folder: no site.yml, a vocabulary of ids and names, or none at all")
    func bareFolder() async throws {
        let record = """
            ---
            number: 159/2006/NĐ-CP
            type: nghi-dinh
            issuer: chinh-phu
            title: Tên
            issued: 2006-12-28
            ---

            Nội dung.
            """
        let named = try ContentFixture([
            "directives/a.md": record,
            "vocabulary/types.yml": "- {id: nghi-dinh, name: \"Nghị định\"}",
            "vocabulary/issuers.yml": "- {id: chinh-phu, name: \"Chính phủ\"}",
        ])
        let content = try await named.load()
        #expect(content.diagnostics == [])
        #expect(content.records.map(\.id) == ["nghi-dinh-159-chinh-phu-2006"])
        #expect(content.records.first?.audience == "internal")

        let bare = try await ContentFixture(["directives/a.md": record]).load()
        #expect(!bare.diagnostics.hasErrors)
        #expect(Set(bare.diagnostics.map(\.kind.code)) == ["TC205"])
        #expect(bare.records.map(\.id) == ["nghi-dinh-159-chinh-phu-2006"])
    }

    @Test("all problems of all files in one run, each at its place")
    func everyProblemAtOnce() async throws {
        let fixture = try ContentFixture(
            smallVocabulary.merging([
                "directives/a.md": """
                ---
                nubmer: 1-KL/TW
                type: ket-laun
                issuer: ban-a
                title: Tên
                issued: 18/8/2014
                status: {value: dang-song}
                ---

                Nội dung.
                """,
                "directives/b.md": "không có phần đầu\n",
            ]) { first, _ in first })
        let content = try await fixture.load()
        let diagnostics = content.diagnostics.inSourceOrder()
        #expect(
            diagnostics.places == [
                "TC107 directives/a.md:2:1", "TC201 directives/a.md:3:7", "TC112 directives/a.md:6:9",
                "TC111 directives/a.md:7:17", "TC101 directives/b.md:1:1",
            ])
        #expect(diagnostics[0].suggestion == "number")
        #expect(diagnostics[1].suggestion == "ket-luan")
        #expect(diagnostics[2].suggestion == "2014-08-18")
    }

    @Test("a byte order mark, CRLF and decomposed letters are read as if they were not there")
    func intake() async throws {
        let text = "---\r\ntitle: Tê\u{302}n hoà\r\n---\r\n\r\nHo\u{300}a\r\n"
        let fixture = try ContentFixture([:])
        try fixture.write("pages/a.md", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        let content = try await fixture.load()
        // A letter and its mark written apart are worth a note and no more.
        #expect(content.diagnostics == [Diagnostic(.decomposedLetters, at: SourceSpan(file: "pages/a.md"), "1")])
        #expect(content.records.first?.body.bytes == Array("Hòa\n".utf8))
    }

    @Test(
        "what is not UTF-8 is refused with the offset of the byte",
        arguments: [[0xFF], [0xC3], [0xE1, 0xBA], [0xED, 0xA0, 0x80]])
    func invalidUTF8(bytes: [UInt8]) async throws {
        let start = Array("---\ntitle: a\n---\n\nxin ".utf8)
        let fixture = try ContentFixture([:])
        try fixture.write("pages/a.md", [0xEF, 0xBB, 0xBF] + start + bytes)
        let content = try await fixture.load()
        #expect(content.diagnostics.places == ["TC001 pages/a.md:5:5"])
        #expect(content.diagnostics.first?.arguments == ["\(start.count + 3)"])
        #expect(content.records.isEmpty)
    }

    @Test("the result does not depend on how many are read at once")
    func jobs() async throws {
        var files: [String: String] = [:]
        for index in 0..<300 {
            files["pages/\(index).md"] = "---\ntitle: Trang \(index)\nlạ: 1\n---\n\nNội dung \(index)\n"
        }
        let fixture = try ContentFixture(files)
        let one = try await fixture.load(jobs: 1)
        let many = try await fixture.load(jobs: 4)
        #expect(one.records.map(\.path) == many.records.map(\.path))
        #expect(one.diagnostics == many.diagnostics)
        #expect(one.diagnostics.count == 300)
    }

    @Test("YAML that hides values or blows up is refused")
    func hostileYAML() async throws {
        let deep = String(repeating: "[", count: 5000)
        let fixture = try ContentFixture([
            "pages/a.md": "---\ntitle: &a x\nsummary: *a\n---\n", "pages/b.md": "---\ntitle: \(deep)\n---\n",
            "pages/c.md": "---\ntitle: a\ntitle: b\n---\n", "pages/d.md": "---\ntitle: [a\n---\n",
            "pages/e.md": "---\n---\n",
        ])
        let content = try await fixture.load()
        #expect(content.diagnostics.inSourceOrder().map(\.kind.code) == ["TC105", "TC106", "TC104", "TC149", "TC109"])
    }
}
