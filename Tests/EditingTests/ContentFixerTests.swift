import Diagnostics
import Foundation
import Records
import Testing

@testable import Editing

@Suite("check --fix mends what has one right answer, and nothing else")
struct ContentFixerTests {
    /// A record with a hard line break, code, a destination and a block text, which must all come through.
    static let clean = """
        ---
        number: 34/QĐ-TTg
        type: quyet-dinh
        issuer: thu-tuong
        title: Đề án về đất đai
        issued: 2014-08-18
        summary: |
          Một dòng của khối chữ
            thụt vào thêm.
        topics: [dat-dai]
        attachments: [{file: QÐ-cu.pdf, title: Bản chụp}]
        sources: [{title: Trang, url: "https://www.vi-du.vn/a"}]
        audience: public
        ---

        ## Điều 1. Đất

        Dòng ngắt cứng:\u{20}\u{20}
        dòng sau. Xem [tệp](../attachments/QÐ-cu.pdf) và Guðmundur.

        ```
        mã QÐ giữ nguyên \u{20}
        ```

            thụt vào là mã Ð\u{20}

        """

    private static let reader = Result {
        try ContentLoader(folder: ContentFolder("/nonexistent-tracuu"), jobs: 1).fileReader()
    }

    private static func diagnose(_ bytes: [UInt8]) -> [Diagnostic] {
        (try? reader.get().diagnostics(of: bytes, path: "directives/a.md")) ?? []
    }

    private static func fixed(_ text: String) -> [UInt8]? { fixed(Array(text.utf8)) }

    private static func fixed(_ bytes: [UInt8]) -> [UInt8]? {
        ContentFixer.fixed(bytes, path: "directives/a.md", diagnose: diagnose)
    }

