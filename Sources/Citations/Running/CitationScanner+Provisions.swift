// Provisions, and the documents that they are of.

extension CitationScanner {
    private static let drafts = ["dự án", "dự thảo", "xây dựng", "soạn thảo"].map { Array($0.utf8) }

    func lawName(_ text: TextBytes, _ index: Int, _ walk: inout Walk) -> Int? {
        let next = text.at(index + 1)
        guard next == UInt8(ascii: "u") || next == 0xE1, !text.isAfterLetter(index) else { return nil }
        guard let match = names.match(text, at: index) else { return nil }
        let before = text.skipBlanksBack(index)
        for word in Self.drafts where text.hasWord(word, at: before - word.count) { return match.end }
        // Behind a comma a date begins something else: “theo Luật …, năm 2016 thu …”.
        let date = text.at(match.end) == UInt8(ascii: ",") ? nil : CitedDate.read(text, at: match.end)?.date
        let name = CitedName(
            bearers: match.bearers, year: match.year ?? date?.year,
            titled: NameInTitle.document(text, index, walk.found.last))
        emit(.name(name), index..<(numberInBrackets(text, match.end) ?? match.end), text, &walk)
        return match.end
    }

    /// Where the brackets behind a law's name end that hold its number, “Luật … (Luật số 64/2025/QH15)”: the number is read next,
    /// and knows better which law it is.
    private func numberInBrackets(_ text: TextBytes, _ end: Int) -> Int? {
        let start = text.skipBlanks(end)
        guard text.at(start) == UInt8(ascii: "(") else { return nil }
        var index = start + 1
        while index < min(text.count, start + 60), text[index] != UInt8(ascii: ")") { index += 1 }
        let inside = text.string(start + 1..<index)
        return inside.contains("/QH") || inside.contains("/UBTVQH") ? index : nil
    }

    // MARK: The text's own provisions

    /// Takes a phrase: what is of the text itself is a citation now, the rest waits for its document. Gives where to go on.
    func provisions(_ text: TextBytes, _ phrase: ProvisionPhrase, _ walk: inout Walk) -> Int {
        var rest = phrase
        rest.parts.removeFirst(phrase.ownParts)
        if phrase.ownParts > 0 {
            own("", Array(phrase.parts.prefix(phrase.ownParts)), text, &walk)
            rest.ownParts = 0
        }
        walk.pending = nil
        guard !rest.parts.isEmpty else { return phrase.end }
        if let (type, end) = thisDocument(text, phrase.end) {
            // Of what is promulgated with a document only its annexes are its own: “Điều 7 ban hành kèm theo Quyết định này” is
            // the attached text's.
            let isAttached = Self.promulgating.contains { text.has($0, at: text.skipBlanks(phrase.end)) }
            let parts = rest.parts.filter { !isAttached || $0.provision?.steps.first?.unit == .annex }
            own(type, parts, text, &walk)
            return end
        }
        if phrase.ownParts > 0, endsSentence(text, phrase.end) {
            // “khoản 1 Điều này và Điều 6.”: nothing else is named.
            own("", rest.parts, text, &walk)
        } else {
            walk.pending = rest
        }
        return phrase.end
    }

    private func own(_ type: String, _ parts: [CitedPart], _ text: TextBytes, _ walk: inout Walk) {
        guard let first = parts.first, let last = parts.last,
            !walk.quotation.isOpen(text, at: first.range.lowerBound)
        else { return }
        walk.found.append(
            Citation(
                range: first.range.lowerBound..<last.range.upperBound, document: .this(type: type), parts: parts))
    }

    /// “của Nghị định này”, “Quy chế này”: the name of the type, and where “này” ends.
    private func thisDocument(_ text: TextBytes, _ start: Int) -> (type: String, end: Int)? {
        let next = skipConnector(text, start)
        for name in typeNames + Self.attachments where text.hasWord(name, at: next) {
            let end = text.skipBlanks(next + name.count)
            guard end > next + name.count, text.has(Self.this, at: end), text.letter(end + Self.this.count) == nil
            else { continue }
            return (String(decoding: name, as: UTF8.self), end + Self.this.count)
        }
        return nil
    }

    private static let attachments = CitedAttachment.types.map(\.words)

    private func endsSentence(_ text: TextBytes, _ index: Int) -> Bool {
        guard index < text.count else { return true }
        switch text[index] {
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ")"): return true
        default: return false
        }
    }

    private static let this = Array("này".utf8)
    private static let promulgating = ["ban hành kèm theo", "kèm theo", "ban hành theo"].map { Array($0.utf8) }
    private static let connectors =
        ["của", "thuộc", "tại", "trong", "ở"].map { Array($0.utf8) } + promulgating

    /// Past a comma, blanks and at most one word that ties a provision to its document.
    private func skipConnector(_ text: TextBytes, _ start: Int) -> Int {
        var index = start
        if text.at(index) == UInt8(ascii: ",") { index += 1 }
        index = text.skipBlanks(index)
        for word in Self.connectors where text.has(word, at: index) {
            let end = text.skipBlanks(index + word.count)
            if end > index + word.count { return end }
        }
        return index
    }

    // MARK: Putting together

    func emit(_ document: CitedDocument, _ range: Range<Int>, _ text: TextBytes, _ walk: inout Walk) {
        var start = range.lowerBound
        var parts: [CitedPart] = []
        if let last = walk.found.last, last.range.upperBound > start {
            // “Luật Bảo hiểm xã hội số 58/2014/QH13”: the name was taken first, the number knows better.
            walk.found.removeLast()
            start = min(start, last.range.lowerBound)
            parts = last.parts.filter { $0.provision != nil }
        } else if let phrase = walk.pending, phrase.end <= start {
            if skipConnector(text, phrase.end) == start {
                parts = phrase.parts
            } else if let type = CitedAttachment.between(text, skipConnector(text, phrase.end), start) {
                parts = phrase.parts.map { $0.inside(type) }
            }
            start = parts.first?.range.lowerBound ?? start
        }
        walk.pending = nil
        if parts.isEmpty {
            parts = [CitedPart(range: start..<range.upperBound, provision: nil)]
        } else {
            parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<range.upperBound
        }
        walk.found.append(Citation(range: start..<range.upperBound, document: document, parts: parts))
    }
}
