/// In JSON: `null`, `true`, `"text"` and `[…]` stand for themselves, a number is `{"number": "1.50"}` and a mapping
/// `{"fields": [["name", value], …]}`, since numbers of JSON lose their spelling and its objects their order.
extension FieldValue: Codable {
    private enum Key: String, CodingKey {
        case number, fields
    }

    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Key.self) {
            if let number = try keyed.decodeIfPresent(String.self, forKey: .number) {
                guard CoreSchema.isNumber(number) else {
                    throw DecodingError.dataCorruptedError(
                        forKey: .number, in: keyed, debugDescription: "“\(number)” is not a number")
                }
                self = .number(number)
            } else {
                self = .mapping(try keyed.decode([Field].self, forKey: .fields))
            }
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let truth = try? single.decode(Bool.self) {
            self = .bool(truth)
        } else if let text = try? single.decode(String.self) {
            self = .string(text)
        } else {
            self = .list(try single.decode([FieldValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .number(let number):
            var keyed = encoder.container(keyedBy: Key.self)
            try keyed.encode(number, forKey: .number)
        case .mapping(let fields):
            var keyed = encoder.container(keyedBy: Key.self)
            try keyed.encode(fields, forKey: .fields)
        default:
            var single = encoder.singleValueContainer()
            switch self {
            case .bool(let truth): try single.encode(truth)
            case .string(let text): try single.encode(text)
            case .list(let items): try single.encode(items)
            default: try single.encodeNil()
            }
        }
    }
}

/// In JSON: `["name", value]`.
extension FieldValue.Field: Codable {
    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(name: try pair.decode(String.self), value: try pair.decode(FieldValue.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(name)
        try pair.encode(value)
    }
}
