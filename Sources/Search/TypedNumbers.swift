import FoundationEssentials
import VietnameseText

/// The document numbers that something typed may mean, as far as it can be said without an index: a sequence number, what
/// may be the rest of the number, the types named beside it. The twin of the page's `numbers.js`; the rules stand in
/// FORMAT.md, “Numbers in a query”.
struct TypedNumbers {
    /// One figure that may be a sequence number.
    struct Candidate {
        var sequence: Int
        /// What follows as far as it may belong to the number, longest first.
        var tails: [Tail]
        /// Types named in front, as places in the index's list.
        var kinds: Set<Int>
        /// Types that an incomplete number has to have one of; any when empty.
        var near: Set<Int>
        /// 0 when none was typed.
        var year: Int
        /// Whether it may be an incomplete number.
        var isNear: Bool
        /// A full number that is all that was typed.
        var printed: String?
        /// Tokens: where the types in front begin, and where an incomplete number ends.
        var first: Int
        var end: Int
        /// What an incomplete number has to go on from; empty when nothing was printed with its figures in one.
        var key: String
        /// The words of a number that names its issuer.
        var words: [String]?
    }

    struct Tail {
        /// Letters and figures alone, lower case.
        var exact: String
        /// Whether the number ends what was typed and only its type stands in front.
        var isWhole: Bool
        /// Where its tokens end.
        var end: Int
    }

    /// Figures behind or in front of these words count or measure something.
    private static let counted: Set<String> = [
        "dieu", "khoan", "diem", "chuong", "muc", "phan", "trang", "ngay", "thang", "quy", "tiet", "tuan", "phuluc",
    ]
    private static let measured: Set<String> = [
        "nam", "thang", "ngay", "tuan", "gio", "phut", "lan", "nguoi", "trieu", "ty", "ti", "dong", "trang", "diem",
    ]
    private static let numberWords: Set<String> = ["so", "no", "nr", "number"]
    private static let maximumCandidates = 8
    /// Tokens that the rest of a number has at most.
    private static let maximumTail = 12

    private(set) var candidates: [Candidate] = []
    private let tokens: [NumberToken]
    private let types: [[String]]

    /// - Parameter types: Ways to name each type of the index, folded.
    init(_ typed: String, types: [[String]]) {
        tokens = NumberToken.all(in: typed)
        self.types = types
        for at in tokens.indices where tokens[at].isFigures && candidates.count < Self.maximumCandidates { read(at) }
    }

