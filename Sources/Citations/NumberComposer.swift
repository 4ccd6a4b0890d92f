/// Puts the groups of letters after a sequence number together: type, organs, suffix.
struct NumberComposer {
    let codeBook: CodeBook

    init(_ codeBook: CodeBook) { self.codeBook = codeBook }

    /// The one number that printed groups make.
    func printed(_ head: NumberHead, _ groups: [NumberGroup]) -> DocumentNumber? {
        let first = groups[0]
        let types = typesMatching(first, isMarked: true)
        if let type = types.first, first.digits.isEmpty {
            return assemble(head, type.abbreviation, groups.dropFirst(), groups, systems: type.systems)
        }
        let isOrgan = organ(first).isKnown
        let hasPartySigns = first.gap == .hyphen && groups.count >= 2 && groups[1].gap == .slash
        if !isOrgan, groups.count >= 2, first.digits.isEmpty, head.year != nil || hasPartySigns {
            // A type that no book lists, such as LCT (Lệnh of the State Council).
            return assemble(head, first.text, groups.dropFirst(), groups, systems: [.party, .state])
        }
        return assemble(head, nil, groups[...], groups, systems: [.party, .state])
    }

    /// All numbers that typed groups may make, the best first. `named` are the types that the words in front say.
    func candidates(
        _ head: NumberHead, _ groups: [NumberGroup], named: [CodeBook.TypeEntry], isMarked: Bool
    ) -> [DocumentNumber] {
        let first = groups[0]
        if first.digits.isEmpty, groups.count >= 2 {
            let types = typesMatching(first, isMarked: isMarked)
            if !types.isEmpty {
                let fitting = fitting(types, organ(groups[1]).systems, head, groups)
                return unique(
                    fitting.map { assemble(head, $0.abbreviation, groups.dropFirst(), groups, systems: $0.systems) })
            }
        }
        let leading = organ(first)
        if leading.isKnown {
            if leading.systems == .party || head.year != nil, !isLegislature(first) {
                // `KL 100/TW`, `NĐ 30/2020-CP`: the type was typed in front.
                let types = fitting(named, leading.systems, head, groups).filter { !$0.abbreviation.isEmpty }
                if !types.isEmpty {
                    return unique(
                        types.map { assemble(head, $0.abbreviation, groups[...], groups, systems: $0.systems) })
                }
                // A Party number without type, or a normative one, does not exist.
                if !first.gap.joins { return [] }
            }
            if first.gap == .space, !isLegislature(first), groups.count < 2 { return [] }
            if isLegislature(first), first.gap == .space, head.year == nil { return [] }
            return [assemble(head, nil, groups[...], groups, systems: [.party, .state])]
        }
        let glued = split(first, isMarked: isMarked)
        if !glued.isEmpty {
            return unique(
                glued.flatMap { part in
                    fitting(part.types, organ(part.organs[0]).systems, head, groups).map {
                        assemble(
                            head, $0.abbreviation, part.organs[...] + groups.dropFirst(), groups, systems: $0.systems,
                            hasLostSigns: true)
                    }
                })
        }
        return unknown(head, groups)
    }

    /// Groups that the book does not know are believed when they look printed: capitals, joined by the right signs.
    private func unknown(_ head: NumberHead, _ groups: [NumberGroup]) -> [DocumentNumber] {
        let first = groups[0]
        let looksPrinted = groups.allSatisfy { $0.gap.joins && !$0.isSpaced && $0.startsWithCapital }
        guard looksPrinted, first.letters.utf8.count >= 2 else { return [] }
        if groups.count >= 2 {
            let hasPartySigns = first.gap == .hyphen && groups[1].gap == .slash
            let hasType = head.year != nil || hasPartySigns
            guard hasType || first.gap == .slash else { return [] }
            let organs = hasType ? groups.dropFirst() : groups[...]
            return [assemble(head, hasType ? first.text : nil, organs, groups, systems: [.party, .state])]
        }
        if head.year != nil { return [] }
        // A known type and an unknown organ with the sign between them lost.
        let types = codeBook.typeKeysLongestFirst.filter {
            first.letters.hasPrefix($0) && first.letters.utf8.count >= $0.utf8.count + 2
        }
        return unique(
            types.prefix(3).flatMap { key in
                (codeBook.typesByAbbreviation[key] ?? []).map { type in
                    var rest = first
                    rest.text = String(first.text.unicodeScalars.dropFirst(key.utf8.count))
                    rest.letters = String(first.letters.dropFirst(key.utf8.count))
                    return assemble(head, type.abbreviation, [rest], groups, systems: type.systems, hasLostSigns: true)
                }
            })
    }

    // MARK: - Parts

