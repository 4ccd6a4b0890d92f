/// What a page shows, as the renderer sees it.
///
/// A value that is not there is a missing key: its section is skipped and its inverted section shown.
public enum TemplateValue: Sendable {
    /// Escaped where it is printed.
    case text(String)
    /// UTF-8 that is HTML already: copied as it stands.
    case markup([UInt8])
    case flag(Bool)
    case object([String: TemplateValue])
    case list([TemplateValue])
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByArrayLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

/// The values of one object, by name.
typealias TemplateFields = [String: TemplateValue]

extension TemplateFields {
    /// Sets a text that may be missing; an empty one counts as missing.
    mutating func set(_ key: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        self[key] = .text(text)
    }

    /// Sets a list that may be empty, and beside it the flag that tells so: `sources` and `hasSources`.
    mutating func set(_ key: String, _ list: [TemplateFields]) {
        guard !list.isEmpty else { return }
        self[key] = .list(list.map { .object($0) })
        self[key.presenceFlag] = true
    }
}

extension String {
    /// `hasSources` for `sources`: what a template asks before it opens a list's heading.
    var presenceFlag: String { "has" + prefix(1).uppercased() + dropFirst() }
}
