import FoundationEssentials
import Glibc
import Records

/// Puts new bytes in the place of a file's old ones, all or nothing: they are written beside it, brought to the disk, and
/// renamed over it. Mode and, through a symbolic link, the place of the file stay.
public enum FileReplacement {
    /// - Throws: `FileReplacementError` when the file has changed since it was read, or cannot be written.
    public static func replace(_ fix: FileFix, in folder: ContentFolder) throws {
        guard try folder.read(fix.path) == fix.before else {
            throw FileReplacementError(path: fix.path, reason: "changed while it was being looked at")
        }
        // What a link leads to outside is somebody else's, also where such links are followed for reading.
        guard ContentFolder(folder.path).isInside(fix.path) else {
            throw FileReplacementError(path: fix.path, reason: "leads out of the folder")
        }
        let file = URL(filePath: "\(folder.path)/\(fix.path)").resolvingSymlinksInPath().path
        var status = stat()
        guard stat(file, &status) == 0 else { throw failure(fix.path) }
        let beside = "\(file).\(ProcessInfo.processInfo.processIdentifier)~"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(fix.path) }
        var written = 0
        var isGood = true
        fix.after.withUnsafeBytes { buffer in
            while written < buffer.count {
                let count = write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count > 0 {
                    written += count
                } else if errno != EINTR {
                    isGood = false
                    break
                }
            }
        }
        isGood = isGood && fchmod(descriptor, status.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
        let error = isGood ? nil : failure(fix.path)
        close(descriptor)
        guard isGood, rename(beside, file) == 0 else {
            let reason = error ?? failure(fix.path)
            unlink(beside)
            throw reason
        }
    }

    private static func failure(_ path: String) -> FileReplacementError {
        FileReplacementError(path: path, reason: String(cString: strerror(errno)))
    }
}

/// A file could not be replaced; it is as it was.
public struct FileReplacementError: Error, CustomStringConvertible {
    public var path: String
    public var reason: String

    public var description: String { "\(path): \(reason)" }
}
