import Markup
import Testing

@Suite struct NotedTextTests {
    /// Every “A B”, whatever blank stands between.
    private func noted(_ markdown: String) -> (html: String, texts: [String], lines: [Int]) {
        let note: TextNoter = { text, _ in
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

    @Test func aStretchEndsWhereALinkOrCodeBegins() {
        #expect(noted("A [B](https://x.vn) `A B` [A B](https://x.vn)").texts.isEmpty)
    }

    @Test func aStretchGoesOnThroughEmphasis() {
        let found = noted("x **A** *B*, A\\\nB")
        #expect(found.texts == ["A B", "A B"])
        #expect(found.html == "<p>x <strong>A</strong> <em>B</em>, A<br>\nB</p>\n")
    }

    @Test(arguments: ["<br>", "<BR/>", "<br />"])
    func aStretchGoesOnBehindALineBreakOfATableCell(lineBreak: String) {
        let found = noted("| x | y |\n|--|--|\n| A\(lineBreak)B | b |\n| A B | c |\n")
        #expect(found.texts == ["A B", "A B"])
        #expect(found.lines == [13, 14])
        #expect(found.html.contains("<td>A<br> B</td>"))
        #expect(noted("A <b>B</b>").texts.isEmpty, "other tags end it, as before")
    }

    @Test func aStretchThatWouldCutAnElementIsShortened() {
        let body = MarkdownRenderer().render(
            Array("**x A** B".utf8), file: "test.md", note: { text, _ in [2..<text.count] },
            resolveLink: Rendering.target
        ).body
        #expect(body.noted.map(body.text(of:)) == [" B"] || body.noted.map(body.text(of:)) == ["A"])
        #expect(String(decoding: body.html, as: UTF8.self) == "<p><strong>x A</strong> B</p>\n")
    }

    /// Whoever asked pairs what it knows of each stretch with what was noted: one that is left out would shift all the rest.
    @Test func everyStretchIsNotedThoughSomeOverlap() {
        let body = MarkdownRenderer().render(
            Array("one two three\n\nfour".utf8), file: "test.md",
            note: { text, _ in text.count > 4 ? [0..<7, 4..<7, 4..<13, 20..<30] : [0..<4] },
            resolveLink: Rendering.target
        ).body
        #expect(body.noted.map(body.text(of:)) == ["one two", "", " three", "", "four"])
    }

    @Test func headingsAreNotedUnderTheirOwnAnchor() {
        let body = MarkdownRenderer().render(
            Array("## Điều 1. Một\n\n### Điều 2. A B\n".utf8), file: "test.md",
            note: { text, _ in text.count > 5 ? [text.count - 3..<text.count] : [] }, resolveLink: Rendering.target
        ).body
        #expect(body.noted.last?.anchor == "dieu-2")
        #expect(body.noted.last.map(body.text(of:)) == "A B")
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
