import Citations
import Diagnostics

/// What a record is called on the site and in relations: `<type code>-<number>-<issuer code>-<year>` in ASCII,
/// such as `kl-100-tw-2014`; a record without a number has its file's name. Stable once published.
public typealias RecordID = String

/// One Markdown file of `content/`, as typed values: a directive, guidance, a finding or a page.
///
/// Values stand as the editor wrote them; what depends on other records (relations, status, pages) is the catalogue's.
/// Its front matter reads as its own: `record.title`. Copies share it until one is changed: a collection's records go from
/// step to step, and copying some thirty values at each would cost more than the steps do.
@dynamicMemberLookup
public struct Record: Sendable {
    @usableFromInline var shared: SharedFrontMatter
    /// The Markdown after the front matter.
    public var body: RecordBody

    public init(_ frontMatter: FrontMatter, body: RecordBody) {
        shared = SharedFrontMatter(frontMatter)
        self.body = body
    }

    @inlinable
    public subscript<Value>(dynamicMember field: KeyPath<FrontMatter, Value>) -> Value {
        shared.frontMatter[keyPath: field]
    }

    @inlinable
    public subscript<Value>(dynamicMember field: WritableKeyPath<FrontMatter, Value>) -> Value {
        get { shared.frontMatter[keyPath: field] }
        set {
            if !isKnownUniquelyReferenced(&shared) { shared = SharedFrontMatter(shared.frontMatter) }
            shared.frontMatter[keyPath: field] = newValue
        }
    }
}

/// Changed only by a record that alone refers to it.
@usableFromInline
final class SharedFrontMatter: @unchecked Sendable {
    @usableFromInline var frontMatter: FrontMatter

    @usableFromInline
    init(_ frontMatter: FrontMatter) { self.frontMatter = frontMatter }
}

extension Record: Equatable {
    public static func == (a: Record, b: Record) -> Bool { a.hasSameFrontMatter(as: b) && a.body == b.body }

    public func hasSameFrontMatter(as other: Record) -> Bool {
        shared === other.shared || shared.frontMatter == other.shared.frontMatter
    }
}

/// What a record's file says before its text, and where it stands.
public struct FrontMatter: Sendable, Equatable {
    public var id: RecordID
    public var kind: Kind
    /// Path relative to the content folder, such as `directives/kl-100-tw-2014.md`.
    public var path: String
    public var title: String
    public var summary: String?
    /// What the file's text is of the document's; nil where the editor does not say.
    public var text: TextExtent?
    /// The number as printed and as read; nil when the source shows none.
    public var number: RecordNumber?
    /// Id in `vocabulary/types.yml`. Stored, never inferred: QĐ is both Quyết định and Quy định.
    public var type: String?
    /// Ids in `vocabulary/issuers.yml`: the authors, several when the document is joint.
    public var issuers: [String]
    /// Id of the organ in the header when it is not the author.
    public var letterhead: String?
    /// Congress term (`XI`) or legislature.
    public var term: String?
    public var issued: PartialDate
    /// Only when the source shows it.
    public var place: String?
    public var effective: PartialDate?
    public var expires: PartialDate?
    public var signer: Signer?
    /// Ids in `vocabulary/topics.yml`.
    public var topics: [String]
    public var status: StatusClaim?
    public var relations: [RelationClaim]
    public var obligations: [Obligation]
    public var sources: [SourceReference]
    /// Id of an audience; the one with the fewest readers when the record names none.
    public var audience: String
    /// Other spellings of the number that must lead here.
    public var aliases: [String]
    /// Ids it was published under; they redirect.
    public var formerIDs: [RecordID]
    public var attachments: [Attachment]
    public var history: [HistoryEntry]
    /// What only a finding has.
    public var finding: Finding?
    /// Place among pages; smaller first.
    public var order: Int?
    /// Set for one that is published no more: its page says so, and nothing else of it is shown.
    public var withdrawn: Withdrawal? = nil
    /// Where the values of front matter stand, by key (`relations[1].target`), for diagnostics.
    public var spans: [String: SourceSpan]

}

