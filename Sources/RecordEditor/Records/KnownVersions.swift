import Synchronization

/// The versions of files that screens were given lately, so that a change can be made on the version that it was made of.
final class KnownVersions: Sendable {
    private struct Known {
        var versions: [(etag: String, bytes: [UInt8])] = []
        var byteCount = 0
    }

    private let known = Mutex(Known())
    /// Bytes kept at most.
    private static let limit = 48 << 20

    func remember(_ etag: String, _ bytes: [UInt8]) {
        known.withLock { known in
            if let index = known.versions.firstIndex(where: { $0.etag == etag }) {
                known.versions.append(known.versions.remove(at: index))
                return
            }
            known.versions.append((etag, bytes))
            known.byteCount += bytes.count
            while known.byteCount > Self.limit, known.versions.count > 1 {
                known.byteCount -= known.versions.removeFirst().bytes.count
            }
        }
    }

    subscript(etag: String) -> [UInt8]? { known.withLock { $0.versions.last { $0.etag == etag }?.bytes } }
}
