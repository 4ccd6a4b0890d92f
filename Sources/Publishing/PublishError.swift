import Diagnostics
import Glibc

/// Why a site could not be published or checked. Whatever it says, the live site is whole and as it was.
public struct PublishError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, stable for programs.
    public enum Code: String, Sendable, CaseIterable {
        /// Another build works on the same output folder; `holder` is its process.
        case locked
        /// The output folder has content that this tool did not publish.
        case foreignFolder = "foreign-folder"
        /// The output is a file, the root folder, or a link that leads nowhere.
        case unusableOutput = "unusable-output"
        /// The output is a mount point or reaches across file systems, where folders cannot be exchanged.
        case mountPoint = "mount-point"
        /// The output lies in a lower layer of an overlay file system, where folders cannot be renamed.
        case lowerLayer = "lower-layer"
        /// A path that is absolute, has an empty, `.` or `..` part, or a control character.
        case unsafePath = "unsafe-path"
        /// A name that Windows cannot store, where a site on a stick or a share would lose the file.
        case unportableName = "unportable-name"
        /// A name longer than 255 bytes or a path longer than 1,024.
        case nameTooLong = "name-too-long"
        /// Two parts of the build produced the same path.
        case duplicatePath = "duplicate-path"
        /// Two paths differ only in case or in how letters are composed; `otherPath` is the earlier one.
        case caseCollision = "case-collision"
        /// One path is a file and a folder at once; `otherPath` is the earlier one.
        case fileAndFolder = "file-and-folder"
        /// A path that the publisher keeps for itself, such as `manifest.json`.
        case reservedPath = "reserved-path"
        case diskFull = "disk-full"
        case notPermitted = "not-permitted"
        case readOnly = "read-only"
        case tooManyOpenFiles = "too-many-open-files"
        /// The folder to check has no manifest.
        case noManifest = "no-manifest"
        /// The manifest is not one of ours, or damaged.
        case unreadableManifest = "unreadable-manifest"
        /// The release was already finished or abandoned.
        case alreadyEnded = "already-ended"
        /// Any other answer of the operating system.
        case system
    }

    public var code: Code
    /// The file or folder it is about.
    public var path: String
    /// The other file or folder, where two are involved.
    public var otherPath: String?
    /// The operating system's error number (`errno`), where it gave one.
    public var errorNumber: Int32?
    /// The process that holds the lock.
    public var holder: Int32?

    public init(
        _ code: Code, path: String, otherPath: String? = nil, errorNumber: Int32? = nil, holder: Int32? = nil
    ) {
        self.code = code
        self.path = path
        self.otherPath = otherPath
        self.errorNumber = errorNumber
        self.holder = holder
    }

    /// The operating system's own words, in English.
    public var systemText: String? { errorNumber.map { String(cString: strerror($0)) } }

    public var description: String { message(.english) }

    public func message(_ language: Language) -> String { sentence[language] }
}

extension PublishError {
    static func system(_ number: Int32, _ path: String) -> PublishError {
        let code: Code =
            switch number {
            case ENOSPC, EDQUOT: .diskFull
            case EACCES, EPERM: .notPermitted
            case EROFS: .readOnly
            case EMFILE, ENFILE: .tooManyOpenFiles
            case ENAMETOOLONG: .nameTooLong
            default: .system
            }
        return PublishError(code, path: path, errorNumber: number)
    }

    /// Runs a system call that answers -1 on failure, again when a signal cut it short.
    @discardableResult
    static func check(_ path: @autoclosure () -> String, _ call: () -> Int32) throws -> Int32 {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno != EINTR { throw system(errno, path()) }
        }
    }
}
