import Testing

@testable import Site

/// Parts become one file in the order given, and nothing is lost or said twice.
@Suite struct AssetBundlesTests {
    private func joined(_ list: String, _ files: [String: String]) -> [String: String] {
        AssetBundles(bytes: Array(list.utf8)).joined(files.mapValues { Array($0.utf8) }).files
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func partsAreJoinedInOrderAndGo() {
        let files = ["a.js": "a();\n", "b.js": "b();", "c.css": ".c {}\n", "d.js": "d();\n"]
        #expect(
            joined("# Why.\nall.js = b.js a.js\n\n", files)
                == ["all.js": "b();\na();\n", "c.css": ".c {}\n", "d.js": "d();\n"])
    }

    @Test func aBundleMayBearTheNameOfAPart() {
        #expect(joined("a.js = a.js b.js", ["a.js": "a();\n", "b.js": "b();\n"]) == ["a.js": "a();\nb();\n"])
    }

    @Test func theFirstPartAsksForStrictnessOfAll() {
        let files = ["a.js": "\"use strict\";a();\n", "b.js": "\"use strict\";b();\n", "c.js": "c();\n"]
        #expect(joined("all.js = a.js b.js c.js", files)["all.js"] == "\"use strict\";a();\nb();\nc();\n")
        let late = joined("all.js = c.js a.js b.js", files)["all.js"]
        #expect(late == "c();\n\"use strict\";a();\n\"use strict\";b();\n")
    }

    @Test func scriptsDoNotRunIntoEachOther() {
        let files = ["a.js": "(() => {})()\n", "b.js": "(() => {})();\n", "a.css": ".a {}", "b.css": ".b {}"]
        #expect(
            joined("all.js = a.js b.js\nall.css = a.css b.css", files)
                == ["all.js": "(() => {})()\n;\n(() => {})();\n", "all.css": ".a {}\n.b {}\n"])
    }
}
