import Diagnostics
import Records

/// The templates folder as bytes: `*.mustache`, `strings.ini`, `bundles.txt`, `vocabulary/` and `assets/`, by path relative to the folder.
public struct TemplateFiles: Sendable, Equatable {
    public var files: [String: [UInt8]]
    /// Names that stand in the folder and are not read.
    public var refused: [RefusedEntry] = []

    public init(files: [String: [UInt8]]) { self.files = files }

    /// Reads a folder. Hidden files are left out.
    /// - Throws: `ContentReadError` where the machine refuses.
    public static func read(_ folder: ContentFolder) throws -> TemplateFiles {
        let listing = try folder.listing(under: "")
        var templates = TemplateFiles(files: [:])
        templates.refused = listing.refused
        for path in listing.files {
            switch try folder.readingListed(path) {
            case .file(let bytes, _): templates.files[path] = bytes
            case .missing: continue
            case .refused(let entry): templates.refused.append(entry)
            }
        }
        return templates
    }
}
