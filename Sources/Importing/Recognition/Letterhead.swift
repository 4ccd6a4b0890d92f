import Documents
import OfficialText
import Records
import VietnameseText

/// The head of a document: organs, number, motto, place and date, subject of a letter.
struct Letterhead {
    /// Names in the left column above the number, a line each.
    var organs: [String] = []
    var number: String?
    /// The form of a number that is not filled in: `/KH-UBND`.
    var numberForm: String?
    var date: PrintedDate.Found?
    /// “V/v …” of a letter.
    var subject: String?
    var hasMotto = false
    /// All that it prints.
    var lines: [String] = []

    var isEmpty: Bool { lines.isEmpty }

    /// Takes one piece of a line; false when it is no part of a letterhead.
    mutating func take(_ piece: String, isOrganExpected: Bool) -> Bool {
        let text = piece.withSingleBlanks
        guard !text.isEmpty else { return true }
        let slug = Slug.make(text)
        if slug.isEmpty || SourceLine(printed: text, text: text, markdown: text, slug: slug).isRule {
            return true
        }
        if Phrases.isMotto(slug) {
            hasMotto = true
            lines.append(text)
            return true
        }
        if subject != nil, isOpenSubject, !text.isAllCapitals, PrintedDate.find(text) == nil,
            PrintedNumber.afterWord(text) == nil
        {
            subject! += " " + text
            lines.append(text)
            return true
        }
        if takeNumber(text) { return true }
        if let found = PrintedDate.find(text), text.count < 90, date == nil || date?.isPartial == true,
            found.place != nil || slug.hasPrefix("ngay-")
        {
            date = found
            isOpenSubject = false
            lines.append(text)
            return true
        }
        if slug.hasPrefix("v-v-") || slug.hasPrefix("vv-")
            || (slug.hasPrefix("ve-viec-") && number ?? numberForm != nil && !text.isAllCapitals)
        {
            subject = Self.withoutLead(text)
            isOpenSubject = true
            lines.append(text)
            return true
        }
        if isOrganExpected, number == nil, numberForm == nil, isOrganName(text, slug) {
            organs.append(text)
            lines.append(text)
            return true
        }
        return false
    }

    /// Whether the next small line may still belong to the subject.
    var isOpenSubject = false

    private mutating func takeNumber(_ text: String) -> Bool {
        guard number == nil, let value = PrintedNumber.afterWord(text), text.count < 80 else { return false }
        isOpenSubject = false
        lines.append(text)
        var shown = value
        // “Số: 12/KH-UBND Hà Nội, ngày …” on one line without columns.
        if let found = PrintedDate.find(value), let place = found.place ?? Optional(""), date == nil {
            date = found
            if !place.isEmpty, let range = value.range(of: place) {
                shown = String(value[..<range.lowerBound]).trimmingBlanks()
            } else if let range = value[...].firstRange(ofAny: ["ngày", "NGÀY", "Ngày"]) {
                shown = String(value[..<range.lowerBound]).trimmingBlanks()
            }
        }
        let tidy = PrintedNumber.tidied(shown)
        if PrintedNumber.isFilled(tidy) {
            number = tidy
        } else {
            numberForm = tidy
        }
        return true
    }

    private func isOrganName(_ text: String, _ slug: String) -> Bool {
        guard text.count <= 120, !text.hasSuffix(";"), !text.hasSuffix(":") else { return false }
        if text.isAllCapitals { return organs.count < 6 }
        return Phrases.isOrgan(slug) && text.firstIsCapital && text.count < 70 && !text.hasSuffix(".")
            && organs.count < 4
    }

    static func withoutLead(_ text: String) -> String {
        var text = text.withSingleBlanks
        for lead in ["V/v:", "V/v", "V/V", "v/v", "Vv", "V.v", "Về việc"] where text.hasPrefix(lead) {
            text = String(text.dropFirst(lead.count))
            break
        }
        return text.drop { ":. ".contains($0) }.description.withSingleBlanks
    }

    /// The name of the issuing body and of the body above it.
    var issuer: (name: String, parent: String?)? {
        var names: [String] = []
        for line in organs {
            if let last = names.last, Phrases.continuesOrgan(Slug.make(last), Slug.make(line)) {
                names[names.count - 1] = last + " " + line
            } else {
                names.append(line)
            }
        }
        guard let name = names.last else { return nil }
        return (name, names.count > 1 ? names[names.count - 2] : nil)
    }
}

