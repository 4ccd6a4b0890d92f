import Catalogue
import Charts
import Findings
import Records

/// The same question over several surveys of the edition.
struct FindingSeries {
    let context: SiteContext

    struct Drawn {
        var chart: Chart.Trend
        var headline: String
        var description: String
        /// The surveys, oldest first.
        var surveys: [TemplateFields]
    }

    private struct Wave {
        var record: Record
        var table: PublishedTable
        var position: Double
        var label: String
    }

    /// The trend that a table belongs to; nil when no other survey of the edition asked the same, with a share shown twice.
    func trend(of table: PublishedTable, in record: Record) -> Drawn? {
        guard let series = table.series else { return nil }
        let waves = waves(series)
        guard waves.count > 1 else { return nil }
        let words = FindingWords(strings: context.strings)
        let strings = context.strings
        var times: [Chart.Trend.Time] = []
        for (index, wave) in waves.enumerated() {
            let isBroken = index > 0 && !isSameQuestion(waves[index - 1].table, wave.table)
            times.append(
                Chart.Trend.Time(
                    label: wave.label, position: wave.position, breakNote: isBroken ? strings[.trendBreak] : nil))
        }
        let lines = table.answers.map { answer in
            Chart.Trend.Line(
                label: words.label(answer),
                points: waves.map { wave in
                    point(wave.table.answers.firstIndex(of: answer).map { wave.table.total.cells[$0] }, wave, words)
                }, isNeutral: NoOpinion(table.answers).contains(answer))
        }.filter { line in line.points.count { $0.value != nil } > 1 }
        guard !lines.isEmpty else { return nil }
        let told = lines.map { line in
            let points = zip(times, line.points).map { time, point in
                (time.breakNote.map { "[\($0)] " } ?? "") + "\(time.label) \(point.text)"
            }
            return "\(line.label): \(points.joined(separator: ", "))."
        }
        let (headline, subject) = headline(lines, times)
        return Drawn(
            chart: Chart.Trend(times: times, lines: lines, subject: subject), headline: headline,
            description: told.joined(separator: " "),
            surveys: waves.map { survey($0, isHere: $0.record.id == record.id) })
    }

    /// Oldest first; the editions' own records only.
    private func waves(_ series: String) -> [Wave] {
        context.findings.flatMap { record -> [Wave] in
            guard let finding = record.finding,
                let date = finding.conducted?.from ?? finding.conducted?.to ?? finding.released,
                let span = date.span, let label = context.dates.short(date.toTheMonth)
            else { return [] }
            let middle = span.lowerBound
            let position =
                Double(middle / 10_000) + (Double(middle / 100 % 100) - 1) / 12 + (Double(middle % 100) - 1) / 366
            return context.tables(of: record.id).filter { $0.series == series }.map {
                Wave(record: record, table: $0, position: position, label: label)
            }
        }.sorted { ($0.position, $0.record.id, $0.table.id) < ($1.position, $1.record.id, $1.table.id) }
    }

    /// Where a point of the line comes from: `6/2020 (n = 298)`, linked to its record.
    private func survey(_ wave: Wave, isHere: Bool) -> TemplateFields {
        var fields: TemplateFields = [
            "label": .text(wave.label),
            "base": .text(wave.table.total.base.map { "n = \(context.strings.grouped($0))" } ?? "n: –"),
        ]
        if !isHere { fields["path"] = .text(context.path(of: wave.record)) }
        return fields
    }

    private func isSameQuestion(_ a: PublishedTable, _ b: PublishedTable) -> Bool {
        a.question == b.question && a.answers == b.answers
    }

    private func point(_ cell: PublishedTable.Cell?, _ wave: Wave, _ words: FindingWords) -> Chart.Mark {
        guard let figures = cell?.figures, let share = figures.share else {
            return Chart.Mark(label: wave.label, value: nil, text: context.strings[.withheld])
        }
        return Chart.Mark(
            label: wave.label, value: share, lower: figures.interval?.lower, upper: figures.interval?.upper,
            text: words.share(share, isSmall: wave.table.total.isSmall))
    }

    /// The opinion that moved most since the wording was last changed, from its first to its last share, and which line it is.
    private func headline(_ lines: [Chart.Trend.Line], _ times: [Chart.Trend.Time]) -> (String, subject: Int?) {
        let strings = context.strings
        let start = times.lastIndex { $0.breakNote != nil } ?? 0
        var moved: (index: Int, first: Chart.Mark, last: Chart.Mark, by: Double)?
        for (index, line) in lines.enumerated() where !line.isNeutral {
            let shown = line.points[start...].filter { $0.value != nil }
            guard shown.count > 1, let first = shown.first, let last = shown.last else { continue }
            let change = abs((last.value ?? 0) - (first.value ?? 0))
            if moved.map({ change > $0.by }) ?? true { moved = (index, first, last, change) }
        }
        guard let (subject, first, last, _) = moved else {
            let ends = ["from": times[0].label, "to": times[times.count - 1].label]
            return (strings.filled(.word(.trendTitle), ends), nil)
        }
        let headline = strings.filled(
            .word(.trendHeadline),
            [
                "answer": lines[subject].label, "from": first.text, "to": last.text, "fromDate": first.label,
                "toDate": last.label,
            ])
        return (headline, subject)
    }
}

extension PartialDate {
    /// Without its day.
    fileprivate var toTheMonth: PartialDate {
        if case .day(let year, let month, _) = self { .month(year: year, month: month) } else { self }
    }
}
