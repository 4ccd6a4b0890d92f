/// Finds the records that a typed number means: its bearers, else those that agree in what was typed of it.
struct NumberLookup {
    let store: IndexStore

    struct Found {
        /// Records, newest first; empty when the query is no number or nobody bears it.
        var records: [Int] = []
        /// The number as printed, when the query is nothing but a full one.
        var printed: String?
    }

    func find(_ query: String) throws -> Found {
        let types = store.manifest.types.map { $0.split(separator: " ").map(String.init) }
        var other = Found()
        for number in TypedNumbers(query, types: types).candidates {
            let rows = try store.numbers(sequence: number.sequence)
            for tail in number.tails {
                let bearers = self.bearers(rows, tail.exact, number.kinds, types)
                guard !bearers.isEmpty else { continue }
                let records = newestFirst(bearers)
                return Found(
                    records: records,
                    printed: tail.isWhole ? try records.first.flatMap { try store.record($0)?.number } : nil)
            }
            if number.isNear, other.records.isEmpty {
                let rows = rows.filter { row in
                    (number.near.isEmpty || number.near.contains(row.type))
                        && (number.year == 0 || number.year == row.year)
                }
                other = Found(records: newestFirst(rows), printed: number.printed)
            }
        }
        return other
    }

    /// Rows that go on as typed, with the type in the number or only in front of it. Where marks were typed, an exact
    /// match leaves the others out.
    private func bearers(_ rows: [NumberRow], _ exact: String, _ kinds: Set<Int>, _ types: [[String]]) -> [NumberRow] {
        let key = NumberToken.loose(exact)
        guard key.utf8.contains(where: { (0x61...0x7A).contains($0) }) else { return [] }
        let borne = rows.filter { row in
            let own = NumberToken.loose(row.tail)
            if own == key { return true }
            guard kinds.contains(row.type), types.indices.contains(row.type) else { return false }
            return types[row.type].contains { own.replacing($0, with: "", maxReplacements: 1) == key }
        }
        let spelled = key == exact ? [] : borne.filter { $0.tail == exact }
        return spelled.isEmpty ? borne : spelled
    }

    private func newestFirst(_ rows: [NumberRow]) -> [Int] {
        Set(rows.map(\.record)).sorted(by: >)
    }
}