    func assemble(
        _ head: NumberHead, _ type: String?, _ organGroups: ArraySlice<NumberGroup>, _ groups: [NumberGroup],
        systems: CodeBook.Systems, hasLostSigns: Bool = false
    ) -> DocumentNumber {
        var number = DocumentNumber(
            sequence: head.sequence, sequenceLetter: head.letter, year: head.year, type: type, organs: [],
            layout: .state)
        let leading = organGroups.first.map(organ)
        number.layout = layout(
            head, groups, organ: leading, typeSystems: type == nil ? [.party, .state] : systems,
            hasLostSigns: hasLostSigns)
        for (index, group) in organGroups.enumerated() {
            let found = organ(group)
            let isOrgan =
                index == 0
                || number.suffix.isEmpty && !group.letters.isEmpty
                    && (found.isKnown || number.layout == .state && group.gap != .slash)
            if isOrgan {
                number.organs.append(found.abbreviation)
                if let legislature = found.legislature {
                    if number.legislature == nil {
                        number.legislature = legislature
                    } else {
                        number.organs[number.organs.count - 1] += String(legislature)
                    }
                }
            } else {
                number.suffix += (group.gap == .slash ? "/" : "-") + group.text
            }
        }
        return number
    }

    private func layout(
        _ head: NumberHead, _ groups: [NumberGroup], organ: KnownOrgan?, typeSystems: CodeBook.Systems,
        hasLostSigns: Bool
    ) -> DocumentNumber.Layout {
        if head.year != nil { return .state }
        let before = groups[0].gap
        let between = groups.count > 1 && !hasLostSigns ? groups[1].gap : NumberGap.none
        if before == .hyphen, between == .slash { return .party }
        let isParty = organ?.systems == .party
        if before == .slash, between == .hyphen {
            // Some Party organs print the State's way; the Central Committee and the Party's own types never do.
            return isParty && (typeSystems == .party || organ?.abbreviation == "TW") ? .party : .state
        }
        if groups.count == 1, !hasLostSigns, organ == nil || typeSystems == [.party, .state], before.joins {
            return before == .hyphen ? .party : .state
        }
        if isParty { return .party }
        if organ?.systems == .state { return .state }
        if typeSystems == .party { return .party }
        return before == .hyphen && between != .hyphen ? .party : .state
    }

    struct KnownOrgan {
        var abbreviation: String
        var legislature: Int?
        var systems: CodeBook.Systems
        var isKnown: Bool
    }

    /// The organ that a group names; an unknown one keeps the letters as typed, in capitals when typed small.
    func organ(_ group: NumberGroup) -> KnownOrgan {
        let entry = lookUp(group.letters + group.digits) ?? lookUp(group.letters)
        guard let entry else {
            let text = group.startsWithCapital || group.letters.isEmpty ? group.text : group.text.uppercased()
            return KnownOrgan(abbreviation: text, legislature: nil, systems: [.party, .state], isKnown: false)
        }
        let hasDigits = !group.digits.isEmpty && CodeBook.letters(entry.abbreviation) == group.letters
        if DocumentNumber.legislatures.contains(entry.abbreviation), let legislature = group.legislature {
            return KnownOrgan(
                abbreviation: entry.abbreviation, legislature: legislature, systems: entry.systems, isKnown: true)
        }
        return KnownOrgan(
            abbreviation: entry.abbreviation + (hasDigits ? group.digits : ""), legislature: nil,
            systems: entry.systems, isKnown: true)
    }

    private func lookUp(_ letters: String) -> CodeBook.OrganEntry? {
        guard !letters.isEmpty else { return nil }
        return codeBook.organsByAbbreviation[letters]?.first
            ?? codeBook.organsByLooseAbbreviation[CodeBook.loose(letters).replacing("tuw", with: "tw")]?.first
    }

    func isLegislature(_ group: NumberGroup) -> Bool { organ(group).legislature != nil }

    /// Types whose abbreviation a group is. Where marks were typed, an exact match leaves the others out.
    func typesMatching(_ group: NumberGroup, isMarked: Bool) -> [CodeBook.TypeEntry] {
        guard group.digits.isEmpty || group.digits == "9" && group.letters.hasSuffix("d") else { return [] }
        let found =
            codeBook.typesByAbbreviation[group.letters]
            ?? codeBook.typesByLooseAbbreviation[CodeBook.loose(group.letters)] ?? []
        return preferringExact(found, group.text, isMarked: isMarked)
    }

    private func preferringExact(
        _ types: [CodeBook.TypeEntry], _ text: String, isMarked: Bool
    ) -> [CodeBook.TypeEntry] {
        guard isMarked || text.utf8.contains(where: { $0 >= 0x80 }) else { return types }
        let typed = text.uppercased()
        let exact = types.filter { typed.hasPrefix($0.abbreviation.uppercased()) }
        return exact.isEmpty ? types : exact
    }

    /// The types that the organ's system and the signs allow; all when none would be left.
    private func fitting(
        _ types: [CodeBook.TypeEntry], _ organ: CodeBook.Systems, _ head: NumberHead, _ groups: [NumberGroup]
    ) -> [CodeBook.TypeEntry] {
        var systems = organ
        if head.year != nil {
            systems = .state
        } else if groups.count > 1, groups[0].gap == .hyphen, groups[1].gap == .slash, systems == [.party, .state] {
            systems = .party
        }
        let fitting = types.filter { !$0.systems.isDisjoint(with: systems) }
        return fitting.isEmpty ? types : fitting
    }

    /// Several types share an abbreviation; the number is one.
    private func unique(_ numbers: [DocumentNumber]) -> [DocumentNumber] {
        var seen: Set<DocumentNumber> = []
        return numbers.filter { seen.insert($0).inserted }
    }
}
