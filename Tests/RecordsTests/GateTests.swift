import Diagnostics
import Testing

@testable import Records

@Suite("Marks in the header")
struct GateTests {
    private func marks(_ body: String) -> [HeaderMarks.Mark] {
        HeaderMarks.marks(in: SourceFile(path: "a.md", bytes: Array(body.utf8))).map(\.mark)
    }

    @Test(
        "a mark of secrecy stands alone, in capitals, maybe spaced or without diacritics",
        arguments: [
            "MẬT", "**TỐI MẬT**", "T U Y Ệ T  M Ậ T", "TUYET MAT", "> MẬT", "ĐỘ MẬT: TỐI MẬT", "Độ mật: Tối mật",
            "| MẬT |",
        ])
    func secrecy(line: String) { #expect(marks("Một dòng.\n\(line)\nHai dòng.") == [.secrecy]) }

    @Test(
        "the words in running text are no marks",
        arguments: [
            "Mặt trận Tổ quốc", "Luật Bảo vệ bí mật nhà nước", "Mật", "Tối mật", "mật độ dân số",
            "## Dự thảo Nghị định",
            "Số 5082-CV/VPTW/nb", "MẶT TRẬN", "# MẶT", "MẮT", "MÁT", "Độ mật: thường", "DỰ THẢO LUẬT ĐẤT ĐAI",
        ])
    func noMark(line: String) { #expect(marks(line) == []) }

    @Test(
        "marks of circulation",
        arguments: ["LƯU HÀNH NỘI BỘ", "(Lưu hành nội bộ)", "DỰ THẢO", "**Dự thảo**", "DỰ THẢO LẦN 2", "*(DỰ THẢO)*"])
    func circulation(line: String) { #expect(marks(line) == [.circulation]) }

    @Test("a marked record is refused without its text being quoted")
    func refusal() async throws {
        let fixture = try ContentFixture(["pages/a.md": "---\ntitle: Tên riêng\n---\n\nTỐI MẬT\n\nNội dung riêng.\n"])
        let content = try await fixture.load()
        #expect(content.records.isEmpty)
        #expect(content.diagnostics.places == ["TC601 pages/a.md:5:1"])
        let told = content.diagnostics.map { $0.message(.vietnamese) + $0.hint(.english) }.joined()
        #expect(!told.contains("riêng"))
    }
}
