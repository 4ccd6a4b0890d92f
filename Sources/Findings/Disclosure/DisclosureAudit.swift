import LinearPrograms

/// Tries to compute what is hidden from what is printed, as a reader with a solver would.
///
/// A hidden figure stands when whole numbers fit everything printed with which it differs by the protection or more. Such
/// numbers are the corners that linear programs find, checked against every equation in whole numbers. What is not shown to stand,
/// for whatever reason, falls.
struct DisclosureAudit {
    let model: SurveyModel
    /// By figure.
    let hidden: [Bool]
    /// How far the least and the greatest value of a hidden figure must lie apart.
    let width: Int

    static let mostUnknowns = 12_000

    /// Figures that must stay unknown and may not.
    var exposed: [Int] { components.flatMap(exposed) }

    private struct Component {
        var figures: [Int] = []
        var equations: [Equation] = []
    }

    /// Over the component's figures, by their index in it.
    private struct Equation {
        var terms: [(index: Int, factor: Int)] = []
        var sum = 0
    }

    private func mustStayUnknown(_ figure: Int) -> Bool {
        let traits = model.figures[figure]
        return hidden[figure] && (traits.uses > 0 || traits.isSensitive && traits.isSmall)
    }

    /// Hidden figures that hang together once what is printed is put in.
    private var components: [Component] {
        var home = [Int](repeating: -1, count: model.figures.count)
        var neighbours = model.figures.map { _ in [Int]() }
        for (index, relation) in model.relations.enumerated() {
            for figure in [relation.whole] + relation.parts where hidden[figure] { neighbours[figure].append(index) }
        }
        var components: [Component] = []
        for start in model.figures.indices where hidden[start] && home[start] < 0 {
            var component = Component()
            var equations: [Int] = []
            var seen = Set<Int>()
            var stack = [start]
            home[start] = components.count
            var indices: [Int: Int] = [:]
            while let figure = stack.popLast() {
                indices[figure] = component.figures.count
                component.figures.append(figure)
                for relation in neighbours[figure] where seen.insert(relation).inserted {
                    equations.append(relation)
                    for other in [model.relations[relation].whole] + model.relations[relation].parts
                    where hidden[other] && home[other] < 0 {
                        home[other] = components.count
                        stack.append(other)
                    }
                }
            }
            for index in equations.sorted() {
                var equation = Equation()
                for (figure, factor) in Self.terms(model.relations[index]) {
                    if let place = indices[figure] {
                        equation.terms.append((place, factor))
                    } else {
                        equation.sum -= factor * (model.figures[figure].value ?? 0)
                    }
                }
                component.equations.append(equation)
            }
            components.append(component)
        }
        return components
    }

    private static func terms(_ relation: SurveyModel.Relation) -> [(Int, Int)] {
        var factors: [Int: Int] = [relation.whole: 1]
        for part in relation.parts { factors[part, default: 0] -= 1 }
        return factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func exposed(_ component: Component) -> [Int] {
        let guarded = component.figures.indices.filter { mustStayUnknown(component.figures[$0]) }
        guard !guarded.isEmpty else { return [] }
        guard component.figures.count <= Self.mostUnknowns else { return guarded.map { component.figures[$0] } }
        var search = Search(component.figures.count, width: width, guarded: guarded)
        let values = component.figures.map { model.figures[$0].value }
        if !values.contains(nil) { search.see(values.compactMap { $0 }) }
        let program = program(component)
        search.tryTogether(component.equations, program)
        return search.tryEach(component.equations, program).map { component.figures[$0] }
    }

    private func program(_ component: Component) -> LinearProgram {
        let program = LinearProgram(
            unknowns: component.figures.count,
            equations: component.equations.map { equation in
                LinearProgram.Equation(
                    equation.terms.map { ($0.index, Double($0.factor)) }, sum: Double(equation.sum))
            })
        let most = Double(model.figures.compactMap(\.value).max() ?? 0)
        for unknown in component.figures.indices { program.setBounds(of: unknown, from: 0, to: most) }
        return program
    }

    /// The range of each figure, as far as it has been seen.
    private struct Search {
        private var least: [Int?]
        private var greatest: [Int?]
        private let width: Int
        private var open: [Int]
        private var noise: UInt64 = 88_172_645_463_325_252

        init(_ count: Int, width: Int, guarded: [Int]) {
            least = Array(repeating: nil, count: count)
            greatest = least
            self.width = width
            open = guarded
        }

        /// Notes values that fit everything printed.
        mutating func see(_ values: [Int]) {
            for index in open {
                least[index] = min(least[index] ?? values[index], values[index])
                greatest[index] = max(greatest[index] ?? values[index], values[index])
            }
            open.removeAll { (greatest[$0] ?? 0) - (least[$0] ?? 0) >= width }
        }

        /// Corners of the system in directions that move many figures at once show most ranges in few programs.
        mutating func tryTogether(_ equations: [Equation], _ program: borrowing LinearProgram) {
            var idle = 0
            while open.count > 3, idle < 3 {
                let before = open.count
                let costs = open.map { _ in random() }
                for sign in [1.0, -1.0] {
                    for unknown in least.indices { program.setCost(of: unknown, to: 0) }
                    for (index, cost) in zip(open, costs) where !open.isEmpty {
                        program.setCost(of: index, to: sign * cost)
                    }
                    guard program.solve(boundsChanged: false) else { return }
                    if let values = Self.whole(program.values(), equations) { see(values) }
                }
                idle = open.count < before ? 0 : idle + 1
            }
            for unknown in least.indices { program.setCost(of: unknown, to: 0) }
        }

        /// The least and the greatest of each that is left; those that do not lie far enough apart.
        mutating func tryEach(_ equations: [Equation], _ program: borrowing LinearProgram) -> [Int] {
            var exposed: [Int] = []
            while let index = open.first {
                for sign in [1.0, -1.0] where open.first == index {
                    program.setCost(of: index, to: sign)
                    let isSolved = program.solve(boundsChanged: false)
                    if isSolved, let values = Self.whole(program.values(), equations) {
                        see(values)
                    } else if isSolved, let found = program.solveInWholeNumbers(),
                        let values = Self.whole(found, equations)
                    {
                        see(values)
                    }
                    program.setCost(of: index, to: 0)
                }
                if open.first == index {
                    exposed.append(index)
                    open.removeFirst()
                }
            }
            return exposed
        }

        /// The values as whole numbers, if they are some and fit every equation.
        private static func whole(_ values: [Double], _ equations: [Equation]) -> [Int]? {
            var whole: [Int] = []
            whole.reserveCapacity(values.count)
            for value in values {
                guard value > -1e-6, value < 1e12, abs(value - value.rounded()) < 1e-4 else { return nil }
                whole.append(Int(value.rounded()))
            }
            let fits = equations.allSatisfy { equation in
                equation.terms.reduce(0) { $0 + $1.factor * whole[$1.index] } == equation.sum
            }
            return fits ? whole : nil
        }

        /// Between -1 and 1, the same in every run (xorshift, Marsaglia 2003).
        private mutating func random() -> Double {
            noise ^= noise << 13
            noise ^= noise >> 7
            noise ^= noise << 17
            return Double(Int64(bitPattern: noise)) / Double(Int64.max)
        }
    }
}
