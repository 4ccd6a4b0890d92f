import LinearPrograms

/// Ways to shift respondents between figures without breaking an equation, as a linear program.
///
/// Each figure may gain and lose. What is not known to hold anybody may only gain; what is known to hold as many as the threshold
/// may lose as many. So a way that is found here exists whatever the hidden figures are.
struct ExchangeProgram: ~Copyable {
    /// The model's figures that take part.
    let figures: [Int]
    /// Where a figure stands among `figures`, by its number in the model; -1 for those that take no part.
    private let places: [Int32]
    private var program: LinearProgram
    private var limits: [Limits]
    /// By figure, the equations that it stands in: those of which it is a part, and those of which it is the whole.
    private let equations: [(asPart: [Int], asWhole: [Int])]
    private let relations: [SurveyModel.Relation]
    private var costs: [Prices]

    struct Limits: Equatable {
        var gain: ClosedRange<Double>
        var loss: ClosedRange<Double>

        static let none = Limits(gain: 0...0, loss: 0...0)
    }

    private struct Prices: Equatable {
        var gain: Double
        var loss: Double
    }

    init(_ figures: [Int], _ relations: [SurveyModel.Relation]) {
        self.figures = figures
        var places = [Int32](repeating: -1, count: (figures.max() ?? -1) + 1)
        for (index, figure) in figures.enumerated() { places[figure] = Int32(index) }
        self.places = places
        self.relations = relations
        var own: [(asPart: [Int], asWhole: [Int])] = figures.map { _ in ([], []) }
        for (number, relation) in relations.enumerated() {
            if let place = Self.place(relation.whole, places) { own[place].asWhole.append(number) }
            for part in relation.parts { if let place = Self.place(part, places) { own[place].asPart.append(number) } }
        }
        self.equations = own
        let equations = relations.map { relation in
            var terms: [(unknown: Int, factor: Double)] = []
            for (figure, sign) in [(relation.whole, 1.0)] + relation.parts.map({ ($0, -1.0) }) {
                guard let index = Self.place(figure, places) else { continue }
                terms.append((2 * index, sign))
                terms.append((2 * index + 1, -sign))
            }
            return LinearProgram.Equation(terms)
        }
        program = LinearProgram(unknowns: figures.count * 2, equations: equations, stepLimit: 50_000)
        limits = figures.map { _ in Limits(gain: -1...0, loss: 0...0) }
        costs = figures.map { _ in Prices(gain: 0, loss: 0) }
    }

    private static func place(_ figure: Int, _ places: [Int32]) -> Int? {
        figure < places.count && places[figure] >= 0 ? Int(places[figure]) : nil
    }

    mutating func limit(_ figure: Int, to new: Limits) {
        guard let index = Self.place(figure, places), limits[index] != new else { return }
        limits[index] = new
        program.setBounds(of: 2 * index, from: new.gain.lowerBound, to: new.gain.upperBound)
        program.setBounds(of: 2 * index + 1, from: new.loss.lowerBound, to: new.loss.upperBound)
    }

    /// What a respondent more or less in a figure costs.
    mutating func price(_ figure: Int, at cost: Double, gain: Double? = nil) {
        let new = Prices(gain: gain ?? cost, loss: cost)
        guard let index = Self.place(figure, places), costs[index] != new else { return }
        costs[index] = new
        program.setCost(of: 2 * index, to: new.gain)
        program.setCost(of: 2 * index + 1, to: new.loss)
    }

    /// Whether each equation of a figure lets it grow by itself; where one does not, no way has to be looked for.
    func mayGrow(_ figure: Int) -> Bool {
        guard let place = Self.place(figure, places) else { return false }
        for number in equations[place].asWhole where !hasPart(relations[number], but: figure, growing: true) {
            return false
        }
        for number in equations[place].asPart {
            let relation = relations[number]
            if !may(relation.whole, grow: true), !hasPart(relation, but: figure, growing: false) { return false }
        }
        return true
    }

    private func hasPart(_ relation: SurveyModel.Relation, but figure: Int, growing: Bool) -> Bool {
        for part in relation.parts where part != figure && may(part, grow: growing) { return true }
        return false
    }

    private func may(_ figure: Int, grow: Bool) -> Bool {
        guard let place = Self.place(figure, places) else { return false }
        return (grow ? limits[place].gain : limits[place].loss).upperBound > 0
    }

    /// The cheapest way within the limits: how many more or less each figure then holds; nil when there is none.
    func solve() -> [Int: Double]? {
        guard program.solve() else { return nil }
        var way: [Int: Double] = [:]
        for (index, figure) in figures.enumerated() {
            let change = program.value(of: 2 * index) - program.value(of: 2 * index + 1)
            if abs(change) > 1e-6 { way[figure] = change }
        }
        return way
    }
}
