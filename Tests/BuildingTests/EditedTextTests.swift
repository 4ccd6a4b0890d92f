import Diagnostics
import Foundation
import Publishing
import Site
import Testing

@testable import Building

/// Publishing an edited text alone comes to the same as building everything, whatever was edited and whatever stands in the
/// cache.
@Suite struct EditedTextTests {
    /// On disk each costs a clean build and more: a soak asks for a twentieth of what it asks for in memory.
    private static let edits =
        ProcessInfo.processInfo.environment["TRACUU_EDITS"].flatMap { Int($0) }.map { $0 / 20 } ?? 12
    private static let seed = ProcessInfo.processInfo.environment["TRACUU_SEED"].flatMap { UInt64($0) } ?? 20_141_208

    /// Edits of every kind in turn with edits of texts, so that each goes on from what the other left.
    @Test(arguments: [(nil, edits), ("public", edits)])
    func afterAnyEditsThePublishedSiteIsThatOfACleanBuild(edition: String?, edits count: Int) async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        var build = SiteBuild(try workshop.options(edition: edition))
        var edits = RandomEdits(content: workshop.content, templates: workshop.templates, seed: Self.seed)
        var texts = TextEdits(content: workshop.content, seed: Self.seed)
        var history: [String] = []
        var alone: [String: Int] = [:]
        var hasErrors = false
        _ = try await build.publish(to: workshop.site)
        for round in 0..<count {
            switch hasErrors ? 0 : round % 6 {
            case 0: history.append(try edits.next(hasErrors: hasErrors))
            case 1: history.append(try edits.nextField())
            case 4: history.append(try edits.comeOrGo())
            case 2: history.append(try edits.editRecord())
            default: history.append(try texts.next())
            }
            // A day later.
            if round % 9 == 8 { build = SiteBuild(try workshop.options(edition: edition, day: "2026-12-01")) }
            let report = try await build.publish(to: workshop.site)
            let clean = try await Published(build, at: workshop.cleanSite())
            let told = history.joined(separator: "\n")
            #expect(report.diagnostics == clean.report.diagnostics, "after\n\(told)")
            #expect(report.records == clean.report.records)
            hasErrors = clean.report.publication == nil
            try #require((report.publication == nil) == hasErrors, "after\n\(told)")
            guard !hasErrors else { continue }
            #expect(report.index == clean.report.index, "after\n\(told)")
            #expect(report.publication?.files == clean.report.publication?.files)
            try #require(try Published.differences(workshop.site, workshop.cleanSite()) == [], "after\n\(told)")
            for way in ["texts", "records"] where report.phases.contains(where: { $0.name == way }) {
                alone[way, default: 0] += 1
            }
        }
        // Where every edit takes the long way, this proves nothing of the short ones.
        for (way, share) in [("texts", 6), ("records", 6)] {
            #expect(alone[way, default: 0] * share > count, "\(alone) of \(count)\n\(history.joined(separator: "\n"))")
        }
    }

    @Test(arguments: [
        ("cache", Damage.turned, "texts"), ("cache", .cut, "records"), ("receipt", .foreign, "texts"),
        ("texts-", .turned, "texts"), ("texts-", .removed, "records"), ("records", .turned, "records"),
        ("records", .cut, "records"), ("records", .foreign, "records"), ("traces", .turned, "records"),
        ("traces", .cut, "records"), ("traces", .removed, "records"), ("traces", .foreign, "records"),
        ("cache", .ofAnotherVersion, "texts"), ("receipt", .ofAnotherVersion, "texts"),
        ("records", .ofAnotherVersion, "records"), ("traces", .ofAnotherVersion, "records"),
        ("cache", .ofAnotherFolder, "texts"), ("receipt", .ofAnotherFolder, "records"),
        ("records", .ofAnotherFolder, "records"), ("traces", .ofAnotherFolder, "records"),
        ("", .ofAnotherFolder, "records"), ("", .removed, "records"),
    ])
    func aDamagedKeptFileIsIgnoredAndMadeAnew(file: String, damage: Damage, way: String) async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        let build = SiteBuild(try workshop.options())
        _ = try await build.publish(to: workshop.site)
        if damage == .ofAnotherFolder {
            // Of other content, so that it would show.
            try workshop.edit("title: Bản dài", "title: Bản khác")
            _ = try await build.publish(to: workshop.otherSite)
            try workshop.edit("title: Bản khác", "title: Bản dài")
        }
        for round in 0..<2 {
            if round == 0 { try workshop.damage(file, damage) }
            if way == "texts" { try workshop.addWord("chữ\(round)") } else { try workshop.setSummary("Câu \(round).") }
            let report = try await build.publish(to: workshop.site)
            let clean = try await Published(build, at: workshop.cleanSite())
            #expect(report.diagnostics == clean.report.diagnostics)
            try #require(try Published.differences(workshop.site, workshop.cleanSite()) == [])
            // What was damaged stands whole again for the second.
            #expect(report.phases.contains { $0.name == way } == (round == 1))
        }
    }

    /// What only a look at the text, at names or at the whole finds, and what follows from it.
    @Test(arguments: [
        ("audience: public", "former-ids: [con]\naudience: public"), ("title: Bản dài", "title: \"**Bản** dài\""),
        ("title: Bản dài", "title: Bản\u{200B} dài"), ("Theo Kết luận", "<<<<<<< HEAD\nTheo Kết luận"),
        ("Theo Kết luận", "[x](../guidance/khong-co.md) Theo Kết luận"), ("Theo Kết luận", "Theo\u{200B} Kết luận"),
        ("Theo Kết luận", "[...] Theo Kết luận"), ("number: 705", "number: 704"), ("audience: public", "audience: la"),
        ("title: Bản dài", "title: Bản dài\ntitle: Bản dài"), ("## Điều 1. Phạm vi", "Điều 1. Phạm vi"),
    ])
    func whatIsWrongAfterAnEditIsFoundAsByACleanBuild(old: String, new: String) async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        let build = SiteBuild(try workshop.options())
        _ = try await build.publish(to: workshop.site)
        for summary in [nil, "Một câu."] {
            if let summary { try workshop.setSummary(summary) } else { try workshop.edit(old, new) }
            let report = try await build.publish(to: workshop.site)
            let clean = try await Published(build, at: workshop.cleanSite()).report
            #expect(report.diagnostics == clean.diagnostics)
            #expect((report.publication == nil) == (clean.publication == nil))
            guard report.publication != nil else { continue }
            #expect(try Published.differences(workshop.site, workshop.cleanSite()) == [])
        }
    }

    /// Records that come or go, or stand elsewhere among the others, in the order of time or at another address.
    @Test(arguments: [
        ("number: 705-KL/TW", "number: 905-KL/TW"), ("issued: 2023-05-15", "issued: 2019-05-15"),
        ("title: Bản dài", "aliases: [12-QĐ/TW]\ntitle: Bản dài"), ("type: ket-luan", "type: quy-dinh"),
        ("", "new"), ("", "gone"), ("", "renamed"), ("", "copied"),
    ])
    func whatMovesOtherRecordsIsPublishedFromWhatWasKept(old: String, new: String) async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        let build = SiteBuild(try workshop.options())
        _ = try await build.publish(to: workshop.site)
        let (file, other) = (workshop.record("dai-5"), workshop.record("dai-500"))
        let text = try String(contentsOf: file, encoding: .utf8)
        let files = FileManager.default
        switch new {
        case "new":
            try Data(text.replacing("number: 705", with: "number: 999").replacing("2023", with: "2020").utf8)
                .write(to: other)
        case "gone": try files.removeItem(at: file)
        case "renamed": try files.moveItem(at: file, to: other)
        // Two records of one number.
        case "copied": try files.copyItem(at: file, to: other)
        default: try workshop.edit(old, new)
        }
        for round in 0..<3 {
            let report = try await build.publish(to: workshop.site)
            let clean = try await Published(build, at: workshop.cleanSite()).report
            #expect(report.diagnostics == clean.diagnostics)
            try #require((report.publication == nil) == (clean.publication == nil))
            guard report.publication != nil else { return }
            #expect(report.phases.first?.name == (round == 1 ? "texts" : "records"))
            #expect(report.index == clean.index)
            #expect(try Published.differences(workshop.site, workshop.cleanSite()) == [])
            // What was kept holds for what follows: a text, and everything back.
            if round == 0 { try workshop.addWord("chữ", to: "dai-7") }
            guard round == 1 else { continue }
            try? files.removeItem(at: other)
            try Data(text.utf8).write(to: file)
        }
    }

    /// What texts call a law is known to the next edit of a text, whether the law came, or is called otherwise now.
    @Test(arguments: [true, false])
    func anEditedTextNamesALawThatCameAfterThePublicationOfEverything(isNew: Bool) async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        let law = workshop.record("luat-sao")
        let text = """
            ---
            number: 99/2020/QH14
            type: luat
            issuer: quoc-hoi
            title: Luật Quan trắc tinh tú
            issued: 2020-06-17
            effective: 2021-01-01
            audience: public
            ---

            ## Điều 1. Phạm vi

            Một đoạn.

            """
        if !isNew { try Data(text.replacing("tinh tú", with: "mây trời").utf8).write(to: law) }
        let build = SiteBuild(try workshop.options())
        _ = try await build.publish(to: workshop.site)
        try Data(text.utf8).write(to: law)
        _ = try await build.publish(to: workshop.site)
        for name in ["dai-7", "dai-9"] {
            try workshop.addWord("theo Điều 1 Luật Quan trắc tinh tú", to: name)
            _ = try await build.publish(to: workshop.site)
            _ = try await Published(build, at: workshop.cleanSite())
            #expect(try Published.differences(workshop.site, workshop.cleanSite()) == [])
            let number = name.last.map(String.init) ?? ""
            let page = URL(filePath: workshop.site).appending(path: "van-ban/2023/kl-70\(number)-tw/index.html")
            #expect(try String(contentsOf: page, encoding: .utf8).contains("tinh tú</a>"))
        }
    }

    @Test(arguments: ["texts", "records"])
    func theFirstEditAfterAFirstPublicationIsPublishedAlone(way: String) async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        let build = SiteBuild(try workshop.options())
        _ = try await build.publish(to: workshop.site)
        if way == "texts" { try workshop.addWord("chữ") } else { try workshop.setSummary("Một câu.") }
        let report = try await build.publish(to: workshop.site)
        #expect(report.phases.first?.name == way)
    }

    /// Each kind of question left out makes some page stand as it was: the comparison with a clean build sees it.
    @Test(arguments: [[Fact.Kind.card], [.everything], [.citations], [.listing, .rows, .listings]])
    func aPageThatReadsAroundItsDoorIsCaught(unnoted: Set<Fact.Kind>) async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        var build = SiteBuild(try workshop.options())
        build.unnoted = unnoted
        _ = try await build.publish(to: workshop.site)
        try workshop.edit("title: Bản dài", "title: Tên mới của bản dài")
        try workshop.edit(
            "relations: [", "topics: [van-thu]\nhistory: [{date: 2026-11-29, change: Sửa}]\nrelations: [")
        try workshop.edit("Theo Kết luận số 100-KL/TW", "Theo Kết luận số 745-KL/TW")
        let report = try await build.publish(to: workshop.site)
        #expect(report.phases.first?.name == "records")
        _ = try await Published(build, at: workshop.cleanSite())
        #expect(try Published.differences(workshop.site, workshop.cleanSite()) != [])
    }

    @Test func aBuildTellsWhichFactMadeAPageAgain() async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        let build = SiteBuild(try workshop.options())
        _ = try await build.publish(to: workshop.site)
        try workshop.edit("title: Bản dài", "title: Tên mới của bản dài")
        let explanation = try #require(try await build.publish(to: workshop.site).explanation)
        let reasons = Dictionary(explanation.map { ($0.page, $0.reason) }, uniquingKeysWith: { first, _ in first })
        #expect(reasons["so-hieu/705-kl-tw/index.html"]?.hasPrefix("card ") == true)
        #expect(reasons["index.html"] == "everything")
        #expect(reasons["tim-kiem/index.html"] == nil)
    }

    @Test func aFileThatSomebodyChangedInTheSiteIsMended() async throws {
        let workshop = try Workshop()
        try workshop.outgrowTheInlineIndex()
        let build = SiteBuild(try workshop.options())
        _ = try await build.publish(to: workshop.site)
        try Data("<p>".utf8).write(to: URL(filePath: workshop.site).appending(path: "index.html"))
        try workshop.addWord("chữ")
        _ = try await build.publish(to: workshop.site)
        _ = try await Published(build, at: workshop.cleanSite())
        #expect(try Published.differences(workshop.site, workshop.cleanSite()) == [])
    }
}

