import VietnameseText

/// Looks for a document number in what a person typed: a full one first, else a partial one, else a standard.
struct TypedNumberReader {
    private let tokens: [NumberToken]
    private let composer: NumberComposer
    private let codeBook: CodeBook
    /// Whether marks were typed at all; then their absence means something.
    private let isMarked: Bool

    init(_ typed: String, _ codeBook: CodeBook) {
        tokens = NumberLexer.lex(typed).tokens
        composer = NumberComposer(codeBook)
        self.codeBook = codeBook
        isMarked = typed.utf8.contains { $0 >= 0x80 } && tokens.contains { $0.text.utf8.contains { $0 >= 0x80 } }
    }

    func read() -> TypedNumber {
        let standard = StandardDesignation.find(in: tokens)
        var partial: TypedNumber?
        for index in tokens.indices where tokens[index].isDigits {
            if let standard, standard.range.contains(index) { continue }
            guard canStart(index), let sequence = tokens[index].number, sequence > 0 else { continue }
            let words = wordsBefore(index)
            if let full = full(sequence, index, words) { return full }
            if partial == nil { partial = self.partial(sequence, index, words) }
        }
        if let standard {
            return TypedNumber(
                reading: .standard(standard.text), typeNames: [], isWhole: standard.range == tokens.indices)
        }
        return partial ?? TypedNumber(reading: .none, typeNames: [], isWhole: false)
    }

    // MARK: - Where a number may begin

    /// Words after which a figure counts something else.
    private static let otherCounts: Set<String> = [
        "dieu", "khoan", "diem", "chuong", "muc", "phan", "trang", "ngay", "thang", "quy", "tiet", "tuan", "phuluc",
    ]

    private func canStart(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = tokens[index - 1]
        let gap = tokens[index].gap
        if before.isDigits { return !gap.joinsAnywhere && gap != .colon && gap != .none }
        if gap == .none { return codeBook.typesByAbbreviation[before.folded] != nil || Self.isNumberWord(before) }
        return !(gap == .space && Self.otherCounts.contains(before.folded))
    }

    private static func isNumberWord(_ token: NumberToken) -> Bool {
        ["so", "no", "nr", "number"].contains(token.folded)
    }

    private struct WordsBefore {
        var types: [CodeBook.TypeEntry] = []
        var hasNumberWord = false
        /// First token that belongs to the number.
        var start: Int
        var isNamed: Bool { !types.isEmpty }
        var names: [String] {
            var seen: Set<String> = []
            return types.map(\.name).filter { seen.insert($0).inserted }
        }
    }

    /// "Kết luận số", "NĐ", "Decree No." in front of a number.
    private func wordsBefore(_ index: Int) -> WordsBefore {
        var at = index
        var result = WordsBefore(start: index)
        if at > 0, Self.isNumberWord(tokens[at - 1]) {
            at -= 1
            result.hasNumberWord = true
            result.start = at
        }
        // The longest name wins: Thông tư liên tịch before Thông tư.
        var phrase: [String] = []
        var best: (types: [CodeBook.TypeEntry], start: Int)?
        var position = at - 1
        while position >= 0, !tokens[position].isDigits, phrase.count < 5 {
            if position < at - 1, tokens[position + 1].gap != .space { break }
            phrase.insert(tokens[position].folded, at: 0)
            if let types = codeBook.typesByName[phrase.joined(separator: " ")] { best = (types, position) }
            position -= 1
        }
        if let best {
            result.types = best.types
            result.start = best.start
        } else if at > 0, !tokens[at - 1].isDigits {
            let token = tokens[at - 1]
            let gap = tokens[at].gap
            let group = NumberGroup.one(tokens, at: at - 1)?.group
            if let group, gap == .space || gap == .none || gap == .colon || gap == .hyphen {
                var bare = group
                (bare.text, bare.digits) = (token.text, "")
                let types = composer.typesMatching(bare, isMarked: isMarked)
                if !types.isEmpty {
                    result.types = types
                    result.start = at - 1
                }
            }
        }
        return result
    }

    // MARK: - Full numbers

    private func full(_ sequence: Int, _ index: Int, _ words: WordsBefore) -> TypedNumber? {
        var head = NumberHead(sequence: sequence)
        var at = index + 1
        if at + 1 < tokens.count, tokens[at].isSequenceLetter, tokens[at + 1].gap.joins,
            !tokens[at + 1].isDigits || tokens[at + 1].isYear
        {
            head.letter = tokens[at].folded
            at += 1
        }
        if at + 1 < tokens.count, tokens[at].isYear, !tokens[at + 1].isDigits,
            tokens[at].gap.joinsAnywhere || tokens[at].gap == .space
        {
            head.year = tokens[at].number
            at += 1
        }
        let (groups, end) = gather(from: at)
        guard !groups.isEmpty else { return nil }
        var numbers = composer.candidates(head, groups, named: words.types, isMarked: isMarked)
        if let split = yearInside(index), head.year == nil, groups[0].gap == .none {
            // `302020NDCP`: all signs lost, the year among them.
            let dated = composer.candidates(split, groups, named: words.types, isMarked: isMarked)
            numbers = dated.filter { $0.type != nil || $0.legislature != nil } + numbers
        }
        guard !numbers.isEmpty else { return nil }
        return TypedNumber(
            reading: .full(numbers), typeNames: words.names, isWhole: words.start == 0 && end == tokens.count)
    }

