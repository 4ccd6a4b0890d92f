import ArgumentParser
import Foundation
import Search

/// `tracuu search`
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Tìm trong chỉ mục của một trang đã dựng (searches a built site's index).")

    @Option(help: ArgumentHelp("Folder of the built site.", valueName: "dir"))
    var site = "site"

    @Option(help: ArgumentHelp("Tab-separated queries: id, query.", valueName: "file"))
    var queries: String?

    @Option(name: .customLong("run"), help: ArgumentHelp("Where to write the TREC run.", valueName: "file"))
    var runFile: String?

    @Option(help: ArgumentHelp("How many hits at most; 10 for one query, 100 for a run.", valueName: "n"))
    var limit: Int?

    @Argument(help: "Words or a document number.")
    var query: [String] = []

    func validate() throws {
        guard (queries == nil) == (runFile == nil) else {
            throw ValidationError("--queries và --run đi cùng nhau (--queries and --run go together)")
        }
        guard (queries == nil) != query.isEmpty else {
            throw ValidationError("cần câu hỏi, hoặc --queries và --run (give a query, or --queries and --run)")
        }
        if let limit, limit < 1 { throw ValidationError("--limit: cần số từ 1 trở lên (a number from 1 on)") }
    }

    mutating func run() throws {
        let reader = try SearchIndexReader(directory: site)
        if let queries, let runFile {
            try writeRun(reader, queries: queries, to: runFile)
        } else {
            for (index, hit) in try reader.search(query.joined(separator: " "), limit: limit ?? 10).enumerated() {
                try Terminal.output(Self.shown(hit, rank: index + 1))
            }
        }
    }

    /// One line of identity, the title, the address, the snippet with its hits in «».
    private static func shown(_ hit: SearchHit, rank: Int) -> String {
        let identity = [hit.typeName, hit.number, hit.date].filter { !$0.isEmpty }.joined(separator: " · ")
        var lines = ["\(rank). \(identity.isEmpty ? hit.title : identity)"]
        if !identity.isEmpty { lines.append("   \(hit.title)") }
        lines.append("   \(hit.url)")
        let snippet = hit.snippet.segments.map { $0.isMarked ? "«\($0.text)»" : $0.text }.joined()
        if !snippet.isEmpty { lines.append("   \(snippet)") }
        return lines.joined(separator: "\n")
    }

    /// TREC form: `query-id Q0 document rank score tag`; a document is named by its record's file.
    private func writeRun(_ reader: SearchIndexReader, queries: String, to path: String) throws {
        var text = ""
        let file = try String(contentsOfFile: queries, encoding: .utf8)
        for (number, line) in file.split(whereSeparator: \.isNewline).enumerated() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 2, !(number == 0 && columns[0] == "qid") else { continue }
            for (index, hit) in try reader.search(String(columns[1]), limit: limit ?? 100).enumerated() {
                text += "\(columns[0]) Q0 \(hit.fileName) \(index + 1) \(hit.score) tracuu\n"
            }
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
