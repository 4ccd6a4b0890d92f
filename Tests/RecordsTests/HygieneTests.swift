import Citations
import Diagnostics
import Testing

@testable import Records

@Suite("Text hygiene: what typing and copying leave behind")
struct HygieneTests {
    private static func garbled(_ text: String) -> [String] {
        TextHygiene.diagnostics(of: SourceFile(path: "pages/a.md", bytes: Array(text.utf8)))
            .filter { $0.kind == .garbledText }.map { $0.arguments[0] }
    }

    @Test(
        "other encodings are recognised",
        arguments: [
            (
                "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc; b¸o c¸o kÕt qu¶ ®iÒu tra n¨m 2013",
                "TCVN3"
            ),
            ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñieàu tra dö luaän xaõ hoäi, Ñaûng uûy ñaõ chæ ñaïo", "VNI"),
            ("Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam, Ä‘á»™c láº­p", "UTF-8"),
            // A title alone.
            ("title: B¸o c¸o kÕt qu¶ ®iÒu tra", "TCVN3"), ("title: HÆ°á»›ng dáº«n", "UTF-8"),
        ])
    func recognised(text: String, encoding: String) { #expect(Self.garbled(text) == [encoding]) }

    @Test(
        "Vietnamese, foreign names and signs are no other encoding",
        arguments: [
            "Cộng hòa xã hội chủ nghĩa Việt Nam: hoà bình, thuý, khoẻ, toà án, quỳ, tuỳ, huỷ, ngoài, xoã, loà xoà.",
            "Müller, Jäger, Brontë, Citroën, Malmö, Åland, Søren, Señor, Español, coöperatie, naïve, Häuser, Böhm.",
            "Diện tích 120 m², 30 µg/m³, ±5 °C, «trích», © 2013, chú thích¹ và chú thích², ½ số, ¼ số, chữ® và chữ™.",
            "Bài «a»và«b»rồi«c»nói«d», col·lecció, tên A·B·C·D, Tên®và Hiệu®, một chữ¹ nữa, x¶y là lỗi gõ.",
            "Công-ty «Đá» và «Há» — “Lá» Ù Ú Ý à á â ã è é ê ì í ò ó ô õ ù ú ý ă đ ĩ ũ ơ ư.",
        ])
    func leftAlone(text: String) { #expect(Self.garbled(text).isEmpty) }

    @Test("look-alikes of Đ are counted once for a file, at the first")
    func lookalikes() throws {
        let file = SourceFile(path: "pages/a.md", bytes: Array("một\nQÐ-TTg, Ɖiều, ðất; Guðmundur\n".utf8))
        let found = TextHygiene.diagnostics(of: file)
        #expect(found.map(\.kind) == [.lookalikeLetter])
        let diagnostic = try #require(found.first)
        #expect(diagnostic.span == SourceSpan(file: "pages/a.md", line: 2, column: 2, length: 1))
        #expect(diagnostic.arguments == ["Ð", "3"])
    }

    @Test(
        "leftovers come off a number, and nothing else does",
        arguments: [
            ("Số: 100-KL/TW", "100-KL/TW"), ("100-KL/TW.", "100-KL/TW"), ("số 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
            ("34 / QĐ - TTg", "34/QĐ-TTg"), (" 34/QĐ-TTg;", "34/QĐ-TTg"), ("100-KL/TW", nil), ("17", nil),
            ("Số 17", nil),
            ("nghị quyết Trung ương", nil),
        ] as [(String, String?)])
    func leftovers(printed: String, number: String?) {
        #expect(NumberHygiene.cleaned(printed, NumberGrammar()) == number)
    }

    @Test("decomposed letters are counted, CR and a byte order mark are none")
    func decomposed() throws {
        func count(_ raw: [UInt8]) throws -> Int? {
            let notes = try TextIntake.take(path: "a.md", bytes: raw).get().notes
            return notes.first { $0.kind == .decomposedLetters }.flatMap { Int($0.arguments[0]) }
        }
        #expect(try count(Array("Kết luận".utf8)) == nil)
        #expect(try count([0xEF, 0xBB, 0xBF] + Array("Kết luận\r\nhai\r\n".utf8)) == nil)
        #expect(try count([0xEF, 0xBB, 0xBF] + Array("Ke\u{302}\u{301}t\r\n".utf8)) == 2)
    }
}
