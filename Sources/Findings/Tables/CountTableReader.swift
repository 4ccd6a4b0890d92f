import Diagnostics
import Records

/// Reads a CSV file into counts and says what does not add up.
///
/// First row: any word, then the groups. Every other row: an answer, then a count per group. A column `total` and a row
/// `base` may stand anywhere; what they hold beyond the sum becomes a group or an answer of its own, since a reader could
/// reckon it anyway.
struct CountTableReader {
    let table: FindingTable
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []

    /// Whether a column holds all respondents.
    static func isTotal(_ name: String) -> Bool { TotalNames.isColumn(name) }

    /// Whether a row holds those who were asked. Where one answer is chosen, a row of totals is the base.
    static func isBase(_ name: String, answers: AnswerForm) -> Bool {
        TotalNames.isAsked(name) || answers != .several && TotalNames.isSum(name)
    }

    init(_ table: FindingTable, _ file: SourceFile) {
        self.table = table
        self.file = file
    }

    mutating func read() -> CountTable? {
        let csv: CommaSeparated
        do { csv = try CommaSeparated(file) } catch {
            switch error {
            case .quotes:
                malformed(
                    CellPlace.unclosedQuote(in: file), vi: "dấu nháy kép không khép",
                    en: "a double quote is never closed")
            case .empty: malformed(1, vi: "tệp trống", en: "the file is empty")
            }
            return nil
        }
        let header = csv.rows[0].fields
        guard header.count >= 2 else {
            malformed(1, vi: "không có cột số liệu", en: "no column of figures")
            return nil
        }
        var rows: [(line: Int, label: String, counts: [Int])] = []
        for row in csv.rows.dropFirst() {
            guard row.fields.count <= header.count else {
                malformed(row.line, vi: "dòng dài hơn dòng đầu", en: "a row longer than the first")
                continue
            }
            let cells = row.fields + Array(repeating: "", count: header.count - row.fields.count)
            if let counts = counts(cells, line: row.line) { rows.append((row.line, cells[0], counts)) }
            if PersonName.looksNamed(in: cells[0]) {
                diagnostics.append(Diagnostic(.nameInAnswer, at: place(row.line)))
            }
        }
        guard diagnostics.allSatisfy({ $0.severity != .error }) else { return nil }
        return assemble(header: Array(header.dropFirst()), rows: rows)
    }

    /// The counts of a row; nil, with a message for each wrong cell, when it is not all counts.
    private mutating func counts(_ cells: [String], line: Int) -> [Int]? {
        guard !cells[0].isEmpty else {
            malformed(line, vi: "dòng không có tên", en: "a row without a name")
            return nil
        }
        var counts: [Int] = []
        for (index, cell) in cells.enumerated().dropFirst() {
            let isDigits = !cell.isEmpty && cell.utf8.count <= 9 && cell.utf8.allSatisfy { (48...57).contains($0) }
            guard isDigits, let count = Int(cell) else {
                let place = CellPlace.span(line: line, cell: index, in: file)
                diagnostics.append(Diagnostic(.notACount, at: place, String(index + 1), String(cell.prefix(40))))
                continue
            }
            counts.append(count)
        }
        return counts.count == cells.count - 1 ? counts : nil
    }

