import Citations
import VietnameseText

/// Finds the records that a typed number means.
struct NumberLookup {
    let store: IndexStore
    let grammar: NumberGrammar

    /// Records by number, newest first; empty when the query is no number or nobody bears it.
    func records(for query: String) throws -> [Int] {
        // A figure alone is no number to the grammar, but here it may be the one that somebody remembers.
        if let bare = query.wholeMatch(of: /\s*([0-9]{1,6})\s*/), let sequence = Int(bare.1) {
            return try near(types: [], sequence: sequence, year: nil)
        }
        switch grammar.read(query) {
        case .none, .standard: return []
        case .full(let candidates):
            for candidate in candidates {
                let rows = try store.numbers(sequence: candidate.sequence)
                let bearers = rows.filter { $0.key == candidate.key }
                if !bearers.isEmpty { return newestFirst(bearers) }
            }
            // Nobody bears it: those that share type, sequence and year are the likely slips of hand.
            guard let first = candidates.first else { return [] }
            return try near(types: first.type.map { [$0] } ?? [], sequence: first.sequence, year: first.year)
        case .partial(let part):
            return try near(types: part.types, sequence: part.sequence, year: part.year)
        }
    }

    private func near(types: [String], sequence: Int, year: Int?) throws -> [Int] {
        let rows = try store.numbers(sequence: sequence)
        let types = types.map(NumberKey.of)
        return newestFirst(
            rows.filter { row in
                (types.isEmpty || types.contains(where: row.types.contains)) && (year.map { $0 == row.year } ?? true)
            })
    }

    private func newestFirst(_ rows: [NumberRow]) -> [Int] {
        Set(rows.map(\.record)).sorted(by: >)
    }
}
