import Foundation
import Search

/// A built index on disk for the time of one test.
final class TemporarySite {
    let folder: URL

    init(_ files: [String: [UInt8]]) throws {
        folder = URL.temporaryDirectory.appending(path: "tracuu-search-\(UUID().uuidString)")
        for (path, bytes) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func reader() throws -> SearchIndexReader { try SearchIndexReader(directory: folder.path()) }
}
