import Catalogue
import Citations
import Diagnostics
import Markup
import Parallel
import Publishing
import Records
import Site
import Storage

/// What a publication leaves of all records, so that after an edit of some the others can be linked with them again
/// without being read. Texts that were edited alone since then have newer entries in the cache.
struct CollectionSnapshot: Sendable {
    struct Entry: Sendable {
        /// Without its text, and without what only a finding has.
        var record: Record { didSet { stored = nil } }
        var circulationMark: SourceSpan? { didSet { stored = nil } }
        /// By reading its file, weighted as their kinds are.
        var found: [Diagnostic] { didSet { stored = nil } }
        /// By rendering its text.
        var foundInText: [Diagnostic] { didSet { stored = nil } }
        var places: [CitedPlace] { didSet { stored = nil } }
        /// Anchors in other records' texts that it links to.
        var citedAnchors: [CitedAnchor] { didSet { stored = nil } }
        /// What the text's facts are known by.
        var digests: TextFacts.Digests { didSet { stored = nil } }
        /// Where one can link into the text: read from bytes where somebody asks.
        var anchors: AnchorList { didSet { stored = nil } }
        /// As it was read, as long as it is the same.
        fileprivate(set) var stored: ArraySlice<UInt8>?
    }

    struct CitedAnchor: Sendable, Hashable {
        var id: RecordID
        var anchor: String
    }

    /// The publication that the entries go with.
    var tag: String
    /// What was found in other files, and by looking at the names of all.
    var found: [Diagnostic]
    /// What was found about surveys.
    var foundInSurveys: [Diagnostic]
    /// Attachments that nobody names.
    var orphans: [Diagnostic]
    /// Of all records of the content, by path in byte order.
    var entries: [Entry]

    static let name = "records"
    /// Raised when the form changes. The command itself is among the inputs of a build.
    private static let header = "tracuu-records 3"

    static func load(_ publisher: Publisher, tag: String, jobs: Int) async throws -> CollectionSnapshot? {
        guard let bytes = publisher.kept(name) else { return nil }
        do {
            return try await CollectionSnapshot(bytes, tag: tag, jobs: jobs)
        } catch is DamagedBytes {
            return nil
        }
    }

    func save(_ publisher: Publisher) { publisher.keep(encoded, as: Self.name) }

    var encoded: [UInt8] {
        var writer = ByteWriter(reserving: entries.count * 1_500 + 10_000)
        writer.text(tag)
        for list in [found, foundInSurveys, orphans] { writer.list(list) { $0.diagnostic($1) } }
        let encoded = ParallelMap.ask(entries.count) { entries[$0].encoded }
        writer.list(encoded) { $0.bytes($1) }
        return ChecksummedFile.sealed(writer.bytes, as: Self.header)
    }

    /// Throws `DamagedBytes` also for what goes with another publication.
    init(_ bytes: [UInt8], tag: String, jobs: Int) async throws {
        var reader = try ChecksummedFile.opened(bytes, as: Self.header)
        self.tag = try reader.text()
        guard self.tag == tag else { throw DamagedBytes() }
        found = try reader.list { try $0.diagnostic() }
        foundInSurveys = try reader.list { try $0.diagnostic() }
        orphans = try reader.list { try $0.diagnostic() }
        let slices = try reader.list { try $0.bytes() }
        entries = try await ParallelMap.map(Chunks.of(slices.count, jobs: jobs), jobs: jobs) { range in
            try slices[range].map { try Entry(stored: $0) }
        }.flatMap { $0 }
    }

    init(
        tag: String, found: [Diagnostic], foundInSurveys: [Diagnostic], orphans: [Diagnostic], entries: [Entry]
    ) {
        self.tag = tag
        self.found = found
        self.foundInSurveys = foundInSurveys
        self.orphans = orphans
        self.entries = entries
    }
}

extension CollectionSnapshot {
    /// What a build knows of its records; by which publication it goes is not known yet.
    init(_ content: Content, _ site: AssembledSite, _ rendered: BodyRendering.Rendered, _ orphans: [Diagnostic]) {
        let paths = Set(content.records.map(\.path))
        let inFolder = Set(content.foundInFolder)
        func isOfRecord(_ found: Diagnostic) -> Bool { paths.contains(found.span.file) && !inFolder.contains(found) }
        let found = Dictionary(grouping: content.diagnostics.filter(isOfRecord), by: \.span.file)
        let foundInText = Dictionary(grouping: rendered.diagnostics, by: \.span.file)
        self.init(
            tag: "", found: content.diagnostics.filter { !isOfRecord($0) },
            foundInSurveys: site.collection.surveyProblems, orphans: orphans,
            entries: content.records.map { record in
                var record = record
                record.body.bytes = []
                let body = rendered.bodies[record.id] ?? RenderedBody()
                let places = rendered.citations.places[record.id] ?? []
                return Entry(
                    record: record, circulationMark: content.circulationMarks[record.path],
                    found: found[record.path] ?? [], foundInText: foundInText[record.path] ?? [], places: places,
                    citedAnchors: body.citedAnchors, digests: TextFacts.Digests(body, places),
                    anchors: AnchorList(TextAnchors(body)))
            })
    }
}

