/// A value of a YAML document with the place where it stands. Scalars are kept as text: what they mean is for the
/// reader of each field to say, so that `number: 17` and `term: XI` are read alike.
package indirect enum YAMLNode: Sendable {
    case scalar(text: String, isPlain: Bool, YAMLMark)
    case sequence([YAMLNode], YAMLMark)
    case mapping([YAMLEntry], YAMLMark)

    package var mark: YAMLMark {
        switch self {
        case .scalar(_, _, let mark), .sequence(_, let mark), .mapping(_, let mark): mark
        }
    }

    /// An empty value, `~` or `null`.
    package var isNull: Bool {
        guard case .scalar(let text, let isPlain, _) = self, isPlain else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }
}

package struct YAMLEntry: Sendable {
    package var key: String
    package var keyMark: YAMLMark
    package var value: YAMLNode
}

/// Where a value stands. Line and column are from 0 within the YAML text, columns in code points, and the length is that on
/// its first line.
package struct YAMLMark: Sendable {
    var line: Int
    var column: Int
    var length: Int
    /// Where the library says that it begins and ends, in code points from the start of the YAML text. The end of a
    /// collection in block style is that of what follows, beyond blank lines and comments.
    package var offsets = Range<UInt32>(uncheckedBounds: (0, 0))
    package var style = YAMLStyle.plain
}

/// How a value is written.
package enum YAMLStyle: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
    /// Collections: by indentation, or in brackets.
    case block, flow
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
