/// What a result shows of each record, with some of its text for snippets, a few records to a shard.
///
/// A row: file name, page, kind, type, number, date, status, title, text. Records stand by number, so that a record's
/// shard is its number divided by the manifest's `recordsPerShard`: an edit rewrites one shard.
struct DocumentShards: Sendable {
    let recordsPerShard: Int
    let shards: [Shard]

    init(_ documents: [SearchDocument], parameters: SearchParameters) {
        let rows = documents.map { Self.row($0, limit: parameters.snippetSourceBytes) }
        let total = rows.reduce(0) { $0 + $1.count }
        // A power of two, so that growth seldom changes it.
        var perShard = 1
        if total <= parameters.inlineBytes {
            while perShard < rows.count { perShard *= 2 }
        } else {
            while total * perShard * 2 <= parameters.documentShardBytes * rows.count { perShard *= 2 }
        }
        recordsPerShard = perShard
        shards = stride(from: 0, to: rows.count, by: perShard).map { start in
            var json = JSONBytes(reserving: parameters.documentShardBytes * 2)
            json.list(rows[start..<min(start + perShard, rows.count)]) { $0.raw($1) }
            return Shard(name: "records/\(start / perShard)", json: json.bytes)
        }
    }

    private static func row(_ document: SearchDocument, limit: Int) -> [UInt8] {
        var json = JSONBytes(reserving: limit + 400)
        json.raw("[")
        for text in [
            document.fileName, document.id == document.fileName ? "" : document.id, document.url,
            document.kind.rawValue, document.typeName, document.number, document.date, document.status,
            document.title,
        ] {
            json.string(text)
            json.raw(",")
        }
        lead(of: document, limit: limit).withUnsafeBufferPointer { json.string($0) }
        json.raw("]")
        return json.bytes
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
