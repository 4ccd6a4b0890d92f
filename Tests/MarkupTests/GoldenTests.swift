import Diagnostics
import Foundation
import Markup
import Testing

/// Small texts and the pages they must become: `Golden/name.md` and `Golden/name.html`.
/// With `TRACUU_REWRITE_GOLDEN=1` in the environment the pages are written anew, to be read before they are committed.
@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test(arguments: ["law", "party", "markdown", "footnotes", "amending", "state"])
    func pageIsAsAgreed(_ name: String) throws {
        let source = try Data(contentsOf: Self.folder.appending(path: name + ".md"))
        let (body, diagnostics) = Rendering.render([UInt8](source))
        var page = body.html
        page += "\n<!-- outline\n".utf8
        for entry in body.outline { page += "\(entry.level) \(entry.anchor) | \(entry.title)\n".utf8 }
        page += "provisions\n".utf8
        for provision in body.provisions { page += "\(provision.anchor) | \(provision.unit) \(provision.label)\n".utf8 }
        page += "text\n".utf8
        for section in body.sections { page += "[\(section.anchor)]\n".utf8 + section.text + "\n".utf8 }
        page += "diagnostics\n".utf8
        for diagnostic in diagnostics {
            let place = "\(diagnostic.span.line):\(diagnostic.span.column)"
            page += "\(place) \(diagnostic.kind.code) \(diagnostic.message(.english))\n".utf8
        }
        page += "-->\n".utf8

        let file = Self.folder.appending(path: name + ".html")
        if ProcessInfo.processInfo.environment["TRACUU_REWRITE_GOLDEN"] == "1" { try Data(page).write(to: file) }
        let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(String(decoding: page, as: UTF8.self) == golden)
        #expect(TagBalance.isBalanced(String(decoding: body.html, as: UTF8.self)))
    }
}