    private mutating func assemble(header: [String], rows: [(line: Int, label: String, counts: [Int])]) -> CountTable? {
        let totalColumn = header.firstIndex(where: Self.isTotal)
        let groupColumns = header.indices.filter { $0 != totalColumn }
        if table.answers == .several, let row = rows.first(where: { TotalNames.isSum($0.label) }) {
            malformed(
                row.line,
                vi:
                    "dòng “\(row.label)” là số người hay số lượt chọn? Số người được hỏi thì gọi là “base”, số lượt thì bỏ",
                en: "is “\(row.label)” of people or of ticks? Call people asked “base”, and leave out ticks")
            return nil
        }
        let answers = rows.filter { !Self.isBase($0.label, answers: table.answers) }
        let bases = rows.filter { Self.isBase($0.label, answers: table.answers) }
        guard !answers.isEmpty, bases.count <= 1 else {
            malformed(
                1, vi: "cần ít nhất một câu trả lời và nhiều nhất một dòng “base”",
                en: "it needs an answer and at most one line “base”")
            return nil
        }
        let names = groupColumns.map { header[$0] }
        guard Set(names).count == names.count, !names.contains(""), Set(answers.map(\.label)).count == answers.count
        else {
            malformed(
                1, vi: "tên cột hoặc câu trả lời trống hay lặp lại",
                en: "a name of a column or an answer is empty or repeated")
            return nil
        }
        guard bases.count == 1 || table.answers != .several else {
            malformed(
                1, vi: "câu được chọn nhiều ý cần dòng “base”",
                en: "a question with several answers needs a line “base”")
            return nil
        }
        let isExclusive = table.answers != .several
        guard let nets = nets(answers, bases, groupColumns, totalColumn) else { return nil }
        let plain = answers.indices.filter { nets[$0] == nil }
        var counts = answers.map { row in groupColumns.map { row.counts[$0] } }
        var labels = answers.map { TableLabel.text($0.label) }
        var totals = answers.map { row in
            totalColumn.map { row.counts[$0] } ?? groupColumns.reduce(0) { $0 + row.counts[$1] }
        }
        func sum(_ rows: [[Int]], _ column: Int) -> Int { plain.reduce(0) { $0 + rows[$1][column] } }
        let sums = groupColumns.indices.map { sum(counts, $0) }
        let groupBases = bases.first.map { base in groupColumns.map { base.counts[$0] } } ?? sums
        let base =
            bases.first.map { row in totalColumn.map { row.counts[$0] } ?? groupBases.reduce(0, +) }
            ?? plain.reduce(0) { $0 + totals[$1] }
        var groups = names.map { TableLabel.text($0) }

        // What the total holds beyond the groups, the base beyond the answers.
        let restOfGroup = zip(totals, counts).map { $0 - $1.reduce(0, +) }
        var groupBasesAll = groupBases
        if totalColumn != nil, !groups.isEmpty {
            let restBase = base - groupBases.reduce(0, +)
            guard restOfGroup.allSatisfy({ $0 >= 0 }), restBase >= 0 else {
                disagree(answers[0].line, vi: "tổng nhỏ hơn các nhóm cộng lại", en: "a total is less than its groups")
                return nil
            }
            if restBase > 0 || restOfGroup.contains(where: { $0 > 0 }) {
                let row = restOfGroup.firstIndex { $0 > 0 }
                diagnostics.append(
                    Diagnostic(
                        .totalBeyondGroups, at: place(row.map { answers[$0].line } ?? bases.first?.line ?? 1),
                        totalColumn.map { header[$0] } ?? "", String(row.map { restOfGroup[$0] } ?? restBase),
                        row.map { answers[$0].label } ?? bases.first?.label ?? ""))
                groups.append(.noGroup)
                groupBasesAll.append(restBase)
                for index in counts.indices { counts[index].append(restOfGroup[index]) }
            }
        }
        if isExclusive {
            let rest = groupBasesAll.indices.map { column in
                groupBasesAll[column] - sum(counts, column)
            }
            let restTotal = base - plain.reduce(0) { $0 + totals[$1] }
            guard rest.allSatisfy({ $0 >= 0 }), restTotal >= 0 else {
                disagree(
                    bases.first?.line ?? 1, vi: "“base” nhỏ hơn các câu trả lời cộng lại",
                    en: "the base is less than its answers")
                return nil
            }
            let isSumRow = bases.first.map { TotalNames.isSum($0.label) } ?? false
            guard !isSumRow || restTotal == 0 && rest.allSatisfy({ $0 == 0 }) else {
                disagree(
                    bases.first?.line ?? 1,
                    vi:
                        "dòng tổng không bằng các câu trả lời cộng lại; nếu có người không trả lời thì gọi dòng ấy là “base”",
                    en: "the row of totals is not the sum of its answers; where some did not answer, call it “base”")
                return nil
            }
            if restTotal > 0 || rest.contains(where: { $0 > 0 }) {
                labels.append(.noAnswer)
                counts.append(rest)
                totals.append(restTotal)
            }
        } else {
            for (row, answer) in counts.enumerated() {
                guard zip(answer, groupBasesAll).allSatisfy({ $0 <= $1 }), totals[row] <= base else {
                    disagree(answers[row].line, vi: "câu trả lời nhiều hơn “base”", en: "an answer exceeds the base")
                    return nil
                }
            }
        }
        // One column that holds everybody parts nobody.
        if groups.count == 1 {
            groups = []
            groupBasesAll = []
            counts = counts.map { _ in [] }
        }
        return CountTable(
            answers: labels, groups: groups, counts: counts, groupBases: groupBasesAll, totals: totals, base: base,
            isExclusive: isExclusive, nets: nets)
    }

