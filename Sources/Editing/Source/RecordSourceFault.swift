import Diagnostics
import Records

/// A file that cannot be taken apart; it can be shown as text at its error.
public struct RecordSourceFault: Error, Sendable {
    public enum Kind: Sendable {
        /// Not UTF-8.
        case notText
        case noFrontMatter
        /// Broken YAML, anchors, a key that stands twice, or no fields.
        case yaml
    }

    public var kind: Kind
    /// What is wrong and where, as the builder says it.
    public var diagnostic: Diagnostic

    /// - Parameter raw: What the library says of the bytes as they are, for what the builder would read: it takes out signs that
    ///   cannot be seen before it does.
    init(_ kind: Kind, path: String, bytes: [UInt8], raw: Diagnostic? = nil) {
        self.kind = kind
        diagnostic =
            FrontMatterFault.diagnostic(path: path, bytes: bytes) ?? raw
            ?? Diagnostic(.missingFrontMatter, at: SourceSpan(file: path))
    }
}
