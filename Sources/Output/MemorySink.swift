import Synchronization

/// Keeps a site in memory: for tests and for looking at a site without a disk.
public final class MemorySink: OutputSink {
    private let kept = Mutex<[String: [UInt8]]>([:])

    public init() {}

    public func write(_ file: OutputFile) throws {
        try kept.withLock { files in
            guard files.updateValue(file.bytes, forKey: file.path) == nil else {
                throw DuplicateOutputPath(path: file.path)
            }
        }
    }

    /// Every file taken so far, by path.
    public var files: [String: [UInt8]] { kept.withLock { $0 } }
}

/// Two parts of a build produced the same path; the later one is refused so that neither is lost silently.
public struct DuplicateOutputPath: Error, CustomStringConvertible {
    public var path: String

    public init(path: String) { self.path = path }

    public var description: String { "two outputs share the path \(path)" }
}
