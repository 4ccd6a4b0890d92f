import Diagnostics
import Documents
import Foundation
import Importing

/// The report of an import for people.
struct ImportReportText {
    let language: Language
    let content: String

    func lines(_ outcome: ImportOutcome, isDryRun: Bool) -> [String] {
        if let refusal = outcome.refusal {
            return ["\(outcome.source): " + words("không nhập: \(refusal.vi)", "not imported: \(refusal.en)")]
        }
        var lines = ["\(outcome.source):"]
        for record in outcome.records {
            lines.append(
                "  " + (isDryRun ? words("sẽ ghi", "would write") : words("đã ghi", "written"))
                    + " \(content)/\(record)")
        }
        for field in outcome.fields {
            switch field.certainty {
            case .missing: lines.append("  \(field.key): " + words("chưa biết, cần điền", "not known, to be filled in"))
            case .proposed: lines.append("  \(field.key): \(field.value) " + words("(đề nghị)", "(proposed)"))
            case .stated: lines.append("  \(field.key): \(field.value)")
            }
        }
        lines.append(
            "  "
                + words(
                    "\(outcome.articles) điều, \(outcome.tables) bảng, \(outcome.notes) chú thích, \(outcome.images) hình",
                    "\(outcome.articles) articles, \(outcome.tables) tables, \(outcome.notes) notes, \(outcome.images) pictures"
                ))
        lines += outcome.additions.map { "  " + words("thêm vào danh mục: ", "added to the vocabulary: ") + $0 }
        lines += outcome.remarks.map { "  " + $0.message(isVietnamese: language == .vietnamese) }
        let lost = outcome.lostCount
        var count = words(
            "\(outcome.words) chữ trong tệp, \(lost) không có trong bản ghi",
            "\(outcome.words) words in the file, \(lost) not in the record")
        if lost > 0 { count += ": " + outcome.lostWords.joined(separator: ", ") }
        lines.append("  " + count)
        return lines
    }

    /// A table with a line for every file, and the counts.
    func summary(_ outcomes: [ImportOutcome]) -> String {
        let refused = outcomes.count { $0.refusal != nil }
        let records = outcomes.reduce(0) { $0 + $1.records.count }
        let counts = words(
            "\(outcomes.count) tệp: \(outcomes.count - refused) đã nhập thành \(records) bản ghi, \(refused) không nhập",
            "\(outcomes.count) files: \(outcomes.count - refused) imported as \(records) records, \(refused) not imported"
        )
        return (table(outcomes) + [counts]).joined(separator: "\n")
    }

    private func table(_ outcomes: [ImportOutcome]) -> [String] {
        let head = [
            words("Tệp", "File"), words("Bản ghi", "Record"), words("Điều", "Articles"), words("Chữ mất", "Words lost"),
            words("Cần điền", "To be filled in"),
        ]
        let rows = outcomes.map { outcome in
            let file = outcome.source.split(separator: "/").last.map(String.init) ?? outcome.source
            if let refusal = outcome.refusal {
                return [file, words("không nhập: ", "no: ") + words(refusal.vi, refusal.en)]
            }
            let missing = outcome.fields.filter { $0.certainty == .missing }.map(\.key).joined(separator: ", ")
            let names = outcome.records.map { String($0.split(separator: "/").last ?? "") }.joined(separator: ", ")
            return [file, names, "\(outcome.articles)", "\(outcome.lostCount)", missing]
        }
        let widths = head.indices.map { column in
            // Why a file was refused is no cell of a column.
            ([head] + rows).filter { column == 0 || $0.count == head.count }.map { $0[column].count }.max() ?? 0
        }
        return ([head] + rows).map { row in
            let cells = row.enumerated().map { column, cell in
                cell + String(repeating: " ", count: max(0, widths[column] - cell.count))
            }
            return cells.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
        }
    }

    private func words(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }
}

/// The report for programs: `{"files": [{"source": …, "records": […], "refused": null, …}]}`.
enum ImportReportJSON {
    private struct Report: Encodable { var files: [File] }

    private struct File: Encodable {
        var source: String
        var records: [String]
        var refused: String?
        var fields: [Field]
        var remarks: [String]
        var additions: [String]
        var words: Int
        var lost: Int
        var lostWords: [String]

        enum CodingKeys: String, CodingKey {
            case source, records, refused, fields, remarks, additions, words, lost
            case lostWords = "lost-words"
        }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(source, forKey: .source)
            try values.encode(records, forKey: .records)
            // A reason or null, never a missing key.
            try values.encode(refused, forKey: .refused)
            try values.encode(fields, forKey: .fields)
            try values.encode(remarks, forKey: .remarks)
            try values.encode(additions, forKey: .additions)
            try values.encode(words, forKey: .words)
            try values.encode(lost, forKey: .lost)
            try values.encode(lostWords, forKey: .lostWords)
        }
    }

    private struct Field: Encodable {
        var key: String
        var value: String
        var certainty: String
    }

    static func text(_ outcomes: [ImportOutcome]) throws -> String {
        let files = outcomes.map { outcome in
            File(
                source: outcome.source, records: outcome.records,
                refused: outcome.refusal.map { "\($0.vi) (\($0.en))" },
                fields: outcome.fields.map { Field(key: $0.key, value: $0.value, certainty: $0.certainty.rawValue) },
                remarks: outcome.remarks.map(\.rawValue), additions: outcome.additions, words: outcome.words,
                lost: outcome.lostCount, lostWords: outcome.lostWords)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Report(files: files)), as: UTF8.self)
    }
}
