/// What only a finding has. Three forms that are never mixed.
public struct Finding: Sendable, Hashable {
    public var form: FindingForm
    /// Ids of the directives it informs.
    public var informs: [RecordID]
    /// Ids or numbers of the documents whose carrying-out it reviews.
    public var reviews: [RecordID]
    /// When the survey was in the field.
    public var conducted: DateRange?
    /// What time the review or report covers.
    public var period: DateRange?
    public var released: PartialDate?
    public var disclosure: Disclosure?
    public var tables: [FindingTable]
    public var themes: [Theme]
}

public enum FindingForm: String, Sendable, CaseIterable {
    /// điều tra: counts from a sample
    case survey
    /// nắm bắt: reports on verbal scales, never percentages
    case monitoring
    /// sơ kết, tổng kết
    case review
}

/// From one date to another; either may be open.
public struct DateRange: Sendable, Hashable {
    public var from: PartialDate?
    public var to: PartialDate?
}

/// The disclosure items of AAPOR (2021), as stated; “unknown” is a statement too.
public struct Disclosure: Sendable, Hashable {
    public var sponsor: String?
    public var conductor: String?
    public var population: String?
    public var populationSize: Int?
    public var sampling: Sampling?
    public var mode: String?
    public var sampleSize: Int?
    /// Variance of the design over that of simple random sampling.
    public var designEffect: Double?
    public var weighting: String?
    public var instrument: String?
    public var processing: String?
    public var limitations: String?
}

public enum Sampling: String, Sendable, CaseIterable {
    case probability, quota, purposive
    case selfSelected = "self-selected"
    case census, unknown
}

/// One question's table, in a CSV file beside the record.
public struct FindingTable: Sendable, Hashable {
    public var id: String
    public var question: String
    /// Name of the CSV file.
    public var data: String
    /// What the columns part the respondents by.
    public var by: String?
    public var weights: String?
}

/// One theme of a monitoring report, on verbal scales.
public struct Theme: Sendable, Hashable {
    public var theme: String
    public var scale: ThemeScale
    public var direction: ThemeDirection
    public var text: String?
}

public enum ThemeScale: String, Sendable, CaseIterable {
    case majority = "da-so"
    case many = "nhieu-y-kien"
    case some = "mot-so-y-kien"
}

public enum ThemeDirection: String, Sendable, CaseIterable {
    case agree = "tan-thanh"
    case concerned = "ban-khoan"
    case oppose = "phan-doi"
    case unclear = "chua-ro"
}
