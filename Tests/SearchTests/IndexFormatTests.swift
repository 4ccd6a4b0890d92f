import Foundation
import Output
import Testing

@testable import Search

/// What FORMAT.md promises about the files.
@Suite struct IndexFormatTests {
    @Test func sameDocumentsSameBytes() async throws {
        let one = try await SampleDocuments.files(SampleDocuments.tinyShards, jobs: 1)
        let four = try await SampleDocuments.files(SampleDocuments.tinyShards, jobs: 4)
        #expect(one == four)
    }

    @Test func aSmallIndexIsTwoFilesWithTheirScripts() async throws {
        let files = try await SampleDocuments.files()
        // A long record has a file of its own for its sections.
        #expect(
            files.keys.filter { !$0.hasPrefix("search/sections/") }.sorted() == [
                "search/manifest.js", "search/manifest.json", "search/records/0.json", "search/scripts/records-0.js",
                "search/scripts/sections-0.js",
            ])
    }

    @Test func scriptsHoldTheSameBytes() async throws {
        let files = try await SampleDocuments.files(SampleDocuments.tinyShards)
        let manifest = try #require(files["search/manifest.json"])
        let scripts = try JSONDecoder().decode(SearchManifest.self, from: Data(manifest)).scripts
        #expect(scripts.count > 5 && scripts.values.contains { $0 > 1 })
        var expected: [String: [String: [UInt8]]] = ["search/manifest": ["": manifest]]
        for (family, count) in scripts {
            for place in 0..<count { expected["search/scripts/\(family)-\(place)"] = [:] }
        }
        for (path, json) in files where path.hasSuffix(".json") && path != "search/manifest.json" {
            #expect((try? JSONSerialization.jsonObject(with: Data(json), options: [.fragmentsAllowed])) != nil)
            let name = String(path.dropLast(5))
            let family = String(name.split(separator: "/")[1])
            let hash = name.dropFirst("search/".count).utf8.reduce(UInt32(0x811c_9dc5)) {
                ($0 ^ UInt32($1)) &* 0x0100_0193
            }
            let place = Int(hash) % (try #require(scripts[family]))
            #expect(expected["search/scripts/\(family)-\(place)"]?.updateValue(json, forKey: name) == nil)
        }
        #expect(Set(files.keys.filter { $0.hasSuffix(".js") }) == Set(expected.keys.map { "\($0).js" }))
        for (name, shards) in expected {
            let lines = shards.sorted { $0.key < $1.key }.map { Array("\"\($0)\":".utf8) + $1 }
            let json = shards[""] ?? Array("{\n".utf8) + lines.joined(separator: Array(",\n".utf8)) + Array("\n}".utf8)
            #expect(
                files["\(name).js"] == Array(DataFile.opening(name).utf8) + json + Array(DataFile.closing.utf8),
                "\(name)")
        }
    }

    /// A script that is not what a build wrote is no ground for a patch.
    @Test func aDamagedScriptIsRefused() throws {
        let bundle = ScriptBundles("terms", bytes: 10, .standard)
        let script = bundle.script(0, [Shard.text("terms/s-a", "x"), Shard.text("terms/s-b", "y")]).bytes
        let patched = try bundle.script(0, script, with: ["terms/s-a": nil, "terms/s-c": Array("\"z\"".utf8)])
        #expect(patched == bundle.script(0, [Shard.text("terms/s-b", "y"), Shard.text("terms/s-c", "z")]))
        #expect(try bundle.script(0, script, with: ["terms/s-a": nil, "terms/s-b": nil]) == bundle.script(0, []))
        #expect(try bundle.script(0, bundle.script(0, []).bytes, with: [:]) == bundle.script(0, []))
        #expect(throws: SearchIndexError.self) { try bundle.script(0, nil, with: [:]) }
        for cut in script.indices {
            #expect(throws: SearchIndexError.self, "\(cut)") { try bundle.script(0, Array(script[..<cut]), with: [:]) }
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
