/// Something that pages and texts depend on, by name. What it says has a digest: a page whose facts all have the digests
/// that they had when it was made is the same page still, and is not made again.
///
/// Program, templates, options, day, `site.yml` and vocabulary are no facts: with other ones, nothing that was kept holds.
public struct Fact: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// What stands on every page.
        case site
        /// The front matter of all records, and so everything that linking makes of it.
        case everything
        /// What all texts cite.
        case texts
        case findings, register, desk
        /// All that a record's front matter says.
        case record
        /// What lists, links and pictures show of a record: `Record.reference` and its state.
        case card
        /// A document's states over time, and what it rests on.
        case state
        case relations
        /// Whom a record cites and who cites it.
        case citations
        /// What a record's own text cites, stretch by stretch.
        case cited
        /// Where one can link into a record's text: its anchors and its provisions.
        case anchors
        /// A record's rendered text with its outline.
        case text
        /// Which record is published under an id that may be an old one.
        case identity
        /// A list's name and address, how long it is, and where its years begin.
        case listing
        /// The members of one page of a list, in order.
        case rows
        /// Whether there is a list.
        case isListed
        /// Which lists of a kind there are, and how long each is.
        case listings
        /// What a number page leads to.
        case number
        case family
        /// The entries of one archive of a feed, and how many archives there are.
        case archive
        /// The records that bear a number, by its key.
        case bearers
        /// What texts call laws, and which laws these are at what time.
        case lawNames, laws
        /// The record in a file of the content folder.
        case path
        case attachment
    }

    public var kind: Kind
    /// Which of its kind; empty where there is only one.
    public var subject: String

    public init(_ kind: Kind, _ subject: String = "") {
        self.kind = kind
        self.subject = subject
    }

    public var description: String { subject.isEmpty ? "\(kind)" : "\(kind) \(subject)" }
}
