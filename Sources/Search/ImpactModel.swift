import Glibc

/// BM25F in its simple form: fields weighted by occurrence, one length (Robertson, Zaragoza and Taylor, 2004), rounded
/// to few levels so that a level is one character in a list.
struct ImpactModel: Sendable {
    /// By field.
    let weights: [Int]
    let averageLength: Double
    private let saturation: Double
    private let normalisation: Double
    private let levels: Int

    init(_ parameters: SearchParameters, totalLength: Int, documents: Int) {
        weights = SearchField.allCases.map { parameters.fieldWeights[$0] ?? 0 }
        saturation = parameters.saturation
        normalisation = parameters.lengthNormalisation
        levels = min(max(parameters.impactLevels, 1), SymbolCode.maximumLevel)
        let average = Double(max(1, totalLength)) / Double(max(1, documents))
        let steps = parameters.averageLengthStepsPerDoubling
        averageLength = exp2((log2(average) * steps).rounded() / steps)
    }

    func impacts(length: Int) -> Impacts {
        let held = saturation * (1 - normalisation + normalisation * Double(length) / averageLength)
        return Impacts(held: held, levels: levels)
    }

    /// Levels of one document by weighted frequency.
    struct Impacts {
        private let held: Double
        private let levels: Int
        private var known: [UInt8]

        init(held: Double, levels: Int) {
            self.held = held
            self.levels = levels
            known = (0..<64).map { UInt8(Self.level(Double($0), held, levels)) }
        }

        func level(of weight: UInt32) -> Int {
            weight < 64 ? Int(known[Int(weight)]) : Self.level(Double(weight), held, levels)
        }

        private static func level(_ weight: Double, _ held: Double, _ levels: Int) -> Int {
            min(levels, max(1, Int((weight / (weight + held) * Double(levels)).rounded())))
        }
    }
}
