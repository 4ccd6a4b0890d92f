import Foundation
import Records
import Testing

@testable import Editing

@Suite("Random changes leave every other byte alone")
struct RandomEditTests {
    private static let order = FieldOrder.of(.directive)

    @Test("10,000 random changes are read again as they were meant, and touch only the lines of their field")
    func changes() throws {
        var (count, refused, unread) = (0, 0, 0)
        var seed: UInt64 = 0
        var cases = EditCases()
        while count < 10_000 {
            seed += 1
            let bytes = RandomRecordFile.bytes(seed: seed)
            let source: RecordSource
            do throws(RecordSourceFault) {
                source = try RecordSource(bytes: bytes)
            } catch {
                unread += 1
                Self.show(error.diagnostic.message(.english), seed, nil, bytes, [])
                continue
            }
            #expect(try source.applying([], body: source.body, order: Self.order) == bytes)
            var random = RandomEdit(seed: seed)
            for _ in 0..<4 {
                count += 1
                let edit = random.edit(of: source.values)
                let meant = try source.values.applying(edit.inNormalForm)
                guard let after = try? source.applying([edit], body: nil, order: Self.order) else {
                    refused += 1
                    Self.show("refused", seed, edit, bytes, [])
                    continue
                }
                let again = try RecordSource(bytes: after)
                if !again.values.saysTheSame(as: meant) || again.body != source.body
                    || !Self.isLocal(edit, source, after) || Self.ownLines(after) != Self.ownLines(bytes)
                {
                    Self.show("wrong", seed, edit, bytes, after)
                    Issue.record("seed \(seed), \(edit)")
                }
                cases.add(count, bytes, after, meant)
            }
        }
        print("\(count) changes, \(refused) refused; \(unread) of \(seed) files not readable")
        try cases.write()
        #expect(refused * 1_000 < count)
        #expect(unread * 10 < Int(seed))
    }

    private static func show(_ what: String, _ seed: UInt64, _ edit: FieldEdit?, _ before: [UInt8], _ after: [UInt8]) {
        guard ProcessInfo.processInfo.environment["TRACUU_SHOW_EDITS"] != nil else { return }
        print("=== \(what) \(seed) \(edit.map { "\($0.path) \($0.change)" } ?? "")")
        print(String(decoding: before, as: UTF8.self).debugDescription)
        print(String(decoding: after, as: UTF8.self).debugDescription)
    }

    /// The comments that the files have on lines of their own.
    private static func ownLines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("# dòng ") }.map(String.init).sorted()
    }

    /// Whether what is different lies within the lines of the changed entry; where something is put in, nothing goes.
    private static func isLocal(_ edit: FieldEdit, _ source: RecordSource, _ after: [UInt8]) -> Bool {
        let before = source.bytes
        var start = 0
        while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
        var end = 0
        while end < min(before.count, after.count) - start,
            before[before.count - 1 - end] == after[after.count - 1 - end]
        {
            end += 1
        }
        let changed = start..<max(start, before.count - end)
        guard !changed.isEmpty else { return true }
        guard let root = source.root, var path = edit.path.parent else { return false }
        // The entry that holds the value, or the whole list of an item that moves.
        var step = edit.path.steps[edit.path.steps.count - 1]
        if case .move = edit.change, case let last = path.steps[path.steps.count - 1] {
            (path, step) = (path.parent ?? path, last)
        }
        while root.node(at: path)?.entry(step) == nil || holdsNothingElse(root.node(at: path)), !path.steps.isEmpty {
            // Something put into a mapping or list that holds others replaces no byte.
            if root.node(at: path)?.entries.isEmpty == false, !holdsNothingElse(root.node(at: path)) { return false }
            step = path.steps[path.steps.count - 1]
            path = path.parent ?? path
        }
        guard let entry = root.node(at: path)?.entry(step)?.entry else { return false }
        let lines = SourceLines(bytes: before)
        // In brackets the comma before goes, too.
        let isInBrackets = root.node(at: path)?.style == .flow
        let first = isInBrackets ? root.node(at: path)?.range.lowerBound ?? 0 : lines.start(of: entry.start)
        return changed.lowerBound >= first && changed.upperBound <= lines.next(after: lines.next(after: entry.end))
    }

    private static func holdsNothingElse(_ node: SourceNode?) -> Bool { (node?.entries.count ?? 0) <= 1 }

    @Test("damaged files are refused or changed as any other, and never end the program")
    func damage() throws {
        var (read, changed) = (0, 0)
        for seed in 0..<6_000 {
            var random = SeededNumbers(UInt64(seed) &+ 1 << 40)
            var bytes = RandomRecordFile.bytes(seed: UInt64(seed))
            let signs: [UInt8] = Array("-:#,[]{}|>\"'\n\r\t ?&*!%@`~\\".utf8) + [0x00, 0x85, 0xC2, 0xE2, 0xFF]
            for _ in 0..<(1 + random.below(3)) {
                let index = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[index] = random.pick(signs)
                case 1: bytes.insert(random.pick(signs), at: index)
                default: bytes.remove(at: index)
                }
            }
            guard let source = try? RecordSource(bytes: bytes) else { continue }
            read += 1
            #expect(try source.applying([], body: source.body, order: Self.order) == bytes, "seed \(seed)")
            var edits = RandomEdit(seed: UInt64(seed))
            for _ in 0..<2 {
                let edit = edits.edit(of: source.values)
                guard let after = try? source.applying([edit], body: nil, order: Self.order) else { continue }
                changed += 1
                let meant = try source.values.applying(edit.inNormalForm)
                #expect(try RecordSource(bytes: after).values.saysTheSame(as: meant), "seed \(seed)")
            }
        }
        print("\(read) damaged files read, \(changed) changes made")
        #expect(read > 1_000)
    }

    @Test("every record of the collection, read and written without a change, is the same")
    func collection() throws {
        let content = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content").standardized
        let count = try Self.openAndSave(content.path)
        #expect(count >= 50)
    }

    @Test(
        "so is every one of 4,248 statutes",
        .enabled(if: Statutes.tool != nil, "TRACUU_DATA and TRACUU_TOOLS do not lead to the statutes"))
    func statutes() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-statutes-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Statutes.make(folder)
        let count = try Self.openAndSave(folder)
        print("\(count) statutes read and written without a change")
        #expect(count == 4_248)
    }

    /// Reads records, sets each field to what it is, and compares the bytes.
    private static func openAndSave(_ path: String) throws -> Int {
        let folder = ContentFolder(path)
        var count = 0
        for kind in Kind.allCases {
            for file in try folder.files(under: kind.folder) where file.hasSuffix(".md") {
                let bytes = try #require(try folder.read(file))
                let source = try RecordSource(bytes: bytes, path: file)
                guard case .mapping(let fields) = source.values else { continue }
                let edits = fields.map {
                    FieldEdit(FieldPath([.name($0.name)]), .set($0.value), old: $0.value)
                }
                #expect(try source.applying(edits, body: source.body, order: order) == bytes, "\(file)")
                count += 1
            }
        }
        return count
    }
}

/// Thousands of real laws, where the machine has them.
private enum Statutes {
    static let tool: String? = {
        let environment = ProcessInfo.processInfo.environment
        guard environment["TRACUU_DATA"] != nil, let tools = environment["TRACUU_TOOLS"] else { return nil }
        let tool = "\(tools)/make_records.py"
        return FileManager.default.fileExists(atPath: tool) ? tool : nil
    }()

    static func make(_ folder: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", try #require(tool), "statutes", folder]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
