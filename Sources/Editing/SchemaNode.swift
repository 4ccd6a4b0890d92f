/// One schema of JSON Schema 2020-12: what a value must be. Keywords that are nil are left out.
struct SchemaNode: Encodable {
    var schema: String?
    var title: String?
    var description: String?
    /// `object`, `array`, `string`, `number`, `integer` or `boolean`; several when any of them will do.
    var types: [String] = []
    var properties: [String: SchemaNode]?
    var required: [String]?
    var additionalProperties: Bool?
    /// What the value of any property must be, whatever it is called.
    var anyProperty: Items?
    var items: Items?
    var anyOf: [SchemaNode]?
    var choices: [String]?
    var minLength: Int?
    var pattern: String?

    /// What every element of an array must be.
    indirect enum Items: Encodable {
        case every(SchemaNode)

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .every(let node): try node.encode(to: encoder)
            }
        }
    }

    private enum Keyword: String, CodingKey {
        case schema = "$schema"
        case title, description, type, properties, required, additionalProperties, items, anyOf
        case choices = "enum"
        case minLength, pattern
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keyword.self)
        try container.encodeIfPresent(schema, forKey: .schema)
        try container.encodeIfPresent(title, forKey: .title)
        try container.encodeIfPresent(description, forKey: .description)
        if let type = types.first {
            if types.count == 1 {
                try container.encode(type, forKey: .type)
            } else {
                try container.encode(types, forKey: .type)
            }
        }
        try container.encodeIfPresent(properties, forKey: .properties)
        try container.encodeIfPresent(required, forKey: .required)
        try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
        try container.encodeIfPresent(anyProperty, forKey: .additionalProperties)
        try container.encodeIfPresent(items, forKey: .items)
        try container.encodeIfPresent(anyOf, forKey: .anyOf)
        try container.encodeIfPresent(choices, forKey: .choices)
        try container.encodeIfPresent(minLength, forKey: .minLength)
        try container.encodeIfPresent(pattern, forKey: .pattern)
    }
}
