import Glibc
import Hashing
import Output
import Synchronization
import Testing

@testable import Publishing

/// A reader that opens the site while it is published again and again.
@Suite struct ReaderTests {
    /// The tree that a reader has open stays whole until the second build after it was opened begins to change it,
    /// so what was read is judged when at most one build began meanwhile. The name `site` is there throughout.
    @Test func aReaderAlwaysFindsAWholeSite() async throws {
        let place = try Workplace()
        let begun = Mutex(0)
        let isOver = Mutex(false)
        let looks = Mutex(0)
        try place.publish(Self.site(0))
        async let judged = Self.read(place, begun: begun, looks: looks, isOver: isOver)
        // On a busy machine the reader is slow: builds go on until it has looked often enough to mean something.
        for round in 1...2000 where round <= 20 || looks.withLock({ $0 }) <= 20 {
            begun.withLock { $0 += 1 }
            try place.publish(Self.site(round))
            try await Task.sleep(for: .milliseconds(20))
        }
        isOver.withLock { $0 = true }
        let (wrong, count) = await judged
        #expect(wrong == [])
        #expect(count > 20, "too few looks to mean anything: \(count)")
    }

    static func site(_ round: Int) -> [String: String] {
        var files = ["index.html": "\(round)"]
        for number in 0..<40 {
            let folder = number % 5 == 0 ? "r\((round + number) % 7)" : "f\(number % 4)"
            files["\(folder)/\(number).html"] = number % 3 == 0 ? "\(number) lần \(round)" : "\(number)"
        }
        return files
    }

    private static func read(
        _ place: Workplace, begun: borrowing Mutex<Int>, looks: borrowing Mutex<Int>, isOver: borrowing Mutex<Bool>
    ) async -> (wrong: Set<String>, judged: Int) {
        var wrong = Set<String>()
        var judged = 0
        while !isOver.withLock({ $0 }) {
            await Task.yield()
            let before = begun.withLock { $0 }
            let found: Set<String>
            do { found = try differences(place.output) } catch { found = ["\(error)"] }
            if begun.withLock({ $0 }) - before <= 1 {
                judged += 1
                looks.withLock { $0 = judged }
                wrong.formUnion(found)
            }
        }
        return (wrong, judged)
    }

    private static func differences(_ output: String) throws -> Set<String> {
        let folder = try Descriptor.folder(output)
        let bytes = try folder.open(Manifest.path, 0).readAll(naming: "manifest.json")
        var wrong = Set<String>()
        let manifest = try Manifest(reading: bytes)
        for file in manifest.files {
            let hash = try folder.open(TreePath(file.path), 0).hash(naming: file.path)
            if hash != SHA256Digest(hexadecimal: file.sha256) { wrong.insert(file.path) }
        }
        let round = String(decoding: try folder.open(TreePath("index.html"), 0).readAll(naming: ""), as: UTF8.self)
        if Set(manifest.files.map(\.path)) != Set(site(Int(round) ?? -1).keys) { wrong.insert("files of \(round)") }
        return wrong
    }
}
