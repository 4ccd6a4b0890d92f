import Building
import Diagnostics
import Records

/// The source lines that a report shows, read once, and what the command line calls their files.
struct DiagnosticSources: Sendable {
    let content: String
    let templates: String
    private var lines: [String: [Int: String]] = [:]

    /// Reads the lines that diagnostics stand on. A file that cannot be read any more has none.
    init(of diagnostics: [Diagnostic], content: String, templates: String) {
        self.content = content
        self.templates = templates
        for (file, found) in Dictionary(grouping: diagnostics, by: \.span.file) {
            let folder = ContentFolder(Self.isTemplate(file) ? templates : content)
            // Nobody reads a line of a picture.
            guard let bytes = try? folder.read(file), !bytes.prefix(8_000).contains(0) else { continue }
            lines[file] = SourceText.lines(Set(found.map(\.span.line)), of: bytes)
        }
    }

    /// The line as the build read it, which is what columns of a span count.
    func line(_ file: String, _ line: Int) -> String? { lines[file]?[line].map(SourceText.asRead) }

    func displayPath(_ file: String) -> String { "\(Self.isTemplate(file) ? templates : content)/\(file)" }

    /// The same finding with columns of the file as it stands, where letters may be decomposed: what editors count.
    func inFile(_ diagnostic: Diagnostic) -> Diagnostic {
        // Files that are refused before they are composed have columns of the file already.
        guard diagnostic.kind != .invalidUTF8, diagnostic.kind != .tooManyMarks,
            let raw = lines[diagnostic.span.file]?[diagnostic.span.line]
        else { return diagnostic }
        var placed = diagnostic
        let start = Self.position(diagnostic.span.column - 1, in: raw)
        let end = Self.position(diagnostic.span.column - 1 + diagnostic.span.length, in: raw)
        placed.span.column = start + 1
        placed.span.length = end - start
        return placed
    }

    /// How many code points of a line make up so many of its NFC. Characters are composed one by one: no composition
    /// reaches over their bounds.
    private static func position(_ composed: Int, in raw: String) -> Int {
        var left = composed
        var passed = 0
        var beginsLine = true
        for character in raw {
            let length = SourceText.asRead((beginsLine ? "" : "x") + String(character)).unicodeScalars.count
            let read = beginsLine ? length : length - 1
            guard left > 0 else { break }
            beginsLine = beginsLine && character == " "
            left -= read
            passed += character.unicodeScalars.count
        }
        return passed + max(0, left)
    }

    private static func isTemplate(_ file: String) -> Bool {
        file.hasSuffix(".mustache") || file == "strings.ini" || file == "bundles.txt"
            || file == "vocabulary/synonyms-vi.yml" || file.hasPrefix("assets/")
    }
}
