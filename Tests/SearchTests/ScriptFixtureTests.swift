import Foundation
import Search
import Testing

/// Writes what `search.test.js` compares the browser's engine with: the sample index and the reader's answers.
///
/// Run with `TRACUU_REWRITE=1` to write it anew; otherwise the file must already be what this build makes.
@Suite struct ScriptFixtureTests {
    static let queries = [
        "điều tra dư luận", "dieu tra du luan", "mã", "ma", "má", "ma túy", "mã số thuế", "hòa giải ở cơ sở", "lý luận",
        "báo cáo", "bao cao thang 7", "báo cáo định kỳ số liệu", "xe công vụ", "DLXH", "12-HD/BVDTW", "12 hd bvdtw",
        "KL 34", "30", "30/2020/nd-vd", "34-KL/VD điều tra", "quy chế sử dụng xe công vụ đúng định mức báo cáo tháng 3",
        "", "😀", "zzz", "<script>", "constructor __proto__ toString", "\u{0}điều\u{0}tra",
    ]

    @Test func theFixtureIsUpToDate() async throws {
        var text = "{"
        for (name, parameters) in [("whole", SearchParameters.standard), ("cut", SampleDocuments.tinyShards)] {
            let files = try await SampleDocuments.files(parameters)
            let shards = files.keys.filter { $0.hasSuffix(".json") }.sorted().map { path in
                "\"\(path.dropFirst(7).dropLast(5))\":\(String(decoding: files[path] ?? [], as: UTF8.self))"
            }
            let site = try TemporarySite(files)
            let reader = try site.reader()
            let answers = try Self.queries.map { query in
                let hits = try reader.search(query, limit: 50).map { "[\(Self.quoted($0.fileName)),\($0.score)]" }
                return "[\(Self.quoted(query)),[\(hits.joined(separator: ","))]]"
            }
            text += text == "{" ? "\n" : ",\n"
            text += "\"\(name)\":{\"shards\":{\n\(shards.joined(separator: ",\n"))},\n"
            text += "\"answers\":[\n\(answers.joined(separator: ",\n"))]}"
        }
        text += "}\n"

        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "javascript/fixtures/search-index.json")
        if ProcessInfo.processInfo.environment["TRACUU_REWRITE"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
    }
}
