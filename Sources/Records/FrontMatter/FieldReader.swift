import Diagnostics
import VietnameseText

/// Reads the keys of one YAML mapping into typed values. Whatever is wrong becomes a diagnostic at its place and the value
/// is absent, so that one run reports every problem.
struct FieldReader {
    let file: String
    /// Lines of the file before the YAML's first.
    let lineOffset: Int
    /// How the mapping is called in messages: empty at the top, `relations[1].` below.
    let prefix: String
    let start: SourceSpan
    private(set) var diagnostics: [Diagnostic] = []
    /// Where each value stands, by its full key.
    private(set) var spans: [String: SourceSpan] = [:]
    private let entries: [YAMLEntry]
    private var known: [String] = []

    init(file: String, lineOffset: Int, prefix: String = "", entries: [YAMLEntry], mark: YAMLMark) {
        self.file = file
        self.lineOffset = lineOffset
        self.prefix = prefix
        self.entries = entries
        start = SourceSpan(file: file, line: mark.line + 1 + lineOffset, column: mark.column + 1, length: mark.length)
    }

    /// The keys that were written, in their order.
    var keys: [String] { entries.map(\.key) }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    func span(_ mark: YAMLMark) -> SourceSpan {
        SourceSpan(file: file, line: mark.line + 1 + lineOffset, column: mark.column + 1, length: mark.length)
    }

