import Diagnostics

/// Tells what is wrong with one text of a content folder, as if it stood there.
public struct ContentFileReader: Sendable {
    private let record: @Sendable (_ path: String, _ bytes: [UInt8]) -> RecordFileReader.Reading

    init(record: @escaping @Sendable (String, [UInt8]) -> RecordFileReader.Reading) { self.record = record }

    /// The Markdown of a record's text, as the builder reads it; nil when the record cannot be read.
    public func body(of bytes: [UInt8], path: String) -> RecordBody? {
        path.hasSuffix(".yml") ? nil : record(path, bytes).record?.body
    }

    /// `path` says what the text is: `site.yml`, a file of `vocabulary/`, or a record.
    public func diagnostics(of bytes: [UInt8], path: String) -> [Diagnostic] {
        guard path.hasSuffix(".yml") else { return record(path, bytes).diagnostics }
        switch TextIntake.take(path: path, bytes: bytes) {
        case .failure(let diagnostic): return [diagnostic]
        case .success(let intake):
            let file = intake.file
            if let conflict = ConflictMarkers.diagnostic(in: file) { return [conflict] }
            return intake.notes
                + (path == "site.yml"
                    ? SiteConfigurationParser.read(file).1 : VocabularyParser.read([path: file]).1)
        }
    }
}
