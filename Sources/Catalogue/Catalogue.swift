import Citations
import Records

/// The records of one edition, linked: who relates to whom, what a number means, what state each document is in,
/// and on which page each stands. Immutable; every list is in an order that depends on the content alone.
public struct Catalogue: Sendable {
    public let configuration: SiteConfiguration
    public let vocabulary: Vocabulary
    /// The day that status is computed for and that is printed on the site.
    public let asOf: CalendarDay
    /// By id, in byte order.
    public internal(set) var records: [Record]
    /// Relations by the id of the record they stand on (both directions, in reading order).
    public let relations: [RecordID: [LinkedRelation]]
    /// Targets that no record bears, by how many records want them.
    public let wanted: [WantedTarget]
    /// What each number page leads to, by slug.
    public let numbers: [NumberEntry]
    /// The state of each document, by id.
    public internal(set) var statuses: [RecordID: DocumentStatus]
    /// Records that are published no more: nothing is linked with them, and their addresses say so.
    public var withdrawn: [Record] = []
    /// Reads numbers with the vocabulary's codes.
    public let grammar: NumberGrammar

    /// The state of each document over time, by id.
    public internal(set) var validities: [RecordID: Validity] = [:]

    let index: [RecordID: Int]
    let byPath: [String: Int]
    let byFormerID: [RecordID: RecordID]

    public func record(_ id: RecordID) -> Record? { index[id].map { records[$0] } }

    /// The record that a file of the content folder holds.
    public func record(atPath path: String) -> Record? { byPath[path].map { records[$0] } }

    /// The record now published under an id that may be an old one.
    public func currentID(_ id: RecordID) -> RecordID? { index[id] != nil ? id : byFormerID[id] }

    public func relations(of id: RecordID) -> [LinkedRelation] { relations[id] ?? [] }

    /// The slug of a number's page.
    public static func numberSlug(_ number: RecordNumber) -> String { NumberRegister.slug(number) }

    /// What a number page leads to, by its slug.
    public func number(slug: String) -> NumberEntry? {
        var range = numbers[...]
        while let middle = range.indices.dropFirst(range.count / 2).first {
            if numbers[middle].slug == slug { return numbers[middle] }
            let isBefore = numbers[middle].slug.utf8.lexicographicallyPrecedes(slug.utf8)
            range = isBefore ? range[(middle + 1)...] : range[..<middle]
        }
        return nil
    }

    public func status(of id: RecordID) -> DocumentStatus? { statuses[id] }

    public func validity(of id: RecordID) -> Validity? { validities[id] }

    /// The folder of a record's page, ending in `/`: `van-ban/2014/kl-100-tw/`, `ket-qua/…/`, `trang/…/`.
    public func folder(of record: Record) -> String { PagePath.folder(of: record) }
}

/// One relation as it shows on one record's page.
public struct LinkedRelation: Sendable, Hashable {
    public var type: RelationType
    /// True on the page of the record that is acted on (“được hướng dẫn bởi”).
    public var isInverse: Bool
    public var other: RelationEnd
    /// Provisions the relation is about, as written.
    public var provisions: [String]
    public var note: String?
}

/// What stands at the other end of a relation.
public enum RelationEnd: Sendable, Hashable {
    case record(RecordID)
    /// Cited but not in the collection: the number as written, its type's name and date when given.
    case wanted(number: String, type: String?, issued: PartialDate?)
}

/// A document that records refer to and the collection lacks.
public struct WantedTarget: Sendable, Hashable {
    public var number: String
    public var type: String?
    public var issued: PartialDate?
    /// Ids of the records that refer to it, in byte order.
    public var wantedBy: [RecordID]
}

/// What a number, or another spelling that an editor listed, leads to.
public struct NumberEntry: Sendable, Hashable {
    /// Folded and hyphenated: `100-kl-tw`.
    public var slug: String
    /// As first printed.
    public var printed: String
    /// The records that bear it, newest first. More than one makes a choice page.
    public var bearers: [RecordID]
    /// True when no record prints it so: an alias.
    public var isAlias: Bool
}

/// The state of a document on a day, with its evidence.
public struct DocumentStatus: Sendable, Hashable {
    public var value: StatusValue
    public var reason: StatusReason
    /// The day the evidence was checked.
    public var checked: PartialDate?
    /// Address or title of what shows it.
    public var source: String?
    /// The document that ended or changed it.
    public var by: RecordID?
    public var note: String?

    /// Whether something shows it, and it is known when that was seen.
    var hasEvidence: Bool { checked?.span != nil && source != nil }
}

/// Why a state is shown.
public enum StatusReason: String, Sendable, CaseIterable {
    /// Nobody checked it against a source.
    case unchecked
    /// The editor's claim, with date and source.
    case editor
    /// Its own date of effect lies ahead.
    case notYetEffective = "not-yet-effective"
    /// It, or its suspension, ends within a month or year that holds the day; no source gives the day.
    case endsWithin = "ends-within"
    /// Its own date of expiry has passed.
    case expiry
    /// Another document of the collection replaces it.
    case replaced
    /// Another document of the collection repeals it.
    case repealed
    /// Another document of the collection suspends it.
    case suspended
    /// Another document of the collection amends some of its provisions.
    case amended
    /// Another document of the collection ends or suspends some of its provisions.
    case partlyEnded = "partly-ended"
}
