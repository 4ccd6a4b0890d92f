import Diagnostics

/// `site.yml`, with defaults for everything.
public struct SiteConfiguration: Sendable, Equatable {
    /// Name of the site.
    public var title: String
    public var description: String?
    /// A sentence at the foot of every page, such as who keeps the site.
    public var notice: String?
    /// Address of the published site, ending in `/`; the sitemap and the feed need it.
    public var baseURL: String?
    /// Where the same collection stands with the interface in the other language: an address, or a path from this site's root.
    public var translation: String?
    /// Language of the interface.
    public var language: Language
    /// From the fewest readers to the most.
    public var audiences: [Audience]
    public var editions: [Edition]
    /// Whether `site.yml` itself tells audiences or editions, so that a build must say which one it is.
    public var namesEditions = false
    /// Weights of diagnostics that differ from the usual.
    public var severities = SeverityRules()
    /// Days after which the check of a status counts as stale.
    public var statusCheckDays = 365
    /// What protects respondents of surveys.
    public var thresholds = DisclosureThresholds()
    /// Whether made-up samples (`findings/vi-du/`) are part of the collection.
    public var examples = false

    /// The audience of a record that names none: the one with the fewest readers.
    public var defaultAudience: String { audiences.first?.id ?? "internal" }

    /// What parts the fields of CSV files: `,`, or `;` as spreadsheets with a decimal comma expect.
    public var csvSeparator = ","
    /// Whom to tell of a weakness of the site: an address that begins with `mailto:` or `https://`.
    public var securityContact: String?
    /// Whether every document has a file in Akoma Ntoso beside its page.
    public var hasAkomaNtoso = false
    /// Whether every document can be downloaded as a Word file, and as Markdown.
    public var hasWordFiles = false
    public var hasMarkdownFiles = false
    /// Whether other files than pages are made of whole texts, so that an edited text makes more than its page again.
    public var hasFilesOfTexts: Bool { hasAkomaNtoso || hasWordFiles || hasMarkdownFiles }
    /// Whether what is built is for everybody, so that search engines may list it; an edition for a narrower audience is not.
    public var isForEverybody = true

    /// Without a `site.yml`: audiences `internal` and `public`, Vietnamese, no address.
    public static let standard = SiteConfiguration(
        title: "Tra cứu", description: nil, baseURL: nil, language: .vietnamese,
        audiences: [Audience(id: "internal", name: "Nội bộ"), Audience(id: "public", name: "Công khai")],
        editions: [
            Edition(id: "internal", audience: "internal", title: nil, baseURL: nil),
            Edition(id: "public", audience: "public", title: nil, baseURL: nil),
        ])
}

/// Readers who may see a record. Whoever stands earlier in the list may read all that stands later.
public struct Audience: Sendable, Hashable {
    public var id: String
    public var name: String
}

/// One way of publishing the collection: what `--edition` names.
public struct Edition: Sendable, Hashable {
    public var id: String
    /// The readers it is for; it holds the records of this audience and of every wider one.
    public var audience: String
    /// Title of the site in this edition, when it differs.
    public var title: String?
    public var baseURL: String?
    /// Whether it has the editors' page; nil leaves that to the width of its audience.
    public var editorsPage: Bool?
}

/// From how many respondents on a figure of a survey is published.
public struct DisclosureThresholds: Sendable, Hashable {
    /// Least number of respondents behind a published cell.
    public var cell = 10
    /// Least number of respondents behind a published share.
    public var base = 30

    public init(cell: Int = 10, base: Int = 30) {
        self.cell = cell
        self.base = base
    }

    /// `site.yml` may not go below this.
    public static let least = 5
}

extension Edition {
    /// What `--edition` takes for a build of everything; no edition bears it.
    public static let everything = "all"
}
