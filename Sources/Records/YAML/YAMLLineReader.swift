import Diagnostics

/// Goes through the lines of a YAML text and says of each whether it is one of the common slips.
struct YAMLLineReader {
    typealias Line = [Unicode.Scalar]

    let lines: [Line]
    /// Columns in which the keys of the open levels begin.
    private var levels: [Int] = [0]
    /// Lines before this one belong to a value that began earlier.
    private var next = 0
    /// Whether the last key has a value on its own line, so that a deeper line goes on with it.
    private var hasValue = false
    private var lastKey = ""
    /// Columns in which the dashes of the open lists stand.
    private var lists: [Int] = []
    /// Whether the whole text is a list.
    private var isList = false

    init(lines: [Line]) { self.lines = lines }

    mutating func slip(inLine number: Int) -> YAMLSlips? {
        guard number >= next else { return nil }
        next = number + 1
        let line = lines[number]
        let indent = line.prefix { $0 == " " || $0 == "\t" }.count
        guard indent < line.count, line[indent] != "#" else { return nil }
        if let tab = line[..<indent].firstIndex(of: "\t") {
            return YAMLSlips(.yamlTab, line: number, column: tab, length: indent - tab)
        }
        if Self.text(line[indent...]).hasPrefix("...") { return noField(number, indent, length: 3) }
        var start = indent
        while line[start] == "-" {
            guard start + 1 < line.count, line[start + 1] != " " else {
                if let slip = itemSlip(number, start) { return slip }
                start += 1
                while start < line.count, line[start] == " " { start += 1 }
                hasValue = false
                if start == line.count { return nil }
                continue
            }
            return dashSlip(number, start)
        }
        guard let colon = Self.keyEnd(line, start) else { return withoutKey(number, start, isItem: start > indent) }
        if let slip = levelSlip(number, start, isItem: start > indent) { return slip }
        lists.removeAll { $0 >= start }
        let key = Self.text(line[start..<colon])
        lastKey = key
        var value = colon + 1
        while value < line.count, line[value] == " " { value += 1 }
        hasValue = value < line.count && line[value] != "#"
        return hasValue ? slip(inValueOf: key, number, value) : nil
    }

    // MARK: Levels

    private func dashSlip(_ number: Int, _ start: Int) -> YAMLSlips? {
        let line = lines[number]
        guard let first = line[(start + 1)...].first, first != "-", !("0"..."9").contains(first) else { return nil }
        return YAMLSlips(
            .yamlDashWithoutBlank, line: number, column: start, length: 1, Self.excerpt(line[(start + 1)...]))
    }

    /// An item must stand below a key without a value, or below other items of its list.
    private mutating func itemSlip(_ number: Int, _ column: Int) -> YAMLSlips? {
        lists.removeAll { $0 > column }
        if lists.last == column { return nil }
        if hasValue { return levels.contains(column) ? noField(number, column, length: 1) : nil }
        if lines[..<number].allSatisfy({ $0.first { $0 != " " } ?? "#" == "#" }) { isList = true }
        lists.append(column)
        return nil
    }

    private func noField(_ number: Int, _ column: Int, length: Int) -> YAMLSlips {
        let sign = Self.text(lines[number][column..<min(column + length, lines[number].count)])
        return YAMLSlips(.yamlNoField, line: number, column: column, length: length, sign)
    }

    /// A key must begin where keys of an open level begin, or deeper below a key without a value.
    private mutating func levelSlip(_ number: Int, _ column: Int, isItem: Bool) -> YAMLSlips? {
        while let deepest = levels.last, deepest > column { levels.removeLast() }
        if levels.last == column {
            guard isList, column == 0 else { return nil }
            let items = lines.indices.filter { lines[$0].first == "-" }
            // Fields with one dash before them are no list.
            return items.count == 1
                ? noField(items[0], 0, length: 1) : YAMLSlips(.yamlIndentation, line: number, column: 0, length: 1)
        }
        guard !hasValue || isItem else {
            return YAMLSlips(.yamlIndentation, line: number, column: 0, length: column)
        }
        // Less than the level that was left, and no level of its own.
        levels.append(column)
        return nil
    }

