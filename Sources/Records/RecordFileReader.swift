import Diagnostics

/// Reads single files as a load of their folder would, with one configuration and vocabulary.
public struct RecordFileReader: Sendable {
    /// What one file holds by itself.
    public struct Reading: Sendable {
        public var record: Record?
        public var circulationMark: SourceSpan?
        public var diagnostics: [Diagnostic]
    }

    public let configuration: SiteConfiguration
    public let vocabulary: Vocabulary
    let parse: @Sendable (_ path: String, _ bytes: [UInt8]) -> Reading

    /// Findings are read without the files that they name.
    public func read(_ path: String, _ bytes: [UInt8]) -> Reading { parse(path, bytes) }
}
