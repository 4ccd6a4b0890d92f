import Catalogue
import Markup
import Records

/// The page for editors that says what a release changed, record by record. It stands beside the releases, in no published
/// tree, and looks like a page of the site: its styles and links are those of the tree that it tells of.
public struct ReleaseChangesPage: Sendable {
    public struct Row: Sendable {
        public var id: String
        public var title: String
        /// Of its page, from the site's root.
        public var path: String
        /// Fields of the data files that differ, and `text`.
        public var fields: [String]

        public init(id: String, title: String, path: String, fields: [String] = []) {
            self.id = id
            self.title = title
            self.path = path
            self.fields = fields
        }
    }

    /// An address that leads nowhere any more, with the line that keeps it in the record that stands there now.
    public struct LostAddress: Sendable {
        public var path: String
        public var successor: String?
        public var line: String?

        public init(path: String, successor: String? = nil, line: String? = nil) {
            self.path = path
            self.successor = successor
            self.line = line
        }
    }

    public var added: [Row] = []
    public var changed: [Row] = []
    public var removed: [Row] = []
    public var lost: [LostAddress] = []
    /// Number of the release; nil for one that is only being considered.
    public var number: Int?
    /// Number of the release that it is compared with; nil where it is the first.
    public var previous: Int?
    /// From this page to the roots of the two trees, ending in a slash.
    public var root = ""
    public var previousRoot = ""

    /// Rows of a table; the file of data beside the page has all.
    private static let shownRows = 500

    public init() {}

    /// - Parameters:
    ///   - siteTitle: As the tree says it.
    ///   - asOf: The day that the tree's states are computed for.
    public func html(_ templates: TemplateSet, siteTitle: String, asOf: CalendarDay?) -> [UInt8] {
        let strings = templates.strings
        var site: TemplateFields = ["title": .text(siteTitle), "unlisted": true]
        site.set("asOf", asOf.flatMap { DateWords(strings: strings).short($0.partialDate) })
        var fields: TemplateFields = [
            "language": .text(strings.language.rawValue), "foreign": .flag(strings.language != .vietnamese),
            "root": .text(root), "previousRoot": .text(previousRoot), "site": .object(site),
            "title": .text(Self.sentence(.releaseChanges, number, strings) ?? strings[.releaseDryRun]),
            "compared": .text(Self.sentence(.releaseCompared, previous, strings) ?? strings[.releaseFirst]),
            "hasPrevious": .flag(previous != nil),
            "counts": [
                "added": .text(strings.grouped(added.count)), "changed": .text(strings.grouped(changed.count)),
                "removed": .text(strings.grouped(removed.count)), "lost": .text(strings.grouped(lost.count)),
            ],
        ]
        for (name, rows) in [("added", added), ("changed", changed), ("removed", removed)] {
            fields.set(name, rows.prefix(Self.shownRows).map { row($0, strings) })
            fields.set("\(name)More", more(rows.count, strings))
        }
        fields.set("lost", lost.prefix(Self.shownRows).map(address))
        fields.set("lostMore", more(lost.count, strings))
        return templates.render(.releaseChanges, fields)
    }

    private static func sentence(_ word: StringKey.Word, _ release: Int?, _ strings: InterfaceStrings) -> String? {
        release.map { strings.filled(.word(word), ["n": String($0)]) }
    }

    private func more(_ count: Int, _ strings: InterfaceStrings) -> String? {
        count > Self.shownRows ? strings.count(.word(.releaseMore), count - Self.shownRows) : nil
    }

    private func row(_ row: Row, _ strings: InterfaceStrings) -> TemplateFields {
        var fields: TemplateFields = [
            "id": .text(row.id), "title": .markup(KeptNumbers.html(row.title)), "path": .text(row.path),
        ]
        let words = row.fields.map { RecordFieldWord(rawValue: $0).map { strings[$0.word] } ?? $0 }
        if !words.isEmpty { fields["fields"] = .text(words.joined(separator: ", ")) }
        // Where the address itself is among what differs, the page stood elsewhere.
        if previous != nil, !words.isEmpty, !row.fields.contains("path") { fields["previousPath"] = .text(row.path) }
        return fields
    }

    private func address(_ lost: LostAddress) -> TemplateFields {
        var fields: TemplateFields = ["path": .text(lost.path)]
        fields.set("successor", lost.successor)
        fields.set("line", lost.line)
        return fields
    }
}

extension PageShapes {
    private static let changedRecord: [String: TemplateShape] = [
        "id": .text, "title": .markup, "path": .text, "fields": .text, "previousPath": .text,
    ]

    static let releaseChanges: [String: TemplateShape] = [
        "previousRoot": .text, "hasPrevious": .flag, "compared": .text,
        "counts": .object(["added": .text, "changed": .text, "removed": .text, "lost": .text]),
        "added": .list(changedRecord), "changed": .list(changedRecord), "removed": .list(changedRecord),
        "lost": .list(["path": .text, "successor": .text, "line": .text]),
        "addedMore": .text, "changedMore": .text, "removedMore": .text, "lostMore": .text,
    ]
}
