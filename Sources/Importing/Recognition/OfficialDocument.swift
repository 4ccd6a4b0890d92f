import Documents
import OfficialText
import Records
import VietnameseText

/// A document as recognised: the main text and the texts that it carries.
struct OfficialDocument {
    var parts: [DocumentPart]
    /// Lines before the letterhead.
    var preface: [String]
}

/// One text with its head, body and signature.
struct DocumentPart {
    var letterhead = Letterhead()
    var type: TypeLine?
    var title: String?
    var issued: PartialDate?
    var number: String?
    var signature: Signature?
    /// Printed lines of the head that are in no field.
    var headLines: [String] = []
    var body: [SourceItem] = []
    /// The body that the text itself names: “CHÍNH PHỦ”, “được Quốc hội … thông qua”.
    var authority: String?
    /// What follows the signature: annexes.
    var annexes: [SourceItem] = []
    /// “Ban hành kèm theo Quyết định số …”, when it is carried by another document.
    var carriedBy: String?
}

struct Recogniser {
    let types: TypeLine.Reader
    let maker: LineMaker
    private let letterheads: LetterheadReader
    private let signatures: SignatureReader

    init(vocabulary: Vocabulary, maker: LineMaker) {
        types = TypeLine.Reader(vocabulary)
        self.maker = maker
        letterheads = LetterheadReader(types: types, maker: maker)
        signatures = SignatureReader(types: types, maker: maker)
    }

    func recognise(_ items: [SourceItem], isWebPage: Bool, isWhole: Bool) -> OfficialDocument {
        var preface: [String] = []
        var start = 0
        let annex = items.prefix(6).firstIndex { $0.line.map(Phrases.isAnnex) ?? false }
        if let annex {
            // An annex alone; letterheads in it are those of forms.
            start = annex
        } else {
            let reach = isWebPage ? 3000 : 40
            let typed = items.prefix(isWebPage ? reach : 12).firstIndex { item in
                item.line.map { types.read($0)?.rest.isEmpty ?? false && ($0.isCapitals || $0.isCentred || $0.isBold) }
                    ?? false
            }
            if let found = letterheads.start(in: items, within: reach) {
                // Without a letterhead the number stands below the type: “CỦA CHÍNH PHỦ SỐ 37/2007/NĐ-CP NGÀY …”.
                let isBelowType = typed.map { $0 < found && !hasMotto(items[found]) } ?? false
                start = isBelowType ? typed ?? found : found
            } else if let typed {
                start = typed
            }
        }
        preface = items[..<start].flatMap { texts($0) }
        var main = DocumentPart()
        var index = start
        if annex != nil {
            readTypeAndTitle(items, &index, into: &main)
            main.annexes = Array(items[index...])
            return OfficialDocument(parts: [main], preface: preface)
        }
        readHead(items, &index, into: &main)
        let bodyStart = index
        let attached = isWhole ? nil : attachedStart(items, from: bodyStart)
        let end = attached ?? items.count
        finish(&main, items, bodyStart..<end)
        var parts = [main]
        if let attached { parts += attachedParts(items, from: attached, main: main) }
        return OfficialDocument(parts: parts, preface: preface)
    }

    private func hasMotto(_ item: SourceItem) -> Bool {
        texts(item).contains {
            Phrases.isNationalName(Slug.make($0)) || Slug.make($0).contains("cong-hoa-xa-hoi-chu-nghia")
        }
    }

    private func texts(_ item: SourceItem) -> [String] {
        switch item {
        case .line(let line): line.isEmpty ? [] : [line.text]
        case .table(let table): maker.lines([.table(table)]).filter { !$0.isEmpty }.map(\.text)
        }
    }

    // MARK: Head

    private func readHead(_ items: [SourceItem], _ index: inout Int, into part: inout DocumentPart) {
        let (letterhead, end) = letterheads.read(items, from: index)
        part.letterhead = letterhead
        part.number = letterhead.number
        part.issued = letterhead.date?.date
        index = end
        readTypeAndTitle(items, &index, into: &part)
        if part.type == nil, let subject = letterhead.subject {
            part.title = subject
        } else if part.title == nil, let subject = letterhead.subject {
            part.title = subject
        }
    }

