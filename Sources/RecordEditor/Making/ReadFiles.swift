import Importing
import Synchronization

/// Files that were read and shown, and not written yet: the last few, each under a key.
final class ReadFiles: Sendable {
    private let files = Mutex<[(key: String, files: ImportedFiles)]>([])
    private static let most = 4

    func keep(_ imported: ImportedFiles) -> String {
        let key = String(UInt64.random(in: .min ... .max), radix: 16)
        files.withLock { files in
            files.append((key, imported))
            if files.count > Self.most { files.removeFirst() }
        }
        return key
    }

    subscript(key: String) -> ImportedFiles? { files.withLock { $0.last { $0.key == key }?.files } }
}
