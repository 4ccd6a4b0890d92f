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
            "| MẬT |", "MẬT - HỎA TỐC", "HOẢ TỐC – TUYỆT MẬT", "KHẨN MẬT", "Dấu: MẬT", "Dấu chỉ độ mật: Mật",
            "TÀI LIỆU MẬT", "Tài liệu MẬT", "VĂN BẢN TỐI MẬT", "(MẬT)", "[TUYỆT MẬT]", "*** MẬT ***", "★ TỐI MẬT ★",
            "___MẬT___",
            "│ MẬT │", "┃TỐI MẬT┃", "╔═ MẬT ═╗", "\u{200B}MẬT", "M\u{AD}ẬT", "\u{FEFF}TỐI MẬT", "- MẬT", "# MẬT",
            "<p align=\"center\"><b>MẬT</b></p>", "M&#7852;T", "M&#x1EAC;T&nbsp;", "“MẬT”", "MẬT (Bản số 02)",
            "MẬT 1/3",
            "| TỐI MẬT | Hà Nội, ngày 01 tháng 02 năm 2026 |", "Số 12\tMẬT", "ĐẢNG BỘ TỈNH A          MẬT",
            "MËT", "TèI MËT", "TUYEÄT MAÄT", "MAÄT",
        ])
    func secrecy(line: String) { #expect(marks("Một dòng.\n\(line)\nHai dòng.") == [.secrecy]) }

    @Test(
        "the words in running text are no marks",
        arguments: [
            "Mặt trận Tổ quốc", "Luật Bảo vệ bí mật nhà nước", "Mật", "Tối mật", "mật độ dân số",
            "## Dự thảo Nghị định",
            "Số 5082-CV/VPTW/nb", "MẶT TRẬN", "# MẶT", "MẮT", "MÁT", "Độ mật: thường", "DỰ THẢO LUẬT ĐẤT ĐAI",
            "| Mật | 10 năm |", "Dấu", "DẤU", "Tài liệu mật", "Dấu mật", "Độ mật", "TÀI LIỆU", "HỎA TỐC", "KHẨN",
            "BÍ MẬT",
            "BẢO MẬT", "CƠ MẬT", "THỦ TỤC TIÊU HỦY TÀI LIỆU MẬT", "Mật, Tối mật, Tuyệt mật", "KHOA TỘC",
            "- Mật", "TOÁN", "MÀU SẮC", "| DẤU MẶT | TỐI |",
        ])
    func noMark(line: String) { #expect(marks(line) == []) }

    @Test(
        "marks of circulation",
        arguments: ["LƯU HÀNH NỘI BỘ", "(Lưu hành nội bộ)", "DỰ THẢO", "**Dự thảo**", "DỰ THẢO LẦN 2", "*(DỰ THẢO)*"])
    func circulation(line: String) { #expect(marks(line) == [.circulation]) }

    @Test(
        "how drafts look, shown in a table of three columns below the head, is no mark; in the two columns of a letterhead it is",
        arguments: ["Dự thảo lần 2", "LƯU HÀNH NỘI BỘ"])
    func circulationInATable(words: String) {
        let front = "---\ntitle: A\n---\n\n## Điều 1. Một\n\n"
        #expect(marks(front + "| - Chỉ dẫn | đứng, đậm | \(words) |\n") == [])
        #expect(marks(front + "| \(words) | TỈNH ỦY A |\n") == [.circulation])
        #expect(marks(front + "| TỈNH ỦY A | | \(words) |\n") == [.circulation])
        #expect(marks("---\ntitle: A\n---\n\n| Số 1 | TỈNH ỦY A | \(words) |\n") == [.circulation])
        #expect(marks(front + "| Một | hai | MẬT |\n") == [.secrecy])
    }

    @Test(
        "a degree typed in small letters is a mark among the first lines of a record, and beside a mark of urgency anywhere",
        arguments: [
            "Mật", "Tối mật", "**Tuyệt mật**", "*(Mật)*", "> Tối Mật", "# Mật", "Tài liệu mật", "mật", "Mật.",
            "| Mật | Hà Nội, ngày 01 tháng 02 năm 2026 |", "Số: 12-BC/TU\tTối mật", "TỈNH ỦY A          Mật", "MËt",
        ])
    func typedInTheHead(line: String) {
        let front = "---\ntitle: Mật\nsummary: |\n  Mật\n---\n\n"
        #expect(marks(front + "\(line)\n\nNội dung.\n") == [.secrecy])
        #expect(marks(front + "TỈNH ỦY A\n\n# BÁO CÁO\n\n\(line)\n\n## Điều 1. Một\n") == [.secrecy])
        #expect(marks(front + "## Điều 1. Một\n\n\(line)\n") == [])
        #expect(marks(front + "Căn cứ Luật.\n\n\(line)\n") == [])
        #expect(marks(front + String(repeating: "Một dòng.\n\n", count: 12) + "\(line)\n") == [])
    }

    @Test(
        "a degree beside a mark of urgency is a mark in any letters",
        arguments: ["Mật - Hỏa tốc", "Tối mật, khẩn", "Hoả tốc – Tuyệt mật", "**Mật – Thượng khẩn**", "Khẩn - Mật"])
    func typedBesideUrgency(line: String) { #expect(marks("Một dòng.\n\(line)\nHai dòng.") == [.secrecy]) }

    @Test(
        "the words of laws among the first lines of a record are no marks",
        arguments: [
            "Mật độ dân số", "- Mật", "Bí mật", "| Mật | 10 năm |", "Mật, Tối mật, Tuyệt mật", "Mắt", "Mát", "Mặt",
            "Mat",
            "Luật Bảo vệ bí mật nhà nước", "1. Mật: bảo vệ 10 năm", "Độ mật", "Dấu mật", "Dự thảo Luật Cơ yếu", "Khẩn",
        ])
    func wordsInTheHead(line: String) { #expect(marks("---\ntitle: A\n---\n\n\(line)\n\nNội dung.\n") == []) }

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
