import Diagnostics
import FoundationEssentials
import Output
import Records
import Search

/// `search-tests.tsv` of the content folder: the editor's own queries, each with the record that it must find.
///
/// A line is a query, a tab and the name of the record's file without `.md`; empty lines and lines that begin with `#` are
/// passed over. The record must stand among the first `aboveTheFold` answers.
struct SearchTests: Sendable {
    static let path = "search-tests.tsv"
    /// What a reader sees of the results without scrolling.
    static let aboveTheFold = 3

    private struct Line {
        var number: Int
        var query: Substring
        var expected: Substring
    }

    private var lines: [Line] = []
    private var problems: [Diagnostic] = []

    /// Nil when the folder has no tests.
    init?(in folder: ContentFolder, records: [Record]) throws {
        guard let bytes = try folder.read(Self.path) else { return nil }
        let names = Set(records.map(\.fileName))
        let text = String(decoding: bytes, as: UTF8.self)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.last == "\r" ? line.dropLast() : line
            guard !line.allSatisfy({ $0 == " " || $0 == "\t" }), !line.hasPrefix("#") else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 2, !columns[0].isEmpty, !columns[1].isEmpty else {
                report(.wrongSearchTest, index + 1, ["không có đúng hai cột", "does not have two columns"])
                continue
            }
            guard names.contains(String(columns[1])) else {
                report(
                    .wrongSearchTest, index + 1,
                    [
                        "nói đến bản ghi “\(columns[1])” không có ở đây",
                        "names a record “\(columns[1])” that is not here",
                    ])
                continue
            }
            lines.append(Line(number: index + 1, query: columns[0], expected: columns[1]))
        }
    }

    private mutating func report(_ kind: DiagnosticKind, _ line: Int, _ arguments: [String]) {
        var diagnostic = Diagnostic(kind, at: SourceSpan(file: Self.path, line: line))
        diagnostic.arguments = arguments
        problems.append(diagnostic)
    }

    /// Asks the index that `write` puts into a temporary folder.
    func run(writingIndex write: (any OutputSink) async throws -> Void) async throws -> [Diagnostic] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await write(FolderSink(folder))
        let reader = try SearchIndexReader(directory: folder.path)
        return try problems
            + lines.compactMap { line in
                let hits = try reader.search(String(line.query), limit: Self.aboveTheFold)
                if hits.contains(where: { $0.fileName == line.expected }) { return nil }
                var diagnostic = Diagnostic(
                    .searchMisses,
                    at: SourceSpan(file: Self.path, line: line.number, length: line.query.unicodeScalars.count))
                diagnostic.arguments = [String(line.query), String(line.expected), hits.first?.fileName ?? "—"]
                return diagnostic
            }
    }
}

/// Writes files below a folder.
private struct FolderSink: OutputSink {
    private let folder: URL

    init(_ folder: URL) { self.folder = folder }

    func write(_ file: OutputFile) throws {
        let place = folder.appending(path: file.path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
    }
}
