import Glibc
import Synchronization

/// Tells that something below some folders may have changed, through Linux's inotify. What changed is found out by looking;
/// a watch that misses something (network drives, Windows folders under WSL, too many folders) only makes that later.
final class FolderWatch: Sendable {
    /// One element for any number of changes since the last was taken.
    let changes: AsyncStream<Void>
    private let tell: AsyncStream<Void>.Continuation
    private let folders: [String]
    private let number: Int32
    private let known = Mutex(Known())

    private struct Known {
        /// Folders by the numbers that events name them by.
        var folders: [Int32: String] = [:]
        /// Files that events named since they were last asked for.
        var touched: Set<String> = []
    }

    /// What a finished save shows as: a file closed after writing, renamed, linked or removed. Half-written files do not.
    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_MOVE_SELF | IN_ONLYDIR)

    init(_ folders: [String]) {
        self.folders = folders
        number = inotify_init1(Int32(IN_CLOEXEC))
        (changes, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        guard number >= 0 else { return }
        watchAll()
        startReading()
    }

    /// The files that changed since this was last asked, as far as is known; hidden ones and editors' backups left out.
    func takeTouched() -> Set<String> {
        known.withLock { known in
            defer { known.touched = [] }
            return known.touched
        }
    }

    // MARK: Watching

    /// Watches every folder, however deep; one that is watched already stays so.
    private func watchAll() {
        var seen: Set<Int32> = []
        for folder in folders { watch(folder, &seen) }
    }

    /// - Parameter seen: Folders of this round. One that links lead back to has the same number again.
    private func watch(_ folder: String, _ seen: inout Set<Int32>) {
        let watched = inotify_add_watch(number, folder, Self.events)
        guard watched >= 0, seen.insert(watched).inserted, let stream = opendir(folder) else { return }
        known.withLock { $0.folders[watched] = folder }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
            let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            let name = String(cString: start)
            let type = Int32(entry.pointee.d_type)
            guard !name.hasPrefix("."), type == DT_DIR || type == DT_LNK || type == DT_UNKNOWN else { continue }
            // Links to files are refused by IN_ONLYDIR.
            watch("\(folder)/\(name)", &seen)
        }
    }

    // MARK: Reading

    /// Reading events blocks, so it has a thread of its own, which lives as long as the command.
    private func startReading() {
        let watch = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { raw in
                if let raw { Unmanaged<FolderWatch>.fromOpaque(raw).takeRetainedValue().readEvents() }
                return nil
            }, watch.toOpaque())
        if result != 0 { watch.release() } else { pthread_detach(thread) }
    }

    private func readEvents() {
        withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 8) { buffer in
            while true {
                let count = read(number, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                tell.yield()
            }
        }
    }

    /// Each event: `int wd; uint32_t mask, cookie, len; char name[len]`.
    private func take(_ events: UnsafeRawBufferPointer) {
        var offset = 0
        var hasNewFolders = false
        while offset + 16 <= events.count {
            let folder = events.loadUnaligned(fromByteOffset: offset, as: Int32.self)
            let mask = events.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
            let length = Int(events.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
            let name = String(
                decoding: events[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
            if mask & UInt32(IN_ISDIR) != 0 || mask & UInt32(IN_Q_OVERFLOW) != 0 { hasNewFolders = true }
            if !name.isEmpty, !name.hasPrefix("."), !name.hasSuffix("~") {
                known.withLock { known in
                    if let folder = known.folders[folder] { known.touched.insert("\(folder)/\(name)") }
                }
            }
            offset += 16 + length
        }
        // New folders have to be watched before they are looked at, or a file could slip in between.
        if hasNewFolders { watchAll() }
    }
}