    // MARK: Rows that are sums

    private typealias Row = (line: Int, label: String, counts: [Int])

    /// Rows that are sums of other rows, by index; nil, with a message, where that is wrong or not stated.
    private mutating func nets(_ rows: [Row], _ bases: [Row], _ groups: [Int], _ total: Int?) -> [Int: [Int]]? {
        let columns = groups + (total.map { [$0] } ?? [])
        func vector(_ row: Int) -> [Int] { columns.map { rows[row].counts[$0] } }
        func isSum(_ row: Int, _ parts: [Int]) -> Bool {
            vector(row) == parts.reduce(columns.map { _ in 0 }) { zip($0, vector($1)).map(+) }
        }
        var nets: [Int: [Int]] = [:]
        for net in table.nets where !net.isDenied {
            let parts = net.parts.compactMap { name in rows.firstIndex { $0.label == name } }
            guard let row = rows.firstIndex(where: { $0.label == net.name }), parts.count == net.parts.count,
                !parts.contains(row), table.answers == .several || isSum(row, parts)
            else {
                diagnostics.append(Diagnostic(.netContradicted, at: table.span, net.name))
                return nil
            }
            if isSum(row, parts) { nets[row] = parts }
        }
        guard table.answers != .several, nets.isEmpty, rows.count <= 12 else { return nets }
        let denied = Set(table.nets.filter(\.isDenied).map(\.name))
        for row in rows.indices where !denied.contains(rows[row].label) {
            let others = rows.indices.filter { $0 != row && vector($0).contains { $0 > 0 } }
            // Sums of few small figures agree by chance.
            let weight = vector(row).reduce(1.0) { $0 * Double($1 + 1) }
            guard weight > Double(1 << others.count) * 1000 else { continue }
            for set in 1..<(1 << others.count) where set.nonzeroBitCount > 1 {
                let parts = others.enumerated().filter { set >> $0.offset & 1 == 1 }.map(\.element)
                guard isSum(row, parts) else { continue }
                let names = parts.map { rows[$0].label }.joined(separator: "”, “")
                diagnostics.append(Diagnostic(.netFound, at: place(rows[row].line), rows[row].label, names))
                return nil
            }
        }
        return nets
    }

    // MARK: Messages

    private func place(_ line: Int) -> SourceSpan { SourceSpan(file: file.path, line: line) }

    private mutating func malformed(_ line: Int, vi: String, en: String) {
        diagnostics.append(Diagnostic(.malformedTable, at: place(line), vi, en))
    }

    private mutating func disagree(_ line: Int, vi: String, en: String) {
        diagnostics.append(Diagnostic(.totalsDisagree, at: place(line), vi, en))
    }
}
