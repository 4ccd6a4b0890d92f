/// A value of a YAML document with the place where it stands. Scalars are kept as text: what they mean is for the
/// reader of each field to say, so that `number: 17` and `term: XI` are read alike.
indirect enum YAMLNode: Sendable {
    case scalar(text: String, isPlain: Bool, YAMLMark)
    case sequence([YAMLNode], YAMLMark)
    case mapping([YAMLEntry], YAMLMark)

    var mark: YAMLMark {
        switch self {
        case .scalar(_, _, let mark), .sequence(_, let mark), .mapping(_, let mark): mark
        }
    }

    /// An empty value, `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let text, let isPlain, _) = self, isPlain else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }
}

struct YAMLEntry: Sendable {
    var key: String
    var keyMark: YAMLMark
    var value: YAMLNode
}

/// Line and column from 0 within the YAML text, columns in code points, and the length on its first line.
struct YAMLMark: Sendable {
    var line: Int
    var column: Int
    var length: Int
}

/// YAML that cannot be read, or uses what records must not use.
struct YAMLProblem: Error {
    enum Reason {
        case syntax(String)
        case duplicateKey(String)
        /// Anchors, aliases and tags: they hide what a field says and can blow up in size.
        case indirection
        case tooDeep
        /// More bytes, or more keys in one mapping, than anybody writes.
        case tooLarge(vi: String, en: String)
    }

    var reason: Reason
    var mark: YAMLMark
}
