import Building
import Foundation
import Output
import Testing

@Suite struct IncrementalTests {
    /// `make soak` asks for more.
    private static let edits = ProcessInfo.processInfo.environment["TRACUU_EDITS"].flatMap { Int($0) } ?? 40
    private static let seed = ProcessInfo.processInfo.environment["TRACUU_SEED"].flatMap { UInt64($0) } ?? 20_141_208

    @Test(arguments: [(nil, edits), ("public", edits / 4)])
    func afterAnyEditsTheSiteIsThatOfACleanBuild(edition: String?, edits count: Int) async throws {
        let workshop = try Workshop()
        let build = SiteBuild(try workshop.options(edition: edition))
        var edits = RandomEdits(content: workshop.content, templates: workshop.templates, seed: Self.seed)
        var memo = BuildMemo()
        var history: [String] = []
        var built = 0
        var hasErrors = false
        for _ in 0..<count {
            let isField = !hasErrors && Bool.random(using: &edits.random)
            history.append(try isField ? edits.nextField() : edits.next(hasErrors: hasErrors))
            let incremental = try await Outcome(build, &memo)
            var empty = BuildMemo()
            let clean = try await Outcome(build, &empty)
            let told = history.joined(separator: "\n")
            #expect(incremental.diagnostics == clean.diagnostics, "after\n\(told)")
            try #require((incremental.files == nil) == (clean.files == nil), "after\n\(told)")
            try #require(incremental.differences(from: clean) == [], "after\n\(told)")
            hasErrors = clean.files == nil
            if !hasErrors { built += 1 }
        }
        // Mostly broken content would prove little.
        #expect(built * 3 > count)
    }

    @Test func nothingIsMadeAgainWithoutAnEdit() async throws {
        let workshop = try Workshop()
        let build = SiteBuild(try workshop.options())
        var memo = BuildMemo()
        let first = try #require(try await build.assembled(&memo).site)
        let second = try #require(try await build.assembled(&memo).site)
        #expect(first.generation == second.generation)
        #expect(first.version == second.version)
    }

    @Test func anEditBelowTheFrontMatterLinksNothingAnew() async throws {
        let workshop = try Workshop()
        let build = SiteBuild(try workshop.options())
        var memo = BuildMemo()
        let before = try #require(try await build.assembled(&memo).site)
        let file = workshop.content.appending(path: "directives/kl-100-tw-2014.md")
        try (Data(contentsOf: file) + Data("\n\nThêm một câu.\n".utf8)).write(to: file)
        let after = try #require(try await build.assembled(&memo).site)
        #expect(before.generation == after.generation)
        #expect(before.version != after.version)
    }

    @Test(arguments: [
        ("\n\nThêm một câu.\n", true), ("\n\n[Đến đây](../guidance/hd-167-btgtw-2015.md)\n", true),
        // A new citation stands on the cited document's page, too, and errors are told by the whole build.
        ("\n\nTheo Điều 3 Luật số 80/2015/QH13.\n", false), ("\n\n[Đến đây](khong-co.md)\n", false),
    ])
    func aGlanceAtATextComesToWhatTheBuildDoes(addition: String, isShown: Bool) async throws {
        let workshop = try Workshop()
        let build = SiteBuild(try workshop.options())
        var memo = BuildMemo()
        let before = try #require(try await build.assembled(&memo).site)
        let path = "directives/kl-100-tw-2014.md"
        let file = workshop.content.appending(path: path)
        try (Data(contentsOf: file) + Data(addition.utf8)).write(to: file)
        let glanced = try build.glance(at: path, from: before, memo)
        #expect((glanced != nil) == isShown)
        guard let glanced else { return }
        let (sink, cleanSink) = (MemorySink(), MemorySink())
        try await glanced.writePages(to: sink)
        var empty = BuildMemo()
        try await #require(try await build.assembled(&empty).site).writePages(to: cleanSink)
        #expect(sink.files == cleanSink.files)
    }

    @Test(arguments: [
        ("title: ", "title: Tên khác, ", true), ("summary: \"", "summary: \"Khác. ", true),
        ("issued: ", "place: Hà Nội\nissued: ", true), ("topics: ", "topics: [van-thu] # ", true),
        ("  value: unverified", "  value: expired", true),
        // What other records make of these, only the whole build tells.
        ("number: ", "number: 101-KL/TW # ", false), ("issued: ", "issued: 2014-08-19 # ", false),
        ("audience: ", "relations: [{type: guides, target: hd-167-btgtw-2015}]\naudience: ", false),
    ])
    func aGlanceAtFrontMatterComesToWhatTheBuildMakesOfItsPage(old: String, new: String, isShown: Bool) async throws {
        let workshop = try Workshop()
        let build = SiteBuild(try workshop.options())
        var memo = BuildMemo()
        let before = try #require(try await build.assembled(&memo).site)
        let path = "directives/kl-100-tw-2014.md"
        let file = workshop.content.appending(path: path)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: file)
        let glanced = try build.glance(at: path, from: before, memo)
        #expect((glanced != nil) == isShown)
        guard let glanced else { return }
        var empty = BuildMemo()
        let clean = try #require(try await build.assembled(&empty).site)
        let (sink, cleanSink) = (MemorySink(), MemorySink())
        try await glanced.writePages(to: sink)
        try await clean.writePages(to: cleanSink)
        let page = "van-ban/2014/kl-100-tw/index.html"
        #expect(sink.files[page] == cleanSink.files[page])
    }
}
