import Diagnostics
import Records

/// Sums of weights behind each cell, where every respondent has a weight of their own: a file of the same shape as the table's.
struct CellWeights: Sendable, Hashable {
    /// By answer, then group.
    var cells: [[Double]]
    /// Of everybody who was asked, by group.
    var groupBases: [Double]
    /// Of all respondents, by answer.
    var totals: [Double]
    var base: Double
    /// Sum of squared weights of all respondents, for Kish's design effect.
    var squares: Double?

    private static let squareNames: Set<String> = ["bình phương", "tổng bình phương", "squares", "sum of squares"]

    /// Reads a CSV file with the table's groups and answers; `base` and a column of totals as there. A row of squares holds, by
    /// group, the sum of the squared weights of its respondents.
    static func read(_ csv: CommaSeparated, path: String, for table: CountTable) -> Result<CellWeights, Diagnostic> {
        func refuse(_ line: Int, _ vi: String, _ en: String) -> Result<CellWeights, Diagnostic> {
            .failure(Diagnostic(.wrongWeights, at: SourceSpan(file: path, line: line), vi, en))
        }
        let header = csv.rows[0].fields
        var rows: [String: [Double]] = [:]
        for row in csv.rows.dropFirst() {
            let sums = row.fields.dropFirst().map(GroupWeights.decimal)
            guard row.fields.count == header.count, sums.allSatisfy({ $0 != nil }),
                rows.updateValue(sums.compactMap { $0 }, forKey: row.fields[0]) == nil
            else {
                return refuse(
                    row.line, "mỗi câu trả lời một dòng, mỗi ô một tổng quyền số",
                    "one row for each answer, a sum of weights in each cell")
            }
        }
        func take(_ isWanted: (String) -> Bool) -> [Double]? {
            rows.keys.filter(isWanted).sorted().first.flatMap { rows.removeValue(forKey: $0) }
        }
        let squares = take { squareNames.contains($0.lowercased()) }
        let base = take { CountTableReader.isBase($0, answers: table.isExclusive ? .one : .several) }
        let total = header.dropFirst().firstIndex { CountTableReader.isTotal($0) }.map { $0 - 1 }

        // Columns in the table's order; what the table adds for a rest is the rest here too.
        func columns(_ sums: [Double]) -> [Double]? {
            guard !table.groups.isEmpty else { return [] }
            var ordered: [Double] = []
            for group in table.groups {
                switch group {
                case .text(let name):
                    guard let place = header.dropFirst().firstIndex(of: name) else { return nil }
                    ordered.append(sums[place - 1])
                case .noGroup, .noAnswer:
                    guard let total else { return nil }
                    ordered.append(sums[total] - ordered.reduce(0, +))
                }
            }
            return ordered
        }
        func everybody(_ sums: [Double]) -> Double {
            total.map { sums[$0] } ?? columns(sums).flatMap { $0.isEmpty ? nil : $0.reduce(0, +) } ?? sums[0]
        }

        var cells: [[Double]] = []
        var totals: [Double] = []
        for answer in table.answers {
            let sums: [Double]?
            switch answer {
            case .text(let name): sums = rows.removeValue(forKey: name)
            case .noAnswer, .noGroup:
                sums = base.map { base in base.indices.map { base[$0] - sum(csv, $0 + 1, table) } }
            }
            guard let sums, let row = columns(sums) else {
                return refuse(
                    1, "thiếu câu trả lời, nhóm, cột tổng hoặc dòng base của bảng",
                    "an answer, a group, the totals or the base of the table is missing")
            }
            cells.append(row)
            totals.append(everybody(sums))
        }
        guard rows.isEmpty else { return refuse(1, "có dòng không nằm trong bảng", "a row is not in the table") }
        guard base != nil || table.isExclusive else {
            return refuse(1, "câu được chọn nhiều ý cần dòng base", "a question with several answers needs a line base")
        }
        let groupBases =
            base.flatMap(columns) ?? table.groups.indices.map { group in cells.reduce(0) { $0 + $1[group] } }
        let all = base.map(everybody) ?? totals.reduce(0, +)
        let isEmptyAlike = table.counts.indices.allSatisfy { row in
            table.groups.indices.allSatisfy { (table.counts[row][$0] > 0) == (cells[row][$0] > 0) }
        }
        guard all > 0, isEmptyAlike else {
            return refuse(
                1, "ô có người phải có quyền số, ô không người thì không",
                "cells with people have weights, those without have none")
        }
        return .success(
            CellWeights(
                cells: cells, groupBases: groupBases, totals: totals, base: all, squares: squares.map(everybody)))
    }

    /// What the file's answers add up to in a column.
    private static func sum(_ csv: CommaSeparated, _ column: Int, _ table: CountTable) -> Double {
        let names = Set(table.answers.compactMap { if case .text(let name) = $0 { name } else { nil } })
        return csv.rows.dropFirst().filter { names.contains($0.fields[0]) }
            .reduce(0) { $0 + (GroupWeights.decimal($1.fields[column]) ?? 0) }
    }
}

/// How respondents are weighted.
enum SurveyWeights: Sendable, Hashable {
    /// One weight for everybody in a group.
    case groups(GroupWeights)
    /// A weight for each respondent, summed in cells.
    case cells(CellWeights)

    static func read(_ file: SourceFile, for table: CountTable) -> Result<SurveyWeights, Diagnostic> {
        if let csv = try? CommaSeparated(file), table.groups.isEmpty || csv.rows[0].fields.count > 2 {
            return CellWeights.read(csv, path: file.path, for: table).map { .cells($0) }
        }
        return GroupWeights.read(file, for: table).map { .groups($0) }
    }
}
