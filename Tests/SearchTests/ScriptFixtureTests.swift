import Foundation
import Search
import Testing

/// Writes what `search.test.js` compares the browser's engine with: the sample index and the reader's answers.
///
/// Run with `TRACUU_REWRITE=1` to write it anew; otherwise the file must already be what this build makes.
@Suite struct ScriptFixtureTests {
    static let queries = [
        "điều tra dư luận", "dieu tra du luan", "mã", "ma", "má", "ma túy", "mã số thuế", "hòa giải ở cơ sở", "lý luận",
        "báo cáo", "bao cao thang 7", "báo cáo định kỳ số liệu", "xe công vụ", "DLXH", "TNHH", "chuyển đổi tnhh tnhh",
        "trách nhiệm", "12-HD/BVDTW", "12 hd bvdtw",
        "KL 34", "30", "30/2020/nd-vd", "34-KL/VD điều tra", "quy chế sử dụng xe công vụ đúng định mức báo cáo tháng 3",
        "\"dư luận xã hội\"", "báo cáo -\"tháng 3\" -7", "xe -định", "loai:BC tháng", "loại:\"báo cáo\" nam:2016",
        "nam:2009..2014 dư luận",
        "coquan:bvdtw", "hieuluc:het", "loai:khong-co báo cáo", "-báo", "100 -KL/VD", "\"", "\"mã\"", "-\"", "a:b",
        "nam:",
        "điều trra dư luận", "dieutra dư luận", "ddieeuf tra", "12-HD/XYZ", "điều 5 34-KL/VD", "báo cáo 2016",
        "báo cáo tháng 3 năm 2016", "mã số là gì", "báo cáo mới nhất", "xe công vụ còn hiệu lực", "quy chế 2010",
        "coquan:ban ví dụ dư luận", "30/2020/NĐ-VD và 34-KL/VD", "xe côngvụ",
        "", "😀", "zzz", "<script>", "constructor __proto__ toString", "\u{0}điều\u{0}tra",
    ]

    /// Queries with what they are narrowed to and how they are sorted.
    static let narrowed: [(query: String, options: SearchOptions)] = [
        ("báo cáo", SearchOptions(limit: 5, facets: true)),
        ("dư luận", SearchOptions(order: .newest, facets: true)),
        ("dư luận", SearchOptions(order: .oldest, filters: SearchFilters(years: 2010...2014), facets: true)),
        ("", SearchOptions(filters: SearchFilters(values: [.type: ["hướng-dẫn", "kết-luận"]]), facets: true)),
        ("", SearchOptions(filters: SearchFilters(values: [.issuer: ["ban-vi-du"]], years: 2015...9999), facets: true)),
        ("xe công vụ", SearchOptions(filters: SearchFilters(values: [.status: ["expired"]]), facets: true)),
        ("12-HD/BVDTW", SearchOptions(filters: SearchFilters(values: [.kind: ["finding"]]), facets: true)),
        ("34-KL/VD", SearchOptions(facets: true)),
    ]

    private static func json(_ query: String, _ options: SearchOptions, _ answer: SearchAnswer) -> String {
        let filters =
            options.filters.values.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                "\(quoted($0.key.rawValue)):[\($0.value.map(quoted).joined(separator: ","))]"
            } + (options.filters.years.map { ["\"year\":[\($0.lowerBound),\($0.upperBound)]"] } ?? [])
        let facets = SearchFacet.allCases.compactMap { facet in
            answer.facets[facet].map { counts in
                let rows = counts.map {
                    "{\"value\":\(quoted($0.value)),\"label\":\(quoted($0.label)),\"count\":\($0.count)}"
                }
                return "\(quoted(facet.rawValue)):[\(rows.joined(separator: ","))]"
            }
        }
        let names = answer.hits.map { quoted($0.fileName) }.joined(separator: ",")
        return """
            {"query":\(quoted(query)),"sort":"\(options.order)","limit":\(options.limit),"filters":{\(filters.joined(separator: ","))},\
            "hits":[\(names)],"total":\(answer.total),"facets":{\(facets.joined(separator: ","))}}
            """
    }

    /// All shards, and the names of those that each script holds for pages opened from disk.
    private static func shards(_ files: [String: [UInt8]]) -> String {
        let shards = files.keys.filter { $0.hasSuffix(".json") }.sorted().map { path in
            "\"\(path.dropFirst(7).dropLast(5))\":\(String(decoding: files[path] ?? [], as: UTF8.self))"
        }
        let scripts = files.keys.filter { $0.hasPrefix("search/scripts/") }.sorted().map { path in
            let lines = String(decoding: files[path] ?? [], as: UTF8.self).split(separator: "\n").dropFirst().dropLast()
            return "\"\(path.dropLast(3))\":[\(lines.map { $0.prefix { $0 != ":" } }.joined(separator: ","))]"
        }
        return "\"shards\":{\n\(shards.joined(separator: ",\n"))},\n\"scripts\":{\n\(scripts.joined(separator: ",\n"))}"
    }

    @Test func theFixtureIsUpToDate() async throws {
        var text = "{"
        for (name, parameters) in [("whole", SearchParameters.standard), ("cut", SampleDocuments.tinyShards)] {
            let files = try await SampleDocuments.files(parameters)
            let site = try TemporarySite(files)
            let reader = try site.reader()
            let answers = try Self.queries.map { query in
                let hits = try reader.search(query, limit: 50).map { "[\(Self.quoted($0.fileName)),\($0.score)]" }
                return "[\(Self.quoted(query)),[\(hits.joined(separator: ","))]]"
            }
            text += text == "{" ? "\n" : ",\n"
            text += "\"\(name)\":{\(Self.shards(files)),\n"
            let narrowed = try Self.narrowed.map {
                Self.json($0.query, $0.options, try reader.answer($0.query, $0.options))
            }
            text += "\"answers\":[\n\(answers.joined(separator: ",\n"))],\n"
            text += "\"narrowed\":[\n\(narrowed.joined(separator: ",\n"))]}"
        }
        let numbers = try await NumberVectors.standard().files()
        text += ",\n\"numbers\":{\(Self.shards(numbers))}}\n"

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