    private func readTypeAndTitle(_ items: [SourceItem], _ index: inout Int, into part: inout DocumentPart) {
        var at = index
        var passed: [String] = []
        while at < items.count, at - index < 8 {
            guard let line = items[at].line else { break }
            if line.isEmpty || line.isRule {
                at += 1
                continue
            }
            if let type = types.read(line) {
                part.type = type
                part.headLines += passed + [line.text]
                index = at + 1
                readTitle(items, &index, first: type.rest, into: &part)
                return
            }
            // An annex alone: its name stands where the type would.
            if Phrases.isAnnex(line) || line.unit != nil || line.slug.hasPrefix("kinh-gui") { break }
            guard line.isCapitals || line.isCentred, line.text.count < 200 else { break }
            passed.append(line.text)
            at += 1
        }
        guard index < items.count, let line = items[index].line, Phrases.isAnnex(line) else { return }
        part.headLines.append(line.text)
        index += 1
        readTitle(items, &index, first: "", into: &part)
    }

    private func readTitle(_ items: [SourceItem], _ index: inout Int, first: String, into part: inout DocumentPart) {
        var title: [String] = []
        if !first.isEmpty { takeTitleLine(first, &title, into: &part) }
        let isIssuer = part.letterhead.issuer.map { Slug.make($0.name) }
        var hasDisplay = false
        while index < items.count, let line = items[index].line {
            if line.isEmpty || line.isRule {
                index += 1
                continue
            }
            let isDisplayed = line.isCentred || line.isBold || line.isCapitals
            let bare = line.text.hasPrefix("(") ? Slug.make(line.text) : line.slug
            if Phrases.isCarriedBy(bare) {
                part.carriedBy = line.text
                part.headLines.append(line.text)
                if part.issued == nil { part.issued = PrintedDate.find(line.text)?.date }
                index += 1
                // The sentence may be broken over lines.
                while index < items.count, let next = items[index].line, !next.isEmpty, line.text.hasPrefix("("),
                    !(part.carriedBy ?? "").contains(")"), next.text.count < 200
                {
                    part.carriedBy! += " " + next.text
                    part.headLines.append(next.text)
                    if part.issued == nil { part.issued = PrintedDate.find(part.carriedBy!)?.date }
                    index += 1
                }
                continue
            }
            if line.slug.hasPrefix("kinh-gui") || line.unit != nil || line.columns.count > 2 { break }
            if ["loi-noi-dau", "mo-dau", "loi-mo-dau"].contains(line.slug) { break }
            if Phrases.isEnactment(line.slug), !title.isEmpty { break }
            if Phrases.isBasis(line.slug), !(isDisplayed && title.isEmpty), !(line.isCentred && line.isBold) { break }
            if !title.isEmpty, isAuthority(line, isIssuer) { break }
            if part.carriedBy != nil, !isDisplayed || !title.isEmpty { break }
            if title.isEmpty {
                guard isDisplayed || line.text.count < 350 && !line.text.hasSuffix(".") && !line.text.hasSuffix(":")
                else { break }
            } else if hasDisplay {
                guard isDisplayed, line.text.count < 500 else { break }
            } else {
                guard line.continuesParagraph || isDisplayed, line.text.count < 300 else { break }
            }
            hasDisplay = hasDisplay || isDisplayed
            takeTitleLine(line.text, &title, into: &part)
            index += 1
            if title.count > 8 { break }
        }
        let joined = title.joined(separator: " ").withSingleBlanks
        if !joined.isEmpty { part.title = joined }
    }

