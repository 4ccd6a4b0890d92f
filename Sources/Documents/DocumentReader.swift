/// What a file is, by its first bytes; names lie (three of eleven `.doc` files met were HTML or RTF).
public enum FileFormat: String, Sendable {
    case docx, odt, html, doc, rtf, pdf, text

    public static func of(_ bytes: [UInt8]) -> FileFormat? {
        if bytes.starts(with: Array("PK".utf8)) {
            // The mimetype of an OpenDocument stands first, uncompressed.
            let head = bytes.prefix(200)
            return contains(head, "opendocument.text") ? .odt : .docx
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .doc }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return .rtf }
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        var head = bytes.prefix(4096)
        if head.contains(0), !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]) { return nil }
        head.removeAll { $0 == 0 }
        let lower = ArraySlice(head.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
        if contains(lower, "<html") || contains(lower, "<!doctype html") || contains(lower, "<body")
            || contains(lower, "<p") || contains(lower, "<div")
        {
            return .html
        }
        return .text
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).contains {
            bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
}

/// Reads a file of any known format into blocks.
public struct DocumentReader: Sendable {
    public var limits: ReadingLimits

    public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    /// - Parameter converted: The same document as .docx, where `OfficeConverter` has been asked for it before.
    public func read(
        _ bytes: [UInt8], converted: [UInt8]? = nil
    ) throws(ReadingError) -> (document: ImportedDocument, format: FileFormat) {
        guard bytes.count <= limits.fileBytes else { throw .tooLarge }
        guard let format = FileFormat.of(bytes) else { throw .unknownFormat }
        switch format {
        case .docx: return (try WordReader.read(bytes, limits: limits), format)
        case .odt: return (try OpenDocumentReader.read(bytes, limits: limits), format)
        case .html: return (try WebPageReader.read(bytes, limits: limits), format)
        case .doc, .rtf:
            let document = if let converted { converted } else { try OfficeConverter.docx(from: bytes, format: format) }
            return (try WordReader.read(document, limits: limits), format)
        case .pdf: return (try PrintedPageReader.read(bytes, limits: limits), format)
        case .text: return (try PlainTextReader.read(bytes), format)
        }
    }
}
