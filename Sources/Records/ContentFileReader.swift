import Diagnostics

/// Tells what is wrong with one text of a content folder, as if it stood there.
public struct ContentFileReader: Sendable {
    private let record: @Sendable (_ path: String, _ bytes: [UInt8]) -> [Diagnostic]

    init(record: @escaping @Sendable (String, [UInt8]) -> [Diagnostic]) { self.record = record }

    /// `path` says what the text is: `site.yml`, a file of `vocabulary/`, or a record.
    public func diagnostics(of bytes: [UInt8], path: String) -> [Diagnostic] {
        guard path.hasSuffix(".yml") else { return record(path, bytes) }
        switch TextIntake.source(path: path, bytes: bytes) {
        case .failure(let diagnostic): return [diagnostic]
        case .success(let file):
            return path == "site.yml"
                ? SiteConfigurationParser.read(file).1 : VocabularyParser.read([path: file]).1
        }
    }
}
