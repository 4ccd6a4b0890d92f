import Catalogue
import Citations
import Parallel
import Records

/// The citations of a collection's texts as a table, for measuring the scanner and for other programs.
struct CitationListing: Sendable {
    let catalogue: Catalogue

    /// Tab-separated with a header: the citing record's file name, the byte offset in its body, the text itself, the
    /// number, the provisions, the file name of the record meant or `-`.
    func table(jobs: Int) async throws -> [UInt8] {
        let resolver = CitationResolver(catalogue)
        let records = catalogue.records
        let rows = try await ParallelMap.map(Chunks.of(records.count, jobs: jobs), jobs: jobs) { range in
            var rows: [UInt8] = []
            let scanner = CitationScanner(grammar: catalogue.grammar, names: resolver.names)
            for record in records[range] { list(record, scanner, resolver, &rows) }
            return rows
        }
        return Array("doc\tbyte_offset\tsurface\tnumber\tprovision\ttarget\n".utf8) + rows.flatMap { $0 }
    }

    private func list(
        _ record: Record, _ scanner: CitationScanner, _ resolver: CitationResolver, _ rows: inout [UInt8]
    ) {
        record.body.bytes.withUnsafeBufferPointer { body in
            for block in TextBlocks.of(body) {
                for citation in scanner.scan(UnsafeBufferPointer(rebasing: body[block])) {
                    row(citation, block.lowerBound, body, record, resolver, &rows)
                }
            }
        }
    }

    private func row(
        _ citation: Citation, _ start: Int, _ body: UnsafeBufferPointer<UInt8>, _ record: Record,
        _ resolver: CitationResolver, _ rows: inout [UInt8]
    ) {
        var target: Record?
        switch resolver.resolve(citation, in: record) {
        case .record(let id): target = catalogue.record(id)
        case .itself: target = record
        case .ambiguous, .wanted, .nothing: target = nil
        }
        let number: String
        switch citation.document {
        case .this: return
        case .number(let cited): number = cited.number.canonical
        case .name:
            guard let printed = target?.number?.printed else { return }
            number = printed
        }
        let range = (start + citation.range.lowerBound)..<(start + citation.range.upperBound)
        let surface = body[range].map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
        let provisions = citation.parts.compactMap { $0.provision?.words }.joined(separator: "; ")
        rows += "\(record.fileName)\t\(range.lowerBound)\t".utf8
        rows += surface
        rows += "\t\(number)\t\(provisions)\t\(target?.fileName ?? "-")\n".utf8
    }
}

/// Paragraphs of Markdown: what blank lines part.
enum TextBlocks {
    static func of(_ body: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < body.count {
            if body[index] == 0x0A, index + 1 < body.count, body[index + 1] == 0x0A {
                if index > start { blocks.append(start..<index) }
                while index < body.count, body[index] == 0x0A { index += 1 }
                start = index
            } else {
                index += 1
            }
        }
        if start < body.count { blocks.append(start..<body.count) }
        return blocks
    }
}

extension SiteBuild {
    /// The table of citations of the edition's records; nothing else is done.
    public func citations() async throws -> [UInt8] {
        try await CitationListing(catalogue: linked()).table(jobs: options.jobs)
    }

    private func linked() async throws -> Catalogue {
        let content = try await ContentLoader(
            folder: try contentFolder(), jobs: options.jobs, examples: options.examples ? true : nil
        ).load()
        return try LinkedCollection(.init(content: content, edition: options.edition, asOf: options.asOf)).catalogue
    }
}
