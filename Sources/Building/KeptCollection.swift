import Catalogue
import Citations
import Diagnostics
import Markup
import Parallel
import Publishing
import Records
import Storage

/// What a whole build leaves of all records, so that after an edit of some the others can be linked with them again without
/// being read. What was edited since is told by the pack of texts.
struct KeptCollection: Sendable {
    struct Entry: Sendable {
        /// Without its text, and without what only a finding has.
        var record: Record
        var circulationMark: SourceSpan?
        /// By reading its file, weighted as their kinds are.
        var found: [Diagnostic]
        /// By rendering its text.
        var foundInText: [Diagnostic]
        var places: [CitedPlace]
        /// Places in other records' texts that it links to.
        var anchors: [CitedAnchor]
        /// Where the text that this was made from stands in the pack; nil for one that is not there.
        var text: Int?
    }

    struct CitedAnchor: Sendable, Hashable {
        var id: RecordID
        var anchor: String
    }

    /// The pack that the entries go with.
    var pack: String
    /// What was found in other files.
    var found: [Diagnostic]
    /// What was found about surveys.
    var foundInSurveys: [Diagnostic]
    /// Attachments that nobody names.
    var orphans: [Diagnostic]
    /// Of all records of the content, by path in byte order.
    var entries: [Entry]

    static let name = "records"
    /// Raised when the form changes. The command itself is among the inputs of a build.
    private static let header = "tracuu-records 2"

    static func load(_ publisher: Publisher, pack: String, jobs: Int) async throws -> KeptCollection? {
        guard let bytes = publisher.kept(name) else { return nil }
        do {
            return try await KeptCollection(bytes, pack: pack, jobs: jobs)
        } catch is DamagedBytes {
            return nil
        }
    }

    func save(_ publisher: Publisher) { publisher.keep(encoded, as: Self.name) }

    var encoded: [UInt8] {
        var writer = ByteWriter(reserving: entries.count * 1_000 + 10_000)
        writer.text(pack)
        for list in [found, foundInSurveys, orphans] { writer.list(list) { $0.diagnostic($1) } }
        let encoded = ParallelMap.ask(entries.count) { place in
            var own = ByteWriter(reserving: 1_000)
            own.entry(entries[place])
            return own.bytes
        }
        writer.list(encoded) { $0.bytes($1) }
        return SealedBytes.sealed(writer.bytes, as: Self.header)
    }

    /// Throws `DamagedBytes` also for what goes with another pack.
    init(_ bytes: [UInt8], pack: String, jobs: Int) async throws {
        var reader = try SealedBytes.opened(bytes, as: Self.header)
        self.pack = try reader.text()
        guard self.pack == pack else { throw DamagedBytes() }
        found = try reader.list { try $0.diagnostic() }
        foundInSurveys = try reader.list { try $0.diagnostic() }
        orphans = try reader.list { try $0.diagnostic() }
        let slices = try reader.list { try $0.bytes() }
        entries = try await ParallelMap.map(Chunks.of(slices.count, jobs: jobs), jobs: jobs) { range in
            try slices[range].map { slice in
                var reader = ByteReader(slice)
                return try reader.entry()
            }
        }.flatMap { $0 }
    }

    init(
        pack: String, found: [Diagnostic], foundInSurveys: [Diagnostic], orphans: [Diagnostic], entries: [Entry]
    ) {
        self.pack = pack
        self.found = found
        self.foundInSurveys = foundInSurveys
        self.orphans = orphans
        self.entries = entries
    }
}

extension KeptCollection {
    /// What a build knows of its records; the pack is not known yet, nor where texts stand in it.
    init(_ content: Content, _ site: AssembledSite, _ rendered: BodyRendering.Rendered, _ orphans: [Diagnostic]) {
        let paths = Set(content.records.map(\.path))
        let found = Dictionary(grouping: content.diagnostics, by: \.span.file)
        let foundInText = Dictionary(grouping: rendered.diagnostics, by: \.span.file)
        self.init(
            pack: "", found: content.diagnostics.filter { !paths.contains($0.span.file) },
            foundInSurveys: site.collection.surveyProblems, orphans: orphans,
            entries: content.records.map { record in
                var record = record
                record.body.bytes = []
                return Entry(
                    record: record, circulationMark: content.circulationMarks[record.path],
                    found: found[record.path] ?? [], foundInText: foundInText[record.path] ?? [],
                    places: rendered.citations.places[record.id] ?? [],
                    anchors: rendered.bodies[record.id]?.citedAnchors ?? [], text: nil)
            })
    }
}

extension RenderedBody {
    /// The places in other records' texts that it links to.
    var citedAnchors: [KeptCollection.CitedAnchor] {
        links.compactMap { link in
            guard case .record(let id, let anchor?, _) = link.target else { return nil }
            return .init(id: id, anchor: anchor)
        }
    }
}

extension ByteWriter {
    fileprivate mutating func entry(_ entry: KeptCollection.Entry) {
        record(entry.record)
        optional(entry.circulationMark) {
            for part in [$1.line, $1.column, $1.length] { $0.number(part) }
        }
        for list in [entry.found, entry.foundInText] { self.list(list) { $0.diagnostic($1) } }
        list(entry.places) { $0.place($1) }
        list(entry.anchors) {
            $0.text($1.id)
            $0.text($1.anchor)
        }
        optional(entry.text) { $0.number($1) }
    }

    private mutating func place(_ place: CitedPlace) {
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
    fileprivate mutating func entry() throws -> KeptCollection.Entry {
        let record = try record()
        let mark = try optional {
            SourceSpan(file: record.path, line: try $0.number(), column: try $0.number(), length: try $0.number())
        }
        return KeptCollection.Entry(
            record: record, circulationMark: mark, found: try list { try $0.diagnostic() },
            foundInText: try list { try $0.diagnostic() }, places: try list { try $0.place() },
            anchors: try list { .init(id: try $0.text(), anchor: try $0.text()) },
            text: try optional { try $0.number() })
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
