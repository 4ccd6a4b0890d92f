import VietnameseText

/// Words that have run together: `luậtdoanhnghiệp`. Each two neighbours of the parts must stand together somewhere.
struct RunTogether {
    let store: IndexStore

    /// Ways looked at, and parts of one.
    private static let cuts = 12
    private static let run = 8
    /// Ways kept open at a time, and letters of the longest syllable.
    private static let open = 200
    private static let syllable = 7

    func parted(
        _ token: QueryTerms.Token, _ list: ArraySlice<String>
    ) throws -> String? {
        let known = Set(list.filter { $0.utf8.count > 1 && Abbreviations.isSyllable($0) })
        var best: (parts: [String], records: Int, entries: [TermEntry])?
        for parts in Self.ways(Array(token.folded.utf8), known) where parts.count > 1 {
            var entries: [TermEntry] = []
            for (first, second) in zip(parts, parts.dropFirst()) {
                guard let text = try store.pair(first, second) else { break }
                entries.append(TermEntry(text, syllables: 2))
            }
            guard entries.count == parts.count - 1, let records = entries.map(\.holders).min(), records > 0 else {
                continue
            }
            if let best, best.parts.count < parts.count || best.records >= records { continue }
            best = (parts, records, entries)
        }
        guard let best else { return nil }
        // The marks are those that were typed, or those of the collection.
        let letters = Array(token.typed)
        if letters.count == token.folded.utf8.count, token.folded != token.exact {
            var at = 0
            return best.parts.map { part in
                defer { at += part.utf8.count }
                return String(letters[at..<at + part.utf8.count])
            }.joined(separator: " ")
        }
        return best.parts.enumerated().map { place, part in
            let marks = place > 0 ? best.entries[place - 1].mainMarks[1] : best.entries[0].mainMarks[0]
            return TypedKeys.spelled(part, marks)
        }.joined(separator: " ")
    }

    /// Ways in which letters fall into syllables, those of the fewest first.
    private static func ways(_ letters: [UInt8], _ known: Set<String>) -> [[String]] {
        var open: [(parts: [String], at: Int)] = [([], 0)]
        var whole: [[String]] = []
        for _ in 0..<run where !open.isEmpty && whole.count < cuts {
            var next: [(parts: [String], at: Int)] = []
            for (parts, at) in open {
                for end in stride(from: min(letters.count, at + syllable), to: at, by: -1) {
                    let part = String(decoding: letters[at..<end], as: UTF8.self)
                    guard known.contains(part) else { continue }
                    if end == letters.count { whole.append(parts + [part]) } else { next.append((parts + [part], end)) }
                }
            }
            open = Array(next.prefix(Self.open))
        }
        return Array(whole.prefix(cuts))
    }
}
