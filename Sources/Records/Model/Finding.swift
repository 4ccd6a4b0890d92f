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
    /// Names the sample that the tables count, when several records publish from the same one; otherwise the record's own.
    public var survey: String?
    /// How the tables' groupings lie in each other.
    public var groupings: [GroupingStatement] = []
    /// Whether other records of the survey count the same respondents.
    public var isSameSample = true
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