/// What was done to a kept file.
enum Damage: Sendable {
    case removed, cut, turned, foreign, ofAnotherVersion, ofAnotherFolder
}

/// A site on the disk.
struct Published {
    var report: BuildReport

    /// Builds into a folder where nothing was built before.
    init(_ build: SiteBuild, at folder: String) async throws {
        let site = URL(filePath: folder)
        let spare = site.deletingLastPathComponent().appending(path: ".\(site.lastPathComponent).spare")
        for old in [site, spare] { try? FileManager.default.removeItem(at: old) }
        report = try await build.publish(to: folder)
    }

    /// Paths of the files that differ between two sites.
    static func differences(_ a: String, _ b: String) throws -> [String] {
        let (a, b) = (try files(a), try files(b))
        return Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
    }

    private static func files(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let root = URL(filePath: folder)
        for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
            let file = root.appending(path: path)
            if !file.hasDirectoryPath, let bytes = try? Data(contentsOf: file) { files[path] = bytes }
        }
        return files
    }
}

/// Edits below the front matter, by a seed.
struct TextEdits {
    private let content: URL
    private var random: SplitMix
    private var made = 0

    init(content: URL, seed: UInt64) {
        self.content = content
        random = SplitMix(state: seed)
    }

    /// Changes a word, drops or doubles a paragraph, or adds a sentence somewhere in a text; says what was done.
    mutating func next() throws -> String {
        let records = try Workshop.records(in: content).filter { !$0.path.contains("/findings/") }
        let file = records[Int.random(in: 0..<records.count, using: &random)]
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        guard let end = text.range(of: "\n---\n")?.upperBound else { return "nothing" }
        var paragraphs = text[end...].components(separatedBy: "\n\n")
        let place = Int.random(in: 0..<paragraphs.count, using: &random)
        let isPlain = !["#", "|", "-", "[", ">", "!", "1"].contains { paragraphs[place].hasPrefix($0) }
        made += 1
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where isPlain: paragraphs[place] += " Thêm một câu thứ \(made) về từ ngữ mới\(made)."
        case 1 where isPlain: paragraphs[place] = paragraphs[place].replacing("của", with: "cùa", maxReplacements: 1)
        case 2 where isPlain: paragraphs[place] = paragraphs[place].replacing(" và ", with: " cùng ")
        case 3 where isPlain && !paragraphs[place].isEmpty: paragraphs[place] = "Đoạn viết lại \(made)."
        default: paragraphs.append("Đoạn cuối thứ \(made), tra cứu văn bản.")
        }
        try Data((text[..<end] + paragraphs.joined(separator: "\n\n")).utf8).write(to: file)
        return "\(file.lastPathComponent): text \(made) at paragraph \(place)"
    }
}
