/// A phrase of running text that names provisions: “điểm a và b khoản 1, khoản 3 Điều 5 và Điều 7”. Relations and running
/// text are read by this one grammar.
struct ProvisionPhrase {
    /// The provisions, each with the text that says it, in printed order.
    var parts: [CitedPart]
    var end: Int
    /// How many of the parts, from the first, belong to the text in which the phrase stands: those up to the last
    /// “Điều này”.
    var ownParts = 0

    /// Reads a phrase that begins with a unit's word; nil when no label follows it.
    static func read(_ text: TextBytes, at index: Int) -> ProvisionPhrase? {
        guard let (word, start) = ProvisionWord.beginning(text, index) else { return nil }
        let elements = ProvisionElement.read(text, start, word)
        guard let last = elements.last else { return nil }
        let named = ProvisionTree(elements).named
        let lastOwn = named.last { $0.isCurrent }?.root ?? -1
        var phrase = ProvisionPhrase(parts: [], end: last.range.upperBound)
        for provision in named {
            let isOwn = provision.root <= lastOwn
            // “khoản 1 và Điều 5 Nghị định …”: of which article the clause is, the text does not say.
            if provision.isNowhere, !isOwn { continue }
            if let same = phrase.parts.indices.last, phrase.parts[same].range == provision.range {
                phrase.parts[same].words = (phrase.parts[same].words ?? "") + "; " + provision.words
                continue
            }
            phrase.parts.append(
                CitedPart(range: provision.range, provision: provision.reference, words: provision.words))
            if isOwn { phrase.ownParts = phrase.parts.count }
        }
        return phrase
    }

    /// What a stretch of text names, a range as one provision; clauses of no article among them.
    struct Stretch {
        var range: Range<Int>
        var references: [ProvisionReference]
    }

    /// All that a text names.
    static func phrases(in text: TextBytes) -> [Stretch] {
        var found: [Stretch] = []
        var index = 0
        while index < text.count {
            guard !text.isAfterLetter(index), let (word, start) = ProvisionWord.beginning(text, index) else {
                index += 1
                continue
            }
            let elements = ProvisionElement.read(text, start, word)
            guard let last = elements.last else {
                index += 1
                continue
            }
            // “từ” and “các” are the list's.
            let references = ProvisionTree(elements).named.filter { !$0.isRangeEnd }.map(\.reference)
            found.append(
                Stretch(
                    range: ProvisionElement.opening(text, before: start)..<last.range.upperBound, references: references
                ))
            index = last.range.upperBound
        }
        return found
    }
}
