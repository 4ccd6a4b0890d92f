import LinearPrograms

/// Ways to shift respondents between figures without breaking an equation, as a linear program.
///
/// Each figure may gain and lose. What is not known to hold anybody may only gain; what is known to hold as many as the threshold
/// may lose as many. So a way that is found here exists whatever the hidden figures are.
struct ExchangeProgram: ~Copyable {
    /// The model's figures that take part.
    let figures: [Int]
    private let indices: [Int: Int]
    private var program: LinearProgram
    private var limits: [Limits]
    private var costs: [Double]

    struct Limits: Equatable {
        var gain: ClosedRange<Double>
        var loss: ClosedRange<Double>

        static let none = Limits(gain: 0...0, loss: 0...0)
    }

    init(_ figures: [Int], _ relations: [SurveyModel.Relation]) {
        self.figures = figures
        let indices = Dictionary(uniqueKeysWithValues: figures.enumerated().map { ($1, $0) })
        self.indices = indices
        let equations = relations.map { relation in
            var terms: [(unknown: Int, factor: Double)] = []
            for (figure, sign) in [(relation.whole, 1.0)] + relation.parts.map({ ($0, -1.0) }) {
                guard let index = indices[figure] else { continue }
                terms.append((2 * index, sign))
                terms.append((2 * index + 1, -sign))
            }
            return LinearProgram.Equation(terms)
        }
        program = LinearProgram(unknowns: figures.count * 2, equations: equations, stepLimit: 50_000)
        limits = figures.map { _ in Limits(gain: -1...0, loss: 0...0) }
        costs = figures.map { _ in 0 }
    }

    func contains(_ figure: Int) -> Bool { indices[figure] != nil }

    mutating func limit(_ figure: Int, to new: Limits) {
        guard let index = indices[figure], limits[index] != new else { return }
        limits[index] = new
        program.setBounds(of: 2 * index, from: new.gain.lowerBound, to: new.gain.upperBound)
        program.setBounds(of: 2 * index + 1, from: new.loss.lowerBound, to: new.loss.upperBound)
    }

    /// What a respondent more or less in a figure costs.
    mutating func price(_ figure: Int, at cost: Double, gain: Double? = nil) {
        guard let index = indices[figure] else { return }
        program.setCost(of: 2 * index, to: gain ?? cost)
        program.setCost(of: 2 * index + 1, to: cost)
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
