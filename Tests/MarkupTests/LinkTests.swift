import Diagnostics
import Markup
import Testing

@Suite struct LinkTests {
    @Test func placesAreExact() {
        let (body, _) = Rendering.render(
            "Đầu.\n\n1. Xem [hướng dẫn](../guidance/hd-1.md#dieu-5) và\n   [lại](../guidance/hd-1.md).\n\n| a | b |\n|---|---|\n| ễ [x](https://x.vn) | [y](https://x.vn) |\n",
            firstLine: 21)
        #expect(
            body.links.map(\.destination) == [
                "../guidance/hd-1.md#dieu-5", "../guidance/hd-1.md", "https://x.vn", "https://x.vn",
            ])
        #expect(body.links.map(\.span.line) == [23, 24, 28, 28])
        #expect(body.links.map(\.span.column) == [20, 10, 9, 29])
        #expect(body.links.map(\.span.length) == [26, 19, 12, 12])
    }

    @Test func reasonsOfBrokenLinks() {
        #expect(Rendering.codes("[a](x.md) ![b](b.png) [c](../attachments/c.pdf)") == ["TC401", "TC404", "TC403"])
        #expect(Rendering.html("[a](x.md)") == "<p><span class=\"broken-link\">a</span></p>\n")
    }

    @Test func oddLinksAreReported() {
        #expect(Rendering.codes("[](https://x.vn)") == ["TC407"])
        #expect(Rendering.codes("[a]()") == ["TC407"])
        #expect(Rendering.codes("![](../attachments/a.png)") == ["TC408"])
        #expect(Rendering.codes("![a](https://x.vn/a.png)") == ["TC412"])
        #expect(Rendering.codes("[![a](../attachments/a.png)](https://x.vn)") == [])
    }

    @Test func footnotesAreChecked() {
        #expect(Rendering.codes("a[^1] b[^2]\n\n[^1]: x\n[^1]: y\n[^3]: z\n") == ["TC409", "TC410", "TC411"])
        #expect(Rendering.codes("`[^1]`\n\n```\n[^2]: x\n```\n") == [])
    }

    @Test func anchorsAreCheckedOnceAllBodiesAreRendered() {
        let first = Rendering.render(
            "## Điều 1\n\n[a](#dieu-1) [b](#dieu-9) [c](../guidance/hd-1.md#muc-i) [d](../guidance/hd-1.md#Mục-i) [e](#)"
        ).body
        let second = Rendering.render("## I. A\n\nx[^1]\n\n[^1]: y\n\n[f](#fn:1)").body
        let diagnostics = AnchorCheck.check(bodies: ["kl-1": first, "hd-1": second])
        #expect(diagnostics.map(\.arguments) == [["#dieu-9", "dieu-9"], ["../guidance/hd-1.md#Mục-i", "Mục-i"]])
        #expect(diagnostics.map(\.suggestion) == [nil, "muc-i"])
        #expect(diagnostics.map(\.span.line) == [3, 3])
    }
}
