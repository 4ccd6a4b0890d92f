/// The strict reading of a number as it stands on a document or in front matter.
struct PrintedNumberParser {
    private let composer: NumberComposer

    init(_ codeBook: CodeBook) { composer = NumberComposer(codeBook) }

    func parse(_ printed: String) -> DocumentNumber? {
        // The longest real number, a joint circular of seven bodies, has under 100 bytes.
        guard printed.utf8.count <= 300 else { return nil }
        let (tokens, trailing) = NumberLexer.lex(printed)
        guard let first = tokens.first, first.gap == .none || first.gap == .space, let sequence = first.number,
            sequence > 0, trailing == .none || trailing == .space
        else { return nil }
        var head = NumberHead(sequence: sequence)
        var at = 1
        if at + 1 < tokens.count, tokens[at].isSequenceLetter, tokens[at + 1].gap.joins,
            !tokens[at + 1].isDigits || tokens[at + 1].isYear
        {
            head.letter = tokens[at].folded
            at += 1
        }
        if at + 1 < tokens.count, tokens[at].isYear, tokens[at].gap.joins, tokens[at + 1].gap.joins {
            head.year = tokens[at].number
            at += 1
        }
        var groups: [NumberGroup] = []
        while let (group, end) = NumberGroup.one(tokens, at: at),
            group.gap.joins || group.gap == .dot && !groups.isEmpty
        {
            groups.append(group)
            at = end
        }
        // `SL/L-103`: an old decree law carries the number of a law behind it.
        if at + 1 == tokens.count, tokens[at].gap == .hyphen, groups.count >= 2, tokens[at].isDigits {
            groups.append(
                NumberGroup(
                    text: tokens[at].text, letters: "", digits: tokens[at].text, gap: .hyphen, isSpaced: false,
                    startsWithCapital: false))
            at += 1
        }
        guard at == tokens.count, !groups.isEmpty else { return nil }
        return composer.printed(head, groups)
    }
}
