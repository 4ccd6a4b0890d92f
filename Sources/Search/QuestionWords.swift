/// The words of a question that only ask: `mở quán karaoke cần gì`, `có bị cấm không`. They say nothing of what is asked about, and
/// texts that happen to hold them would come first. The twin of `askedOf` in `search-reading.js`.
enum QuestionWords {
    private static let asking = [
        "đúng hay sai", "hay không", "được không", "có phải", "phải làm sao", "làm thế nào", "làm sao", "như thế nào",
        "thế nào", "ra sao", "bao nhiêu", "bao lâu", "mấy", "ở đâu", "khi nào", "tại sao", "vì sao", "cần gì", "nào",
        "gì", "đâu",
    ]
    /// Words that join a question together: they are left out of one, never of other queries.
    private static let little: Set = ["thì", "mà", "là", "có", "bị", "không", "nếu", "khi"]
    /// With one of these before it, “không” at the end asks.
    private static let before: Set = ["có", "được", "bị", "phải"]

    /// What is left of a query without them; all of it where it is no question or less than two words are left.
    static func asked(_ tokens: [QueryTerms.Token]) -> [QueryTerms.Token] {
        guard let first = tokens.first, let last = tokens.last else { return tokens }
        var isAsking = [Bool](repeating: false, count: tokens.count)
        func mark(_ words: String, at place: Int) {
            let length = tokens.says(words, at: place)
            // One syllable without marks may be another word.
            guard length > 1 || (length == 1 && tokens[place].exact == words) else { return }
            for asking in place..<place + length { isAsking[asking] = true }
        }
        for place in tokens.indices {
            for words in asking { mark(words, at: place) }
        }
        // “AI” is a word of its own.
        if first.typed != "AI" { mark("ai", at: 0) }
        let isQuestion =
            isAsking.contains(true) || (last.exact == "không" && tokens.contains { before.contains($0.exact) })
        guard isQuestion else { return tokens }
        var rest: [QueryTerms.Token] = []
        var end = 0
        for (place, token) in tokens.enumerated() where !isAsking[place] && !little.contains(token.exact) {
            rest.append(token)
            rest[rest.count - 1].isCut = rest.count > 1 && place > end
            end = place + 1
        }
        return rest.count < 2 ? tokens : rest
    }
}
