@testable import Editing

/// Numbers that are the same at every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

    /// True once in so many times.
    mutating func isOne(in count: Int) -> Bool { below(count) == 0 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Writes record files as many hands write them: comments, quotes, folds, literal texts, brackets, tabs, decomposed letters, all
/// line ends, with a byte order mark and without.
struct RandomRecordFile {
    private var random: SeededNumbers
    private var text = ""
    private let lineEnd: String
    private var names: Set<String> = []

    static func bytes(seed: UInt64) -> [UInt8] {
        var file = RandomRecordFile(seed: seed)
        return Array(file.written().utf8)
    }

    private init(seed: UInt64) {
        random = SeededNumbers(seed)
        lineEnd = random.pick(["\n", "\n", "\n", "\r\n", "\r\n", "\r"])
    }

    private mutating func written() -> String {
        text = (random.isOne(in: 5) ? "\u{FEFF}---" : "---") + random.pick(["", "", "", " ", "\t"]) + lineEnd
        if random.isOne(in: 12) {
            text += flow(depth: 0, isMapping: true) + lineEnd
        } else if !random.isOne(in: 30) {
            mapping(column: random.isOne(in: 20) ? 1 : 0, depth: 0, isCompact: false)
        }
        ownLines(0)
        text += "---"
        let body = random.pick(["", "\n", "\n\n# Đầu đề\n\nMột dòng.\nHai dòng  \n", "\nSát ngay\u{2028}dòng"])
        text += body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        return text
    }

    // MARK: Blocks

    private mutating func mapping(column: Int, depth: Int, isCompact: Bool) {
        for index in 0..<(1 + random.below(4)) {
            if index > 0 || !isCompact {
                ownLines(column)
                blanks(column)
            }
            text += name() + ":"
            value(column: column, depth: depth, isItem: false)
        }
    }

    private mutating func list(column: Int, depth: Int, isCompact: Bool) {
        for index in 0..<(1 + random.below(4)) {
            if index > 0 || !isCompact {
                ownLines(column)
                blanks(column)
            }
            text += "-"
            value(column: column, depth: depth, isItem: true)
        }
    }

    /// What follows a colon or a dash.
    private mutating func value(column: Int, depth: Int, isItem: Bool) {
        switch random.below(depth < 3 ? 12 : 7) {
        case 0: end()
        case 1: blockScalar(column: column)
        case 2:
            text += " " + flow(depth: depth + 1, isMapping: random.isOne(in: 2))
            end()
        case 7, 8:
            if isItem, !random.isOne(in: 3) {
                let gap = 1 + random.below(3)
                blanks(gap)
                mapping(column: column + 1 + gap, depth: depth + 1, isCompact: true)
            } else {
                end()
                mapping(column: column + 1 + random.below(4), depth: depth + 1, isCompact: false)
            }
        case 9, 10:
            if isItem, random.isOne(in: 2) {
                blanks(1)
                list(column: column + 2, depth: depth + 1, isCompact: true)
            } else {
                end()
                list(column: column + (isItem ? 1 : 0) + random.below(3), depth: depth + 1, isCompact: false)
            }
        default:
            text += random.pick([" ", " ", " ", "  ", isItem ? " " : "\t"])
            text += scalar(column: column, inFlow: false)
            end()
        }
    }

    private mutating func blockScalar(column: Int) {
        let indentation = column + 1 + random.below(3)
        let chomping = random.pick(["", "-", "+"])
        text += " " + random.pick(["|", ">"]) + chomping
        end()
        for index in 0..<(1 + random.below(3)) {
            if index > 0, random.isOne(in: 4) { text += lineEnd }
            blanks(indentation)
            if index > 0, random.isOne(in: 4) { text += "  " }
            text += words() + random.pick(["", "", " # không phải chú thích", ": x"]) + lineEnd
        }
        for _ in 0..<random.below(3) { text += (random.isOne(in: 4) ? " " : "") + lineEnd }
    }

    // MARK: Values on a line

    private mutating func flow(depth: Int, isMapping: Bool) -> String {
        let isLong = depth > 0 && random.isOne(in: 4)
        var parts: [String] = []
        for _ in 0..<random.below(4) {
            let value =
                depth < 3 && random.isOne(in: 5)
                ? flow(depth: depth + 1, isMapping: random.isOne(in: 2)) : scalar(column: 0, inFlow: true)
            parts.append(isMapping ? name() + ": " + value : value)
        }
        let own = lineEnd + "  # dòng \(names.count)" + lineEnd + "      "
        let gap =
            isLong
            ? random.pick([lineEnd + "      ", " # giữa" + lineEnd + "      ", own]) : random.pick(["", " "])
        let inside = parts.joined(separator: random.isOne(in: 6) ? " ," + gap + " " : "," + (gap.isEmpty ? " " : gap))
        let blank = random.isOne(in: 3) ? " " : ""
        let comma = !parts.isEmpty && random.isOne(in: 8) ? "," : ""
        return (isMapping ? "{" : "[") + blank + inside + comma + blank + (isMapping ? "}" : "]")
    }

    private mutating func scalar(column: Int, inFlow: Bool) -> String {
        switch random.below(12) {
        case 0: return random.pick(["null", "~", "true", "False", "12", "-3.50", "2014", "0x1F", "1e3"])
        case 1: return random.pick(["2014-08-18", "2014-08", "16-NQ/TW", "in-force", "nq-16-tw-2007"])
        case 2, 3: return "\"" + words() + random.pick(["", "\\n", "\\\"", ": ", " # x", "\\u00e0", ", ]"]) + "\""
        case 4: return "'" + words() + random.pick(["", "''", ": ", " # x", "\\"]) + "'"
        case 5 where !inFlow:
            let fold = lineEnd + String(repeating: " ", count: column + 2)
            return random.pick([words() + fold + words(), "\"" + words() + fold + words() + "\"", "'a" + fold + "b'"])
        case 6: return random.pick(["\"\"", "''", "\"a\"", "'b'"])
        default: return words()
        }
    }

    private mutating func words() -> String {
        (0...random.below(3)).map { _ in
            random.pick([
                "dư", "luận", "xa\u{303} ho\u{323}\u{302}i", "Đảng", "về", "việc", "a-b", "💡", "x#y", "\u{A0}z",
                "một:hai",
            ])
        }.joined(separator: " ")
    }

    private mutating func name() -> String {
        let known = ["title", "number", "status", "topics", "relations", "summary", "note", "type", "value"]
        var name = random.pick(known)
        if !names.insert(name).inserted {
            name = "k\(names.count)"
            names.insert(name)
        }
        return random.pick([name, name, name, name, "\"\(name): ơ\"", "'\(name)'", "\(name) tie\u{302}\u{301}ng"])
    }

    // MARK: Between values

    private mutating func blanks(_ count: Int) { text += String(repeating: " ", count: count) }

    private mutating func end() {
        if random.isOne(in: 5) { text += random.pick([" # chú thích", "\t# tab", "   #", " # là: [\"x"]) }
        if random.isOne(in: 12) { text += "  " }
        text += lineEnd
    }

    private mutating func ownLines(_ column: Int) {
        if random.isOne(in: 6) {
            text += String(repeating: " ", count: random.pick([0, column])) + "# dòng \(names.count)" + lineEnd
        }
        if random.isOne(in: 9) { text += lineEnd }
    }
}
