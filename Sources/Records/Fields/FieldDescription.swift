import Diagnostics

/// What a field is for and what it takes: the one description that the parser's lists of keys, `tracuu schema`, the
/// comments of `tracuu new`, the forms of `tracuu serve --edit` and the editors' guide are made from. A test holds it
/// against what the parser asks for.
public struct FieldDescription: Sendable {
    public indirect enum Shape: Sendable {
        /// One line.
        case text
        /// A sentence or more on one line of the file.
        case longText
        /// An address on the web.
        case address
        /// A record's id, or a document's number.
        case record
        /// A file below `attachments/`.
        case attachment
        /// An id of `audiences` in `site.yml`.
        case audience
        case date
        case integer
        case decimal
        case choice([String])
        /// An id of a file of the vocabulary.
        case id(of: String)
        /// Lower-case ASCII letters, digits and hyphens.
        case identifier
        /// One value, or a list of them.
        case oneOrMore(Shape)
        case fields([FieldDescription])
        case listOfFields([FieldDescription])
        case truth
        /// Values of one shape under names that an editor chooses.
        case named(Shape)
        /// One word, or a value.
        case either(String, Shape)
        /// A weight for each code of a diagnostic.
        case weights
    }

    public var key: String
    public var shape: Shape
    public var isRequired: Bool
    /// What a form calls it. In English that is its key.
    public var label: BilingualText
    /// What it is for, in a sentence.
    public var summary: BilingualText

    init(_ key: String, _ shape: Shape, required: Bool = false, label: String? = nil, vi: String, en: String) {
        let words = key.split(separator: "-").joined(separator: " ")
        self.label = BilingualText(vi: label ?? key, en: words.prefix(1).uppercased() + words.dropFirst())
        self.key = key
        self.shape = shape
        isRequired = required
        summary = BilingualText(vi: vi, en: en)
    }

    /// Fields below this one.
    public var inner: [FieldDescription] {
        switch shape {
        case .fields(let fields), .listOfFields(let fields): fields
        default: []
        }
    }
}
