import Catalogue
import Markup
import Records
import Search
import Site
import Storage

/// All that is needed to make a record's page again when its text alone changed: the file as it was, what its links and
/// citations were answered, and what the page adds to the text.
struct CachedText: Sendable {
    /// The bytes of the file.
    var source: [UInt8]
    /// In the order in which the text asks.
    var links: [BodyMemo.LinkAnswer]
    var outcomes: [CitationResolver.Outcome]
    var markup: BodyMarkup
    /// Of its page in the site.
    var page: String
    /// What search knows of it beside its text, with the sections that stand before those of the text.
    var document: SearchDocument

    init(
        source: [UInt8], links: [BodyMemo.LinkAnswer], outcomes: [CitationResolver.Outcome], markup: BodyMarkup,
        page: String, document: SearchDocument
    ) {
        self.source = source
        self.links = links
        self.outcomes = outcomes
        self.markup = markup
        self.page = page
        self.document = document
    }

    var encoded: [UInt8] {
        var writer = ByteWriter(reserving: source.count + 4_096)
        writer.bytes(source)
        writer.list(links) {
            $0.text($1.destination)
            $0.linkTarget($1.target)
        }
        writer.list(outcomes) { $0.outcome($1) }
        writer.list(markup.links) {
            $0.flag($1 != nil)
            $0.bytes($1?.opening ?? [])
            $0.bytes($1?.closing ?? [])
        }
        writer.list(markup.notes) {
            $0.text($1.key)
            $0.bytes($1.value)
        }
        writer.text(page)
        document.write(to: &writer)
        return writer.bytes
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes[...])
        source = Array(try reader.bytes())
        links = try reader.list { BodyMemo.LinkAnswer(destination: try $0.text(), target: try $0.linkTarget()) }
        outcomes = try reader.list { try $0.outcome() }
        let markupLinks = try reader.list { reader -> BodyMarkup.Link? in
            let isLink = try reader.flag()
            let link = BodyMarkup.Link(opening: Array(try reader.bytes()), closing: Array(try reader.bytes()))
            return isLink ? link : nil
        }
        let notes = try reader.list { (try $0.text(), Array(try $0.bytes())) }
        markup = BodyMarkup(links: markupLinks, notes: Dictionary(notes, uniquingKeysWith: { first, _ in first }))
        page = try reader.text()
        document = try SearchDocument(from: &reader)
        guard reader.isAtEnd else { throw DamagedBytes() }
    }
}

extension ByteWriter {
    fileprivate mutating func linkTarget(_ target: LinkTarget) {
        switch target {
        case .record(let id, let anchor, let href):
            number(0)
            text(id)
            optional(anchor)
            text(href)
        case .attachment(let file, let href):
            number(1)
            text(file)
            text(href)
        case .here(let anchor):
            number(2)
            text(anchor)
        case .outside: number(3)
        case .broken: number(4)
        }
    }

    fileprivate mutating func outcome(_ outcome: CitationResolver.Outcome) {
        switch outcome {
        case .record(let id):
            number(0)
            text(id)
        case .itself: number(1)
        case .ambiguous(let ids):
            number(2)
            list(ids) { $0.text($1) }
        case .wanted: number(3)
        case .nothing: number(4)
        }
    }
}

extension ByteReader {
    fileprivate mutating func linkTarget() throws -> LinkTarget {
        switch try number(Int.self) {
        case 0: .record(id: try text(), anchor: try optional(), href: try text())
        case 1: .attachment(file: try text(), href: try text())
        case 2: .here(anchor: try text())
        case 3: .outside
        case 4: .broken
        default: throw DamagedBytes()
        }
    }

    fileprivate mutating func outcome() throws -> CitationResolver.Outcome {
        switch try number(Int.self) {
        case 0: .record(try text())
        case 1: .itself
        case 2: .ambiguous(try list { try $0.text() })
        case 3: .wanted
        case 4: .nothing
        default: throw DamagedBytes()
        }
    }
}