    /// A line without `key: `: a value that goes on, an item of a list, or a key with a slip.
    private mutating func withoutKey(_ number: Int, _ start: Int, isItem: Bool) -> YAMLSlips? {
        let line = lines[number]
        if isItem {
            hasValue = true
            return slip(inValueOf: "-", number, start)
        }
        let isKeyLevel = levels.contains(start)
        // Below a key without a value the first key of a new level stands deeper, and so does a text that goes over lines.
        guard isKeyLevel || !hasValue else {
            // Only a whole value can be quoted, not a line of it: the place has no length, so that nothing is mended.
            guard let colon = Self.splittingColon(Self.withoutComment(line, from: start)) else { return nil }
            return YAMLSlips(.yamlColonInValue, line: number, column: colon, length: 0, lastKey)
        }
        let word = line[start...].prefix { Self.isKeySign($0) }
        guard !word.isEmpty else {
            guard isKeyLevel else { return nil }
            switch line[start] {
            case "{", "[":
                let slip = flowSlip("", number, start)
                return slip?.kind == .yamlUnclosedBracket ? slip : noField(number, start, length: 1)
            case "?" where start + 1 == line.count || line[start + 1] == " ": return noField(number, start, length: 1)
            case "%", "@", "`", "]", "}", ",": return noField(number, start, length: 1)
            // A key may be quoted.
            case "\"", "'": return nil
            default:
                let isKey = Self.splittingColon(Self.withoutComment(line, from: start)) != nil
                return isKey ? nil : noField(number, start, length: 1)
            }
        }
        let after = start + word.count
        if after < line.count, line[after] == ":" {
            guard after + 1 < line.count, line[after + 1] != "/" else { return nil }
            return YAMLSlips(
                .yamlMissingBlank, line: number, column: start, length: word.count + 1, Self.text(word))
        }
        guard isKeyLevel else { return nil }
        return YAMLSlips(
            .yamlMissingColon, line: number, column: start, length: word.count, Self.text(word))
    }

    // MARK: Values

    private mutating func slip(inValueOf key: String, _ number: Int, _ start: Int) -> YAMLSlips? {
        let line = lines[number]
        switch line[start] {
        case "\"", "'": return quotedSlip(key, number, start)
        case "[", "{": return flowSlip(key, number, start)
        case "|", ">":
            let mark = line[(start + 1)...].drop { "+-0123456789".unicodeScalars.contains($0) }
            guard mark.first == nil || mark.first == " " else { return reserved(key, number, start) }
            let rest = mark.drop { $0 == " " }
            guard rest.first == nil || rest.first == "#" else { return reserved(key, number, start) }
            return skipBlock(number, hasIndentation: line[start...].contains { ("1"..."9").contains($0) })
        case "@", "`", "%", "]", "}", ",", "*", "&": return reserved(key, number, start)
        case "-" where start + 1 < line.count && line[start + 1] == " " && key != "-":
            return reserved(key, number, start)
        default: break
        }
        let value = Self.withoutComment(line, from: start)
        guard Self.splittingColon(value) != nil else { return nil }
        return YAMLSlips(.yamlColonInValue, line: number, column: start, length: value.count, key)
    }

    private func reserved(_ key: String, _ number: Int, _ start: Int) -> YAMLSlips {
        let line = lines[number]
        let value = Self.withoutComment(line, from: start)
        return YAMLSlips(
            .yamlReservedStart, line: number, column: start, length: value.count, key, String(Character(line[start])))
    }

    /// Where a text in quotation marks ends: the offset after its closing mark, or nil on this line.
    private static func closing(_ line: Line, from start: Int, mark: Unicode.Scalar) -> Int? {
        var index = start
        while index < line.count {
            if mark == "\"", line[index] == "\\" {
                index += 2
            } else if line[index] == mark {
                guard mark == "'", index + 1 < line.count, line[index + 1] == "'" else { return index + 1 }
                index += 2
            } else {
                index += 1
            }
        }
        return nil
    }

