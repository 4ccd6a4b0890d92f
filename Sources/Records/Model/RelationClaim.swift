import Diagnostics

/// How one document bears on another; the verb of each direction is in the interface's catalogue.
public enum RelationType: String, Sendable, CaseIterable {
    case basedOn = "based-on"
    case implements
    case guides
    case details
    /// ban hành kèm theo
    case promulgates
    case replaces
    case repeals
    case amends
    case corrects
    case consolidates
    case suspends
    /// sơ kết, tổng kết
    case reviews
    /// a finding informs a directive
    case informs
}

/// A relation as a record states it.
public struct RelationClaim: Sendable, Hashable {
    public var type: RelationType
    /// A record's id or a number as written.
    public var target: String
    /// Id of the target's type, when a number needs it.
    public var ofType: String?
    /// Issue date of the target, when a number needs it.
    public var issued: PartialDate?
    /// Provisions of the target that the relation is about, as written.
    public var provisions: [String]
    /// An editor's remark, such as how far the source goes.
    public var note: String?
    public var span: SourceSpan

    public init(
        type: RelationType, target: String, ofType: String? = nil, issued: PartialDate? = nil,
        provisions: [String] = [],
        note: String? = nil, span: SourceSpan
    ) {
        self.type = type
        self.target = target
        self.ofType = ofType
        self.issued = issued
        self.provisions = provisions
        self.note = note
        self.span = span
    }
}

/// What an editor knows of a document's status, with the evidence.
public struct StatusClaim: Sendable, Hashable {
    public var value: StatusValue
    /// The day it was checked.
    public var checked: PartialDate?
    /// Address or title of what shows it.
    public var source: String?
    public var note: String?

    /// Whether it says what shows it, and when that was seen.
    public var hasEvidence: Bool { checked?.span != nil && source != nil }
}

/// States of a document.
public enum StatusValue: String, Sendable, CaseIterable {
    case inForce = "in-force"
    case notYet = "not-yet"
    case partlyExpired = "partly-expired"
    case expired
    case suspended
    case unverified
}

/// Something that somebody must do under a document.
public struct Obligation: Sendable, Hashable {
    public var task: String
    /// Who must do it, in words or as an issuer's id.
    public var responsible: String?
    public var due: PartialDate?
    /// Under which provision, as written.
    public var provision: String?
    public var state: ObligationState
}

public enum ObligationState: String, Sendable, CaseIterable {
    case open, done, lapsed
}
