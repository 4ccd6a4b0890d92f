import Charts
import Findings
import Records

/// Chooses the picture of a published table, its headline and the words that stand for it.
struct FindingCharts {
    typealias Drawing = Chart

    let words: FindingWords
    let table: PublishedTable

    private var strings: InterfaceStrings { words.strings }
    private var noOpinion: NoOpinion { NoOpinion(table.answers) }

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
                rows: table.columns.map { Chart.Stack(label: name($0), parts: marks(of: $0)) },
                scale: table.answers.map {
                    Chart.ScalePoint(label: words.label($0), isNeutral: noOpinion.contains($0))
                },
                withheld: Chart.WithheldWords(long: strings[.withheld], short: strings[.withheldShort]))
        case .multiples:
            guard table.groups.count > Self.mostGroupsApart else {
                return .multiples(columns.map { Chart.Panel(title: name($0), marks: marks(of: $0)) }, isDense: false)
            }
            return .multiples(panelsByAnswer, isDense: true)
        }
    }

    /// With more groups than these, an answer's shares stand together, so that groups are compared in one look.
    private static let mostGroupsApart = 5

    private var panelsByAnswer: [Chart.Panel] {
        let byColumn = columns.map { (label: words.label($0.label), marks: marks(of: $0)) }
        return table.answers.indices.map { row in
            var marks = byColumn.map { column in
                var mark = column.marks[row]
                mark.label = column.label
                return mark
            }
            // Nothing is known of any group: that is said once.
            if columns.first?.label == nil, marks.count > 2, marks.dropFirst().allSatisfy({ $0.value == nil }) {
                marks[1].label = strings[.eachGroup]
                marks.removeSubrange(2...)
            }
            return Chart.Panel(title: words.label(table.answers[row]), marks: marks)
        }
    }

    private var standard: ChartForm {
        if table.answerForm == .scale { return .stacked }
        if !table.groups.isEmpty { return .multiples }
        if case .interval = table.precision { return .dots }
        return .bars
    }

    /// Groups that the picture has nothing of, by name.
    var groupsLeftOut: [String] {
        switch chart {
        case nil, .stacked: []
        case .multiples: table.groups.filter { !columns.contains($0) }.map(name)
        // Of groups the others show nothing at all; the table beside them does.
        case .bars, .dots, .trend: []
        }
    }

    /// The picture in words: every share that it shows, and what it leaves open.
    var description: String {
        let isStacked = if case .stacked = chart { true } else { false }
        return (isStacked ? table.columns : columns).map { column in
            guard columns.contains(column) else { return "\(name(column)): \(strings[.withheld])." }
            let parts = marks(of: column).map { mark in "\(mark.label): \(mark.text)" }
            return "\(name(column)): \(parts.joined(separator: "; "))."
        }.joined(separator: " ")
    }

    private func name(_ column: PublishedTable.Column) -> String {
        let label = words.label(column.label)
        guard let base = column.base else { return label }
        let note = column.isBelowBase ? strings[.belowBase] : column.isSmall ? strings[.fewPeople] : nil
        return "\(label) (n = \(strings.grouped(base))\(note.map { ", \($0)" } ?? ""))"
    }

    private func marks(of column: PublishedTable.Column) -> [Chart.Mark] {
        table.answers.indices.map { row in
            let label = words.label(table.answers[row])
            let isNeutral = noOpinion.contains(table.answers[row])
            guard let figures = column.cells[row].figures, let share = figures.share else {
                return Chart.Mark(label: label, value: nil, text: strings[.withheld], isNeutral: isNeutral)
            }
            let isDots = (table.chart ?? standard) == .dots
            var text = words.share(share, isSmall: column.isSmall)
            if isDots, let interval = figures.interval {
                text += " (\(words.interval(interval, isSmall: column.isSmall)))"
            }
            return Chart.Mark(
                label: label, value: share, lower: figures.interval?.lower, upper: figures.interval?.upper, text: text,
                isNeutral: isNeutral)
        }
    }
}
