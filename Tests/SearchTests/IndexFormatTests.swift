import Foundation
import Output
import Search
import Testing

/// What FORMAT.md promises about the files.
@Suite struct IndexFormatTests {
    @Test func sameDocumentsSameBytes() async throws {
        let one = try await SampleDocuments.files(SampleDocuments.tinyShards, jobs: 1)
        let four = try await SampleDocuments.files(SampleDocuments.tinyShards, jobs: 4)
        #expect(one == four)
    }

    @Test func aSmallIndexIsTwoFilesWithTheirTwins() async throws {
        let files = try await SampleDocuments.files()
        // A long record has a file of its own for its sections.
        #expect(
            files.keys.filter { !$0.hasPrefix("search/sections/") }.sorted() == [
                "search/manifest.js", "search/manifest.json", "search/records/0.js", "search/records/0.json",
            ])
    }

    @Test func twinsHoldTheSameBytes() async throws {
        let files = try await SampleDocuments.files(SampleDocuments.tinyShards)
        let names = files.keys.filter { $0.hasSuffix(".json") }.map { $0.dropFirst(7).dropLast(5) }
        #expect(names.count * 2 == files.count)
        for name in names {
            let json = try #require(files["search/\(name).json"])
            let script = Array(DataFile.opening("search/\(name)").utf8) + json + Array(DataFile.closing.utf8)
            #expect(files["search/\(name).js"] == script)
            #expect((try? JSONSerialization.jsonObject(with: Data(json), options: [.fragmentsAllowed])) != nil)
        }
    }

    @Test func namesAreSafeOnEverySystem() async throws {
        for path in try await SampleDocuments.files(SampleDocuments.tinyShards).keys {
            #expect(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && path == path.lowercased())
        }
    }

    @Test func oneEditTouchesFewFiles() async throws {
        let before = try await SampleDocuments.files(SampleDocuments.tinyShards)
        let after = try await SampleDocuments.files(SampleDocuments.tinyShards, edited: true)
        let changed = before.filter { after[$0.key] != $0.value }.count
        #expect(changed * 3 < before.count, "\(changed) of \(before.count)")
    }
}
