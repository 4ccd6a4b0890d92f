import Markup
import Testing

@Suite struct NotedTextTests {
    /// Every “A B”, whatever blank stands between.
    private func noted(_ markdown: String) -> (html: String, texts: [String], lines: [Int]) {
        let note: TextNoter = { text in
            text.indices.dropLast(2).filter { index in
                text[index] == UInt8(ascii: "A") && text[index + 2] == UInt8(ascii: "B")
                    && [UInt8(ascii: " "), UInt8(ascii: "\n")].contains(text[index + 1])
            }.map { $0..<$0 + 3 }
        }
        let body = MarkdownRenderer().render(
            Array(markdown.utf8), file: "test.md", firstLine: 11, note: note, resolveLink: Rendering.target
        ).body
        return (String(decoding: body.html, as: UTF8.self), body.noted.map(body.text(of:)), body.noted.map(\.line))
    }

    @Test func aStretchMayGoOnInTheNextLine() {
        let found = noted("x A B\ny A\nB z\n\n- A\n  B\n")
        #expect(found.texts == ["A B", "A B", "A B"])
        #expect(found.lines == [11, 12, 15])
        #expect(found.html == "<p>x A B\ny A\nB z</p>\n<ul>\n<li>A\nB</li>\n</ul>\n")
    }

    @Test func aStretchEndsWhereAnotherElementBegins() {
        #expect(noted("A *B* A [B](https://x.vn) `A B` A<br>B").texts.isEmpty)
        #expect(noted("# A B\n\n[A B](https://x.vn)").texts.isEmpty)
    }

    @Test(arguments: ["100-KL/TW", "30/2020/NĐ-CP", "5082-CV/VPTW", "29/2018/QH14", "01/QĐ-TTg"])
    func aNumberStaysOnOneLine(number: String) {
        let kept = "<span class=\"nb\">\(number)</span>"
        #expect(Rendering.html("số \(number)”, (\(number)).") == "<p>số \(kept)”, (\(kept)).</p>\n")
        #expect(Rendering.html("[\(number)](https://x.vn)").contains(">\(kept)</a>"))
    }

    @Test(arguments: [
        "18/8/2014", "2019-2025", "1/2", "x-100-kl", "A-1", "12345678-ABCDEFGHIJKLMNOPQRSTUVWXYZ", "5 - KL", "3–Đ",
        "-KL/TW",
    ])
    func whatIsNoNumberMayBreak(text: String) {
        #expect(!Rendering.html("a \(text) b").contains("nb"))
    }

    @Test func aNumberIsEscapedWithItsNeighbours() {
        #expect(
            Rendering.html("<1-A&2-B>")
                == "<p>&lt;<span class=\"nb\">1-A</span>&amp;<span class=\"nb\">2-B</span>&gt;</p>\n")
    }
}
