/// Where a value stands in front matter: `relations[1].target`, as diagnostics write it. A name that holds a dot, a bracket or a
/// quotation mark is written in quotes: `nets["Rất tốt. Tốt"]`.
public struct FieldPath: Sendable, Hashable {
    public enum Step: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    public var steps: [Step]

    public init(_ steps: [Step]) { self.steps = steps }

    /// Reads the written form; nil for anything else. The empty text is the whole front matter.
    public init?(_ written: String) {
        var reader = FieldPathReader(written)
        guard let steps = reader.steps() else { return nil }
        self.steps = steps
    }

    /// The path of the mapping or list that holds the value; nil for the whole.
    public var parent: FieldPath? { steps.isEmpty ? nil : FieldPath(Array(steps.dropLast())) }

    public func appending(_ step: Step) -> FieldPath { FieldPath(steps + [step]) }

    /// Whether a value at the other path is this one or stands within it.
    public func contains(_ other: FieldPath) -> Bool { other.steps.starts(with: steps) }

    /// The path with each index left open, as descriptions of fields have it: `relations[].target`.
    var pattern: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .name(let name): text += text.isEmpty ? name : ".\(name)"
            case .index: text += "[]"
            }
        }
    }
}

extension FieldPath: CustomStringConvertible {
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .name(let name) where name.isEmpty || name.contains(where: { ".[]\"".contains($0) }):
                text += "[\""
                for character in name.unicodeScalars {
                    if character == "\"" || character == "\\" { text += "\\" }
                    text.unicodeScalars.append(character)
                }
                text += "\"]"
            case .name(let name): text += text.isEmpty ? name : ".\(name)"
            }
        }
        return text
    }
}

/// In JSON: its written form.
extension FieldPath: Codable {
    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        let written = try single.decode(String.self)
        guard let path = FieldPath(written) else {
            throw DecodingError.dataCorruptedError(in: single, debugDescription: "“\(written)” is no path of a field")
        }
        self = path
    }

    public func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        try single.encode(description)
    }
}

/// Reads the written form of a path.
private struct FieldPathReader {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ written: String) { scalars = Array(written.unicodeScalars) }

    mutating func steps() -> [FieldPath.Step]? {
        var steps: [FieldPath.Step] = []
        while position < scalars.count {
            guard let step = scalars[position] == "[" ? bracketed() : named(isFirst: steps.isEmpty) else { return nil }
            steps.append(step)
        }
        return steps
    }

    private mutating func named(isFirst: Bool) -> FieldPath.Step? {
        if !isFirst {
            guard scalars[position] == "." else { return nil }
            position += 1
        }
        let start = position
        while position < scalars.count, !".[]\"".unicodeScalars.contains(scalars[position]) { position += 1 }
        guard position > start else { return nil }
        return .name(String(String.UnicodeScalarView(scalars[start..<position])))
    }

    private mutating func bracketed() -> FieldPath.Step? {
        position += 1
        guard position < scalars.count else { return nil }
        let step: FieldPath.Step
        if scalars[position] == "\"" {
            guard let name = quoted() else { return nil }
            step = .name(name)
        } else {
            let start = position
            while position < scalars.count, ("0"..."9").contains(scalars[position]) { position += 1 }
            guard position > start, position - start < 10,
                let index = Int(String(String.UnicodeScalarView(scalars[start..<position])))
            else { return nil }
            step = .index(index)
        }
        guard position < scalars.count, scalars[position] == "]" else { return nil }
        position += 1
        return step
    }

    private mutating func quoted() -> String? {
        position += 1
        var name = String.UnicodeScalarView()
        while position < scalars.count, scalars[position] != "\"" {
            if scalars[position] == "\\" { position += 1 }
            guard position < scalars.count else { return nil }
            name.append(scalars[position])
            position += 1
        }
        guard position < scalars.count else { return nil }
        position += 1
        return String(name)
    }
}
