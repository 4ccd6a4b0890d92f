import VietnameseText

/// A query taken apart: `"đúng cụm này"`, `-trừ`, `loai:KL`, `coquan:…`, `chude:…`, `nam:2014..2020`, `hieuluc:con`.
///
/// Nothing typed is an error: what reads as none of these is words. The twin of `search-query.js`.
struct QueryLanguage: Sendable, Hashable {
    /// What is ranked: words and phrases, without the signs.
    private(set) var words = ""
    private(set) var phrases: [String] = []
    private(set) var excluded: [String] = []
    /// Names of values as typed, by facet: before which of the kept items each stands, and whether it was quoted.
    private(set) var named: [(facet: SearchFacet, value: String, place: Int, isQuoted: Bool)] = []
    private var kept: [String] = []
    private(set) var years: ClosedRange<Int>?

    /// Items read as signs; those behind them are words.
    private static let maximumSigns = 16
    /// Words of a facet's name behind the first.
    private static let nameWords = 7
    /// Plain words beside which quotation marks still ask for a phrase.
    private static let longestWithPhrases = 10

    init(_ text: String) {
        let items = Self.items(Array(text.unicodeScalars))
        guard items.contains(where: { $0.sign != .plain }) else {
            words = text
            kept = [text]
            return
        }
        for item in items {
            switch item.sign {
            case .plain: kept.append(item.text)
            case .phrase:
                kept.append(item.text)
                phrases.append(item.text)
            case .excluded: excluded.append(item.text)
            case .filter(let facet, let isQuoted): named.append((facet, item.text, kept.count, isQuoted))
            case .years(let range): years = range
            }
        }
        // A sentence that is pasted in keeps its quotation marks; no record need hold what stands between them.
        if items.count(where: { $0.sign == .plain }) > Self.longestWithPhrases { phrases = [] }
        if kept.isEmpty, named.isEmpty, years == nil {
            kept = excluded
            excluded = []
        }
        words = kept.joined(separator: " ")
    }

    /// The filters that it names, together with others; a name that no value bears goes back to the words.
    mutating func resolve(with table: FacetTable?, adding others: SearchFilters) -> SearchFilters {
        var filters = others
        if let years { filters.years = years }
        var chosen: [SearchFacet: [String]] = [:]
        // From the last on, so that the words behind the others keep their places.
        for (facet, value, place, isQuoted) in named.reversed() {
            // A name of several words needs no quotation marks: the longest that some value bears.
            var more = isQuoted ? 0 : min(Self.nameWords, kept.count - place)
            var ids: [String] = []
            while true {
                let name = ([value] + kept[place..<place + more]).joined(separator: " ")
                ids = table?.ids(of: facet, named: name) ?? []
                if facet == .status { ids += Self.statuses[NumberKey.of(name)] ?? [] }
                if !ids.isEmpty || more == 0 { break }
                more -= 1
            }
            if ids.isEmpty {
                kept.insert(value, at: place)
            } else {
                kept.removeSubrange(place..<place + more)
                chosen[facet] = ids + (chosen[facet] ?? [])
            }
        }
        words = kept.joined(separator: " ")
        for (facet, ids) in chosen where !ids.isEmpty { filters.values[facet] = ids }
        return filters
    }

    static func == (a: Self, b: Self) -> Bool {
        a.words == b.words && a.phrases == b.phrases && a.excluded == b.excluded && a.years == b.years
            && a.named.map(\.facet) == b.named.map(\.facet) && a.named.map(\.value) == b.named.map(\.value)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(words) }

    private enum Sign: Equatable {
        case plain, phrase, excluded
        case filter(SearchFacet, isQuoted: Bool)
        case years(ClosedRange<Int>)
    }

    private static let facets: [String: SearchFacet] = [
        "loai": .type, "type": .type, "coquan": .issuer, "cq": .issuer, "issuer": .issuer, "chude": .topic,
        "topic": .topic, "nam": .year, "year": .year, "hieuluc": .status, "status": .status,
    ]
    static let openYears = 0...9999

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 || scalar.value == 0xA0 }
    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        [0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB].contains(scalar.value)
    }
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
    }

    private static func items(_ text: [Unicode.Scalar]) -> [(text: String, sign: Sign)] {
        var items: [(text: String, sign: Sign)] = []
        var signs = 0
        var at = 0
        func string(_ range: Range<Int>) -> String {
            var made = String.UnicodeScalarView()
            made.append(contentsOf: text[range])
            return String(made)
        }
        /// The quoted stretch that opens at a place, and where it ends.
        func quoted(_ start: Int) -> (inside: Range<Int>, end: Int)? {
            guard start < text.count, isQuote(text[start]),
                let end = text[(start + 1)...].firstIndex(where: isQuote),
                text[(start + 1)..<end].contains(where: isWord)
            else { return nil }
            return (start + 1..<end, end + 1)
        }
        while at < text.count {
            if isSpace(text[at]) {
                at += 1
                continue
            }
            let isSigned = signs < maximumSigns
            if isSigned, let phrase = quoted(at) {
                items.append((string(phrase.inside), .phrase))
                signs += 1
                at = phrase.end
                continue
            }
            // A hyphen behind a figure belongs to a number: 100 -KL/TW.
            let follows = at > 0 && text[..<at].last { !isSpace($0) }?.properties.numericType != nil
            if isSigned, text[at] == "-", !follows, at + 1 < text.count {
                if let phrase = quoted(at + 1) {
                    items.append((string(phrase.inside), .excluded))
                    signs += 1
                    at = phrase.end
                    continue
                }
                if isWord(text[at + 1]) {
                    let end = text[at...].firstIndex(where: isSpace) ?? text.count
                    items.append((string(at + 1..<end), .excluded))
                    signs += 1
                    at = end
                    continue
                }
            }
            var end = text[at...].firstIndex { isSpace($0) || isQuote($0) } ?? text.count
            if isSigned, let colon = text[at..<end].firstIndex(of: ":"), colon - at <= 12,
                let facet = facets[NumberKey.of(string(at..<colon))]
            {
                let value = quoted(colon + 1)
                let word = value.map { string($0.inside) } ?? string(colon + 1..<end)
                if let sign = sign(facet, word, isQuoted: value != nil) {
                    items.append((word, sign))
                    signs += 1
                    at = value?.end ?? end
                    continue
                }
            }
            if end == at { end += 1 }
            items.append((string(at..<end), .plain))
            at = end
        }
        return items
    }

    private static func sign(_ facet: SearchFacet, _ word: String, isQuoted: Bool) -> Sign? {
        guard facet == .year else { return NumberKey.of(word).isEmpty ? nil : .filter(facet, isQuoted: isQuoted) }
        guard let match = word.wholeMatch(of: /([0-9]{4})?(\.\.|-|–)?([0-9]{4})?/) else { return nil }
        let first = match.1.flatMap { Int($0) }
        let last = match.3.flatMap { Int($0) }
        guard first != nil || last != nil, match.2 != nil || last == nil else { return nil }
        let low = first ?? openYears.lowerBound
        let high = last ?? (match.2 == nil ? low : openYears.upperBound)
        return .years(min(low, high)...max(low, high))
    }

    /// Status values by the word for them.
    static let statuses: [String: [String]] = [
        "con": ["in-force", "in-force-source", "partly-expired"], "het": ["expired", "replaced"],
        "motphan": ["partly-expired"], "chua": ["not-yet"], "ngung": ["suspended"], "chuaro": ["unverified"],
    ]
}
