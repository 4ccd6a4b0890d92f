import Citations
import Foundation
import VietnameseText

/// Answers queries from a built site's index alone.
///
/// A number leads to all its bearers, newest first, before anything else; the words of a query rank the rest.
public struct SearchIndexReader: Sendable {
    private let store: IndexStore
    private let grammar: NumberGrammar

    /// Opens the index of the site in a folder.
    ///
    /// - Throws: `SearchIndexError` when there is none, or one that this tool cannot read.
    public init(directory: String) throws {
        store = try IndexStore(site: URL(filePath: directory, directoryHint: .isDirectory))
        grammar = NumberGrammar(codeBook: store.codeBook)
    }

    /// Records in the index.
    public var count: Int { store.manifest.records }

    /// The best answers to a query, best first. Nothing typed is an error; a damaged index is.
    public func search(_ query: String, limit: Int = 20) throws -> [SearchHit] {
        let terms = QueryTerms(query, store.manifest)
        return try ranking(query, terms).prefix(limit).compactMap { ranked in
            try store.record(ranked.record).map { row in
                SearchHit(
                    id: row.id, fileName: row.fileName, url: row.url, kind: row.kind, typeName: row.typeName,
                    number: row.number, date: row.date, status: row.status, title: row.title,
                    score: ranked.score, isNumberMatch: ranked.isNumber, text: row.text, query: terms.tokens)
            }
        }
    }

    private func ranking(_ query: String, _ terms: QueryTerms) throws -> [Ranked] {
        let byNumber = try NumberLookup(store: store, grammar: grammar).records(for: query)
        let onTop = Set(byNumber)
        let words = try WordRanking(store: store).rank(terms)
        let best = (words.first?.score ?? 0) + byNumber.count
        return byNumber.enumerated().map { Ranked(record: $1, score: best - $0, isNumber: true) }
            + words.lazy.filter { !onTop.contains($0.record) }
            .map { Ranked(record: $0.record, score: $0.score, isNumber: false) }
    }

    private struct Ranked {
        var record: Int
        var score: Int
        var isNumber: Bool
    }
}
