import Output
import Testing

@testable import Site

/// An asset's published name tells its content, and whatever names the asset says the same name.
@Suite struct PublishedAssetsTests {
    private func published(_ files: [String: String]) -> PublishedAssets {
        PublishedAssets(files.mapValues { Array($0.utf8) }, sources: files.mapValues { Array($0.utf8) })
    }

    /// By the name that templates give; the text of each with the digests left out.
    private func texts(_ assets: PublishedAssets) -> [String: String] {
        let plain: (String) -> String = { $0.replacing(/\.[0-9a-f]{8}\./, with: ".") }
        let pairs = assets.files.map { (plain($0.path), plain(String(decoding: $0.bytes, as: UTF8.self))) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func name(_ path: String, _ assets: PublishedAssets) -> String {
        String(decoding: assets.naming(Array(path.utf8)), as: UTF8.self)
    }

    @Test func theDigestStandsBeforeTheExtension() {
        // printf 'a{}' | sha256sum
        #expect(PublishedAssets.name("assets/a.css", of: Array("a{}".utf8)) == "assets/a.5f546eb4.css")
        #expect(PublishedAssets.name("assets/v1.2/a", of: Array("a{}".utf8)) == "assets/v1.2/a.5f546eb4")
    }

    @Test func theSameFileHasTheSameNameAndAnotherHasAnother() {
        let first = published(["assets/a.css": "a{}", "assets/b.js": "b()"])
        let second = published(["assets/a.css": "a{}", "assets/b.js": "c()"])
        #expect(name("assets/a.css", first) == name("assets/a.css", second))
        #expect(name("assets/b.js", first) != name("assets/b.js", second))
    }

    @Test func aScriptChangesItsNameWithWhatItLoads() {
        let files = [
            "assets/a.js": "load(`${root}assets/b.js`)", "assets/b.js": "load('assets/c.js')", "assets/d.js": "d()",
        ]
        let first = published(files.merging(["assets/c.js": "1"]) { $1 })
        let second = published(files.merging(["assets/c.js": "2"]) { $1 })
        for path in ["assets/a.js", "assets/b.js", "assets/c.js"] { #expect(name(path, first) != name(path, second)) }
        #expect(name("assets/d.js", first) == name("assets/d.js", second))
        #expect(texts(first)["assets/a.js"] == files["assets/a.js"])
        let b = first.files.first { $0.path.hasPrefix("assets/b.") }
        #expect(b?.bytes == Array("load('\(name("assets/c.js", first))')".utf8))
    }

    @Test func styleSheetsNameFilesBesideThem() {
        let style = "a{background:url(b.svg)}b{mask:url(\"data:image/png;base64,AA\")}c{mask:url('b.svg') url(#d)}"
        let assets = published(["assets/a.css": style, "assets/b.svg": "<svg/>"])
        let picture = name("assets/b.svg", assets).dropFirst("assets/".count)
        #expect(assets.diagnostics.isEmpty)
        let made = assets.files.first { $0.path.hasSuffix(".css") }
        #expect(made?.bytes == Array(style.replacing("b.svg", with: picture).utf8))
    }

    @Test func onlyWholeNamesAfterAMarkAreNames() {
        let assets = published(["assets/a.css": "a{}"])
        let hashed = name("assets/a.css", assets)
        for text in ["href=\"X\"", "../../X'", "}X`", "X"] {
            #expect(name(text.replacing("X", with: "assets/a.css"), assets) == text.replacing("X", with: hashed))
        }
        for text in ["https://example.org/assets/a.css", "my assets/a.css", "\"assets/\""] {
            #expect(name(text, assets) == text)
        }
    }

    @Test func scriptsThatNameEachOtherAreAnError() {
        let assets = published(["assets/a.js": "load('assets/b.js')", "assets/b.js": "load('assets/a.js')"])
        #expect(assets.diagnostics.map(\.kind) == [.templateCycle])
    }
}