    private mutating func read(_ at: Int) {
        let token = tokens[at]
        let before = at > 0 ? tokens[at - 1] : nil
        guard token.word.utf8.count <= 9, let value = Int(token.word), canStart(token, behind: before) else { return }
        let isSaid = before.map { Self.numberWords.contains($0.plain) } ?? false
        let front = wordsInFront(of: at, isSaid: isSaid)
        if before != nil, token.gap == .nothing, front.kinds.isEmpty, !isSaid { return }

        // The year, and the letters behind it.
        var end = at + 1
        var year: NumberToken?
        let next = self.token(end)
        if let next, next.isYear, next.gap == .join || next.gap == .blank, !(token.isYear && next.gap == .join) {
            year = next
            end += 1
        } else if next?.plain == "nam", let after = self.token(end + 1), after.isYear {
            year = after
            end += 2
        }
        var last = end
        while let token = self.token(last), token.gap == .nothing || token.gap == .join { last += 1 }
        let following = self.token(end)
        let behind = following.flatMap { !$0.isFigures && $0.gap.isInside ? $0 : nil }
        let letters = tokens[min(end, last)..<last].filter { !$0.isFigures }
        let isCut =
            following.map { $0.isFigures && ($0.gap == .nothing || $0.gap == .join || $0.gap == .colon) } ?? false
        let isPrinted =
            !isCut && (letters.count > 1 || letters.first.map { year?.gap == .join || $0.looksPrinted } ?? false)
        let (begins, length) = typesBeginning(behind)
        let isMeasure =
            !isSaid && next.map { $0.gap == .blank && Self.measured.contains($0.plain) } ?? false
            && !(self.token(at + 2)?.isFigures ?? false)
        let isAlone =
            front.start == 0
            && (isSaid || (year != nil && !token.isYear) || (tokens.count == 1 && token.word.utf8.count < 7))
        let isExactType = behind.map { $0.gap != .blank || $0.plain.utf8.count == length } ?? true
        let near = !front.kinds.isEmpty ? front.kinds : isExactType ? begins : []
        let isNear = !isCut && !isMeasure && (!near.isEmpty || isPrinted || (isAlone && end == tokens.count))
        let mayBeWhole =
            behind.map {
                // With its year a number is one whatever its letters are: `04 2022 qh15`.
                $0.gap != .blank || !begins.isEmpty || year != nil || self.token(end + 1)?.gap == .join
            } ?? false
        guard isNear || mayBeWhole else { return }

        let isFirst = front.start == 0
        let rest = tokens[(at + 1)...].map(\.word)
        let isType = length > 0 && behind?.plain.utf8.count == length
        let printed = tokens[at..<max(at + 1, last)]
        func add(_ sequence: Int, start: String) {
            let number = String(sequence)
            candidates.append(
                Candidate(
                    sequence: sequence, tails: tails(behind: at, start: start, isFirst: isFirst), kinds: front.kinds,
                    near: near, year: year.flatMap { Int($0.word) } ?? 0, isNear: isNear && start.isEmpty,
                    printed: isPrinted && isFirst && last == tokens.count
                        ? ([number.count < 2 ? "0" + number : number] + rest).joined(separator: " ") : nil,
                    first: front.start, end: isPrinted ? last : end + (isType ? 1 : 0),
                    key: isPrinted ? NumberToken.loose(printed.dropFirst().map(\.exact).joined()) : "",
                    words: isPrinted && letters.count > (year == nil ? 1 : 0) ? printed.map(\.word) : nil))
        }
        // 302020NDCP: all signs lost, the year among them.
        if next?.gap == .nothing, token.word.utf8.count > 4, token.word.utf8.count < 9 {
            let digits = Array(token.word)
            let glued = String(digits.suffix(4))
            if NumberToken.isYear(glued), (Int(glued) ?? 0) >= 1940, let sequence = Int(String(digits.dropLast(4))) {
                add(sequence, start: glued)
            }
        }
        add(value, start: "")
    }

    private func token(_ index: Int) -> NumberToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    private func canStart(_ token: NumberToken, behind before: NumberToken?) -> Bool {
        guard let before else { return true }
        if before.isFigures { return token.gap == .blank || token.gap == .end }
        return !(token.gap == .blank && Self.counted.contains(before.plain))
    }

    /// “Kết luận số”, “NĐ”, “Decree No.”: the types named, and where the words begin.
    private func wordsInFront(of at: Int, isSaid: Bool) -> (kinds: Set<Int>, start: Int) {
        var start = isSaid ? at - 1 : at
        var kinds: Set<Int> = []
        var name = ""
        var from = start - 1
        while from >= max(0, at - 6), !tokens[from].isFigures {
            let gap = tokens[from + 1].gap
            guard gap == .blank || (name.isEmpty && gap != .end) else { break }
            name = NumberToken.loose(tokens[from].plain + name)
            let named = Set(types.indices.filter { types[$0].contains(name) })
            if !named.isEmpty { (kinds, start) = (named, from) }
            from -= 1
        }
        return (kinds, start)
    }

    /// The types whose name the letters begin with, the longest such name, and its length.
    private func typesBeginning(_ token: NumberToken?) -> (Set<Int>, Int) {
        guard let plain = token?.plain else { return ([], 0) }
        var best = ""
        for way in types.joined() where way.utf8.count > best.utf8.count {
            if way == plain || (way.utf8.count > 1 && plain.hasPrefix(way)) { best = way }
        }
        return (best.isEmpty ? [] : Set(types.indices.filter { types[$0].contains(best) }), best.utf8.count)
    }

    private func tails(behind at: Int, start: String, isFirst: Bool) -> [Tail] {
        var tails: [Tail] = []
        var exact = start
        var index = at + 1
        while index <= at + Self.maximumTail, let token = token(index), token.gap.isInside {
            exact += token.exact
            if self.token(index + 1)?.gap != .nothing {
                tails.append(Tail(exact: exact, isWhole: isFirst && index + 1 == tokens.count, end: index + 1))
            }
            index += 1
        }
        return tails.reversed()
    }
}
