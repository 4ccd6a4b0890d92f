import Building
import Diagnostics
import Foundation
import Records
import Testing

/// The check of one record while it is edited says what the check of everything says of it.
@Suite struct RecordCheckTests {
    private static let count = ProcessInfo.processInfo.environment["TRACUU_EDITS"].flatMap { Int($0) } ?? 60
    private static let texts = [
        "\n\nThêm một câu.\n", "\n\n[Đến đây](../guidance/hd-167-btgtw-2015.md#khong-co)\n",
        "\n\n[Đến đây](kl-100-tw-2015.md)\n",
        "\n\nTheo Điều 999 Luật số 80/2015/QH13.\n", "\n\n## I. Mục đích\n\n## I. Mục đích\n", "\n\n![](anh.png)\n",
        "\n\n**Điều 1. Một**\n",
    ]

    @Test func oneRecordsCheckIsThatOfTheWhole() async throws {
        let workshop = try Workshop()
        try withoutEditions(workshop.content)
        let build = SiteBuild(try workshop.options())
        var memo = BuildMemo()
        let site = try await build.drafted([:], &memo)
        var edits = RandomEdits(content: workshop.content, templates: workshop.templates, seed: 20_261_130)
        var checked = 0
        for number in 0..<Self.count {
            let before = try Self.files(workshop.content)
            let told: String
            if number.isMultiple(of: 3), let path = before.keys.sorted().randomElement(using: &edits.random) {
                let text = Self.texts[number / 3 % Self.texts.count]
                told = "\(path): \(text)"
                try Data((before[path] ?? []) + Array(text.utf8)).write(to: workshop.content.appending(path: path))
            } else {
                told = try edits.editRecord()
            }
            let after = try Self.files(workshop.content)
            guard let path = after.keys.first(where: { after[$0] != before[$0] }), let bytes = after[path],
                let old = before[path]
            else { continue }
            try Data(old).write(to: workshop.content.appending(path: path))
            guard let quick = try site.check(path, bytes), let quickBefore = try site.check(path, old) else { continue }
            checked += 1
            var copy = memo
            let whole = try await build.drafted([path: bytes], &copy).check(of: path)
            #expect(quick.diagnostics == whole.diagnostics, "\(told)")
            #expect(quickBefore.diagnostics == site.check(of: path).diagnostics, "\(told)")
            // Errors that it brings to others.
            let brought = Set(quick.othersErrors).subtracting(quickBefore.othersErrors)
            #expect(brought == Set(whole.othersErrors).subtracting(site.check(of: path).othersErrors), "\(told)")
        }
        #expect(checked * 2 > Self.count)
    }

    /// With editions, each would have to be looked at.
    private func withoutEditions(_ content: URL) throws {
        let file = content.appending(path: "site.yml")
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        for key in ["editions:", "audiences:"] {
            guard let start = lines.firstIndex(of: key) else { continue }
            let rest = lines[(start + 1)...].prefix { $0.hasPrefix(" ") || $0.hasPrefix("-") }
            lines.removeSubrange(start..<rest.endIndex)
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
    }

    private static func files(_ content: URL) throws -> [String: [UInt8]] {
        let folder = ContentFolder(content.path)
        var files: [String: [UInt8]] = [:]
        for path in try folder.files(under: "") where ContentLoader.isRecord(path) {
            files[path] = try folder.read(path)
        }
        return files
    }
}