    /// The line in front of the grounds that names who issues: “CHÍNH PHỦ”, “BỘ TRƯỞNG BỘ TÀI CHÍNH”.
    private func isAuthority(_ line: SourceLine, _ issuer: String?) -> Bool {
        guard line.isCapitals || line.isBold, line.text.count < 150 else { return false }
        if line.slug == issuer { return true }
        let starts = [
            "chinh-phu", "bo-truong-", "thu-tuong-chinh-phu", "uy-ban-nhan-dan-", "hoi-dong-", "chu-tich-", "giam-doc-",
            "hieu-truong-", "quoc-hoi", "uy-ban-thuong-vu-", "tong-", "chanh-an-", "vien-truong-", "thong-doc-",
            "ubnd-",
            "cuc-truong-", "bo-chinh-tri", "ban-bi-thu", "ban-chap-hanh-", "ban-thuong-vu-", "bo-noi-vu",
            "bo-tai-chinh",
            "thu-truong-", "dang-uy-", "tinh-uy-", "chi-bo-", "lien-bo",
        ]
        return starts.contains { line.slug == $0 || line.slug.hasPrefix($0) }
    }

    private func takeTitleLine(_ text: String, _ title: inout [String], into part: inout DocumentPart) {
        let slug = Slug.make(text)
        if title.isEmpty, slug.hasPrefix("cua-") || slug.hasPrefix("so-") {
            part.headLines.append(text)
            let lower = text.lowercased()
            if part.number == nil, let range = lower.range(of: "số ") {
                let rest = text[range.upperBound...]
                let end = rest.firstRange(ofAny: ["ngày", "NGÀY", "Ngày"])?.lowerBound ?? rest.endIndex
                let value = PrintedNumber.tidied(String(rest[..<end]))
                if PrintedNumber.isFilled(value) { part.number = value }
            }
            if part.issued == nil { part.issued = PrintedDate.find(text)?.date }
            return
        }
        title.append(text)
    }

    // MARK: Body

    private func finish(_ part: inout DocumentPart, _ items: [SourceItem], _ range: Range<Int>) {
        var end = range.upperBound
        var afterHead = range.lowerBound
        if part.number == nil, let late = readLateHead(items, range, into: &part) {
            end = late.lowerBound
            afterHead = late.upperBound
        }
        if let signature = signatures.find(items, in: afterHead..<range.upperBound) {
            part.signature = signature
            end = min(end, signature.range.lowerBound)
            part.annexes = Array(items[signature.range.upperBound..<range.upperBound])
            if afterHead > range.lowerBound, signature.range.lowerBound > afterHead {
                part.annexes = Array(items[afterHead..<signature.range.lowerBound]) + part.annexes
            }
        } else if afterHead > range.lowerBound {
            part.annexes = Array(items[afterHead..<range.upperBound])
        }
        part.body = Array(items[range.lowerBound..<max(range.lowerBound, end)])
        let passage = passed(part.body + part.annexes)
        if part.issued == nil { part.issued = passage?.date }
        part.authority = passage?.organ ?? authority(part.body)
    }

    /// The line in front of the grounds that names who issues.
    private func authority(_ body: [SourceItem]) -> String? {
        for item in body.prefix(4) {
            guard let line = item.line, line.isCapitals, isAuthority(line, nil) else { continue }
            return line.text
        }
        return nil
    }