extension Record {
    /// The file's name without its extension: the record's name in search runs.
    public var fileName: String {
        let last = self.path.split(separator: "/").last ?? ""
        return last.hasSuffix(".md") ? String(last.dropLast(3)) : String(last)
    }

    /// Whether it is one of the made-up samples in `findings/vi-du/`, which say so on their pages.
    public var isExample: Bool { Self.isExample(path: self.path) }

    static func isExample(path: String) -> Bool { path.hasPrefix("findings/vi-du/") }

    /// Where a front matter key stands, or the start of the file.
    public func span(_ key: String) -> SourceSpan { self.spans[key] ?? SourceSpan(file: self.path) }

    /// What it is called in a word: its number, or its title where it has none.
    public var shortName: String { self.number?.printed ?? self.title }

    /// It as others see it: what lists, links, pictures and citations of other records can show of it. All else is left out, so
    /// that no page of another record can depend on it.
    public var reference: Record {
        var reference = Record(id: self.id, kind: self.kind, path: self.path, body: RecordBody(bytes: [], firstLine: 1))
        reference.title = self.title
        reference.number = self.number
        reference.type = self.type
        reference.issuers = self.issuers
        reference.issued = self.issued
        reference.effective = self.effective
        reference.finding = self.finding.map {
            Finding(
                form: $0.form, informs: [], reviews: [], conducted: nil, period: nil, released: $0.released,
                disclosure: nil, tables: [], themes: [], survey: nil)
        }
        return reference
    }

    /// When it came into the world: a finding by its release, everything else by its issue.
    public var appeared: PartialDate { self.finding?.released ?? self.issued }
}

/// The four kinds of record.
public enum Kind: String, Sendable, CaseIterable {
    case directive, guidance, finding, page

    /// The folder whose records are of this kind unless they say otherwise.
    public var folder: String {
        switch self {
        case .directive: "directives"
        case .guidance: "guidance"
        case .finding: "findings"
        case .page: "pages"
        }
    }
}

/// How much of a document's own words a record's text is.
public enum TextExtent: String, Sendable, CaseIterable {
    /// All of them.
    case full
    /// Some of them.
    case excerpt
    /// None: what the document is about, in the editor's words.
    case summary
}

/// A document number: the source's own spelling beside its reading.
public struct RecordNumber: Sendable, Hashable {
    /// As printed, after NFC: shown to readers.
    public var printed: String
    /// As read by the grammar; nil when the source's spelling is not a full number (“17”).
    public var parsed: DocumentNumber?

    public init(printed: String, parsed: DocumentNumber?) {
        self.printed = printed
        self.parsed = parsed
    }
}

/// The Markdown of a record.
public struct RecordBody: Sendable, Equatable {
    /// UTF-8, NFC, LF.
    public var bytes: [UInt8]
    /// The line of the file on which the body's first byte stands, from 1.
    public var firstLine: Int

    public init(bytes: [UInt8], firstLine: Int) {
        self.bytes = bytes
        self.firstLine = firstLine
    }
}

/// Who signed, as the source shows it.
public struct Signer: Sendable, Hashable {
    public var name: String
    public var position: String?
    /// T/M, K/T, T/L, …
    public var capacity: String?
}

/// A page or paper that shows what the record states.
public struct SourceReference: Sendable, Hashable {
    public var title: String
    public var url: String?
    /// The day it was looked at.
    public var seen: PartialDate?
    public var note: String?
}

/// A file that goes with the record, from `attachments/`.
public struct Attachment: Sendable, Hashable {
    /// Path relative to `content/attachments/`.
    public var file: String
    public var title: String
    /// Audience of the file; the record's own unless narrower.
    public var audience: String
}

/// Since when and why a record is published no more.
public struct Withdrawal: Sendable, Hashable {
    public var date: PartialDate
    /// Shown on the page.
    public var reason: String

    public init(date: PartialDate, reason: String) {
        self.date = date
        self.reason = reason
    }
}

/// What an editor changed, for the feed.
public struct HistoryEntry: Sendable, Hashable {
    public var date: PartialDate
    public var change: String
}
