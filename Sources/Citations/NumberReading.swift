/// What a person meant who typed something that may hold a document number.
public enum NumberReading: Sendable, Hashable {
    /// No number. Dates, spans of years and provisions are none.
    case none
    /// A full number; several are candidates, the best first.
    case full([DocumentNumber])
    /// A number without its organ: many documents may bear it.
    case partial(PartialNumber)
    /// A technical standard: `TCVN 6909:2001`.
    case standard(String)

    /// The reading on one line: `100-KL/TW`, `11-ĐA/TU | 11-DA/TU`, `KL 100?`, `TCVN 6909:2001`, `(none)`.
    public var summary: String {
        switch self {
        case .none: "(none)"
        case .full(let numbers): numbers.map(\.canonical).joined(separator: " | ")
        case .partial(let number): number.summary
        case .standard(let text): text
        }
    }
}

/// A number that lacks its organ: `Kết luận 100`, `NĐ 30/2020`, `144/2017`.
public struct PartialNumber: Sendable, Hashable {
    /// Abbreviations the type may have; empty when no type was typed, or one that numbers do not show (Luật).
    public var types: [String]
    public var sequence: Int
    public var year: Int?

    public init(types: [String] = [], sequence: Int, year: Int? = nil) {
        self.types = types
        self.sequence = sequence
        self.year = year
    }

    /// The type, when there is just one.
    public var type: String? { types.count == 1 ? types[0] : nil }

    /// `KL 100?`, `NĐ 30/2020?`, `144/2017?`; several types as candidates.
    public var summary: String {
        let number = String(sequence) + (year.map { "/\($0)" } ?? "") + "?"
        return types.isEmpty ? number : types.map { "\($0) \(number)" }.joined(separator: " | ")
    }

    /// Whether a full number may be the one that was meant.
    public func matches(_ number: DocumentNumber) -> Bool {
        guard number.sequence == sequence else { return false }
        if let year, let other = number.year, other != year { return false }
        if !types.isEmpty, let type = number.type, !types.contains(type) { return false }
        return true
    }
}

/// A reading with what stood around the number.
public struct TypedNumber: Sendable, Hashable {
    public var reading: NumberReading
    /// The names of the types that the words in front of the number say, such as `["Quy định"]` for
    /// `quy định 66-QĐ/TW`; empty without such words. It tells apart what the abbreviation cannot.
    public var typeNames: [String]
    /// Whether nothing but the number, its type and "số" was typed.
    public var isWhole: Bool
}
