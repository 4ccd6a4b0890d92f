import Glibc

/// BM25F (Robertson, Zaragoza and Taylor, 2004) with a length of its own for each field: that a law is long must not drown its
/// title. Text is compared with the collection's average; names with a fixed length. Rounded to few levels, so that a level is
/// one character in a list.
struct ImpactModel: Sendable {
    /// Parts of one that weights are counted in.
    private static let unit = 64.0
    /// Weights whose level is looked up.
    private static let known = 4_096

    let averageLength: Double
    private let parameters: SearchParameters
    /// By field.
    private let weights: [Double]
    private let levels: [UInt8]

    init(_ parameters: SearchParameters, textLength: Int, documents: Int) {
        self.parameters = parameters
        weights = SearchField.allCases.map { Double(parameters.fieldWeights[$0] ?? 0) * Self.unit }
        let average = Double(max(1, textLength)) / Double(max(1, documents))
        let steps = parameters.averageLengthStepsPerDoubling
        averageLength = exp2((log2(average) * steps).rounded() / steps)
        let (held, most) = (Self.held(parameters), Self.most(parameters))
        levels = (0..<Self.known).map { UInt8(Self.level(Double($0), held, most)) }
    }

    private static func held(_ parameters: SearchParameters) -> Double { parameters.saturation * unit }
    private static func most(_ parameters: SearchParameters) -> Int {
        min(max(parameters.impactLevels, 1), SymbolCode.maximumLevel)
    }

    /// What one occurrence in a text of so many tokens counts, as a share of what it counts in one of average length.
    func textWeight(length: Int) -> Double {
        let share = parameters.lengthNormalisation
        return 1 / (1 - share + share * Double(length) / averageLength)
    }

    /// What one occurrence in a run of a field counts, in parts of one.
    func weight(of field: SearchField, tokens: Int, ofText: Double) -> UInt32 {
        let weight = weights[field.rawValue]
        if weight == 0 { return 0 }
        if field.isText { return UInt32(max(1, (weight * ofText).rounded())) }
        let share = parameters.nameNormalisation
        let length = Double(tokens) / Double(parameters.nameLength)
        return UInt32(max(1, (weight / (1 - share + share * length)).rounded()))
    }

    /// The level of a term whose occurrences in a record count so much together.
    func level(of weight: UInt32) -> Int {
        weight < Self.known
            ? Int(levels[Int(weight)])
            : Self.level(Double(weight), Self.held(parameters), Self.most(parameters))
    }

    private static func level(_ weight: Double, _ held: Double, _ most: Int) -> Int {
        min(most, max(1, Int((weight / (weight + held) * Double(most)).rounded())))
    }
}
