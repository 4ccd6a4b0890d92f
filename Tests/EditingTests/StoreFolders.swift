import Foundation
import Records

@testable import Editing

/// A content folder and a state folder of their own, gone with the test.
final class StoreFolders: Sendable {
    let content: String
    let state: StateFolder
    let versions: VersionStore
    private let top: URL

    /// - Parameter inMemory: Where the machine has a file system in memory, in that: nothing waits for a disk.
    init(inMemory: Bool = false) throws {
        let shared = URL(filePath: "/dev/shm")
        let hasMemory = FileManager.default.isWritableFile(atPath: shared.path)
        let base = inMemory && hasMemory ? shared : FileManager.default.temporaryDirectory
        top = base.appending(path: "tracuu-edit-\(UUID().uuidString)")
        let content = top.appending(path: "content")
        try FileManager.default.createDirectory(
            at: content.appending(path: "directives"), withIntermediateDirectories: true)
        let home = top.appending(path: "state").path
        self.content = content.path
        state = try StateFolder(content: content.path) { $0 == "XDG_STATE_HOME" ? home : nil }
        versions = VersionStore(state)
    }

    deinit { try? FileManager.default.removeItem(at: top) }

    var store: RecordFileStore { RecordFileStore(root: content, versions: versions) }

    func file(_ path: String) -> String { "\(content)/\(path)" }

    func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(filePath: file(path))) }

    func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: file(path))), as: UTF8.self)
    }

    func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: file(folder)).sorted()
    }

    /// Texts of the versions that are kept, the oldest first.
    func kept(_ path: RecordPath) throws -> [String] {
        try versions.all(of: path).map { String(decoding: try versions.bytes(of: $0, path), as: UTF8.self) }
    }
}
