/// A value of front matter as plain data, as YAML's core schema reads it.
///
/// Two values are equal when they mean the same: the order of a mapping's fields does not count, nor whether letters are
/// composed.
public indirect enum FieldValue: Sendable {
    case null
    case bool(Bool)
    /// A number as it is spelled: `1.50` stays `1.50`.
    case number(String)
    case string(String)
    case list([FieldValue])
    /// Fields in the order of the file.
    case mapping([Field])

    /// One field of a mapping.
    public struct Field: Sendable, Equatable {
        public var name: String
        public var value: FieldValue

        public init(name: String, value: FieldValue) {
            self.name = name
            self.value = value
        }
    }

    /// The field of that name; nil where there is none, or where this is no mapping.
    public subscript(name: String) -> FieldValue? {
        guard case .mapping(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }

    /// The value at a path; nil where nothing stands there.
    public subscript(path: FieldPath) -> FieldValue? {
        var value = self
        for step in path.steps {
            switch (step, value) {
            case (.name(let name), .mapping):
                guard let inner = value[name] else { return nil }
                value = inner
            case (.index(let index), .list(let items)):
                guard items.indices.contains(index) else { return nil }
                value = items[index]
            default: return nil
            }
        }
        return value
    }
}

extension FieldValue: Equatable {
    public static func == (a: FieldValue, b: FieldValue) -> Bool { a.isEqual(b, { $0.isEqualScalar($1) }) }

    /// Whether a record with the one value says the same as with the other: the builder takes `2014` and `"2014"` for one.
    func saysTheSame(as other: FieldValue) -> Bool {
        isEqual(other) { a, b in
            switch (a, b) {
            case (.number(let a), .string(let b)), (.string(let a), .number(let b)): a == b
            default: a.isEqualScalar(b)
            }
        }
    }

    private func isEqual(_ other: FieldValue, _ areEqual: (FieldValue, FieldValue) -> Bool) -> Bool {
        switch (self, other) {
        case (.list(let a), .list(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.isEqual($1, areEqual) }
        case (.mapping(let a), .mapping(let b)):
            guard a.count == b.count else { return false }
            if zip(a, b).allSatisfy({ $0.name == $1.name }) {
                return zip(a, b).allSatisfy { $0.value.isEqual($1.value, areEqual) }
            }
            // No name stands twice in a mapping.
            let values = Dictionary(b.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
            return a.allSatisfy { field in values[field.name].map { field.value.isEqual($0, areEqual) } ?? false }
        default: return areEqual(self, other)
        }
    }

    private func isEqualScalar(_ other: FieldValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a == b
        default: false
        }
    }
}
