import Records

/// Makes the publishable table of counts and the decision what to hide. The only place where counts become figures.
struct TablePublication {
    let table: FindingTable
    let counts: CountTable
    let weights: SurveyWeights?
    let disclosure: Disclosure?
    let rules: SuppressionRules

    func published(_ hidden: SurveyDecision.Hidden) -> PublishedTable {
        let precision = PrecisionStatement(disclosure, kish: kish, isKishWithheld: hidden.isBaseHiddenSomewhere)
        var columns = [total(hidden, precision)]
        for (index, label) in counts.groups.enumerated() {
            columns.append(group(index, label, hidden, precision))
        }
        return PublishedTable(
            id: table.id, question: table.question, title: table.title, answerForm: table.answers, chart: table.chart,
            series: table.series, by: counts.groups.isEmpty ? nil : table.by, answers: counts.answers, columns: columns,
            weighting: weighting, precision: precision, rules: rules)
    }

    /// Kish's design effect of the weights over all respondents; nil without weights.
    private var kish: Double? {
        switch weights {
        case nil: nil
        case .groups(let weights):
            DesignEffect.kish(zip(counts.groupBases, weights.weights).map { (respondents: $0, weight: $1) })
        case .cells(let sums):
            sums.squares.map { DesignEffect.kish(respondents: counts.base, sum: sums.base, squares: $0) }
        }
    }

    private var weighting: PublishedTable.Weighting {
        switch weights {
        case nil: .none
        case .groups: .totals
        case .cells: .everything
        }
    }

    private func total(_ hidden: SurveyDecision.Hidden, _ precision: PrecisionStatement) -> PublishedTable.Column {
        let isBelow = counts.base < rules.base
        let cells = counts.answers.indices.map { row -> PublishedTable.Cell in
            guard !isBelow, !hidden.totals[row] else { return .withheld }
            // Weights make the weighted total one more equation over the row's cells and the bases.
            let isOpen = weights == nil || !hidden.isAnswerTouched[row] && !hidden.isBaseHiddenSomewhere
            let share = isOpen && !hidden.base ? self.share(row) : nil
            let interval = share.flatMap { self.interval($0, base: counts.base, precision, isWhole: true) }
            return .shown(PublishedTable.Figures(count: counts.totals[row], share: share, interval: interval))
        }
        return PublishedTable.Column(
            label: nil, base: hidden.base ? nil : counts.base, isBelowBase: isBelow && !hidden.base,
            isSmall: counts.base < 100 && !hidden.base,
            cells: cells)
    }

    private func share(_ row: Int) -> Double {
        let weights: GroupWeights
        switch self.weights {
        case nil: return Double(counts.totals[row]) / Double(counts.base)
        case .cells(let sums): return sums.totals[row] / sums.base
        case .groups(let groups): weights = groups
        }
        let weighted = zip(counts.counts[row], weights.weights).reduce(0) { $0 + Double($1.0) * $1.1 }
        let all = zip(counts.groupBases, weights.weights).reduce(0) { $0 + Double($1.0) * $1.1 }
        return weighted / all
    }

    private func group(
        _ index: Int, _ label: TableLabel, _ hidden: SurveyDecision.Hidden, _ precision: PrecisionStatement
    ) -> PublishedTable.Column {
        let base = counts.groupBases[index]
        let isBelow = base < rules.base
        let isBaseHidden = hidden.groupBases[index]
        let cells = counts.answers.indices.map { row -> PublishedTable.Cell in
            guard !isBelow, !hidden.cells[row][index] else { return .withheld }
            let count = counts.counts[row][index]
            // Without its base a count has no share to show.
            let share = isBaseHidden ? nil : share(row, of: index)
            let interval = share.flatMap { self.interval($0, base: base, precision, isWhole: false) }
            return .shown(PublishedTable.Figures(count: count, share: share, interval: interval))
        }
        return PublishedTable.Column(
            label: label, base: isBaseHidden ? nil : base, isBelowBase: isBelow && !isBaseHidden,
            isSmall: base < 100 && !isBaseHidden, cells: cells)
    }

    private func share(_ row: Int, of group: Int) -> Double {
        if case .cells(let sums) = weights { return sums.cells[row][group] / sums.groupBases[group] }
        return Double(counts.counts[row][group]) / Double(counts.groupBases[group])
    }

    /// - Parameter isWhole: Whether the share is of all respondents; the size of a group in the population is not known.
    private func interval(
        _ share: Double, base: Int, _ precision: PrecisionStatement, isWhole: Bool
    ) -> ConfidenceInterval? {
        guard case .interval(let source, _) = precision else { return nil }
        let effect: Double? =
            switch source {
            case .stated(let effect): effect
            // With weights by group, everybody within one has the same.
            case .kish(let effect): if case .groups = weights, !isWhole { 1 } else { effect }
            case .none: 1
            case .withheld: if case .groups = weights, !isWhole { 1 } else { nil }
            }
        guard let effect else { return nil }
        return .wilson(
            share: share, effectiveSize: Double(base) / effect, sampleSize: Double(base),
            populationSize: isWhole ? disclosure?.populationSize.map(Double.init) : nil)
    }
}
