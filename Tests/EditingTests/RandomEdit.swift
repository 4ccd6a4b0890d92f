@testable import Editing

/// A change to any field of a record, or to none that is there.
struct RandomEdit {
    private(set) var random: SeededNumbers

    init(seed: UInt64) { random = SeededNumbers(seed) }

    mutating func edit(of values: FieldValue) -> FieldEdit {
        let (path, value) = place(in: values)
        switch (value, random.below(8)) {
        case (.list(let items), 0...2) where !path.steps.isEmpty:
            let index = random.below(items.count + 1)
            return FieldEdit(path.appending(.index(index)), .insert(self.value(depth: 1)))
        case (.list(let items), 3...4) where !items.isEmpty:
            let index = random.below(items.count)
            return FieldEdit(path.appending(.index(index)), .move(to: random.below(items.count)), old: items[index])
        case (.mapping, 0...3):
            let name = random.pick(["summary", "mới", "checked", "số: 2", "note"])
            return FieldEdit(path.appending(.name(name)), .set(self.value(depth: 1)), old: value[name])
        case (_, 4) where !path.steps.isEmpty: return FieldEdit(path, .remove, old: value)
        default:
            guard !path.steps.isEmpty else {
                return FieldEdit(FieldPath([.name("title")]), .set(self.value(depth: 0)), old: values["title"])
            }
            return FieldEdit(path, .set(similar(to: value)), old: value)
        }
    }

    private mutating func place(in values: FieldValue) -> (FieldPath, FieldValue) {
        var (path, value) = (FieldPath([]), values)
        while !random.isOne(in: 4) || path.steps.isEmpty {
            switch value {
            case .mapping(let fields) where !fields.isEmpty:
                let field = random.pick(fields)
                (path, value) = (path.appending(.name(field.name)), field.value)
            case .list(let items) where !items.isEmpty:
                let index = random.below(items.count)
                (path, value) = (path.appending(.index(index)), items[index])
            default: return (path, value)
            }
        }
        return (path, value)
    }

    /// Often the same with one thing otherwise, as a form sends it.
    private mutating func similar(to value: FieldValue) -> FieldValue {
        switch value {
        case .list(var items) where !items.isEmpty && !random.isOne(in: 3):
            let index = random.below(items.count)
            if random.isOne(in: 2) { items.remove(at: index) } else { items[index] = similar(to: items[index]) }
            return .list(items)
        case .mapping(var fields) where !fields.isEmpty && !random.isOne(in: 3):
            let index = random.below(fields.count)
            fields[index].value = similar(to: fields[index].value)
            if random.isOne(in: 3) { fields.append(.init(name: "thêm vào", value: self.value(depth: 1))) }
            return .mapping(fields)
        default: return self.value(depth: 0)
        }
    }

    mutating func value(depth: Int) -> FieldValue {
        switch random.below(depth < 3 ? 12 : 8) {
        case 0: return random.pick([.null, .bool(true), .number("17"), .number("-0.50"), .bool(false)])
        case 8: return .list((0..<random.below(3)).map { _ in value(depth: depth + 2) })
        case 9, 10:
            return .mapping(
                (0..<random.below(3)).map { .init(name: ["a", "url", "số: 1"][$0], value: value(depth: depth + 2)) })
        default: return .string(string())
        }
    }

    private mutating func string() -> String {
        random.pick([
            "ban-bi-thu", "2014-08-18", "--08-18", "16-NQ/TW", "về việc", "Đảng, Nhà nước", "a: b", "a #b", "# a",
            "- a",
            "[a", "{", "no", "12", "1_0", "", " ", " a", "a ", "'", "\"", "\\", "a'b", "a\nb", "a\n", "\na",
            "a\n\n\nb\n\n",
            "  a\nb", "a\n  b\n", "\t", "a\tb", "\u{2028}", "a\u{85}b", "\u{FEFF}", "e\u{302}\u{301}", "💡", "\u{7}",
            "a:",
            "? a", "%a", "@", "`", "|", ">", "&a", "*a", "!a", "---", "...", "a, b]", "'\u{301}", "\u{301}", "\r",
            "a\r\nb",
            String(repeating: "dài ", count: 300), "null", "~", "<<", "=", "2014-02-30", "1:30", "0o7", ".5", "x\u{A0}",
        ])
    }
}
