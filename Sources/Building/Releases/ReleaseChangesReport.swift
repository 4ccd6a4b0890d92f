import Catalogue
import Diagnostics
import Encodings
import Foundation
import Publishing
import Records
import Site

/// What a release changed, for editors: as JSON, and as a page with the site's own templates.
public struct ReleaseChangesReport: Sendable {
    public let changes: RecordChanges
    /// The tree that the changes lead to.
    private let tree: String
    private let templates: String

    /// - Parameters:
    ///   - tree: The folder of the tree after the changes.
    ///   - templates: The folder of templates.
    public init(_ changes: RecordChanges, tree: String, templates: String) {
        self.changes = changes
        self.tree = tree
        self.templates = templates
    }

    public var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(changes)) + [0x0A]
        }
    }

    /// The page, with addresses that lead from where it stands to both trees.
    ///
    /// - Parameters:
    ///   - number: The release's; nil where it is not made yet.
    ///   - root: From the page to the tree, ending in a slash; by a whole path where it is nil.
    ///   - previous: The release that it is compared with, and the way to it.
    public func page(number: Int?, root: String? = nil, previous: (number: Int, root: String)?) throws -> [UInt8]? {
        let index = try Data(contentsOf: URL(filePath: "\(tree)/api/v1/index.json"))
        let facts = try JSONDecoder().decode(TreeFacts.self, from: index)
        let files = try TemplateFiles.read(ContentFolder(templates))
        guard let language = Language(rawValue: facts.language),
            let compiled = TemplateSet.compile(files, language: language).templates
        else { return nil }
        var page = ReleaseChangesPage()
        page.number = number
        page.previous = previous?.number
        page.root = root ?? Self.wholeAddress(of: tree)
        page.previousRoot = previous?.root ?? ""
        page.added = changes.added.map(Self.row)
        page.changed = changes.changed.map(Self.row)
        page.removed = changes.removed.map(Self.row)
        page.lost = changes.vanished.map {
            ReleaseChangesPage.LostAddress(path: $0.path, successor: $0.successor, line: $0.line)
        }
        return page.html(compiled, siteTitle: facts.title, asOf: CalendarDay(iso: facts.asOf))
    }

    /// Of a folder on this machine, for a page that may lie anywhere on it.
    public static func wholeAddress(of folder: String) -> String {
        PercentEncoding.path(URL(filePath: folder).standardizedFileURL.path(percentEncoded: false)) + "/"
    }

    private static func row(_ item: RecordChanges.Item) -> ReleaseChangesPage.Row {
        ReleaseChangesPage.Row(id: item.id, title: item.title, path: item.path, fields: item.fields ?? [])
    }

    /// What the tree says of itself.
    private struct TreeFacts: Decodable {
        var title: String
        var language: String
        var asOf: String
    }
}
