/// One unit or label of a phrase: “khoản 2”, “các Điều 5”, “6” in “Điều 5, 6”.
struct ProvisionElement {
    /// What ties it to the element before.
    enum Joint {
        /// Nothing but a blank, or a word such as “của”: the larger of the two contains the smaller.
        case direct
        case comma, semicolon, and
        /// “đến”: both are the ends of a range.
        case through
    }

    var step: ProvisionReference.Step
    var range: Range<Int>
    var joint: Joint
    /// “các”: what stands before belongs to each of several.
    var isPlural = false

    var unit: ProvisionReference.Unit { step.unit }
    var isCurrent: Bool { step.slug.isEmpty }

    private static let limit = 40
    private static let conjunctions = ["và/hoặc", "cũng như", "và", "hoặc", "hay", "cùng"].map { Array($0.utf8) }
    private static let rangeTo = ["đến hết", "đến", "tới"].map { Array($0.utf8) }
    private static let rangeFrom = Array("từ".utf8)
    private static let ties = ["của", "tại", "thuộc", "trong", "ở"].map { Array($0.utf8) }
    private static let several = Array("các".utf8)

    /// The elements of the phrase that begins with a unit's word; none when no label follows it. Looks at no more than a
    /// few hundred bytes beyond what it takes.
    static func read(_ text: TextBytes, _ start: Int, _ word: ProvisionWord) -> [ProvisionElement] {
        guard let first = element(text, start, word, joint: .direct, from: start) else { return [] }
        var elements = [first]
        elements[0].isPlural = isPlural(text, before: start)
        while elements.count < limit, let next = following(text, elements[elements.count - 1]) {
            elements.append(next)
        }
        return elements
    }

    /// Where a phrase begins with the “từ” of a range in front of it, or with its unit's word.
    static func opening(_ text: TextBytes, before start: Int) -> Int {
        let from = start - 1 - rangeFrom.count
        return text.at(start - 1) == 0x20 && text.hasWord(rangeFrom, at: from) && !text.isAfterLetter(from)
            ? from : start
    }

    private static func isPlural(_ text: TextBytes, before start: Int) -> Bool {
        text.hasWord(several, at: start - 1 - several.count) && text.at(start - 1) == 0x20
    }

    private static func element(
        _ text: TextBytes, _ index: Int, _ word: ProvisionWord, joint: Joint, from start: Int
    ) -> ProvisionElement? {
        guard let label = ProvisionLabel.read(text, text.skipBlanks(index + word.bytes.count), word.unit) else {
            return nil
        }
        return ProvisionElement(
            step: .init(word.unit, slug: label.slug, label: text.string(label.range)),
            range: start..<label.range.upperBound, joint: joint)
    }

    private static func following(_ text: TextBytes, _ last: ProvisionElement) -> ProvisionElement? {
        var index = last.range.upperBound
        if let end = dashedEnd(text, last) { return end }
        var joint = Joint.direct
        switch text.at(index) {
        case UInt8(ascii: ","): joint = .comma
        case UInt8(ascii: ";"): joint = .semicolon
        default: break
        }
        if joint != .direct { index += 1 }
        let blank = text.skipBlanks(index)
        // “khoản 1,2” has no blank in its list.
        guard blank > index || joint == .comma && text.isDigit(index) else { return nil }
        index = blank
        if let end = past(conjunctions, text, index) {
            (joint, index) = (.and, end)
        } else if joint == .direct, let end = past(ties, text, index) {
            index = end
        }
        if let end = past([rangeFrom], text, index) { index = end }
        if let end = past(rangeTo, text, index) { (joint, index) = (.through, end) }
        let start = index
        var isPlural = false
        if let end = past([several], text, index) { (isPlural, index) = (true, end) }
        if let word = ProvisionWord.at(text, index) {
            guard var next = element(text, index, word, joint: joint, from: start) else { return nil }
            next.isPlural = isPlural
            return next
        }
        guard joint != .direct, !isPlural, !last.isCurrent,
            let label = ProvisionLabel.read(text, index, last.unit), !label.slug.isEmpty
        else { return nil }
        // “Phụ lục I, 5 bản”: labels of large units go on in the same kind of figures.
        if last.unit < .article, text.isDigit(label.range.lowerBound) != isDigit(last.step.label) { return nil }
        return ProvisionElement(
            step: .init(last.unit, slug: label.slug, label: text.string(label.range)), range: label.range, joint: joint)
    }

    /// The end of “Điều 5 - 9”, “Điều 5 – Điều 9”, “Chương I-III”, “điểm a-c”: a label behind a dash that comes later.
    private static func dashedEnd(_ text: TextBytes, _ last: ProvisionElement) -> ProvisionElement? {
        guard last.unit != .attachment, let from = last.step.ordinal else { return nil }
        let dash = text.skipBlanks(last.range.upperBound)
        guard let length = NumberSpan.signLength(text, dash), text.at(dash) != UInt8(ascii: "/") else { return nil }
        var index = text.skipBlanks(dash + length)
        let start = index
        if let word = ProvisionWord.at(text, index), word.unit == last.unit {
            index = text.skipBlanks(index + word.bytes.count)
        }
        guard let label = ProvisionLabel.read(text, index, last.unit),
            NumberSpan.signLength(text, label.range.upperBound) == nil
        else { return nil }
        let end = ProvisionElement(
            step: .init(last.unit, slug: label.slug, label: text.string(label.range)),
            range: start..<label.range.upperBound, joint: .through)
        guard text.isDigit(label.range.lowerBound) == isDigit(last.step.label), let to = end.step.ordinal, to > from
        else {
            return nil
        }
        return end
    }

    private static func isDigit(_ label: String) -> Bool { label.utf8.first.map { $0 &- 0x30 < 10 } ?? false }

    /// Where the text goes on behind one of the words and its blank.
    private static func past(_ words: [[UInt8]], _ text: TextBytes, _ index: Int) -> Int? {
        for word in words where text.has(word, at: index) {
            let end = text.skipBlanks(index + word.count)
            if end > index + word.count { return end }
        }
        return nil
    }
}