    func span(ofKey key: String) -> SourceSpan {
        entries.first { $0.key == key }.map { span($0.keyMark) } ?? start
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    // MARK: Values

    /// The node of a key; a null value is an error, for an empty line is most often a forgotten one.
    mutating func node(_ key: String) -> YAMLNode? {
        known.append(key)
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        spans[prefix + key] = span(entry.value.mark)
        guard !entry.value.isNull else {
            report(Diagnostic(.emptyValue, at: span(entry.keyMark), prefix + key))
            return nil
        }
        return entry.value
    }

    mutating func string(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        return text(node, key)
    }

    /// A string that must be there.
    mutating func requiredString(_ key: String) -> String? {
        let value = string(key)
        if !has(key) { report(Diagnostic(.missingKey, at: start, prefix + key)) }
        return value
    }

    /// One string or a list of strings.
    mutating func strings(_ key: String) -> [PlacedText] {
        guard let node = node(key) else { return [] }
        if case .sequence(let items, _) = node {
            return items.compactMap { item in
                guard let value = text(item, key) else { return nil }
                return PlacedText(text: value, span: span(item.mark))
            }
        }
        guard !isListWithoutBlanks(node) else { return [] }
        return text(node, key).map { [PlacedText(text: $0, span: span(node.mark))] } ?? []
    }

    mutating func placedString(_ key: String) -> PlacedText? {
        guard let node = node(key), let value = text(node, key) else { return nil }
        return PlacedText(text: value, span: span(node.mark))
    }

    mutating func date(_ key: String) -> PartialDate? {
        guard let node = node(key), let value = text(node, key) else { return nil }
        guard let date = PartialDate(iso: value) else {
            report(
                Diagnostic(
                    .wrongDate, at: span(node.mark), prefix + key, value,
                    suggestion: DateSpelling.suggestion(for: value)))
            return nil
        }
        return date
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let node = node(key), let value = text(node, key) else { return nil }
        if let choice = Choice(rawValue: value) { return choice }
        let all = Choice.allCases.map(\.rawValue)
        report(
            Diagnostic(
                .wrongChoice, at: span(node.mark), prefix + key, value, all.joined(separator: ", "),
                ChoiceGlosses.list(all),
                suggestion: ChoiceGlosses.value(meant: value, among: all) ?? Spelling.nearest(value, among: all)))
        return nil
    }

    /// Keeps where one value of a list stands, for diagnostics of later steps.
    mutating func keep(_ span: SourceSpan, of key: String) { spans[prefix + key] = span }

    mutating func integer(_ key: String) -> Int? {
        guard let node = node(key), let value = text(node, key) else { return nil }
        guard let number = Int(value) else {
            report(Diagnostic(.wrongNumberValue, at: span(node.mark), prefix + key, value))
            return nil
        }
        return number
    }

    mutating func decimal(_ key: String) -> Double? {
        guard let node = node(key), let value = text(node, key) else { return nil }
        guard let number = Double(value), number.isFinite else {
            report(Diagnostic(.wrongNumberValue, at: span(node.mark), prefix + key, value))
            return nil
        }
        return number
    }

    /// Whether the key's value is the word `unknown`; the value then counts as read.
    mutating func saysUnknown(_ key: String) -> Bool {
        guard let entry = entries.first(where: { $0.key == key }), case .scalar("unknown", _, _) = entry.value else {
            return false
        }
        return node(key) != nil
    }

    // MARK: Nested values

    /// Reads one mapping; its diagnostics join this reader's.
    mutating func mapping<Value>(_ key: String, example: String, _ read: (inout FieldReader) -> Value?) -> Value? {
        guard let node = node(key) else { return nil }
        return nested(node, prefix: "\(prefix)\(key).", key: key, example: example, read)
    }

    /// Reads a list of mappings.
    mutating func mappings<Value>(_ key: String, example: String, _ read: (inout FieldReader) -> Value?) -> [Value] {
        guard let node = node(key) else { return [] }
        guard !isListWithoutBlanks(node) else { return [] }
        guard case .sequence(let items, _) = node else {
            wrongShape(node, key, vi: "một danh sách", en: "a list", example: example)
            return []
        }
        var values: [Value] = []
        for (index, item) in items.enumerated() {
            if let value = nested(item, prefix: "\(prefix)\(key)[\(index)].", key: key, example: example, read) {
                values.append(value)
            }
        }
        return values
    }

    private mutating func nested<Value>(
        _ node: YAMLNode, prefix: String, key: String, example: String, _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        guard case .mapping(let entries, let mark) = node else {
            wrongShape(node, key, vi: "các trường có tên", en: "named fields", example: example)
            return nil
        }
        var reader = FieldReader(file: file, lineOffset: lineOffset, prefix: prefix, entries: entries, mark: mark)
        let value = read(&reader)
        reader.reportUnknownKeys()
        diagnostics += reader.diagnostics
        spans.merge(reader.spans) { first, _ in first }
        return value
    }

    // MARK: The end

    /// Reports the keys that nobody asked for. `elsewhere` holds keys of other kinds of record, for a better message.
    mutating func reportUnknownKeys(elsewhere: Set<String> = [], kind: String = "") {
        var taken: Set<String> = []
        for entry in entries where !known.contains(entry.key) {
            if let colon = entry.key.firstIndex(of: ":"), known.contains(String(entry.key[..<colon])) {
                // `{title:Một}`: without a blank after it the colon belongs to the word.
                let name = String(entry.key[..<colon])
                withdrawMissing(name)
                var place = span(entry.keyMark)
                place.length = name.unicodeScalars.count + 1
                report(Diagnostic(.yamlMissingBlank, at: place, name))
            } else if elsewhere.contains(entry.key) {
                report(Diagnostic(.keyNotForKind, at: span(entry.keyMark), entry.key, kind))
            } else {
                // A key that is there already cannot be meant by another.
                let free = known.filter { !has($0) && !taken.contains($0) }
                let meant = KeyGlosses.key(meant: entry.key, among: free) ?? Spelling.nearest(entry.key, among: free)
                if let meant {
                    taken.insert(meant)
                    withdrawMissing(meant)
                }
                report(
                    Diagnostic(
                        .unknownKey, at: span(entry.keyMark), prefix + entry.key,
                        known.sorted().joined(separator: ", "), suggestion: meant))
            }
        }
    }

    /// A key that is only misspelt is not missing as well.
    private mutating func withdrawMissing(_ key: String) {
        guard !has(key) else { return }
        diagnostics.removeAll {
            ($0.kind == .missingKey && $0.arguments == [prefix + key])
                || ($0.kind == .missingIssueDate && prefix.isEmpty && key == "issued")
        }
    }

    /// The text of a key without any check, for what must be known of an entry that is otherwise wrong.
    func plainText(_ key: String) -> String? {
        guard let entry = entries.first(where: { $0.key == key }), case .scalar(let text, _, _) = entry.value else {
            return nil
        }
        return text
    }

    private mutating func text(_ node: YAMLNode, _ key: String) -> String? {
        guard case .scalar(let text, _, _) = node else {
            wrongShape(node, key, vi: "một dòng chữ", en: "a text", example: "\(key): …")
            return nil
        }
        let trimmed = text.trimmingBlanks()
        guard !trimmed.isEmpty else {
            report(Diagnostic(.emptyValue, at: span(node.mark), prefix + key))
            return nil
        }
        guard !Placeholders.isUnfilled(trimmed) else {
            report(Diagnostic(.unfilled, at: span(node.mark), Placeholders.excerpt(trimmed)))
            return nil
        }
        return trimmed
    }

    /// `-van-thu` below a key: YAML takes a dash without a blank for the beginning of a text.
    private mutating func isListWithoutBlanks(_ node: YAMLNode) -> Bool {
        guard case .scalar(let text, true, let mark) = node, let sign = text.dropFirst().first, text.hasPrefix("-"),
            !sign.isNumber, sign != "-", sign != " "
        else { return false }
        let place = SourceSpan(file: file, line: mark.line + 1 + lineOffset, column: mark.column + 1, length: 1)
        report(Diagnostic(.yamlDashWithoutBlank, at: place, Placeholders.excerpt(String(text.dropFirst()))))
        return true
    }

    private mutating func wrongShape(_ node: YAMLNode, _ key: String, vi: String, en: String, example: String) {
        report(Diagnostic(.wrongShape, at: span(node.mark), prefix + key, vi, en, example))
    }
}

/// A text with its place.
struct PlacedText: Sendable, Hashable {
    var text: String
    var span: SourceSpan
}

extension String {
    /// Without blanks and line ends around it.
    func trimmingBlanks() -> String {
        let bytes = utf8
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else {
            return ""
        }
        return first == bytes.startIndex && bytes.index(after: last) == bytes.endIndex
            ? self : String(self[first...last])
    }
}
