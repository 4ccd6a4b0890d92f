/// Scripts and style sheets as they are published: without what only their authors read, that is lines that hold nothing
/// but a comment, empty lines, indentation, blanks beside signs that part tokens by themselves, and semicolons before a
/// closing brace. Constants are declared with `let`, which runs the same.
///
/// A line end goes only behind a sign that cannot end a statement without a semicolon (`{`, `(`, `[`, `,`, and `;` itself),
/// so that the semicolons that JavaScript puts in at line ends (ECMAScript, 12.10) stay where they were. Inside strings, template literals and comments that begin behind code nothing is
/// touched. A file that the scan does not understand to its end is published as it is.
enum AssetTrimming {
    /// The bytes to publish for an asset; anything but `.js` and `.css` comes back as it is.
    static func published(path: String, bytes: [UInt8]) -> [UInt8] {
        if path.hasSuffix(".js") { return trimmed(bytes, isScript: true) }
        if path.hasSuffix(".css") { return trimmed(bytes, isScript: false) }
        return bytes
    }

    private static func trimmed(_ bytes: [UInt8], isScript: Bool) -> [UInt8] {
        var scan = CodeScan(bytes, isScript: isScript)
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        while scan.position < bytes.count {
            if scan.isInCode {
                scan.skipBlanks()
                if scan.skipCommentLine() || scan.skipEmptyLine() { continue }
            }
            scan.readLine(into: &kept)
        }
        return scan.isUnderstood && scan.isInCode ? kept : bytes
    }
}

/// Follows a script or style sheet line by line and knows at each line's start whether it stands in code.
private struct CodeScan {
    /// What is open around the place that was reached, innermost last; nothing when that is code.
    private enum Enclosure: Equatable {
        case comment
        case string(quote: UInt8)
        case template
        /// `${`, with the braces opened since.
        case substitution(braces: Int)
    }

    private let bytes: [UInt8]
    private let isScript: Bool
    private(set) var position = 0
    private(set) var isUnderstood = true
    private var open: [Enclosure] = []
    /// Whether the last token ended a value, so that a slash divides; else it begins a regular expression.
    private var endsValue = false
    private var endsWithBracket = false
    /// Where the last comment to the end of a line ended.
    private var commentEnd: Int?

    init(_ bytes: [UInt8], isScript: Bool) {
        self.bytes = bytes
        self.isScript = isScript
    }

    var isInCode: Bool {
        switch open.last {
        case nil, .substitution: true
        default: false
        }
    }

    mutating func skipBlanks() {
        while let byte = at(position), byte.isBlank { position += 1 }
    }

    /// Skips a line end that stands next.
    mutating func skipEmptyLine() -> Bool {
        guard let end = emptyLineEnd(from: position) else { return false }
        position = end
        return true
    }

    /// Skips a comment that stands next and has its lines to itself.
    mutating func skipCommentLine() -> Bool {
        if isScript, starts("//") {
            while let byte = at(position), byte != UInt8(ascii: "\n") { position += 1 }
            position = min(position + 1, bytes.count)
            return true
        }
        guard starts("/*"), let close = blockCommentEnd(from: position + 2), let end = emptyLineEnd(from: close) else {
            return false
        }
        position = end
        return true
    }

    /// Reads on to the start of the next line and keeps what counts of it.
    mutating func readLine(into kept: inout [UInt8]) {
        while let byte = at(position) {
            let start = position
            if isInCode, byte.isBlank {
                skipBlanks()
                if !isNeedless(between: kept.last, and: at(position)) { kept.append(UInt8(ascii: " ")) }
                continue
            }
            position += 1
            let wasInCode = isInCode
            if byte != UInt8(ascii: "\n") { read(byte) }
            if wasInCode, isConstant(from: start, behind: kept.last) {
                kept += "let".utf8
            } else if byte != UInt8(ascii: "\n") || !isNeedlessLineEnd(behind: kept.last) {
                if wasInCode, byte == UInt8(ascii: "}"), isNeedlessStop(in: kept) { kept.removeLast() }
                kept += bytes[start..<position]
            }
            if byte == UInt8(ascii: "\n") {
                if case .string = open.last, position < 2 || bytes[position - 2] != UInt8(ascii: "\\") {
                    isUnderstood = false
                }
                return
            }
        }
    }

    /// Whether the token from there to the place that was reached declares constants: `let` does it in less bytes.
    private func isConstant(from start: Int, behind last: UInt8?) -> Bool {
        isScript && position - start == 5 && bytes[start..<position].elementsEqual("const".utf8)
            && last != UInt8(ascii: ".") && at(position).map { $0.isBlank || $0 == UInt8(ascii: "{") } ?? false
    }

    private mutating func read(_ byte: UInt8) {
        switch open.last {
        case .comment: if byte == UInt8(ascii: "*"), at(position) == UInt8(ascii: "/") { leave(1) }
        case .string(let quote): readInside(byte, until: quote)
        case .template: readTemplate(byte)
        case nil, .substitution: readCode(byte)
        }
    }

