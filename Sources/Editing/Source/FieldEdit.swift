/// One change to a field of front matter, as the form makes it.
public struct FieldEdit: Sendable, Equatable {
    public enum Change: Sendable, Equatable {
        /// Puts a value at the path, whether one stands there or not.
        case set(FieldValue)
        case remove
        /// Puts an item into a list before the index that the path ends in, or at the end where that is the list's count.
        case insert(FieldValue)
        /// Moves an item of a list to where it will stand.
        case move(to: Int)
    }

    public var path: FieldPath
    public var change: Change
    /// What the editor saw at the path; nil where nothing stood there.
    public var old: FieldValue?

    public init(_ path: FieldPath, _ change: Change, old: FieldValue? = nil) {
        self.path = path
        self.change = change
        self.old = old
    }
}

/// In JSON: `{"path": "topics[2]", "set": value, "old": value}`, with `insert`, `move` or `"remove": true` for `set`. Where `old`
/// is left out, nothing stood there; where it is null, a null did.
extension FieldEdit: Codable {
    private enum Key: String, CodingKey {
        case path, set, remove, insert, move, old
    }

    public init(from decoder: any Decoder) throws {
        let keyed = try decoder.container(keyedBy: Key.self)
        let changes: [Key] = [.set, .remove, .insert, .move].filter { keyed.contains($0) }
        guard changes.count == 1, let key = changes.first else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: keyed.codingPath, debugDescription: "one of set, remove, insert and move is needed"))
        }
        path = try keyed.decode(FieldPath.self, forKey: .path)
        old = keyed.contains(.old) ? try keyed.decode(FieldValue.self, forKey: .old) : nil
        switch key {
        case .set: change = .set(try keyed.decode(FieldValue.self, forKey: .set))
        case .insert: change = .insert(try keyed.decode(FieldValue.self, forKey: .insert))
        case .move: change = .move(to: try keyed.decode(Int.self, forKey: .move))
        default: change = .remove
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var keyed = encoder.container(keyedBy: Key.self)
        try keyed.encode(path, forKey: .path)
        if let old { try keyed.encode(old, forKey: .old) }
        switch change {
        case .set(let value): try keyed.encode(value, forKey: .set)
        case .insert(let value): try keyed.encode(value, forKey: .insert)
        case .move(let index): try keyed.encode(index, forKey: .move)
        case .remove: try keyed.encode(true, forKey: .remove)
        }
    }
}
