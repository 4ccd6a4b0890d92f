/// Ways to shift respondents through hidden figures alone, each figure by the same number: a path through the equations.
///
/// Most figures are protected by what is hidden already, and a search over equations shows it a hundred times sooner than a linear
/// program does. Figures that stand in more than two equations take no part; what is not found here, the program finds.
struct ExchangePaths {
    private struct Place {
        var relation: Int
        /// 1 for the whole, -1 for a part: with it, the changes in an equation add up to nothing.
        var factor: Int
    }

    private let relations: [SurveyModel.Relation]
    /// By figure; empty for those that take no part.
    private var places: [[Place]]

    /// - Parameter isFixed: Whether a figure cannot move.
    init(_ relations: [SurveyModel.Relation], where isFixed: (Int) -> Bool) {
        self.relations = relations
        let count = (relations.lazy.map { max($0.whole, $0.parts.max() ?? 0) }.max() ?? -1) + 1
        var places = [[Place]](repeating: [], count: count)
        for (number, relation) in relations.enumerated() {
            places[relation.whole].append(Place(relation: number, factor: 1))
            for part in relation.parts { places[part].append(Place(relation: number, factor: -1)) }
        }
        for figure in places.indices where places[figure].count > 2 || isFixed(figure) { places[figure] = [] }
        self.places = places
    }

    /// The changes that let a figure grow by 1; nil where no path is found.
    ///
    /// - Parameters:
    ///   - other: A figure of one of its equations that shrinks by 1 in return.
    ///   - mayChange: Whether a figure may move by so much, 1 or -1.
    func growth(of figure: Int, shrinking other: Int? = nil, where mayChange: (Int, Int) -> Bool) -> [Int: Int]? {
        guard figure < places.count, !places[figure].isEmpty else { return nil }
        if let other, places[other].isEmpty { return nil }
        var changes = [figure: 1]
        var open = places[figure].map { Place(relation: $0.relation, factor: $0.factor) }
        if let other {
            changes[other] = -1
            for place in places[other] {
                if let same = open.firstIndex(where: { $0.relation == place.relation && $0.factor == place.factor }) {
                    open.remove(at: same)
                } else {
                    open.append(Place(relation: place.relation, factor: -place.factor))
                }
            }
        }
        guard open.count <= 2 else { return nil }
        if open.count == 2, let path = path(from: open[0], to: open[1], avoiding: changes, where: mayChange) {
            return changes.merging(path) { $0 + $1 }
        }
        // Each equation by itself, where hidden sums that nothing else tells take up the change.
        for place in open {
            guard let path = path(from: place, to: nil, avoiding: changes, where: mayChange) else { return nil }
            changes.merge(path) { $0 + $1 }
        }
        return changes
    }

    /// Changes that carry an imbalance of one equation to where it is made good.
    ///
    /// - Parameters:
    ///   - start: An equation and by how much it is out of balance.
    ///   - end: The other equation that is; nil where the path must end in a figure that no other equation knows.
    private func path(
        from start: Place, to end: Place?, avoiding used: [Int: Int], where mayChange: (Int, Int) -> Bool
    ) -> [Int: Int]? {
        struct Step {
            var equation: Place
            /// Of the step that led here.
            var previous: Int
            var figure: Int
            var change: Int
        }
        var steps = [Step(equation: start, previous: -1, figure: -1, change: 0)]
        var seen = [Bool](repeating: false, count: relations.count * 2)
        func isNew(_ place: Place) -> Bool {
            let index = place.relation * 2 + (place.factor > 0 ? 1 : 0)
            defer { seen[index] = true }
            return !seen[index]
        }
        _ = isNew(start)
        func changes(until last: Step) -> [Int: Int]? {
            var changes: [Int: Int] = [:]
            var step = last
            while true {
                guard changes.updateValue(step.change, forKey: step.figure) == nil else { return nil }
                guard step.previous > 0 else { return changes }
                step = steps[step.previous]
            }
        }
        var at = 0
        while at < steps.count {
            let here = steps[at].equation
            let relation = relations[here.relation]
            for next in 0...relation.parts.count {
                let figure = next == 0 ? relation.whole : relation.parts[next - 1]
                guard used[figure] == nil, !places[figure].isEmpty else { continue }
                let change = here.factor * (next == 0 ? -1 : 1)
                guard mayChange(figure, change) else { continue }
                let step = Step(equation: here, previous: at, figure: figure, change: change)
                guard let far = places[figure].first(where: { $0.relation != here.relation }) else {
                    if end == nil { return changes(until: step) }
                    continue
                }
                let imbalance = far.factor * change
                if let end, end.relation == far.relation, end.factor == -imbalance { return changes(until: step) }
                let place = Place(relation: far.relation, factor: imbalance)
                if isNew(place) { steps.append(Step(equation: place, previous: at, figure: figure, change: change)) }
            }
            at += 1
        }
        return nil
    }
}
