import Charts
import Findings
import Records

/// Chooses the picture of a published table, its headline and the words that stand for it.
struct FindingCharts {
    typealias Drawing = Chart

    let words: FindingWords
    let table: PublishedTable

    private var strings: InterfaceStrings { words.strings }

    /// Columns that have anything to draw.
    private var columns: [PublishedTable.Column] {
        table.columns.filter { column in column.cells.contains { $0.figures?.share != nil } }
    }

    /// What was found, in a sentence: the editor's, or the answer that most chose.
    var headline: String {
        if let title = table.title { return title }
        let shares = table.answers.indices.map { table.total.cells[$0].figures?.share }
        guard !shares.contains(where: { $0 == nil }),
            let best = shares.indices.max(by: { (shares[$0] ?? 0, -$0) < (shares[$1] ?? 0, -$1) }),
            let share = shares[best]
        else { return table.question }
        return strings.filled(
            .word(.chartHeadline),
            [
                "answer": words.label(table.answers[best]), "share": words.share(share, isSmall: table.total.isSmall),
                "n": String(table.answers.count),
            ])
    }

    var chart: Chart? {
        guard !columns.isEmpty else { return nil }
        switch table.chart ?? standard {
        case .none: return nil
        case .bars: return .bars(marks(of: table.total))
        case .dots: return .dots(marks(of: table.total))
        case .stacked:
            guard table.answerForm != .several else { return .bars(marks(of: table.total)) }
            return .stacked(
                rows: columns.map { Chart.Stack(label: name($0), parts: marks(of: $0)) },
                scale: table.answers.map(words.label), withheld: strings[.withheld])
        case .multiples: return .multiples(columns.map { Chart.Panel(title: name($0), marks: marks(of: $0)) })
        }
    }

    private var standard: ChartForm {
        if table.answerForm == .scale { return .stacked }
        if !table.groups.isEmpty { return .multiples }
        if case .interval = table.precision { return .dots }
        return .bars
    }

    /// The picture in words: every share that it shows, and what it leaves open.
    var description: String {
        columns.map { column in
            let parts = marks(of: column).map { mark in "\(mark.label): \(mark.text)" }
            return "\(name(column)): \(parts.joined(separator: "; "))."
        }.joined(separator: " ")
    }

    private func name(_ column: PublishedTable.Column) -> String {
        let label = words.label(column.label)
        return column.base.map { "\(label) (n = \(strings.grouped($0)))" } ?? label
    }

    private func marks(of column: PublishedTable.Column) -> [Chart.Mark] {
        table.answers.indices.map { row in
            let label = words.label(table.answers[row])
            guard let figures = column.cells[row].figures, let share = figures.share else {
                return Chart.Mark(label: label, value: nil, text: strings[.withheld])
            }
            let isDots = (table.chart ?? standard) == .dots
            var text = words.share(share, isSmall: column.isSmall)
            if isDots, let interval = figures.interval {
                text += " (\(words.interval(interval, isSmall: column.isSmall)))"
            }
            return Chart.Mark(
                label: label, value: share, lower: figures.interval?.lower, upper: figures.interval?.upper, text: text)
        }
    }
}
