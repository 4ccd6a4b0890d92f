import Citations
import VietnameseText

/// Finds the records that a typed number means.
struct NumberLookup {
    let store: IndexStore
    let grammar: NumberGrammar

    struct Found {
        /// Records, newest first; empty when the query is no number or nobody bears it.
        var records: [Int] = []
        /// The number as printed, when the query is nothing but a full one.
        var printed: String?
    }

    func find(_ query: String) throws -> Found {
        // A figure alone is no number to the grammar, but here it may be the one that somebody remembers.
        if let bare = query.wholeMatch(of: /\s*([0-9]{1,6})\s*/), let sequence = Int(bare.1) {
            return Found(records: try near(types: [], sequence: sequence, year: nil))
        }
        let typed = grammar.readTyped(query)
        switch typed.reading {
        case .none, .standard: return Found()
        case .full(let candidates):
            for candidate in candidates {
                let rows = try store.numbers(sequence: candidate.sequence)
                let bearers = rows.filter { $0.key == candidate.key }
                if !bearers.isEmpty {
                    return Found(records: newestFirst(bearers), printed: typed.isWhole ? candidate.canonical : nil)
                }
            }
            // Nobody bears it: those that share type, sequence and year are the likely slips of hand.
            guard let first = candidates.first else { return Found() }
            return Found(
                records: try near(types: first.type.map { [$0] } ?? [], sequence: first.sequence, year: first.year),
                printed: typed.isWhole ? first.canonical : nil)
        case .partial(let part):
            return Found(records: try near(types: part.types, sequence: part.sequence, year: part.year))
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
