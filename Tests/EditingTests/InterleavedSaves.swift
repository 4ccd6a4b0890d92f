import Foundation
import Records
import Synchronization
import Testing

@testable import Editing

@Suite("Two editors and another program write one record")
struct InterleavedSaves {
    @Test("in 1,000 random interleavings no version is lost")
    func random() throws {
        let folders = try StoreFolders(inMemory: true)
        var counts: [String: Int] = [:]
        for seed in 0..<1_000 {
            let round = try InterleavedRound(seed: UInt64(seed), folders)
            try round.run()
            for (outcome, count) in round.outcomes { counts[outcome, default: 0] += count }
            let lost = try round.lost()
            #expect(lost.isEmpty, "seed \(seed): \(lost) \(round.course.joined(separator: "; "))")
        }
        print(
            "interleavings: \(counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))"
        )
        #expect(counts["saved", default: 0] > 300 && counts["answered with theirs", default: 0] > 300)
        #expect(counts["given back", default: 0] > 100)
    }

    @Test("at the same time, from two threads and a third that renames over the record")
    func threads() throws {
        let folders = try StoreFolders()
        let store = folders.store
        for round in 0..<40 {
            let path = try #require(RecordPath("directives/t\(round).md"))
            try store.create(path, with: Array("0".utf8))
            let file = folders.file(path.description)
            let accounted = Mutex<(written: Set<String>, told: Set<String>)>(([], []))
            DispatchQueue.concurrentPerform(iterations: 3) { writer in
                for number in 0..<4 {
                    let text = "\(writer).\(number)"
                    if writer == 2 {
                        guard number == 2 else { continue }
                        try? Data(text.utf8).write(to: URL(filePath: file + ".x"))
                        rename(file + ".x", file)
                        accounted.withLock { _ = $0.written.insert(text) }
                        continue
                    }
                    do throws(StoreFault) {
                        let now = try store.read(path)
                        try store.replace(path, ifMatch: now.etag, with: Array(text.utf8))
                        accounted.withLock { _ = $0.written.insert(text) }
                    } catch .changed(let theirs, _) {
                        accounted.withLock { _ = $0.told.insert(String(decoding: theirs, as: UTF8.self)) }
                    } catch {
                        Issue.record(error)
                    }
                }
            }
            let found = Set(try folders.kept(path) + [try folders.read(path.description)])
            accounted.withLock { #expect($0.written.subtracting($0.told).isSubset(of: found)) }
        }
    }
}

/// One random course of events: at each step of a save another program may write, or the other editor save.
private final class InterleavedRound: @unchecked Sendable {
    private let folders: StoreFolders
    private let path: RecordPath
    private var random: SeededNumbers
    private var depth = 0
    private var number = 0
    private var foreign: Int32 = -1
    private var isForeignNameless = false
    private(set) var outcomes: [String: Int] = [:]
    /// What happened, for reading when something is lost.
    private(set) var course: [String] = []
    /// Every text that a writer was told is written, or that another program wrote.
    private var written: Set<String> = ["gốc"]
    /// Texts handed to an editor as somebody else's.
    private var told: Set<String> = []
    /// Texts of the other program that it wrote over itself.
    private var overwritten: Set<String> = []

    init(seed: UInt64, _ folders: StoreFolders) throws {
        self.folders = folders
        random = SeededNumbers(seed)
        path = try #require(RecordPath("directives/r\(seed).md"))
        try folders.write("gốc", to: path.description)
    }

    private var file: String { folders.file(path.description) }

    func run() throws {
        for _ in 0..<2 { save() }
        endForeignWriting()
    }

    /// Written texts that are neither there, nor among the versions, nor told to anybody.
    func lost() throws -> Set<String> {
        let found = Set(try folders.kept(path) + [try folders.read(path.description)])
        return written.subtracting(found).subtracting(told).subtracting(overwritten)
    }

    private func save() {
        depth += 1
        defer { depth -= 1 }
        // An instance of its own, as another server would have: they share no queue.
        var store = folders.store
        store.patience = 1
        store.reached = { (step) throws(StoreFault) in self.event(at: step) }
        number += 1
        let text = "editor \(number)"
        do throws(StoreFault) {
            let now = try store.read(path)
            event(at: .begin)
            try store.replace(path, ifMatch: now.etag, with: Array(text.utf8))
            written.insert(text)
            outcomes["saved", default: 0] += 1
            course.append("\(text) saved")
        } catch .changed(let theirs, _) {
            told.insert(String(decoding: theirs, as: UTF8.self))
            outcomes["answered with theirs", default: 0] += 1
            course.append("\(text) answered with \(String(decoding: theirs, as: UTF8.self))")
        } catch {
            outcomes["\(error)", default: 0] += 1
            course.append("\(text) \(error)")
        }
    }

    private func event(at step: SaveStep) {
        if step == .givenBack { outcomes["given back", default: 0] += 1 }
        guard depth < 3 else { return }
        course.append("\(depth) \(step)")
        switch random.below(10) {
        case 0: replaceForeign()
        case 1: overwriteForeign()
        case 2: beginForeignWriting()
        case 3: endForeignWriting()
        case 4: if depth < 2 { save() }
        default: break
        }
    }

    // MARK: The other program

    private func nextText() -> String {
        number += 1
        return "other \(number)"
    }

    private func inode(of descriptor: Int32) -> UInt64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? UInt64(status.st_ino) : 0
    }

    private func inode(of path: String) -> UInt64 {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : 0
    }

    private func destroys(_ text: String) { overwritten.insert(text) }

    /// As editors save that write beside and rename.
    private func replaceForeign() {
        let text = nextText()
        guard (try? Data(text.utf8).write(to: URL(filePath: file + ".x"))) != nil else { return }
        if let old = try? folders.read(path.description), old.hasPrefix("other") || old == "gốc" { destroys(old) }
        // It then goes on writing into a file that it has taken the name from itself.
        if foreign >= 0, inode(of: foreign) == inode(of: file) { isForeignNameless = true }
        rename(file + ".x", file)
        written.insert(text)
        course.append("\(text) renamed")
    }

    /// As editors save that write into the file.
    private func overwriteForeign() {
        beginForeignWriting()
        endForeignWriting()
    }

    private func beginForeignWriting() {
        endForeignWriting()
        foreign = open(file, O_RDWR)
        course.append("opened")
    }

    private func endForeignWriting() {
        guard foreign >= 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 100)
        let count = pread(foreign, &buffer, 100, 0)
        let old = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        if old.hasPrefix("other") || old == "gốc" { destroys(old) }
        let text = nextText()
        ftruncate(foreign, 0)
        _ = text.withCString { pwrite(foreign, $0, text.utf8.count, 0) }
        close(foreign)
        foreign = -1
        if !isForeignNameless { written.insert(text) }
        isForeignNameless = false
        course.append("\(text) written over \(old)")
    }
}
