import Findings
import Markup
import Output
import Records

/// A published table as a CSV file.
struct TableDownload {
    let words: FindingWords
    let table: PublishedTable
    let isExample: Bool
    let separator: String

    static func path(_ record: RecordID, _ table: String) -> String { "ket-qua/\(record)/\(table).csv" }

    var bytes: [UInt8] {
        let strings = words.strings
        var rows: [[String]] = []
        let hasIntervals = table.columns.contains { $0.cells.contains { $0.figures?.interval != nil } }
        var header = [table.question]
        for column in table.columns {
            let name = words.label(column.label)
            header += ["\(name): \(strings[.csvCount])", "\(name): %"]
            if hasIntervals { header += ["\(name): \(strings[.csvLower])", "\(name): \(strings[.csvUpper])"] }
        }
        rows.append(header)
        for (index, answer) in table.answers.enumerated() {
            var row = [words.label(answer)]
            for column in table.columns {
                let figures = column.cells[index].figures
                row.append(figures.map { String($0.count) } ?? "")
                row.append(percent(figures?.share))
                if hasIntervals { row += [percent(figures?.interval?.lower), percent(figures?.interval?.upper)] }
            }
            rows.append(row)
        }
        var base = [strings[.csvBase]]
        for column in table.columns {
            base += [column.base.map(String.init) ?? "", ""]
            if hasIntervals { base += ["", ""] }
        }
        rows.append(base)
        if isExample { rows.append([strings[.exampleNote]]) }
        var csv = CSVText(separator: separator)
        for row in rows { csv.row(row) }
        return csv.bytes
    }

    /// One decimal and a point, whatever the language: the file is for programs.
    private func percent(_ share: Double?) -> String {
        guard let share else { return "" }
        let tenths = FindingWords.whole(share * 1000)
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension TableDownload {
    struct Kind: PageKind {
        let record: RecordID
        /// Among the record's tables.
        let index: Int

        static func pages(of site: PageInventory) -> [SitePage] {
            site.facts.catalogue.records.flatMap { record in
                (site.facts.surveys[record.id] ?? []).enumerated().map { index, table in
                    SitePage(path: TableDownload.path(record.id, table.id), Self(record: record.id, index: index))
                }
            }
        }

        var identity: String { Self.identity }
        static let identity = "table"
        var isInSitemap: Bool { false }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            let tables = context.tables(of: record)
            guard let record = context.own(record), index < tables.count else { return .bytes([]) }
            return .bytes(
                TableDownload(
                    words: FindingWords(strings: context.strings), table: tables[index], isExample: record.isExample,
                    separator: context.configuration.csvSeparator
                ).bytes)
        }
    }
}