/// Reads the letterhead at the start of a list of items.
struct LetterheadReader {
    let types: TypeLine.Reader
    let maker: LineMaker

    /// Index of the item where the letterhead begins; nil without one.
    func start(in items: [SourceItem], within limit: Int) -> Int? {
        for (index, item) in items.prefix(limit).enumerated() {
            let lines: [SourceLine]
            switch item {
            case .line(let line): lines = [line]
            case .table(let table):
                guard table.rows.count <= 12 else { continue }
                lines = maker.lines([.table(table)])
            }
            for line in lines {
                let pieces = line.columns
                if pieces.contains(where: { Phrases.isNationalName(Slug.make($0)) }) {
                    return Self.backedUp(items, index)
                }
                if index < 12,
                    pieces.contains(where: {
                        PrintedNumber.afterWord($0).map {
                            !$0.isEmpty && $0.count < 40 && ($0.contains("/") || $0.contains("-"))
                        } ?? false
                    })
                {
                    return Self.backedUp(items, index)
                }
            }
        }
        return nil
    }

    /// Organs may stand above the motto.
    private static func backedUp(_ items: [SourceItem], _ index: Int) -> Int {
        var start = index
        while start > 0, index - start < 4, let line = items[start - 1].line, line.isCapitals,
            Phrases.isOrgan(line.slug) || line.isRule
        {
            start -= 1
        }
        return start
    }

    /// Reads on from an index; gives the letterhead and the index after it.
    func read(_ items: [SourceItem], from start: Int) -> (letterhead: Letterhead, end: Int) {
        var head = Letterhead()
        var index = start
        while index < items.count, index - start < 30 {
            switch items[index] {
            case .table(let table):
                guard isHeadTable(table, head) else { return (head, index) }
                take(table, into: &head)
            case .line(let line):
                if line.isEmpty || line.isRule {
                    index += 1
                    continue
                }
                let pieces = line.columns
                let isComplete = head.hasMotto && (head.number ?? head.numberForm) != nil && head.date != nil
                if pieces.count == 1, types.read(line) != nil,
                    isComplete || (head.hasMotto && !Phrases.isOrgan(line.slug))
                        || types.read(line)?.rest.isEmpty ?? false
                {
                    return (head, index)
                }
                if isComplete, !head.isOpenSubject || line.isBold && line.isCentred, !Phrases.isMotto(line.slug),
                    pieces.count == 1,
                    !line.slug.hasPrefix("v-v-")
                {
                    return (head, index)
                }
                var copy = head
                var isTaken = true
                for piece in pieces { isTaken = copy.take(piece, isOrganExpected: true) && isTaken }
                guard isTaken else {
                    if pieces.count > 1, copy.lines.count > head.lines.count {
                        copy.lines.append(contentsOf: pieces.filter { !copy.lines.contains($0) })
                        head = copy
                        break
                    }
                    return (head, index)
                }
                head = copy
            }
            index += 1
        }
        return (head, index)
    }

    private func isHeadTable(_ table: Table, _ head: Letterhead) -> Bool {
        guard table.rows.count <= 12 else { return false }
        let lines = maker.lines([.table(table)])
        guard lines.count <= 60 else { return false }
        return lines.contains { line in
            line.columns.contains { piece in
                let slug = Slug.make(piece)
                return Phrases.isMotto(slug) || slug.hasPrefix("v-v-")
                    || (PrintedDate.find(piece) != nil && piece.count < 90 && head.date == nil)
                    || (head.number == nil && PrintedNumber.afterWord(piece).map { $0.count < 40 } ?? false)
            }
        }
    }

    /// Column by column, so that organs of more than one line stay together.
    func take(_ table: Table, into head: inout Letterhead) {
        let columns = table.rows.map(\.count).max() ?? 0
        // Numbers come after all organs: the left column is read whole, then the others.
        for column in 0..<columns {
            head.isOpenSubject = false
            for row in table.rows where column < row.count {
                for line in maker.lines(row[column].blocks) {
                    for piece in line.columns {
                        let isOrganExpected = column == 0 || columns == 1 || Phrases.isOrgan(Slug.make(piece))
                        if !head.take(piece, isOrganExpected: isOrganExpected) { head.lines.append(piece) }
                    }
                }
            }
        }
        head.isOpenSubject = false
    }
}
