import Building
import Output

/// The search index of the preview. It is made when it is first asked for, and again when it is asked for after an edit;
/// until the new one is there the old one answers, since making it takes as long as building all of the site.
actor PreviewIndex {
    private var version: [Int] = []
    private var making: Task<[String: [UInt8]], any Error>?
    /// The newest index that is finished.
    private var files: [String: [UInt8]]?

    func file(_ path: String, of site: AssembledSite) async throws -> OutputFile? {
        if making == nil || version != site.version {
            version = site.version
            making = Task(priority: .background) { try await make(site) }
        }
        if files == nil { _ = try await making?.value }
        return files?[path].map { OutputFile(path: path, bytes: $0) }
    }

    private func make(_ site: AssembledSite) async throws -> [String: [UInt8]] {
        let sink = MemorySink()
        try await site.writeIndex(to: sink, jobs: 1)
        let made = sink.files
        // A slower, older one must not take the place of a newer one.
        if site.version == version { files = made }
        return made
    }
}