    private func yearInside(_ index: Int) -> NumberHead? {
        let digits = tokens[index].folded
        guard (5...8).contains(digits.utf8.count), let year = Int(digits.suffix(4)), (1945...2100).contains(year),
            let sequence = Int(digits.dropLast(4)), sequence > 0
        else { return nil }
        return NumberHead(sequence: sequence, year: year)
    }

    /// The groups of letters that belong to the number, and where they end.
    private func gather(from start: Int) -> (groups: [NumberGroup], end: Int) {
        var groups: [NumberGroup] = []
        var at = start
        while let (group, end) = NumberGroup.one(tokens, at: at), belongs(group, to: groups) {
            groups.append(group)
            at = end
            if groups.count == 12 { break }
        }
        return (groups, at)
    }

    private func belongs(_ group: NumberGroup, to groups: [NumberGroup]) -> Bool {
        guard group.letters.utf8.count <= 60, group.gap != .other, group.gap != .colon else { return false }
        let isOrgan = composer.organ(group).isKnown
        guard let last = groups.last else {
            if group.gap != .space { return true }
            return isOrgan || !composer.typesMatching(group, isMarked: isMarked).isEmpty
                || !composer.split(group, isMarked: isMarked).isEmpty
        }
        if group.gap == .space {
            // Words may follow; only an organ goes on, after the type or in a row of organs typed with spaces.
            return isOrgan && (groups.count == 1 || last.gap == .space)
        }
        guard group.gap.joinsAnywhere else { return false }
        if isOrgan || groups.count == 1 && !group.isSpaced { return true }
        if group.folded == "nb" { return true }
        // "100-KL/TW - Về công tác": a dash with spaces begins a title.
        return !group.isSpaced && (group.startsWithCapital || !groups[0].startsWithCapital)
    }

    // MARK: - Partial numbers

    /// Units that make a figure after the name of a type a count: "kế hoạch 5 năm", "báo cáo 6 tháng".
    private static let units: Set<String> = [
        "nam", "thang", "ngay", "tuan", "gio", "phut", "lan", "nguoi", "trieu", "ty", "ti", "dong", "trang", "diem",
    ]

    private func partial(_ sequence: Int, _ index: Int, _ words: WordsBefore) -> TypedNumber? {
        var number = PartialNumber(sequence: sequence)
        var end = index + 1
        let next = end < tokens.count ? tokens[end] : nil
        if let next {
            if next.isYear, next.gap == .slash || next.gap == .space || next.gap == .hyphen && words.isNamed {
                if next.gap == .hyphen, tokens[index].isYear { return nil }
                number.year = next.number
                end += 1
            } else if next.folded == "nam", next.gap == .space, end + 1 < tokens.count, tokens[end + 1].isYear {
                number.year = tokens[end + 1].number
                end += 2
            } else if next.isDigits, next.gap.joinsAnywhere || next.gap == .colon {
                return nil
            } else if next.gap == .none {
                return nil
            } else if !words.hasNumberWord, next.gap == .space, Self.units.contains(next.folded) {
                let isDate = end + 1 < tokens.count && tokens[end + 1].isDigits
                if !isDate { return nil }
            }
        }
        // A year that is followed by more figures is a date or a range.
        if number.year != nil, end < tokens.count, tokens[end].isDigits, tokens[end].gap.joinsAnywhere { return nil }
        let group = NumberGroup.one(tokens, at: end)
        if !words.isNamed, let (group, after) = group, !group.gap.isBreak {
            // `240/QĐ`, `15/2023/TT`: the type stands behind, and no organ.
            let types = composer.typesMatching(group, isMarked: isMarked).filter { !$0.abbreviation.isEmpty }
            if !types.isEmpty, group.digits.isEmpty {
                number.types = abbreviations(types, number.year)
                return TypedNumber(
                    reading: .partial(number), typeNames: words.names,
                    isWhole: words.start == 0 && after == tokens.count)
            }
        }
        let isWhole = words.start == 0 && end == tokens.count
        if words.isNamed {
            number.types = abbreviations(words.types, number.year)
        } else if words.hasNumberWord {
            // "số 100" may be a house number or a page; alone it is worth a look.
            guard isWhole else { return nil }
        } else {
            // 144/2017, 21 2018: only when nothing else was typed.
            guard isWhole, number.year != nil, !tokens[index].isYear else { return nil }
        }
        return TypedNumber(reading: .partial(number), typeNames: words.names, isWhole: isWhole)
    }

    private func abbreviations(_ types: [CodeBook.TypeEntry], _ year: Int?) -> [String] {
        let dated = types.filter { $0.systems.contains(.state) }
        var seen: Set<String> = []
        return (year != nil && !dated.isEmpty ? dated : types).map(\.abbreviation)
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

extension NumberGap {
    /// Ends whatever stood before.
    fileprivate var isBreak: Bool { self == .other || self == .colon }
}
