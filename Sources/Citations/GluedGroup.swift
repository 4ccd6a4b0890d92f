extension NumberComposer {
    /// A type and organs that were typed without signs between them.
    struct GluedParts {
        var types: [CodeBook.TypeEntry]
        var organs: [NumberGroup]
    }

    /// `HDBTGTW` as HD and BTGTW, `TTLTBYTBTC` as TTLT, BYT and BTC: the longest type first, and only where known organs
    /// fill the rest.
    func split(_ group: NumberGroup, isMarked: Bool) -> [GluedParts] {
        guard group.letters.utf8.count <= 60 else { return [] }
        let exact = split(group, group.letters, codeBook.typesByAbbreviation, codeBook.organsByAbbreviation)
        let found =
            exact.isEmpty
            ? split(
                group, CodeBook.loose(group.letters), codeBook.typesByLooseAbbreviation,
                codeBook.organsByLooseAbbreviation)
            : exact
        guard isMarked || group.text.utf8.contains(where: { $0 >= 0x80 }) else { return found }
        let typed = group.text.uppercased()
        return found.map { parts in
            var parts = parts
            let exactTypes = parts.types.filter { typed.hasPrefix($0.abbreviation.uppercased()) }
            if !exactTypes.isEmpty { parts.types = exactTypes }
            return parts
        }
    }

    private func split(
        _ group: NumberGroup, _ letters: String, _ types: [String: [CodeBook.TypeEntry]],
        _ organs: [String: [CodeBook.OrganEntry]]
    ) -> [GluedParts] {
        let bytes = Array(letters.utf8)
        var parts: [GluedParts] = []
        for length in stride(from: bytes.count - 1, through: 1, by: -1) {
            guard let found = types[String(decoding: bytes[..<length], as: UTF8.self)],
                let pieces = segments(bytes[length...], organs)
            else { continue }
            var groups = pieces.map {
                NumberGroup(
                    text: $0, letters: CodeBook.letters($0), digits: "", gap: .hyphen, isSpaced: false,
                    startsWithCapital: true)
            }
            groups[groups.count - 1].digits = group.digits
            parts.append(GluedParts(types: found, organs: groups))
        }
        // Fewest organs first: CV and BTCTW, not CV, BTC and TW.
        return parts.enumerated().sorted {
            ($0.element.organs.count, $0.offset) < ($1.element.organs.count, $1.offset)
        }.map(\.element)
    }

    /// The fewest known organs that spell the letters.
    private func segments(_ letters: ArraySlice<UInt8>, _ organs: [String: [CodeBook.OrganEntry]]) -> [String]? {
        let letters = Array(letters)
        var best: [[String]?] = Array(repeating: nil, count: letters.count + 1)
        best[letters.count] = []
        for start in stride(from: letters.count - 1, through: 0, by: -1) {
            for end in stride(from: min(letters.count, start + codeBook.longestOrgan), to: start, by: -1) {
                guard let rest = best[end], rest.count + 1 < best[start]?.count ?? .max,
                    let organ = organs[String(decoding: letters[start..<end], as: UTF8.self)]?.first
                else { continue }
                best[start] = [organ.abbreviation] + rest
            }
        }
        return best[0]
    }
}
