import Diagnostics

/// Reads what only findings have. The three forms are never mixed.
enum FindingParser {
    /// The keys that belong to one form or two, by form.
    private static let keysOfForm: [FindingForm: Set<String>] = [
        .survey: ["conducted", "disclosure", "tables", "survey", "groupings", "same-sample"],
        .monitoring: ["period", "themes"],
        .review: ["period", "reviews"],
    ]
    /// What a form cannot do without.
    private static let neededByForm: [FindingForm: [String]] = [
        .survey: ["tables"], .monitoring: ["period", "themes"], .review: ["period", "reviews"],
    ]

    static func read(_ fields: inout FieldReader) -> Finding? {
        let form = fields.choice("form", FindingForm.self)
        if !fields.has("form") { fields.report(Diagnostic(.missingKey, at: fields.start, "form")) }
        let finding = Finding(
            form: form ?? .review,
            informs: fields.strings("informs").map(\.text),
            reviews: fields.strings("reviews").map(\.text),
            conducted: range(&fields, "conducted"),
            period: range(&fields, "period"),
            released: fields.date("released"),
            disclosure: DisclosureParser.read(&fields),
            tables: FindingTableParser.read(&fields),
            themes: themes(&fields),
            survey: fields.string("survey"), groupings: groupings(&fields), isSameSample: isSameSample(&fields))
        guard let form else { return nil }
        let allowed = keysOfForm[form] ?? []
        let foreign = Set(keysOfForm.values.joined()).subtracting(allowed)
        let mixed = foreign.sorted().filter { fields.has($0) }
        for key in mixed {
            fields.report(Diagnostic(.keyNotForForm, at: fields.span(ofKey: key), key, form.rawValue))
        }
        // A record that mixes forms is told that first; what its form lacks shows once it has been decided on.
        if mixed.isEmpty { checkPresence(&fields, form) }
        if form == .survey { DisclosureParser.check(&fields, finding) }
        return finding
    }

    private static func checkPresence(_ fields: inout FieldReader, _ form: FindingForm) {
        for key in neededByForm[form] ?? [] where !fields.has(key) {
            fields.report(Diagnostic(.missingForForm, at: fields.start, key, form.rawValue))
        }
    }

    private static func groupings(_ fields: inout FieldReader) -> [GroupingStatement] {
        let example = "groupings: {tỉnh: {within: vùng, map: {Miền Bắc: [Tỉnh A, Tỉnh B]}}}"
        return fields.mapping("groupings", example: example) { reader in
            reader.keys.compactMap { by in
                reader.mapping(by, example: example) { grouping in
                    let within = grouping.requiredString("within")
                    let parts = grouping.mapping("map", example: example) { map in
                        map.keys.map { FindingTable.Net(name: $0, parts: map.strings($0).map(\.text)) }
                    }
                    return within.map {
                        GroupingStatement(by: by, within: $0 == "none" ? nil : $0, parts: parts ?? [])
                    }
                }
            }
        } ?? []
    }

    private enum Truth: String, CaseIterable {
        case yes = "true"
        case no = "false"
    }

    private static func isSameSample(_ fields: inout FieldReader) -> Bool {
        fields.choice("same-sample", Truth.self) != .no
    }

    private static func range(_ fields: inout FieldReader, _ key: String) -> DateRange? {
        fields.mapping(key, example: "\(key): {from: 2024-03-01, to: 2024-03-20}") {
            DateRange(from: $0.date("from"), to: $0.date("to"))
        }
    }

    private static func themes(_ fields: inout FieldReader) -> [Theme] {
        fields.mappings("themes", example: "themes: [{theme: …, scale: da-so, direction: tan-thanh}]") {
            let theme = $0.requiredString("theme")
            let scale = $0.choice("scale", ThemeScale.self)
            let direction = $0.choice("direction", ThemeDirection.self)
            for key in ["scale", "direction"] where !$0.has(key) {
                $0.report(Diagnostic(.missingKey, at: $0.start, "\($0.prefix)\(key)"))
            }
            let text = $0.string("text")
            guard let theme, let scale, let direction else { return nil }
            return Theme(theme: theme, scale: scale, direction: direction, text: text)
        }
    }
}
