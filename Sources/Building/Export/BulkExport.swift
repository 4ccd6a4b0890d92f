import Diagnostics
import Encodings
import Foundation
import Records
import Search

/// The texts of an edition for a search server or a database, once a static index is outgrown: a row for each heading with its
/// text, and one for each record's title and summary.
public enum BulkExport: String, Sendable, CaseIterable {
    /// For the `_bulk` interface of OpenSearch and Elasticsearch, with the index's settings.
    case opensearch
    /// A script for `psql`.
    case postgresql

    /// Files by name.
    func files(of documents: [SearchDocument]) -> [String: [UInt8]] {
        let rows = documents.flatMap(Row.rows)
        switch self {
        case .opensearch: return ["bulk.ndjson": Self.bulk(rows), "index.json": Array(Self.settings.utf8)]
        case .postgresql: return ["load.sql": Self.script(rows)]
        }
    }

    private struct Row {
        let document: SearchDocument
        var anchor = ""
        var heading = ""
        var text: String

        static func rows(of document: SearchDocument) -> [Row] {
            var used: Set<String> = []
            let sections = document.sections.map {
                Row(
                    document: document, anchor: $0.anchor, heading: $0.heading,
                    text: String(decoding: $0.text, as: UTF8.self))
            }
            // A text before the first heading stands with the title.
            let opening = sections.filter(\.anchor.isEmpty).map(\.text).joined(separator: "\n")
            let first = Row(
                document: document,
                text: [document.summary, opening].filter { !$0.isEmpty }.joined(separator: "\n"))
            return [first] + sections.filter { !$0.anchor.isEmpty && used.insert($0.anchor).inserted }
        }

        var id: String { anchor.isEmpty ? document.id : "\(document.id)#\(anchor)" }

        var path: String { anchor.isEmpty ? document.url : "\(document.url)#\(anchor)" }

        /// `yyyy-mm-dd`; nil for what is not known to the day.
        var day: String? {
            let key = document.dateKey
            guard key % 100 > 0, key / 100 % 100 > 0 else { return nil }
            return PartialDate.day(year: key / 10_000, month: key / 100 % 100, day: key % 100).iso
        }
    }

    // MARK: OpenSearch

    private static func bulk(_ rows: [Row]) -> [UInt8] {
        rows.reduce(into: []) { bytes, row in
            var action = JSONText()
            action.object { $0.object("index") { $0.member("_id", row.id) } }
            bytes += action.finished()
            var source = JSONText(reserving: row.text.utf8.count + 600)
            source.object {
                $0.member("record", row.document.id)
                $0.member("anchor", row.anchor)
                $0.member("path", row.path)
                $0.member("kind", row.document.kind.rawValue)
                $0.member("number", row.document.number)
                $0.strings("aliases", row.document.aliases)
                $0.member("type", row.document.typeName)
                $0.strings("issuers", row.document.issuerNames)
                $0.strings("topics", row.document.topics)
                $0.member("issued", row.day)
                $0.member("status", row.document.status)
                $0.member("title", row.document.title)
                $0.member("heading", row.heading)
                $0.member("text", row.text)
            }
            bytes += source.finished()
        }
    }

    /// Letters are folded as the site's search folds them: `đ`, which `asciifolding` leaves alone, too.
    private static let settings = """
        {
        "settings": {"analysis": {
        "char_filter": {"dd": {"type": "mapping", "mappings": ["đ => d", "Đ => D"]}},
        "normalizer": {"number": {"type": "custom", "char_filter": ["dd"], "filter": ["lowercase", "asciifolding"]}},
        "analyzer": {
        "vietnamese": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase"]},
        "folded": {"type": "custom", "char_filter": ["dd"], "tokenizer": "standard", "filter": ["lowercase", "asciifolding"]}
        }}},
        "mappings": {"dynamic": "strict", "properties": {
        "record": {"type": "keyword"}, "anchor": {"type": "keyword"}, "path": {"type": "keyword", "index": false},
        "kind": {"type": "keyword"}, "number": {"type": "keyword", "normalizer": "number"},
        "aliases": {"type": "keyword", "normalizer": "number"}, "type": {"type": "keyword"},
        "issuers": {"type": "keyword"}, "topics": {"type": "keyword"}, "issued": {"type": "date", "format": "yyyy-MM-dd"},
        "status": {"type": "keyword"},
        "title": {"type": "text", "analyzer": "vietnamese", "fields": {"folded": {"type": "text", "analyzer": "folded"}}},
        "heading": {"type": "text", "analyzer": "vietnamese", "fields": {"folded": {"type": "text", "analyzer": "folded"}}},
        "text": {"type": "text", "analyzer": "vietnamese", "fields": {"folded": {"type": "text", "analyzer": "folded"}}}
        }}
        }

        """