    /// The first backslash of a text in double quotes that escapes nothing.
    private static func unknownEscape(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        var index = text.startIndex
        while let slash = text[index...].firstIndex(of: "\\") {
            guard slash + 1 < text.endIndex, "0abt\tnvfre \"/\\N_LPxuU".unicodeScalars.contains(text[slash + 1]) else {
                return slash
            }
            index = slash + 2
        }
        return nil
    }

    private mutating func quotedSlip(_ key: String, _ number: Int, _ start: Int) -> YAMLSlips? {
        let mark = lines[number][start]
        var current = number
        var position = start + 1
        while true {
            let line = lines[current]
            if let end = Self.closing(line, from: position, mark: mark) {
                next = current + 1
                if mark == "\"", let escape = Self.unknownEscape(line[position..<end]) {
                    return YAMLSlips(
                        .yamlUnknownEscape, line: current, column: escape, length: 1,
                        Self.text(line[escape..<min(escape + 2, end)]))
                }
                let rest = line[end...].drop { $0 == " " || $0 == "\t" }
                if rest.isEmpty || rest.first == "#" && rest.startIndex > end { return nil }
                let value = Self.withoutComment(line, from: current == number ? start : 0)
                return YAMLSlips(
                    .yamlTextAfterQuote, line: current, column: value.startIndex, length: value.count, key)
            }
            current += 1
            // A text in quotation marks goes on only in lines that are set in; one that begins like a key is the next one.
            let isOver = current >= lines.count || Self.keyEnd(lines[current], 0) != nil
            if isOver {
                let line = lines[number]
                return YAMLSlips(.yamlUnclosedQuote, line: number, column: start, length: line.count - start, key)
            }
            position = 0
        }
    }

    private mutating func flowSlip(_ key: String, _ number: Int, _ start: Int) -> YAMLSlips? {
        var current = number
        var index = start
        var open: [(sign: Unicode.Scalar, line: Int, column: Int)] = []
        while current < lines.count {
            let line = lines[current]
            if current > number, Self.keyEnd(line, 0) != nil { break }
            while index < line.count {
                switch line[index] {
                case "[", "{": open.append((line[index], current, index))
                case "]", "}":
                    let inner = open.removeLast()
                    if open.isEmpty { return afterFlow(key, current, index, began: number, start) }
                    if let slip = afterInnerFlow(key, current, index, began: inner) { return slip }
                case "\"", "'":
                    if index > 0, !" [{,:".unicodeScalars.contains(line[index - 1]) { break }
                    guard let end = Self.closing(line, from: index + 1, mark: line[index]) else {
                        return YAMLSlips(
                            .yamlUnclosedQuote, line: current, column: index, length: line.count - index, key)
                    }
                    index = end - 1
                case "#" where index > 0 && line[index - 1] == " ": index = line.count
                case ":":
                    if let slip = colonInFlow(line, current, index) { return slip }
                default: break
                }
                index += 1
            }
            current += 1
            index = 0
        }
        guard let bracket = open.last else { return nil }
        return YAMLSlips(
            .yamlUnclosedBracket, line: bracket.line, column: bracket.column, length: 1, String(Character(bracket.sign))
        )
    }

    /// `{title: Thông báo: về …}`: two colons before the next comma.
    private func colonInFlow(_ line: Line, _ number: Int, _ colon: Int) -> YAMLSlips? {
        guard colon + 1 < line.count, line[colon + 1] == " " else { return nil }
        var start = colon
        while start > 0, !"{[,".unicodeScalars.contains(line[start - 1]) { start -= 1 }
        let before = line[start..<colon]
        guard let first = before.firstIndex(of: ":"), first + 1 < colon, line[first + 1] == " ",
            !before.contains("\""), !before.contains("'")
        else { return nil }
        var value = first + 1
        while line[value] == " " { value += 1 }
        let end = line[colon...].firstIndex { "]},".unicodeScalars.contains($0) } ?? line.count
        let key = Self.text(line[start..<first].drop { $0 == " " })
        return YAMLSlips(.yamlColonInValue, line: number, column: value, length: end - value, key)
    }