    /// Whether a blank between these two parts nothing. Signs that grow together, such as `+ +` or `< !--`, are not among
    /// them, nor is what stands before the colon of a style sheet's selector.
    private func isNeedless(between before: UInt8?, and after: UInt8?) -> Bool {
        guard let before, let after else { return true }
        if after == UInt8(ascii: "\n") || after == UInt8(ascii: "\r") { return true }
        if isScript {
            return "{}()[];,=>?:&|".utf8.contains(before) || "{}()[];,=>?:&|".utf8.contains(after)
                || "+-*<".utf8.contains(before) && after.isAtEndOfValue
                || "+-*<".utf8.contains(after) && before.isAtEndOfValue
        }
        return "{:;,".utf8.contains(before) || after == UInt8(ascii: "{")
    }

    /// Whether what is kept ends with a semicolon that a closing brace makes needless. Behind a bracket it may be the whole body
    /// of a loop.
    private func isNeedlessStop(in kept: [UInt8]) -> Bool {
        guard isInCode, kept.last == UInt8(ascii: ";"), let before = kept.dropLast().last else { return false }
        return !isScript || before.isAtEndOfValue || "]}".utf8.contains(before)
    }

    /// Whether the line end that was just reached may go.
    private func isNeedlessLineEnd(behind last: UInt8?) -> Bool {
        guard let last, isInCode, commentEnd != position - 1 else { return false }
        return "{([,;".utf8.contains(last)
    }

    // MARK: Code

    private mutating func readCode(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): open.append(.string(quote: byte))
        case UInt8(ascii: "`") where isScript: open.append(.template)
        case UInt8(ascii: "/"): readSlash()
        case UInt8(ascii: "{"):
            if case .substitution(let braces) = open.last { open[open.count - 1] = .substitution(braces: braces + 1) }
            (endsValue, endsWithBracket) = (false, false)
        case UInt8(ascii: "}"):
            if case .substitution(let braces) = open.last {
                if braces == 0 { open.removeLast() } else { open[open.count - 1] = .substitution(braces: braces - 1) }
            }
            (endsValue, endsWithBracket) = (true, true)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): (endsValue, endsWithBracket) = (true, true)
        case UInt8(ascii: "\r"): break
        case let letter where letter.isPartOfName: readName(from: position - 1)
        default: (endsValue, endsWithBracket) = (false, false)
        }
    }

    private mutating func readName(from start: Int) {
        while let byte = at(position), byte.isPartOfName { position += 1 }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        (endsValue, endsWithBracket) = (!Self.wordsBeforeValue.contains(name), false)
    }

    private static let wordsBeforeValue: Set<String> = [
        "await", "case", "delete", "do", "else", "extends", "in", "instanceof", "new", "of", "return", "throw",
        "typeof",
        "void", "yield",
    ]

    private mutating func readSlash() {
        switch at(position) {
        case UInt8(ascii: "*"):
            open.append(.comment)
            position += 1
        case UInt8(ascii: "/") where isScript:
            while let byte = at(position), byte != UInt8(ascii: "\n") { position += 1 }
            commentEnd = position
        default:
            guard isScript else { return }
            if endsValue {
                // Behind a bracket it may be either; a template that begins on the line would then be in doubt.
                if endsWithBracket, restOfLine.contains(UInt8(ascii: "`")) { isUnderstood = false }
                (endsValue, endsWithBracket) = (false, false)
            } else {
                readRegularExpression()
            }
        }
    }

    private mutating func readRegularExpression() {
        var isInClass = false
        while let byte = at(position), byte != UInt8(ascii: "\n") {
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "[") { isInClass = true }
            if byte == UInt8(ascii: "]") { isInClass = false }
            if byte == UInt8(ascii: "/"), !isInClass {
                (endsValue, endsWithBracket) = (true, false)
                return
            }
        }
        isUnderstood = false
    }

    // MARK: Inside

    private mutating func readInside(_ byte: UInt8, until quote: UInt8) {
        // An escaped line end is left for the reader of lines.
        if byte == UInt8(ascii: "\\"), at(position) != UInt8(ascii: "\n") { position += 1 }
        if byte == quote { leave(0) }
    }

    private mutating func readTemplate(_ byte: UInt8) {
        if byte == UInt8(ascii: "\\"), at(position) != UInt8(ascii: "\n") { position += 1 }
        if byte == UInt8(ascii: "`") { leave(0) }
        if byte == UInt8(ascii: "$"), at(position) == UInt8(ascii: "{") {
            position += 1
            open.append(.substitution(braces: 0))
            (endsValue, endsWithBracket) = (false, false)
        }
    }

    /// Leaves what is open, `length` bytes further on.
    private mutating func leave(_ length: Int) {
        position += length
        if open.last != .comment { (endsValue, endsWithBracket) = (true, false) }
        open.removeLast()
    }

    // MARK: Looking ahead

    private func at(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private func starts(_ text: String) -> Bool { bytes[min(position, bytes.count)...].starts(with: text.utf8) }

    private var restOfLine: ArraySlice<UInt8> { bytes[position...].prefix { $0 != UInt8(ascii: "\n") } }

    private func blockCommentEnd(from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
            index += 1
        }
        return nil
    }

    /// Where the next line begins when nothing but blanks comes before it.
    private func emptyLineEnd(from start: Int) -> Int? {
        var index = start
        while let byte = at(index),
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
        {
            index += 1
        }
        guard let byte = at(index) else { return index }
        return byte == UInt8(ascii: "\n") ? index + 1 : nil
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// Whether it may stand at an end of a value: part of a name or number, or a quotation mark.
    fileprivate var isAtEndOfValue: Bool { isPartOfName || "\"'`".utf8.contains(self) }

    fileprivate var isPartOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
        default: false
        }
    }
}
