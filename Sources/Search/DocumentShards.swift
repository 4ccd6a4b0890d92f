import Encodings
import Parallel

/// What a result shows of each record, with some of its text for snippets, a few records to a shard.
///
/// A row has the columns of `RecordColumn`.
/// Records stand by number, so that a record's shard is its number divided by the manifest's `recordsPerShard`: an edit
/// rewrites one shard. A long record's whole text stands by sections in `sections/FOLDER`, named
/// after the folder of its page, which no other record's coming and going changes; it is read only for the first hits.
struct DocumentShards: Sendable {
    let recordsPerShard: Int
    /// Bytes of all rows.
    let rowBytes: Int
    let shards: [Shard]
    let sections: [Shard]

    init(_ documents: [SearchDocument], parameters: SearchParameters, jobs: Int) async throws {
        let parts = try await ParallelMap.map(Chunks.of(documents.count, jobs: jobs), jobs: jobs) { range in
            range.map { Parts(documents[$0], parameters) }
        }.flatMap { $0 }
        let rows = parts.map(\.row)
        sections = parts.compactMap(\.sections)
        rowBytes = rows.reduce(0) { $0 + $1.count }
        let perShard = Self.recordsPerShard(rowBytes: rowBytes, records: rows.count, parameters)
        recordsPerShard = perShard
        shards = stride(from: 0, to: rows.count, by: perShard).map { start in
            var json = JSONBytes(reserving: parameters.documentShardBytes * 2)
            json.list(rows[start..<min(start + perShard, rows.count)]) { $0.raw($1) }
            return Shard(name: "records/\(start / perShard)", json: json.bytes)
        }
    }

    /// What one record has in its shards.
    struct Parts {
        let row: [UInt8]
        let sections: Shard?

        init(_ document: SearchDocument, _ parameters: SearchParameters) {
            let count = DocumentShards.sectionCount(of: document, limit: parameters.snippetSourceBytes)
            // Where the text stands by sections too, less of it serves the lists.
            let limit = count > 0 ? parameters.shortSourceBytes : parameters.snippetSourceBytes
            row = DocumentShards.row(document, sections: count, limit: limit)
            sections = count > 0 ? DocumentShards.sections(of: document, limit: parameters.sectionShardBytes) : nil
        }
    }

    /// A power of two, so that growth seldom changes it.
    static func recordsPerShard(rowBytes: Int, records: Int, _ parameters: SearchParameters) -> Int {
        var perShard = 1
        if rowBytes <= parameters.inlineBytes {
            while perShard < records { perShard *= 2 }
        } else {
            while rowBytes * perShard * 2 <= parameters.documentShardBytes * records { perShard *= 2 }
        }
        return perShard
    }

    private static func row(_ document: SearchDocument, sections: Int, limit: Int) -> [UInt8] {
        var json = JSONBytes(reserving: limit + 400)
        let hasProvisions = sections == 0 && !document.provisions.isEmpty
        json.list(hasProvisions ? RecordColumn.allCases : RecordColumn.withoutProvisions) { json, column in
            switch column {
            case .fileName: json.string(document.fileName)
            case .id: json.string(document.id == document.fileName ? "" : document.id)
            case .url: json.string(document.url)
            case .kind: json.string(document.kind.rawValue)
            case .typeName: json.string(document.typeName)
            case .number: json.string(document.number)
            case .date: json.string(document.date)
            case .status: json.string(document.status)
            case .bearing: json.string(document.bearing)
            case .title: json.string(document.title)
            case .text: lead(of: document, limit: limit).withUnsafeBufferPointer { json.string($0) }
            case .sections: json.number(sections)
            case .provisions: json.string(document.provisions)
            }
        }
        return json.bytes
    }

    /// Sections that a hit can lead to: none where the lead holds all the text, or there is but one place to go.
    private static func sectionCount(of document: SearchDocument, limit: Int) -> Int {
        guard document.sections.reduce(0, { $0 + $1.text.count }) > limit else { return 0 }
        let anchored = document.sections.count { !$0.anchor.isEmpty }
        return anchored > 1 ? anchored : 0
    }

    /// The record's provisions, then the headed sections; where they are more than `limit` bytes together, the longest are cut to one length.
    private static func sections(of document: SearchDocument, limit: Int) -> Shard {
        let sections = document.sections.filter { !$0.anchor.isEmpty }
        var longest = Int.max
        var left = limit
        let lengths = sections.map(\.text.count).sorted()
        for (index, length) in lengths.enumerated() {
            let share = left / (lengths.count - index)
            if length > share {
                longest = share
                break
            }
            left -= length
        }
        var json = JSONBytes(reserving: min(limit, lengths.reduce(0, +)) + sections.count * 100)
        json.raw("[")
        json.string(document.provisions)
        for section in sections {
            json.raw(",[")
            json.string(section.anchor)
            json.raw(",")
            json.string(section.heading)
            json.raw(",")
            section.text.withUnsafeBufferPointer { text in
                json.string(UnsafeBufferPointer(rebasing: text[..<cut(text, longest)]))
            }
            json.raw("]")
        }
        json.raw("]")
        return Shard(name: sectionsName(document.url), json: json.bytes)
    }

    /// The name of the shard with a record's sections.
    static func sectionsName(_ url: String) -> String {
        "sections/" + (url.hasSuffix(pageName) ? String(url.dropLast(pageName.utf8.count)) : url)
    }

    private static let pageName = "/index.html"

    /// The last place between characters that is not behind a limit.
    private static func cut(_ text: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Int {
        guard text.count > limit else { return text.count }
        var end = limit
        while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    /// Summary, then the sections from the top, cut between characters.
    private static func lead(of document: SearchDocument, limit: Int) -> [UInt8] {
        var text = Array(document.summary.utf8)
        for section in document.sections {
            if text.count >= limit { break }
            if !section.heading.isEmpty {
                if !text.isEmpty { text.append(0x0A) }
                text.append(contentsOf: section.heading.utf8)
            }
            if !text.isEmpty, !section.text.isEmpty { text.append(0x0A) }
            text.append(contentsOf: section.text.prefix(limit + 4 - min(limit, text.count)))
        }
        if text.count > limit {
            var end = limit
            while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
            text.removeSubrange(end...)
        }
        return text
    }
}
