import Diagnostics
import Markup
import Testing

@Suite struct SafetyTests {
    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "<java\tscript:alert(1)>", "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)", "javascript&colon;alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "blob:x", "< javascript:alert(1)>",
    ])
    func unsafeAddressIsDroppedAndReported(_ address: String) {
        for markdown in ["[x](\(address))", "![x](\(address))", "[x]: \(address)\n\n[x]"] {
            let (body, diagnostics) = Rendering.render(markdown)
            let html = String(decoding: body.html, as: UTF8.self)
            #expect(!html.contains("href") && !html.contains("src"), "\(html)")
            // What is not an address to the parser stays text.
            if !html.contains("]("), !html.contains("]:") { #expect(diagnostics.map(\.kind.code) == ["TC406"]) }
        }
    }

    @Test func rawHTMLIsDroppedAndReported() {
        let (body, diagnostics) = Rendering.render(
            "Có <b onclick=\"x()\">chữ</b>.\n\n<script>alert(1)</script>\n\n<!-- ghi chú -->\n\na<br>b <!-- c -->",
            firstLine: 11)
        #expect(String(decoding: body.html, as: UTF8.self) == "<p>Có chữ.</p>\n<p>a<br>\nb </p>\n")
        #expect(diagnostics.map(\.kind.code) == ["TC405", "TC405", "TC447", "TC445", "TC445"])
        #expect(diagnostics.map(\.span.line) == [11, 11, 13, 15, 17])
        #expect(diagnostics.map(\.span.column) == [4, 24, 1, 1, 8])
    }

    @Test func textIsEscapedEverywhere() {
        let html = Rendering.html(
            "# A & <1 \"x\"\n\n`<b>` [\"&](https://x.vn/?a=1&b=\"'<\"\"t\\\"<\") ![<\"](../attachments/a.png)\n\n```a\"b\n<&>\n```"
        )
        #expect(!html.contains("<1") && !html.contains("<b>") && html.contains("&lt;&amp;&gt;"))
        #expect(html.contains("language-a&quot;b"))
    }

    @Test func hostileBodiesEndSoon() {
        let started = ContinuousClock.now
        for unit in [
            "[", "![", "]", "*a ", "_", "*a_ ", "`a``", "[^1]", "[^1]: x\n", "|", "|a|b|\n|-|-|\n", "<!--", "<a ", "&",
            "[a](", "[a]: x\n", "[a](<b", "**x [a*b**c*](d)", "\0", "\\", "a\n", "1. a\n\n", "# a\n", "[x](y) ", "“",
            "<b>", "[a][a] ", "[^a] ",
        ] {
            let body = String(repeating: unit, count: 200_000 / unit.utf8.count)
            let (rendered, diagnostics) = Rendering.render(body)
            #expect(diagnostics.count <= 10_000)
            #expect(rendered.html.count < 20_000_000, "\(unit)")
        }
        for unit in [">", "> ", "- ", "1. ", "- > "] {
            let body = String(repeating: unit, count: 10_000) + "a" + String(repeating: "\n", count: 100_000)
            #expect(Rendering.codes(body) == ["TC413"], "\(unit)")
        }
        // Nested line by line, deeper than any page shows.
        let deep = (0..<800).map { String(repeating: " ", count: 2 * $0) + "- a" }.joined(separator: "\n")
        #expect(Rendering.html(deep).split(separator: "<ul>").count < 50)
        let strong = String(repeating: "**a ", count: 5_000) + String(repeating: "b**", count: 5_000)
        #expect(Rendering.html(strong).split(separator: "<strong>").count < 50)
        #expect(ContinuousClock.now - started < .seconds(60))
    }

    @Test func tagsAreBalancedInNestedText() {
        let bodies = [
            (0..<200).map { String(repeating: " ", count: 2 * $0) + "- **a" }.joined(separator: "\n"),
            String(repeating: "*a **b ", count: 300) + String(repeating: "c** d*", count: 300),
            "- [ ] > 1. x\n  - [x] [a](b) ![c](d)\n\n| a |\n|-|\n| **b** [^1] |\n\n[^1]: - x\n      - y\n\n    z",
        ]
        for body in bodies { #expect(TagBalance.isBalanced(Rendering.html(body))) }
    }

    @Test func oddBytesAreKept() {
        #expect(Rendering.html("a\u{0}b") == "<p>a\u{FFFD}b</p>\n")
        #expect(Rendering.render([]).body.html.isEmpty)
        #expect(
            Rendering.html("a\r\nb\r\n\r\n2. c\r\n")
                == "<p>a\nb</p>\n<ol start=\"2\">\n<li id=\"muc-2\" class=\"provision muc\">c</li>\n</ol>\n")
    }
}

/// Whether every element that is opened is closed in its order.
enum TagBalance {
    static func isBalanced(_ html: String) -> Bool {
        let void: Set<Substring> = ["br", "hr", "img", "input"]
        var open: [Substring] = []
        for piece in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
            let name = piece.prefix { $0 != ">" && $0 != " " }
            if name.hasPrefix("/") {
                guard open.popLast() == name.dropFirst() else { return false }
            } else if !void.contains(name) {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