    // MARK: PostgreSQL

    private static func script(_ rows: [Row]) -> [UInt8] {
        var bytes = Array(Self.opening.utf8)
        for row in rows {
            let fields: [String?] = [
                row.id, row.document.id, row.anchor, row.path, row.document.kind.rawValue, row.document.number,
                row.document.typeName, row.document.issuerNames.joined(separator: "; "),
                row.document.topics.joined(separator: "; "), row.day, row.document.status, row.document.title,
                row.heading, row.text,
            ]
            bytes += fields.map { $0.map(Self.escaped) ?? "\\N" }.joined(separator: "\t").utf8
            bytes.append(0x0A)
        }
        return bytes + Array(Self.closing.utf8)
    }

    /// As `COPY` reads it.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\t": escaped += "\\t"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static let opening = """
        -- Texts of a site made by tracuu, for PostgreSQL 12 or later with the extension unaccent: psql -f load.sql DATABASE
        -- SELECT path, title, heading FROM tracuu_search('dieu tra xa hoi') LIMIT 10;
        BEGIN;
        CREATE EXTENSION IF NOT EXISTS unaccent;
        DROP TABLE IF EXISTS tracuu CASCADE;
        CREATE TABLE tracuu (
            id text PRIMARY KEY, record text NOT NULL, anchor text NOT NULL, path text NOT NULL, kind text NOT NULL,
            number text NOT NULL, type text NOT NULL, issuers text NOT NULL, topics text NOT NULL, issued date,
            status text NOT NULL, title text NOT NULL, heading text NOT NULL, body text NOT NULL
        );
        COPY tracuu FROM stdin;

        """

    private static let closing = #"""
        \.
        -- Letters are folded as the site's search folds them; figures and letters of numbers are words of their own.
        CREATE OR REPLACE FUNCTION tracuu_fold(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
            AS $$ SELECT regexp_replace(lower(unaccent('unaccent', given)), '[^a-z0-9]+', ' ', 'g') $$;
        ALTER TABLE tracuu ADD COLUMN words tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', tracuu_fold(number || ' ' || type)), 'A')
            || setweight(to_tsvector('simple', tracuu_fold(title)), 'B')
            || setweight(to_tsvector('simple', tracuu_fold(heading || ' ' || topics)), 'C')
            || setweight(to_tsvector('simple', tracuu_fold(issuers || ' ' || body)), 'D')
        ) STORED;
        CREATE INDEX tracuu_words ON tracuu USING gin (words);
        CREATE INDEX tracuu_record ON tracuu (record);
        -- Whether a query names a number in full: its bearers come first, as on the site.
        CREATE OR REPLACE FUNCTION tracuu_names(query text, number text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
            SELECT number <> '' AND ' ' || tracuu_fold(query) || ' ' LIKE '% ' || tracuu_fold(number) || ' %'
        $$;
        CREATE OR REPLACE FUNCTION tracuu_search(query text) RETURNS SETOF tracuu LANGUAGE sql STABLE AS $$
            SELECT tracuu.* FROM tracuu, plainto_tsquery('simple', tracuu_fold(query)) AS asked
            WHERE words @@ asked OR (anchor = '' AND tracuu_names(query, number))
            ORDER BY anchor = '' AND tracuu_names(query, number) DESC, ts_rank(words, asked, 1) DESC, anchor <> '', id
        $$;
        COMMIT;
        ANALYZE tracuu;

        """#
}

extension SiteBuild {
    /// The edition's texts in files of a folder.
    ///
    /// - Returns: What was found, and the files' names; none while there are errors.
    public func export(_ format: BulkExport, to folder: String) async throws -> (report: BuildReport, files: [String]) {
        var memo = BuildMemo()
        let (site, report) = try await assembled(&memo)
        guard let site else { return (report, []) }
        let files = format.files(of: site.indexed)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, bytes) in files {
            try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"), options: .atomic)
        }
        return (report, files.keys.sorted())
    }
}
