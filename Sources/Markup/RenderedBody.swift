import Diagnostics

/// A record's body as the site shows it.
public struct RenderedBody: Sendable {
    /// HTML of the body, safe and complete, UTF-8; headings start at `h2`.
    public var html: [UInt8]
    /// The headings in printed order.
    public var outline: [OutlineEntry]
    /// The provisions that can be linked to, in printed order.
    public var provisions: [Provision]
    /// The text without markup, cut at headings, for search.
    public var sections: [TextSection]
    /// Every anchor of the body: headings, provisions, footnotes.
    public var anchors: Set<String>
    /// The links and images, for checking once all bodies are rendered.
    public var links: [BodyLink]
    /// What the caller asked to have noted, in printed order.
    public var noted: [NotedText]

    public init(
        html: [UInt8] = [], outline: [OutlineEntry] = [], provisions: [Provision] = [], sections: [TextSection] = [],
        anchors: Set<String> = [], links: [BodyLink] = [], noted: [NotedText] = []
    ) {
        self.html = html
        self.outline = outline
        self.provisions = provisions
        self.sections = sections
        self.anchors = anchors
        self.links = links
        self.noted = noted
    }
}

/// A heading, for the table of contents.
public struct OutlineEntry: Sendable, Hashable {
    /// 1 for the body's highest headings (`##`), 2 for those below, …
    public var level: Int
    /// As plain text: “Điều 5. Phạm vi”.
    public var title: String
    public var anchor: String

    public init(level: Int, title: String, anchor: String) {
        self.level = level
        self.title = title
        self.anchor = anchor
    }
}

/// A part of a document that can be cited: Điều, khoản, điểm, mục, phụ lục, …
public struct Provision: Sendable, Hashable {
    /// Hyphenated path, such as `dieu-5-khoan-2-diem-a`.
    public var anchor: String
    /// The unit: `phan`, `chuong`, `muc`, `tieu-muc`, `dieu`, `khoan`, `diem`, `phu-luc`; `kem-theo` for an attached
    /// document.
    public var unit: String
    /// As printed, without its punctuation: `5`, `IV`, `đ`.
    public var label: String
    /// The anchor of the unit that its path goes through; empty for a unit that stands for itself, as articles do.
    public var outer: String

    public init(anchor: String, unit: String, label: String, outer: String = "") {
        self.anchor = anchor
        self.unit = unit
        self.label = label
        self.outer = outer
    }
}

/// The plain text under one heading, up to the next one of any level.
public struct TextSection: Sendable, Hashable {
    /// Anchor of the heading; empty for text before the first.
    public var anchor: String
    /// The heading as plain text; empty for text before the first.
    public var heading: String
    /// UTF-8, blocks parted by `\n`.
    public var text: [UInt8]

    public init(anchor: String, heading: String, text: [UInt8]) {
        self.anchor = anchor
        self.heading = heading
        self.text = text
    }
}

/// A link or image as written and as resolved.
public struct BodyLink: Sendable, Hashable {
    /// As written: `../guidance/hd-167.md#muc-i`.
    public var destination: String
    /// Where it leads.
    public var target: LinkTarget
    public var isImage: Bool
    public var span: SourceSpan

    public init(destination: String, target: LinkTarget, isImage: Bool, span: SourceSpan) {
        self.destination = destination
        self.target = target
        self.isImage = isImage
        self.span = span
    }
}

/// What a link in a body leads to.
public enum LinkTarget: Sendable, Hashable {
    /// Another record, maybe at an anchor. `href` is relative to the linking record's page.
    case record(id: String, anchor: String?, href: String)
    /// A file of `attachments/`, maybe an image. `file` is relative to that folder.
    case attachment(file: String, href: String)
    /// An anchor of the same page.
    case here(anchor: String)
    /// An address outside the site.
    case outside
    /// Nothing known; the reason is a diagnostic.
    case broken
}
