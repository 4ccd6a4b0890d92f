/// What kinds of value stand under which names in a page: what a template may name.
///
/// Every value may be missing from a page; a name that is missing from the shape is an error of the template.
indirect enum TemplateShape: Sendable {
    case text
    case markup
    case flag
    case object([String: TemplateShape])
    case list([String: TemplateShape])
}

extension TemplateShape {
    /// Paths of `value` that this shape does not declare, or declares otherwise. Tests hold every page to it.
    func mismatches(_ value: TemplateValue, at path: String = "") -> [String] {
        switch (self, value) {
        case (.text, .text), (.markup, .markup), (.flag, .flag): return []
        case (.object(let shapes), .object(let fields)):
            return fields.flatMap { key, field in
                shapes[key]?.mismatches(field, at: "\(path).\(key)") ?? ["\(path).\(key)"]
            }
        case (.list(let shapes), .list(let items)):
            return items.flatMap { TemplateShape.object(shapes).mismatches($0, at: "\(path)[]") }
        default: return [path]
        }
    }
}

extension [String: TemplateShape] {
    /// The shape with a flag beside every list, here and below: `hasSources` for `sources`.
    var withPresenceFlags: [String: TemplateShape] {
        var shape: [String: TemplateShape] = [:]
        for (key, value) in self {
            switch value {
            case .object(let fields): shape[key] = .object(fields.withPresenceFlags)
            case .list(let fields):
                shape[key] = .list(fields.withPresenceFlags)
                shape[key.presenceFlag] = .flag
            case .text, .markup, .flag: shape[key] = value
            }
        }
        return shape
    }
}
