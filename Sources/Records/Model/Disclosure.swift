/// The disclosure items of AAPOR (2021), as stated; “unknown” is a statement too.
public struct Disclosure: Sendable, Hashable {
    public var sponsor: String?
    public var funder: String?
    public var conductor: String?
    public var population: String?
    public var populationSize: Int?
    public var sampling: Sampling?
    /// How the sample was made and recruited, in words.
    public var recruitment: String?
    public var mode: String?
    public var sampleSize: Int?
    /// Variance of the design over that of simple random sampling.
    public var designEffect: Double?
    public var weighting: String?
    public var instrument: String?
    public var processing: String?
    public var limitations: String?
    /// Keys of figures that are stated as “unknown”.
    public var unknownFigures: Set<String> = []
}

extension Disclosure {
    /// What must be stated, by key; “unknown” is a statement. Dates and wording stand on the record and its tables.
    static let required = [
        "sponsor", "conductor", "population", "sampling", "mode", "sample-size", "weighting", "instrument",
        "processing", "limitations",
    ]

    /// Keys that are stated as unknown.
    var unknownKeys: [String] {
        let texts: [(String, String?)] = [
            ("sponsor", sponsor), ("funder", funder), ("conductor", conductor), ("population", population),
            ("sampling", sampling == .unknown ? "unknown" : nil), ("recruitment", recruitment), ("mode", mode),
            ("weighting", weighting), ("instrument", instrument), ("processing", processing),
            ("limitations", limitations),
        ]
        return texts.filter { $0.1 == "unknown" }.map(\.0) + unknownFigures.sorted()
    }
}

public enum Sampling: String, Sendable, CaseIterable {
    case probability, quota, purposive
    case selfSelected = "self-selected"
    case census, unknown
}
