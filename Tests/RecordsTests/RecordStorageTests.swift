import Foundation
import Storage
import Testing

@testable import Records

/// Records as bytes come back as they were, and other bytes are told from them.
@Suite struct RecordStorageTests {
    private static let rich = """
        ---
        number: 5-HD/TW
        type: huong-dan
        issuer: [ban-a, ban-b]
        letterhead: ban-a
        term: XI
        title: "Tên, “trong ngoặc”"
        summary: Một câu.
        issued: 2014-08
        effective: 2015
        expires: 2020-01-31
        place: Hà Nội
        text: excerpt
        signer: {name: Nguyễn Văn A, position: Trưởng ban, capacity: K/T}
        topics: []
        status: {value: in-force, checked: 2026-01-02, source: "https://example.vn", note: Ghi chú}
        relations:
          - {type: guides, target: 4-KL/TW, of-type: ket-luan, issued: --08-18, provisions: [Điều 1], note: Ghi}
        obligations: [{task: Việc, responsible: ban-a, due: 2024-06, provision: Mục 2, state: done}]
        sources: [{title: Nguồn, url: "https://example.vn", seen: 2026-01-02, note: Ghi}]
        aliases: [5HD]
        former-ids: [hd-05-tw-2014]
        attachments: [{file: a.pdf, title: Tệp}]
        history: [{date: 2026-01-02, change: Thêm}]
        ---

        Thân bài.
        """

    private func records() async throws -> [Record] {
        let fixture = try ContentFixture(
            smallVocabulary.merging(
                [
                    "guidance/hd-5.md": Self.rich,
                    "directives/kl-4.md": "---\ntitle: Không số\nissued: unknown\n---\nThân.\n",
                    "pages/trang.md": "---\ntitle: Trang\norder: 3\n---\nThân.\n",
                ], uniquingKeysWith: { first, _ in first }))
        return try await fixture.load().records
    }

    @Test func everyValueComesBack() async throws {
        let records = try await records()
        try #require(records.count == 3)
        #expect(records.contains { $0.relations.count == 1 && $0.signer != nil && $0.formerIDs.count == 1 })
        for record in records {
            var writer = ByteWriter()
            writer.record(record)
            var reader = ByteReader(writer.bytes[...])
            var expected = record
            expected.body.bytes = []
            #expect(try reader.record() == expected)
            #expect(reader.isAtEnd)
        }
    }

    @Test func whatWasCutOffIsNoRecord() async throws {
        for record in try await records() {
            var writer = ByteWriter()
            writer.record(record)
            for end in 0..<writer.bytes.count {
                var reader = ByteReader(writer.bytes[..<end])
                #expect(throws: DamagedBytes.self) { try reader.record() }
            }
        }
    }

    @Test func aCopyThatIsChangedLeavesTheOtherAsItWas() async throws {
        let record = try #require(try await records().first { $0.kind == .guidance })
        var copy = record
        #expect(copy == record)
        copy.title = "Tên khác"
        #expect(record.title != copy.title)
        #expect(!record.hasSameFrontMatter(as: copy))
        copy.title = record.title
        #expect(copy == record)
    }
}
