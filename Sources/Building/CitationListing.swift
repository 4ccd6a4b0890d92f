import Catalogue
import Citations
import Markup
import Parallel
import Records

/// The citations of a collection's texts as a table, for measuring the scanner and for other programs: those that the
/// pages link, found while the same text is rendered.
struct CitationListing: Sendable {
    let collection: LinkedCollection
    let folder: ContentFolder

    private var catalogue: Catalogue { collection.catalogue }

    /// Tab-separated with a header: the citing record's file name, the byte offset in its body as the file has it, the text itself, the
    /// number, the provisions, the file name of the record meant or `-`.
    func table(of records: [Record], jobs: Int) async throws -> [UInt8] {
        let resolver = collection.citations
        let rendering = BodyRendering(collection: collection, generation: 0, texts: [:])
        let rows = try await ParallelMap.map(Chunks.of(records.count, jobs: jobs), jobs: jobs) { range in
            var rows: [UInt8] = []
            let scanner = CitationScanner(grammar: catalogue.grammar, names: resolver.names)
            for record in records[range] {
                let noter = CitationNoter(record, scanner: scanner, resolver: resolver)
                var mentions: [Mention] = []
                noter.onCitation = { mentions.append(Mention(citation: $0, outcome: $1, text: $2)) }
                _ = rendering.entry(of: record, text: record.body.bytes, noter)
                let raw = mentions.isEmpty ? nil : try folder.read(record.path)
                let offsets = DiskOffsets(raw: raw ?? record.body.bytes, body: record.body.bytes)
                list(mentions, of: record, offsets, &rows)
            }
            return rows
        }
        return Array("doc\tbyte_offset\tsurface\tnumber\tprovision\ttarget\n".utf8) + rows.flatMap { $0 }
    }

    private struct Mention {
        var citation: Citation
        var outcome: CitationResolver.Outcome
        var text: [UInt8]
    }

    private func list(_ mentions: [Mention], of record: Record, _ offsets: DiskOffsets, _ rows: inout [UInt8]) {
        record.body.bytes.withUnsafeBufferPointer { body in
            var search = SourceSearch(body)
            for mention in mentions {
                let range = search.next(mention.text)
                row(mention, range, offsets.offset(range.lowerBound), body, record, &rows)
            }
        }
    }

    private func row(
        _ mention: Mention, _ range: Range<Int>, _ offset: Int, _ body: UnsafeBufferPointer<UInt8>, _ record: Record,
        _ rows: inout [UInt8]
    ) {
        var target: Record?
        switch mention.outcome {
        case .record(let id): target = catalogue.record(id)
        case .itself: target = record
        case .ambiguous, .wanted, .nothing: target = nil
        }
        let number: String
        switch mention.citation.document {
        case .this: return
        case .number(let cited): number = cited.number.canonical
        case .name:
            guard let printed = target?.number?.printed else { return }
            number = printed
        }
        let surface = body[range].map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
        var provisions: [String] = []
        for part in mention.citation.parts {
            if let words = part.words, !provisions.contains(words) { provisions.append(words) }
        }
        rows += "\(record.fileName)\t\(offset)\t".utf8
        rows += surface
        rows += "\t\(number)\t\(provisions.joined(separator: "; "))\t\(target?.fileName ?? "-")\n".utf8
    }
}

extension SiteBuild {
    /// The table of citations of the edition's records; nothing else is done.
    public func citations() async throws -> [UInt8] {
        let folder = try contentFolder()
        let content = try await ContentLoader(
            folder: folder, jobs: options.jobs, examples: options.examples ? true : nil
        ).load()
        let collection = try LinkedCollection(.init(content: content, edition: options.edition, asOf: options.asOf))
        return try await CitationListing(collection: collection, folder: folder).table(
            of: collection.catalogue.records, jobs: options.jobs)
    }
}
