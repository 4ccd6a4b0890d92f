import Diagnostics

/// Looks into attachments before they are published. A file that a browser would run, on the site's own address and without
/// its policy, is refused: HTML in any name, scripts, and SVG that does more than draw. A file whose content is of another
/// kind than its name says is named.
public struct AttachmentContents {
    let folder: ContentFolder

    /// - Parameter files: Paths relative to the content folder.
    func diagnostics(of files: [String]) throws -> [Diagnostic] { try files.flatMap(diagnostics) }

    private func diagnostics(_ file: String) throws -> [Diagnostic] {
        let ending = Self.ending(of: file)
        guard !Self.activeEndings.contains(ending) else { return Self.diagnostics(of: file, []) }
        let isMarkup = ending == "svg" || ending == "xml"
        let read: [UInt8]
        switch isMarkup ? try folder.readingListed(file) : try folder.readingStart(file) {
        case .file(let bytes, _): read = bytes
        case .missing: return []
        case .refused(let entry): return [entry.diagnostic]
        }
        return Self.diagnostics(of: file, read)
    }

    /// What is wrong with a file of a name.
    /// - Parameter read: Its bytes, of what is no markup at least the first kilobytes.
    public static func diagnostics(of file: String, _ read: [UInt8]) -> [Diagnostic] {
        let span = SourceSpan(file: file)
        let ending = ending(of: file)
        guard !activeEndings.contains(ending) else {
            return [Diagnostic(.activeAttachment, at: span, "." + ending)]
        }
        if ending == "svg" || ending == "xml" {
            guard let active = ActiveMarkup.first(in: read, isDrawing: ending == "svg") else { return [] }
            let place = SourceFile(path: file, bytes: read).span(at: active.offset)
            return [Diagnostic(.activeAttachment, at: place, active.what)]
        }
        if ContentKind.isHTML(read) { return [Diagnostic(.activeAttachment, at: span, "HTML")] }
        let isOther =
            ContentKind.expected(ofEnding: ending).map { !$0.fits(read) }
            ?? (ContentKind.texts.contains(ending) && ContentKind.isBinary(read))
        return isOther ? [Diagnostic(.contentContradictsName, at: span, "." + ending)] : []
    }

    private static func ending(of file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// What browsers run, or hand to something that does.
    private static let activeEndings: Set<String> = [
        "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "hta", "svgz", "js", "mjs", "cjs", "wasm", "swf", "xsl",
        "xslt",
    ]
}

/// What files of a kind begin with.
enum ContentKind {
    struct Expected {
        /// One of these stands at an offset.
        var openings: [[UInt8]]
        var offset = 0
        /// Whether it may stand later, among the first kilobyte.
        var mayBeLater = false

        func fits(_ bytes: [UInt8]) -> Bool {
            openings.contains { opening in
                if bytes.dropFirst(offset).starts(with: opening) { return true }
                guard mayBeLater, bytes.count >= opening.count else { return false }
                return (0...min(1024, bytes.count - opening.count)).contains { bytes[$0...].starts(with: opening) }
            }
        }
    }

    /// Nil for endings whose files begin with anything.
    static func expected(ofEnding ending: String) -> Expected? {
        let zip: [[UInt8]] = [Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8)]
        return switch ending {
        case "pdf": Expected(openings: [Array("%PDF-".utf8)], mayBeLater: true)
        case "png": Expected(openings: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]])
        case "jpg", "jpeg": Expected(openings: [[0xFF, 0xD8, 0xFF]])
        case "gif": Expected(openings: [Array("GIF87a".utf8), Array("GIF89a".utf8)])
        case "webp": Expected(openings: [Array("WEBP".utf8)], offset: 8)
        case "docx", "xlsx", "pptx", "odt", "ods", "odp", "zip": Expected(openings: zip)
        // Old programs also save RTF under .doc.
        case "doc": Expected(openings: [[0xD0, 0xCF, 0x11, 0xE0], Array("{\\rtf".utf8)])
        case "xls", "ppt": Expected(openings: [[0xD0, 0xCF, 0x11, 0xE0]])
        case "rtf": Expected(openings: [Array("{\\rtf".utf8)])
        default: nil
        }
    }

    /// Endings of files that hold text alone.
    static let texts: Set<String> = ["txt", "csv", "tsv", "md", "json", "xml", "svg", "yml", "yaml", "tex", "ics"]

    /// Whether bytes are those of a known kind of file that is no text.
    static func isBinary(_ bytes: [UInt8]) -> Bool {
        ["pdf", "png", "jpg", "gif", "docx", "xls"].contains { ending in
            expected(ofEnding: ending).map { kind in kind.openings.contains { bytes.starts(with: $0) } } ?? false
        }
    }

    /// Whether a browser that goes by content would take it for a page.
    static func isHTML(_ bytes: [UInt8]) -> Bool {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        while let first = start.first, first <= 0x20 { start = start.dropFirst() }
        guard start.first == UInt8(ascii: "<") else { return false }
        let text = String(decoding: start.prefix(32), as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<style", "<meta", "<title"]
            .contains { text.hasPrefix($0) }
    }
}
