import Markup
import Testing

@Suite struct OutlineTests {
    @Test func levelsHaveNoGaps() {
        let outline = Rendering.render("### A\n\n## B\n\n##### C\n\n### D\n\n# E\n\n###### F").body.outline
        #expect(outline.map(\.level) == [1, 1, 2, 2, 1, 2])
        #expect(outline.map(\.title) == ["A", "B", "C", "D", "E", "F"])
    }

    @Test func sectionsAreCutAtHeadings() {
        let sections = Rendering.render("đầu\n\n## A *b*\n\nmột\nhai\n\n- ba\n\n### C\n\n| x | y |\n|-|-|\n| z | t |\n")
            .body.sections
        #expect(sections.map(\.anchor) == ["", "a-b", "c"])
        #expect(sections.map(\.heading) == ["", "A b", "C"])
        #expect(sections.map { String(decoding: $0.text, as: UTF8.self) } == ["đầu", "một hai\nba", "x | y\nz | t"])
    }

    @Test func anchorsAreUniqueAndLeaveThePageItsOwn() {
        let body = Rendering.render("## Main\n\n## Xin\n\n## Xin 2\n\n## Xin\n\n## ???\n\n## Đ").body
        #expect(body.outline.map(\.anchor) == ["main-2", "xin", "xin-2", "xin-3", "de-muc", "d"])
    }
}
