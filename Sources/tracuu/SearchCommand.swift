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

    @Option(
        help: ArgumentHelp(
            "Beside --run: where to write each query's id and the address of its first hit, with the provision.",
            valueName: "file"))
    var anchors: String?

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
        if anchors != nil, runFile == nil {
            throw ValidationError("--anchors đi với --run (--anchors goes with --run)")
        }
        if let limit, limit < 1 { throw ValidationError("--limit: cần số từ 1 trở lên (a number from 1 on)") }
    }

    mutating func run() throws {
        let reader = try SearchIndexReader(directory: site)
        if let queries, let runFile {
            try writeRun(reader, queries: queries, to: runFile)
        } else {
            let answer = try reader.answer(query.joined(separator: " "), SearchOptions(limit: limit ?? 10))
            for note in Self.notes(answer) { try Terminal.output(note) }
            for (index, hit) in answer.hits.enumerated() { try Terminal.output(Self.shown(hit, rank: index + 1)) }
        }
    }

    /// How the query was read where that is not plain.
    private static func notes(_ answer: SearchAnswer) -> [String] {
        var notes: [String] = []
        if let correction = answer.correction { notes.append("Kết quả cho “\(correction)” (showing results for)") }
        for absent in answer.absent {
            notes.append(
                "Số \(absent.number) không có trong sưu tập; \(absent.naming) văn bản nhắc đến"
                    + " (not in this collection; documents that mention it: \(absent.naming))")
        }
        if let provision = answer.provision, !provision.isThere {
            notes.append("Ở đây không có \(provision.name) (the text of that provision is not here)")
        }
        return notes
    }

    /// One line of identity, the title, the address, the snippet with its hits in «».
    private static func shown(_ hit: SearchHit, rank: Int) -> String {
        let identity = [hit.typeName, hit.number, hit.date].filter { !$0.isEmpty }.joined(separator: " · ")
        var lines = ["\(rank). \(identity.isEmpty ? hit.title : identity)"]
        if !identity.isEmpty { lines.append("   \(hit.title)") }
        lines.append("   \(hit.address)")
        let snippet = hit.snippet.segments.map { $0.isMarked ? "«\($0.text)»" : $0.text }.joined()
        if !snippet.isEmpty { lines.append("   \(snippet)") }
        return lines.joined(separator: "\n")
    }

    /// TREC form: `query-id Q0 document rank score tag`; a document is named by its record's file.
    private func writeRun(_ reader: SearchIndexReader, queries: String, to path: String) throws {
        var text = ""
        var addresses = ""
        let file = try String(contentsOfFile: queries, encoding: .utf8)
        for (number, line) in file.split(whereSeparator: \.isNewline).enumerated() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 2, !(number == 0 && columns[0] == "qid") else { continue }
            let hits = try reader.search(String(columns[1]), limit: limit ?? 100)
            if let first = hits.first { addresses += "\(columns[0])\t\(first.address)\n" }
            for (index, hit) in hits.enumerated() {
                text += "\(columns[0]) Q0 \(hit.fileName) \(index + 1) \(hit.score) tracuu\n"
            }
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        if let anchors { try addresses.write(toFile: anchors, atomically: true, encoding: .utf8) }
    }
}