    /// Consolidated texts print their letterhead at the end, round “XÁC THỰC VĂN BẢN HỢP NHẤT”. Gives its range.
    private func readLateHead(_ items: [SourceItem], _ range: Range<Int>, into part: inout DocumentPart) -> Range<Int>?
    {
        guard
            let middle = range.last(where: {
                texts(items[$0]).contains { Slug.make($0).hasPrefix("xac-thuc-van-ban") }
            })
        else { return nil }
        var head = Letterhead()
        var (first, last) = (middle, middle)
        for index in max(range.lowerBound, middle - 8)..<min(range.upperBound, middle + 9) {
            var copy = head
            switch items[index] {
            case .table(let table):
                guard table.rows.count <= 12 else { continue }
                letterheads.take(table, into: &copy)
                guard copy.number != nil || copy.date != nil else { continue }
            case .line(let line):
                if line.isEmpty || line.isRule { continue }
                if line.slug.hasPrefix("xac-thuc-van-ban") {
                    copy.lines.append(line.text)
                } else {
                    var isTaken = true
                    for piece in line.columns { isTaken = copy.take(piece, isOrganExpected: true) && isTaken }
                    guard isTaken, !Phrases.isPosition(line.slug) else { continue }
                }
            }
            head = copy
            first = min(first, index)
            last = max(last, index)
        }
        guard let number = head.number else { return nil }
        part.number = number
        part.issued = head.date?.date ?? part.issued
        part.letterhead.organs = head.organs.isEmpty ? part.letterhead.organs : head.organs
        part.letterhead.date = head.date ?? part.letterhead.date
        part.letterhead.lines += head.lines
        // A table that holds the signature, too, stays for it.
        if case .table = items[last], last == middle || head.lines.count > 6 { return first..<max(first, last) }
        return first..<(last + 1)
    }

    /// “Luật này được Quốc hội … thông qua ngày 14 tháng 6 năm 2025.”
    private func passed(_ items: [SourceItem]) -> (date: PartialDate, organ: String?)? {
        for item in items {
            guard let line = item.line, line.slug.contains("thong-qua"), line.text.count < 400,
                line.slug.contains("-nay-"), let range = line.text.range(of: "thông qua"),
                let found = PrintedDate.find(String(line.text[range.upperBound...]))
            else { continue }
            return (found.date, line.text.contains("được Quốc hội") ? "Quốc hội" : nil)
        }
        return nil
    }

    // MARK: Carried texts

    /// Where a text begins that the main one carries: the name of a type, then “(Ban hành kèm theo …)”.
    private func attachedStart(_ items: [SourceItem], from start: Int) -> Int? {
        guard start < items.count else { return nil }
        for index in start..<items.count {
            guard let line = items[index].line, line.isCapitals || line.isBold, let type = types.read(line),
                type.rest.isEmpty || line.isCapitals, line.text.count < 250, !line.text.hasSuffix(":")
            else { continue }
            // Not the “QUYẾT ĐỊNH” in front of the first article.
            if isCarried(items, index), hasStructure(items, after: index) {
                var from = index
                for back in stride(from: index - 1, through: max(start, index - 6), by: -1) {
                    let lines = texts(items[back])
                    if lines.contains(where: { Phrases.isNationalName(Slug.make($0)) }) { from = back }
                }
                return from
            }
        }
        return nil
    }

    private func isCarried(_ items: [SourceItem], _ index: Int) -> Bool {
        var seen = 0
        for item in items[(index + 1)...].prefix(16) {
            guard let line = item.line else { return false }
            if line.isEmpty || line.isRule { continue }
            if Phrases.isCarriedBy(line.slug) { return true }
            if line.unit != nil { return false }
            seen += 1
            if seen > 7 { return false }
        }
        return false
    }

    private func hasStructure(_ items: [SourceItem], after index: Int) -> Bool {
        for item in items[index...].prefix(60) {
            guard let line = item.line, let unit = line.unit else { continue }
            if unit.rank <= .article { return true }
        }
        return false
    }

    private func attachedParts(_ items: [SourceItem], from start: Int, main: DocumentPart) -> [DocumentPart] {
        var parts: [DocumentPart] = []
        var from = start
        while from < items.count {
            var part = DocumentPart()
            var index = from
            readHead(items, &index, into: &part)
            guard part.type != nil else { break }
            let next = attachedStart(items, from: index)
            finish(&part, items, index..<(next ?? items.count))
            part.number = nil
            part.issued = part.issued ?? main.issued
            if part.signature?.name == nil, let own = part.signature { part.headLines += own.lines }
            parts.append(part)
            guard let next, next > from else { break }
            from = next
        }
        if parts.isEmpty {
            var part = DocumentPart()
            part.annexes = Array(items[start...])
            return [part]
        }
        return parts
    }
}
