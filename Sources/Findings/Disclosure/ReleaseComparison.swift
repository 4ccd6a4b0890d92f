import Diagnostics

/// Compares what was printed before with the tables as they are now.
struct ReleaseComparison {
    /// Tables of earlier releases that today's counts do not contradict.
    private(set) var agreeing: [SurveyTable] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ entries: [ReleaseLedger.Entry], with sources: [SurveyTables.Source]) {
        var told = Set<String>()
        for entry in entries {
            let own = sources.first { $0.record == entry.record && $0.table.id == entry.id }
            guard let then = entry.table(askedNow: own?.counts.base) else { continue }
            let twins = sources.filter { source in
                source.record == entry.record && source.table.id == entry.id
                    || source.forArithmetic([]).isRepeated(by: then)
            }
            let changed = twins.first { Self.differs(then, $0.forArithmetic([])) }
            guard let changed else {
                agreeing.append(then)
                continue
            }
            guard told.insert("\(changed.record)/\(changed.table.id)").inserted else { continue }
            diagnostics.append(
                Diagnostic(
                    .ledgerContradicted, at: changed.table.span, changed.table.id, "số liệu đã sửa sau khi công bố",
                    "figures were changed after their release"))
        }
    }

    /// Whether a figure was printed with another value.
    private static func differs(_ then: SurveyTable, _ now: SurveyTable) -> Bool {
        guard Set(then.answers) == Set(now.answers), Set(then.groups) == Set(now.groups) else {
            // Another table by now: what was printed stays known.
            return false
        }
        func differ(_ a: Int?, _ b: Int?) -> Bool { a != nil && a != b }
        guard then.base == now.base else { return true }
        for (row, answer) in then.answers.enumerated() {
            guard let other = now.answers.firstIndex(of: answer) else { continue }
            if differ(then.totals[row], now.totals[other]) { return true }
            for (column, group) in then.groups.enumerated() {
                guard let beside = now.groups.firstIndex(of: group) else { continue }
                if differ(then.counts[row][column], now.counts[other][beside])
                    || differ(then.groupBases[column], now.groupBases[beside])
                {
                    return true
                }
            }
        }
        return false
    }
}