    @Test("a right file is left alone, byte for byte")
    func rightFile() { #expect(Self.fixed(Self.clean) == nil) }

    /// Each damage has one right answer: the clean text.
    static let damages: [(name: String, damage: @Sendable (String) -> [UInt8])] = [
        ("byte order mark", { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
        ("CRLF", { Array($0.utf8).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }),
        ("decomposed", { Array($0.decomposedStringWithCanonicalMapping.utf8) }),
        ("look-alike in the title", { Array($0.replacing("Đề án", with: "Ðề án").utf8) }),
        ("look-alike in the body", { Array($0.replacing("Điều 1. Đất", with: "Ɖiều 1. Ðất").utf8) }),
        ("dash in the number", { Array($0.replacing("34/QĐ-TTg", with: "34/QĐ–TTg").utf8) }),
        ("look-alike and dash", { Array($0.replacing("34/QĐ-TTg", with: "34/QÐ\u{2011}TTg").utf8) }),
        ("leftovers", { Array($0.replacing("number: 34/QĐ-TTg", with: "number: 34/QĐ - TTg").utf8) }),
        ("date", { Array($0.replacing("2014-08-18", with: "18/8/2014").utf8) }),
        ("date without zeros", { Array($0.replacing("2014-08-18", with: "2014-8-18").utf8) }),
        ("key", { Array($0.replacing("issuer:", with: "isuer:").utf8) }),
        ("key in capitals", { Array($0.replacing("title: Đề", with: "Title: Đề").utf8) }),
        ("key and date", { Array($0.replacing("issued: 2014-08-18", with: "isssued: 18/08/2014").utf8) }),
        ("address without a scheme", { Array($0.replacing("https://www", with: "www").utf8) }),
        ("address without a colon", { Array($0.replacing("https://www", with: "https//www").utf8) }),
        ("address with a letter twice", { Array($0.replacing("https://www", with: "htttps:/www").utf8) }),
        ("bracket too much", { Array($0.replacing("[dat-dai]", with: "[dat-dai]]").utf8) }),
        ("day in words", { Array($0.replacing("2014-08-18", with: "ngày 18 tháng 8 năm 2014").utf8) }),
        ("blanks", { Array($0.replacing("type: quyet-dinh\n", with: "type: quyet-dinh \t\n").utf8) }),
        ("blank in the body", { Array($0.replacing("## Điều 1. Đất\n\n", with: "## Điều 1. Đất \n  \n").utf8) }),
    ]

    @Test("one damage at a time is mended to the clean text", arguments: damages.indices)
    func single(index: Int) {
        let fixed = Self.fixed(Self.damages[index].damage(Self.clean))
        #expect(fixed.map { String(decoding: $0, as: UTF8.self) } == Self.clean, "\(Self.damages[index].name)")
        #expect(fixed == Array(Self.clean.utf8), "\(Self.damages[index].name)")
    }

    @Test("any set of damages is mended to the clean text, and a second run changes nothing")
    func property() {
        var random = Seeded(state: 20_261_123)
        for _ in 0..<120 {
            var bytes = Array(Self.clean.utf8)
            var names: [String] = []
            // Byte order mark and line ends last, for the others look for text.
            for damage in Self.damages.dropFirst(2) + Self.damages.prefix(2) where Bool.random(using: &random) {
                bytes = damage.damage(String(decoding: bytes, as: UTF8.self))
                names.append(damage.name)
            }
            guard !names.isEmpty else { continue }
            let fixed = Self.fixed(bytes)
            #expect(fixed == Array(Self.clean.utf8), "\(names)")
            if let fixed { #expect(Self.fixed(fixed) == nil, "\(names)") }
        }
    }

    @Test(
        "what has more than one answer stays",
        arguments: [
            ("issued: 2014-08-18", "issued: 2014-18-08"), ("issued: 2014-08-18", "issued: hôm qua"),
            ("type: quyet-dinh", "tp: quyet-dinh"), ("topics: [dat-dai]", "chu-de: [dat-dai]"),
            ("number: 34/QĐ-TTg", "number: \"34\""),
            ("title: Đề án về đất đai", "title: Đề án về đất đai\nTitle: Đề án khác"),
            ("title: Đề án về đất đai", "title: Đề án về đất đai\ntitles: Đề án khác"),
            ("topics: [dat-dai]", "topics: [dat-dai] và khác"),
        ])
    func left(right: String, wrong: String) { #expect(Self.fixed(Self.clean.replacing(right, with: wrong)) == nil) }

    @Test("of two keys that may mean one, only the first becomes it")
    func twoKeys() throws {
        let text = Self.clean.replacing("title: Đề án", with: "Title: Một\nTITLE: Đề án")
        let fixed = try #require(Self.fixed(text))
        #expect(
            String(decoding: fixed, as: UTF8.self)
                == Self.clean.replacing("title: Đề án", with: "title: Một\nTITLE: Đề án"))
    }

    @Test("a file with a secrecy mark, or not in UTF-8, is not touched")
    func refused() {
        let mark = ["M", "Ậ", "T"].joined()
        #expect(Self.fixed("\u{FEFF}" + Self.clean + "\n\(mark)\n") == nil)
        #expect(Self.fixed([0xEF, 0xBB, 0xBF] + Array(Self.clean.utf8) + [0xFF]) == nil)
    }

    @Test("the diff names the lines, and in words what a line does not show")
    func diff() {
        let before = [0xEF, 0xBB, 0xBF] + Array("a\r\nissued: 18/8/2014\r\n".utf8)
        let fix = FileFix(path: "directives/a.md", before: before, after: Array("a\nissued: 2014-08-18\n".utf8))
        #expect(
            fix.diff(displayPath: "content/directives/a.md") == """
                --- content/directives/a.md
                +++ content/directives/a.md
                # BOM (EF BB BF) → –
                # CRLF/CR → LF
                @@ -2,1 +2,1 @@
                -issued: 18/8/2014
                +issued: 2014-08-18

                """)
    }

    @Test("a replaced file keeps its mode and its link; one that changed meanwhile is not overwritten")
    func replacement() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let pages = folder.appending(path: "pages")
        try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
        let real = folder.appending(path: "real.md")
        try Data("cũ".utf8).write(to: real)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real.path)
        try FileManager.default.createSymbolicLink(at: pages.appending(path: "a.md"), withDestinationURL: real)
        let content = ContentFolder(folder.path)
        let fix = FileFix(path: "pages/a.md", before: Array("cũ".utf8), after: Array("mới".utf8))
        try FileReplacement.replace(fix, in: content)
        #expect(try Data(contentsOf: real) == Data("mới".utf8))
        let attributes = try FileManager.default.attributesOfItem(atPath: real.path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: pages.appending(path: "a.md").path) == real.path)
        #expect(throws: FileReplacementError.self) { try FileReplacement.replace(fix, in: content) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["pages", "real.md"])
    }
}

/// Repeatable randomness (xorshift64*, Vigna 2016).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 2_685_821_657_736_338_717
    }
}
