/// Finds the records that the typed numbers of a query mean: their bearers, else those that agree in what was typed of them.
struct NumberLookup {
    let store: IndexStore

    struct Found {
        /// Records, newest first.
        var records: [Int]
        /// Whether they bear the number as typed.
        var isFull: Bool
        /// Whether its type stands in front.
        var isNamed = false
        /// The number as printed, when the query is nothing but a full one.
        var printed: String?
        /// The words of a full number that nobody bears.
        var absent: [String]?
        /// Tokens of the number, as `NumberToken` cuts them.
        var tokens: Range<Int>
    }

    /// The numbers of a query, in its order.
    func find(_ query: String) throws -> [Found] {
        let types = store.manifest.types.map { $0.split(separator: " ").map(String.init) }
        var found: [Found] = []
        for number in TypedNumbers(query, types: types).candidates {
            if let last = found.last, number.first < last.tokens.upperBound { continue }
            let rows = try store.numbers(sequence: number.sequence)
            if let match = try full(number, rows, types) ?? near(number, rows, types) { found.append(match) }
        }
        // Beside a full number, other figures are one only behind a type; without any, the first that anything bears counts.
        let isFull = found.contains(where: \.isFull)
        let first = found.firstIndex { !$0.records.isEmpty }
        return found.enumerated().filter { place, each in
            each.isFull || each.absent != nil || each.isNamed || (!isFull && place == first)
        }.map(\.element)
    }

    /// Its bearers. Where marks were typed, an exact match leaves the others out.
    private func full(
        _ number: TypedNumbers.Candidate, _ rows: [NumberRow], _ types: [[String]]
    ) throws -> Found? {
        for tail in number.tails {
            let key = NumberToken.loose(tail.exact)
            guard key.utf8.contains(where: { (0x61...0x7A).contains($0) }) else { continue }
            let borne = rows.filter { agrees($0, number.kinds, types) { $0 == key } }
            guard !borne.isEmpty else { continue }
            let spelled = key == tail.exact ? [] : borne.filter { $0.tail == tail.exact }
            let records = newestFirst(spelled.isEmpty ? borne : spelled)
            return Found(
                records: records, isFull: true,
                printed: tail.isWhole ? try records.first.flatMap { try store.record($0)?.number } : nil,
                tokens: number.first..<tail.end)
        }
        return nil
    }

    /// Those that agree in what was typed. A number that names its issuer means no other issuer's.
    private func near(_ number: TypedNumbers.Candidate, _ rows: [NumberRow], _ types: [[String]]) -> Found? {
        guard number.isNear else { return nil }
        let others = rows.filter { row in
            (number.near.isEmpty || number.near.contains(row.type)) && (number.year == 0 || number.year == row.year)
                && (number.key.isEmpty || agrees(row, number.kinds, types) { $0.hasPrefix(number.key) })
        }
        guard !others.isEmpty || number.words != nil else { return nil }
        return Found(
            records: newestFirst(others), isFull: false, isNamed: !number.kinds.isEmpty, printed: number.printed,
            absent: others.isEmpty ? number.words : nil, tokens: number.first..<number.end)
    }

    /// Whether a row goes on as typed, with the type in the number or only in front of it.
    private func agrees(
        _ row: NumberRow, _ kinds: Set<Int>, _ types: [[String]], _ test: (String) -> Bool
    ) -> Bool {
        let own = NumberToken.loose(row.tail)
        if test(own) { return true }
        guard kinds.contains(row.type), types.indices.contains(row.type) else { return false }
        return types[row.type].contains { test(own.replacing($0, with: "", maxReplacements: 1)) }
    }

    private func newestFirst(_ rows: [NumberRow]) -> [Int] {
        Set(rows.map(\.record)).sorted(by: >)
    }
}
