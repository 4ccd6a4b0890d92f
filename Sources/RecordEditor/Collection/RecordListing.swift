import Diagnostics
import Encodings

/// A page of the list of records.
struct RecordListing: Sendable {
    let language: Language
    /// Paths of records with a draft.
    let drafts: Set<String>

    static let pageLength = 50

    /// - Parameter query: `q`, `kind`, `only` (`errors` or `drafts`), `after` (how many to pass over).
    func json(_ state: CollectionState, _ query: [String: String]) -> [UInt8] {
        let found = records(of: state, query)
        let start = max(0, Int(query["after"] ?? "") ?? 0)
        let page = found.dropFirst(start).prefix(Self.pageLength)
        var json = JSONText()
        json.object {
            $0.member("total", found.count)
            $0.member("all", state.records.count)
            $0.key("records")
            $0.list(page) { write($1, &$0) }
        }
        return json.finished()
    }

    private func records(of state: CollectionState, _ query: [String: String]) -> [ListedRecord] {
        var records = state.records
        if let kind = query["kind"], !kind.isEmpty { records = records.filter { $0.kind.rawValue == kind } }
        switch query["only"] {
        case "errors": records = records.filter { $0.errors > 0 }
        case "drafts": records = records.filter { drafts.contains($0.path) }
        default: break
        }
        return records.matching(query["q"] ?? "")
    }

    private func write(_ record: ListedRecord, _ json: inout JSONText) {
        json.object {
            $0.member("path", record.path)
            $0.member("kind", record.kind.rawValue)
            $0.member("number", record.number)
            $0.member("title", record.title)
            $0.member("issued", record.issued)
            $0.member("state", record.state?[language])
            $0.member("errors", record.errors)
            $0.member("warnings", record.warnings)
            $0.member("draft", drafts.contains(record.path))
        }
    }
}

extension [ListedRecord] {
    /// Those that fit what was typed, the best first, else in their order; all where nothing was typed.
    func matching(_ typed: String) -> [ListedRecord] {
        let query = ListQuery(typed)
        guard !query.words.isEmpty else { return self }
        var byRank: [Int: [ListedRecord]] = [:]
        for record in self {
            if let rank = record.rank(query) { byRank[rank, default: []].append(record) }
        }
        return byRank.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}
