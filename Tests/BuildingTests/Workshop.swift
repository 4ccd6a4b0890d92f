import Building
import Catalogue
import Diagnostics
import Foundation
import Output

/// A copy of the project's own content and templates that a test may change as it likes.
struct Workshop: ~Copyable {
    let folder: URL
    var content: URL { folder.appending(path: "content") }
    var templates: URL { folder.appending(path: "site-templates") }

    init() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["content", "site-templates"] {
            try FileManager.default.copyItem(at: project.appending(path: name), to: folder.appending(path: name))
        }
    }

    /// Where the site is published, and where a clean build is.
    var site: String { folder.appending(path: "site").path }
    var otherSite: String { folder.appending(path: "other").path }
    func cleanSite() -> String { folder.appending(path: "clean").path }

    /// Adds made-up records, so that the search index is cut into shards, and families have pages of their own, as in a large
    /// collection.
    func outgrowTheInlineIndex() throws {
        var random = SplitMix(state: 100)
        let starts = [
            "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "nh", "ph", "s", "t", "th", "tr", "v", "x",
        ]
        let ends = ["a", "ả", "ã", "an", "ân", "ê", "iên", "inh", "o", "ông", "ơi", "uân", "ưng", "ương", "y"]
        for number in 1...60 {
            let paragraphs = (1...6).map { _ in
                (1...40).map { _ in
                    (starts.randomElement(using: &random) ?? "") + (ends.randomElement(using: &random) ?? "")
                }.joined(separator: " ") + "."
            }
            let other = number.isMultiple(of: 2) ? "" : "{type: implements, target: \(701 + number)-KL/TW}"
            let text = """
                ---
                number: \(700 + number)-KL/TW
                type: ket-luan
                issuer: ban-bi-thu
                title: Bản dài thứ \(number)
                issued: 2023-05-1\(number % 9)
                relations: [\(other)]
                audience: public
                ---

                ## Điều 1. Phạm vi

                \(paragraphs.joined(separator: "\n\n"))

                Theo Kết luận số 100-KL/TW và Kết luận số \(701 + number)-KL/TW.

                """
            try Data(text.utf8).write(to: content.appending(path: "directives/dai-\(number).md"))
        }
    }

    /// The file of a directive.
    func record(_ name: String) -> URL { content.appending(path: "directives/\(name).md") }

    /// Adds a word at the end of a paragraph of one of them.
    func addWord(_ word: String, to name: String = "dai-5") throws {
        let file = record(name)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try Data(text.replacing("\n\nTheo Kết luận", with: " \(word).\n\nTheo Kết luận").utf8).write(to: file)
    }

    /// Gives one of them a summary.
    func setSummary(_ summary: String) throws {
        let file = content.appending(path: "directives/dai-5.md")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let others = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("summary:") }
        try Data(
            others.joined(separator: "\n").replacing(
                "audience:", with: "summary: \(summary)\naudience:", maxReplacements: 1
            ).utf8
        ).write(to: file)
    }

    /// Puts one text for another in one of them.
    func edit(_ old: String, _ new: String) throws {
        let file = content.appending(path: "directives/dai-5.md")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: file)
    }

    /// Every record's file, in order.
    static func records(in content: URL) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: content.path).filter { $0.hasSuffix(".md") }.sorted()
            .map { content.appending(path: $0) }
    }

    /// Does something to what the last publication left under a name that begins so.
    func damage(_ prefix: String, _ damage: Damage) throws {
        let spare = folder.appending(path: ".site.spare")
        let kept = ["cache", "receipt", "records", "traces", "texts-"]
        for name in try FileManager.default.contentsOfDirectory(atPath: spare.path)
        where name.hasPrefix(prefix) && kept.contains(where: name.hasPrefix) {
            let file = spare.appending(path: name)
            var bytes = try Data(contentsOf: file)
            switch damage {
            case .removed:
                try FileManager.default.removeItem(at: file)
                continue
            case .cut: bytes = bytes.prefix(bytes.count / 2)
            case .turned: for place in stride(from: 7, to: bytes.count, by: 97) { bytes[place] ^= 0x20 }
            case .foreign: bytes = Data("tracuu".utf8)
            case .ofAnotherVersion:
                // The header ends in the version, behind its length.
                let end = Int(bytes[0])
                bytes[end] = bytes[end] == UInt8(ascii: "9") ? UInt8(ascii: "1") : bytes[end] + 1
            case .ofAnotherFolder:
                let other = folder.appending(path: ".other.spare/\(name)")
                guard FileManager.default.fileExists(atPath: other.path) else { continue }
                bytes = try Data(contentsOf: other)
            }
            try bytes.write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func options(edition: String? = nil, day: String = "2026-11-30") throws -> BuildOptions {
        guard let day = CalendarDay(iso: day) else { throw CocoaError(.coderInvalidValue) }
        return BuildOptions(
            content: content.path, templates: templates.path, edition: edition, asOf: day, jobs: 2, examples: true)
    }
}

/// All that a build comes to: every file of the site, and everything found.
struct Outcome {
    /// Nil while the content has errors.
    var files: [String: [UInt8]]?
    var diagnostics: [Diagnostic]

    init(_ build: SiteBuild, _ memo: inout BuildMemo) async throws {
        let (site, report) = try await build.assembled(&memo)
        diagnostics = report.diagnostics
        guard let site else { return }
        let sink = MemorySink()
        try await site.writePages(to: sink)
        try await site.writeIndex(to: sink)
        try site.writeAttachments(to: sink)
        files = sink.files
    }

    /// Paths of the files that differ.
    func differences(from other: Outcome) -> [String] {
        let (mine, others) = (files ?? [:], other.files ?? [:])
        return Set(mine.keys).union(others.keys).filter { mine[$0] != others[$0] }.sorted()
    }
}
