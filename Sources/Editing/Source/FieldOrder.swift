import Records

/// The keys of a record in the order in which files have them, those below as `status.checked` and `relations[].note`.
public enum FieldOrder {
    public static func of(_ kind: Kind) -> [String] {
        let fields = RecordFields.of(kind)
        let usual = keys.filter { key in fields.contains { $0.key == key } }
        let other = fields.map(\.key).filter { !keys.contains($0) }
        return (usual + other).flatMap { key in
            [key] + (fields.first { $0.key == key }.map { below($0, key) } ?? [])
        }
    }

    /// Who issued it and what it says come first, then when it holds, what it bears on, and where it is known from.
    private static let keys = [
        "kind", "form", "number", "type", "issuer", "letterhead", "term", "place", "title", "summary", "issued",
        "effective", "expires", "signer", "topics", "status", "relations", "obligations", "conducted", "period",
        "released",
        "reviews", "informs", "survey", "same-sample", "disclosure", "groupings", "tables", "themes", "text", "aliases",
        "former-ids", "sources", "attachments", "order", "audience", "withdrawn", "history",
    ]

    private static func below(_ field: FieldDescription, _ path: String) -> [String] {
        switch field.shape {
        case .fields(let fields): fields.flatMap { inner($0, path + ".") }
        case .listOfFields(let fields): fields.flatMap { inner($0, path + "[].") }
        default: []
        }
    }

    private static func inner(_ field: FieldDescription, _ prefix: String) -> [String] {
        [prefix + field.key] + below(field, prefix + field.key)
    }
}