extension CollectionSnapshot.Entry {
    var encoded: ArraySlice<UInt8> {
        if let stored { return stored }
        var writer = ByteWriter(reserving: 1_000)
        writer.entry(self)
        return writer.bytes[...]
    }

    init(stored bytes: ArraySlice<UInt8>) throws {
        var reader = ByteReader(bytes)
        self = try reader.entry()
        stored = bytes
    }

    /// Of a file that came, before it is read.
    init(of path: String) {
        self.init(
            record: Record(id: "", kind: .directive, path: path, body: RecordBody(bytes: [], firstLine: 1)),
            circulationMark: nil, found: [], foundInText: [], places: [], citedAnchors: [],
            digests: TextFacts.Digests(RenderedBody(), []), anchors: AnchorList(TextAnchors(RenderedBody())))
    }

    /// Whether the file was not read yet.
    var isEmpty: Bool { record.id.isEmpty }

    /// Takes what rendering the record's text told.
    mutating func take(_ rendered: BodyMemo.Entry) {
        foundInText = rendered.diagnostics
        places = rendered.places
        citedAnchors = rendered.body.citedAnchors
        digests = TextFacts.Digests(rendered.body, rendered.places)
        anchors = AnchorList(TextAnchors(rendered.body))
    }
}

/// The anchors of a text, as bytes until somebody asks.
struct AnchorList: Sendable {
    let bytes: ArraySlice<UInt8>

    init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    init(_ anchors: TextAnchors) {
        var writer = ByteWriter()
        for list in [anchors.all, anchors.annexes] { writer.list(list.sorted()) { $0.text($1) } }
        bytes = writer.bytes[...]
    }

    var value: TextAnchors {
        var reader = ByteReader(bytes)
        let all = (try? reader.list { try $0.text() }) ?? []
        return TextAnchors(all: Set(all), annexes: Set((try? reader.list { try $0.text() }) ?? []))
    }
}

extension TextFacts.Digests {
    init(_ body: RenderedBody, _ places: [CitedPlace]) {
        let text = Checksum.of {
            $0.bytes(body.html)
            $0.list(body.outline) {
                $0.number($1.level)
                $0.text($1.title)
                $0.text($1.anchor)
            }
            $0.list(body.noted) {
                $0.number($1.html.lowerBound)
                $0.number($1.html.upperBound)
            }
        }
        let anchors = Checksum.of {
            $0.bytes(AnchorList(TextAnchors(body)).bytes)
            $0.list(body.provisions) {
                $0.text($1.anchor)
                $0.text($1.unit)
                $0.text($1.label)
            }
        }
        self.init(
            text: text, anchors: anchors,
            cited: Checksum.of { $0.list(places) { $0.place($1.withoutLine) } })
    }
}

extension RenderedBody {
    /// The places in other records' texts that it links to.
    var citedAnchors: [CollectionSnapshot.CitedAnchor] {
        links.compactMap { link in
            guard case .record(let id, let anchor?, _) = link.target else { return nil }
            return .init(id: id, anchor: anchor)
        }
    }
}

extension ByteWriter {
    fileprivate mutating func entry(_ entry: CollectionSnapshot.Entry) {
        record(entry.record)
        optional(entry.circulationMark) {
            for part in [$1.line, $1.column, $1.length] { $0.number(part) }
        }
        for list in [entry.found, entry.foundInText] { self.list(list) { $0.diagnostic($1) } }
        list(entry.places) { $0.place($1) }
        list(entry.citedAnchors) {
            $0.text($1.id)
            $0.text($1.anchor)
        }
        raw(entry.digests)
        bytes(entry.anchors.bytes)
    }

    fileprivate mutating func place(_ place: CitedPlace) {
        switch place.target {
        case .record(let id):
            number(0)
            text(id)
        case .choice(let slug):
            number(1)
            text(slug)
        case .wanted(let number):
            self.number(2)
            text(number)
        case .nothing: number(3)
        }
        list(place.anchors) { $0.text($1) }
        optional(place.words)
        flag(place.isByName)
        text(place.anchor)
        number(place.line)
    }
}

extension ByteReader {
    fileprivate mutating func entry() throws -> CollectionSnapshot.Entry {
        let record = try record()
        let mark = try optional {
            SourceSpan(file: record.path, line: try $0.number(), column: try $0.number(), length: try $0.number())
        }
        return CollectionSnapshot.Entry(
            record: record, circulationMark: mark, found: try list { try $0.diagnostic() },
            foundInText: try list { try $0.diagnostic() }, places: try list { try $0.place() },
            citedAnchors: try list { .init(id: try $0.text(), anchor: try $0.text()) },
            digests: try raw(TextFacts.Digests.self), anchors: AnchorList(bytes: try bytes()))
    }

    private mutating func place() throws -> CitedPlace {
        let target: CitedPlace.Target =
            switch try number(Int.self) {
            case 0: .record(try text())
            case 1: .choice(slug: try text())
            case 2: .wanted(number: try text())
            case 3: .nothing
            default: throw DamagedBytes()
            }
        var place = CitedPlace(
            target: target, anchors: try list { try $0.text() }, words: try optional(), isByName: try flag())
        place.anchor = try text()
        place.line = try number()
        return place
    }
}
