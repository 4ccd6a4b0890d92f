import Diagnostics

/// A name in a folder that is not read, and why.
public struct RefusedEntry: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// A pipe, a device or a socket: reading it could wait for ever.
        case notAFile
        /// A symbolic link out of the folder.
        case leadsOutside
        /// Links that lead back to a folder above them, or through too many links.
        case loop
        /// A link to nothing, or a path that the system cannot open.
        case unreadable
        /// More than so many bytes.
        case tooLarge(limit: Int)
    }

    /// Relative to the folder.
    public var path: String
    public var reason: Reason

    public var diagnostic: Diagnostic {
        let span = SourceSpan(file: path)
        return switch reason {
        case .notAFile: Diagnostic(.notAFile, at: span)
        case .leadsOutside: Diagnostic(.linkLeadsOutside, at: span)
        case .loop: Diagnostic(.linkLoop, at: span)
        case .unreadable: Diagnostic(.unreadableFile, at: span)
        case .tooLarge(let limit): Diagnostic(.fileTooLarge, at: span, String(max(1, limit >> 20)))
        }
    }
}
