import Glibc
import Synchronization

/// Tells that something below some folders may have changed, through Linux's inotify. What changed is found out by looking;
/// a watch that misses something (network drives, Windows folders under WSL, too many folders) only makes that later.
final class FolderWatch: Sendable {
    /// One element for any number of changes since the last was taken.
    let changes: AsyncStream<Void>
    private let folders: [String]
    private let number: Int32

    /// What a finished save shows as: a file closed after writing, renamed, linked or removed. Half-written files do not.
    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_MOVE_SELF | IN_ONLYDIR)

    init(_ folders: [String]) {
        self.folders = folders
        number = inotify_init1(Int32(IN_CLOEXEC))
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        changes = stream
        guard number >= 0 else { return }
        watchAll()
        let follower = Follower(number: number, watch: watchAll, tell: { continuation.yield() })
        follower.start()
    }

    /// Watches every folder, however deep; one that is watched already stays so.
    private var watchAll: @Sendable () -> Void {
        { [folders, number] in
            for folder in folders { Self.watch(folder, number) }
        }
    }

    private static func watch(_ folder: String, _ number: Int32) {
        guard inotify_add_watch(number, folder, events) >= 0, let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
            let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            let name = String(cString: start)
            let type = Int32(entry.pointee.d_type)
            guard !name.hasPrefix("."), type == DT_DIR || type == DT_LNK || type == DT_UNKNOWN else { continue }
            // Links to files are refused by IN_ONLYDIR.
            watch("\(folder)/\(name)", number)
        }
    }
}

/// Reads events on a thread of its own, since reading them blocks.
private struct Follower: Sendable {
    let number: Int32
    let watch: @Sendable () -> Void
    let tell: @Sendable () -> Void

    func start() {
        let box = Unmanaged.passRetained(FollowerBox(self))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                Unmanaged<FollowerBox>.fromOpaque(raw).takeRetainedValue().follower.run()
                return nil
            }, box.toOpaque())
        if result != 0 { box.release() } else { pthread_detach(thread) }
    }

    private func run() {
        withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 8) { buffer in
            while true {
                let count = read(number, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                // New folders have to be watched before they are looked at, or a file could slip in between.
                if Self.namesFolder(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { watch() }
                tell()
            }
        }
    }

    private static func namesFolder(_ events: UnsafeRawBufferPointer) -> Bool {
        var offset = 0
        let size = MemoryLayout<inotify_event>.size
        while offset + size <= events.count {
            // int wd; uint32_t mask, cookie, len; char name[len]
            let mask = events.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
            let length = events.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self)
            if mask & UInt32(IN_ISDIR) != 0 || mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
            offset += 16 + Int(length)
        }
        return false
    }
}

private final class FollowerBox: Sendable {
    let follower: Follower

    init(_ follower: Follower) { self.follower = follower }
}
