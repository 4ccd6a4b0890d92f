import VietnameseText

/// What a query says beside its words: the provision that it asks for, a day, a month or a year, whether only what is in force
/// or the newest is wanted, and the term that is to be explained. The twin of `search-reading.js`; the rules stand in FORMAT.md,
/// “What a query says”.
struct QueryReading: Sendable {
    typealias Token = QueryTerms.Token

    enum Wish: Sendable { case inForce, outOfForce, newest }

    /// Days as the index numbers them: year times 416 plus month times 32 plus day.
    struct Dates: Sendable, Equatable {
        var days: ClosedRange<Int>
        var end: Int
    }

    private(set) var provision: AskedProvision?
    private(set) var dates: Dates?
    /// 0 when none stands beside words.
    private(set) var year = 0
    private(set) var wishes: Set<Wish> = []
    private(set) var term: [Token]?
    /// What is left to be ranked.
    private(set) var rest: [Token]

    /// A longer query is a text that was pasted: all of it is words.
    private static let longest = 20
    private static let wishWords: [(words: String, wish: Wish)] = [
        ("còn hiệu lực", .inForce), ("đang có hiệu lực", .inForce), ("đang còn hiệu lực", .inForce),
        ("hiện hành", .inForce), ("hết hiệu lực", .outOfForce), ("mới nhất", .newest),
    ]
    /// What stands after or before a term that is to be explained.
    private static let after = [
        "là gì", "là như thế nào", "là thế nào", "là cái gì", "nghĩa là gì", "có nghĩa là gì", "được hiểu là gì",
        "được hiểu như thế nào", "được hiểu thế nào",
    ]
    private static let before = ["thế nào là", "như thế nào là"]
    /// The same, where texts are named so: “Khái niệm hợp đồng”.
    private static let naming = ["khái niệm", "định nghĩa"]

    init(_ tokens: [Token]) {
        rest = tokens
        guard tokens.count <= Self.longest else { return }
        for words in Self.after {
            let at = tokens.count - Syllable.all(in: words).count
            if at > 0, tokens.says(words, at: at) > 0, term.map({ at < $0.count }) ?? true {
                term = Array(tokens[..<at])
            }
        }
        func behind(_ words: String) -> [Token]? {
            let length = tokens.says(words, at: 0)
            return length > 0 && length < tokens.count ? Array(tokens[length...]) : nil
        }
        term = term ?? Self.before.lazy.compactMap(behind).first
        if let term {
            rest = term
            return
        }
        term = Self.naming.lazy.compactMap(behind).first
        guard term == nil else { return }
        var isLeft = [Bool](repeating: true, count: tokens.count)
        func leave(out range: Range<Int>) -> Bool {
            var other = isLeft
            for at in range { other[at] = false }
            guard other.contains(true) else { return false }
            isLeft = other
            return true
        }
        if let asked = AskedProvision(in: tokens), asked.tokens.count < tokens.count {
            provision = asked
            _ = leave(out: asked.tokens)
        }
        for at in tokens.indices {
            for (words, wish) in Self.wishWords {
                let length = tokens.says(words, at: at)
                if length > 0, leave(out: at..<at + length) { wishes.insert(wish) }
            }
            guard dates == nil, !tokens[at].isTaken, let found = Self.dates(in: tokens, at) else { continue }
            dates = found
            for place in at..<found.end { isLeft[place] = false }
        }
        rest = QuestionWords.asked(zip(tokens, isLeft).filter(\.1).map(\.0))
        let years = rest.filter { $0.isYear && !$0.isTaken }
        if years.count == 1, rest.count > 1, dates == nil { year = Int(years[0].folded) ?? 0 }
    }

    /// A day or a month with its year from a place on.
    private static func dates(in tokens: [Token], _ at: Int) -> Dates? {
        func token(_ place: Int) -> Token? { tokens.indices.contains(place) ? tokens[place] : nil }
        func number(_ place: Int, upTo most: Int) -> Int? {
            guard let text = token(place)?.folded, text.utf8.count < 3, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
                let value = Int(text), (1...most).contains(value)
            else { return nil }
            return value
        }
        func year(_ place: Int) -> Int? { token(place).flatMap { $0.isYear ? Int($0.folded) : nil } }
        func isJoined(_ place: Int) -> Bool { token(place).map { ["/", ".", "-", "–"].contains($0.gap) } ?? false }
        func key(_ year: Int, _ month: Int, _ day: Int) -> Int { year * 416 + month * 32 + day }

        let start = at + (tokens.says("ngày", at: at) > 0 ? 1 : 0)
        if let day = number(start, upTo: 31) {
            if isJoined(start + 1), let month = number(start + 1, upTo: 12), isJoined(start + 2),
                let year = year(start + 2)
            {
                let date = key(year, month, day)
                return Dates(days: date...date, end: start + 3)
            }
            if tokens.says("tháng", at: start + 1) > 0, let month = number(start + 2, upTo: 12) {
                let end = start + 3 + (tokens.says("năm", at: start + 3) > 0 ? 1 : 0)
                if let year = year(end) {
                    let date = key(year, month, day)
                    return Dates(days: date...date, end: end + 1)
                }
            }
        }
        if tokens.says("tháng", at: at) > 0, let month = number(at + 1, upTo: 12) {
            let end = at + 2 + (tokens.says("năm", at: at + 2) > 0 ? 1 : 0)
            if let year = year(end) {
                let date = key(year, month, 0)
                return Dates(days: date...date + 31, end: end + 1)
            }
        }
        return nil
    }
}

extension QueryTerms.Token {
    /// 1940 to 2099.
    var isYear: Bool {
        folded.utf8.count == 4 && folded.utf8.allSatisfy { 0x30...0x39 ~= $0 }
            && (Int(folded).map { (1940...2099).contains($0) } ?? false)
    }

    /// Whether it is a syllable as spelled or as somebody types who leaves marks out.
    func isSaid(as syllable: Syllable) -> Bool {
        exact == syllable.exact || (folded == syllable.folded && exact == folded)
    }
}

extension [QueryTerms.Token] {
    /// How many tokens from a place on say some words, 0 for none.
    func says(_ words: String, at place: Int) -> Int {
        let asked = Syllable.all(in: words)
        guard place >= 0, place + asked.count <= count else { return 0 }
        return zip(self[place...], asked).allSatisfy { $0.isSaid(as: $1) } ? asked.count : 0
    }

    /// Where they hold others as a run.
    func place(of part: [QueryTerms.Token]) -> Int? {
        guard !part.isEmpty, part.count <= count else { return nil }
        return (0...(count - part.count)).first { start in
            part.indices.allSatisfy { place in
                let token = self[start + place]
                return token.exact == part[place].exact
                    || (token.folded == part[place].folded && token.exact == token.folded)
            }
        }
    }

    /// As typed, without what stands before the first.
    var typed: String { enumerated().map { ($0 > 0 ? $1.gap : "") + $1.typed }.joined() }
}