    private mutating func afterFlow(
        _ key: String, _ current: Int, _ end: Int, began number: Int, _ start: Int
    ) -> YAMLSlips? {
        next = current + 1
        let rest = lines[current][(end + 1)...].drop { $0 == " " || $0 == "\t" }
        if rest.isEmpty || rest.first == "#" { return nil }
        let excess = Self.withoutComment(lines[current], from: end)[(end + 1)...]
        if excess.allSatisfy({ "]}, \t".unicodeScalars.contains($0) }) {
            return YAMLSlips(
                .yamlExcessBracket, line: current, column: end + 1, length: excess.count,
                Self.text(excess.drop { $0 == " " || $0 == "\t" }))
        }
        return current == number ? reserved(key, number, start) : nil
    }

    /// `{title: [A] b}`: a list in brackets and then words.
    private func afterInnerFlow(
        _ key: String, _ number: Int, _ end: Int, began inner: (sign: Unicode.Scalar, line: Int, column: Int)
    ) -> YAMLSlips? {
        let line = lines[number]
        guard inner.line == number, let next = line[(end + 1)...].first(where: { $0 != " " }),
            !",]}#:".unicodeScalars.contains(next)
        else { return nil }
        var stop = end + 1
        while stop < line.count, !",]}".unicodeScalars.contains(line[stop]) { stop += 1 }
        while line[stop - 1] == " " { stop -= 1 }
        return YAMLSlips(
            .yamlReservedStart, line: number, column: inner.column, length: stop - inner.column, key,
            String(Character(inner.sign)))
    }

    /// Lines that are set in below `key: |`.
    ///
    /// The first of them says how far all are: one that is set in less is neither text nor key.
    private mutating func skipBlock(_ number: Int, hasIndentation: Bool) -> YAMLSlips? {
        let outer = lines[number].prefix { $0 == " " }.count
        var inner: Int?
        next = number + 1
        while next < lines.count {
            let line = lines[next]
            let indent = line.prefix { $0 == " " }.count
            guard indent == line.count || indent > outer else { break }
            if indent < line.count {
                if let inner, indent < inner, !hasIndentation {
                    return YAMLSlips(.yamlIndentation, line: next, column: 0, length: indent)
                }
                inner = inner ?? indent
            }
            next += 1
        }
        return nil
    }

    // MARK: Parts of a line

    /// The colon that ends a key which begins here; nil when no key does.
    private static func keyEnd(_ line: Line, _ start: Int) -> Int? {
        var index = start
        while index < line.count, isKeySign(line[index]) { index += 1 }
        guard index > start, index < line.count, line[index] == ":" else { return nil }
        return index + 1 == line.count || line[index + 1] == " " || line[index + 1] == "\t" ? index : nil
    }

    /// The first colon of a text that a blank or its end follows: YAML takes what is before for a key.
    private static func splittingColon(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        text.indices.first {
            text[$0] == ":" && ($0 + 1 == text.endIndex || text[$0 + 1] == " " || text[$0 + 1] == "\t")
        }
    }

    private static func isKeySign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
    }

    /// Up to a comment or the line's end, without blanks at the end.
    private static func withoutComment(_ line: Line, from start: Int) -> ArraySlice<Unicode.Scalar> {
        var end = line.count
        var index = start + 1
        while index < line.count {
            if line[index] == "#", line[index - 1] == " " {
                end = index
                break
            }
            index += 1
        }
        while end > start, line[end - 1] == " " || line[end - 1] == "\t" { end -= 1 }
        return line[start..<end]
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func excerpt(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        let shown = text(scalars.prefix(40))
        return scalars.count > 40 ? shown + "…" : shown
    }
}
