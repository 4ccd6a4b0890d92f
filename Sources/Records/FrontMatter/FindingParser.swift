import Diagnostics

/// Reads what only findings have. The three forms are never mixed.
enum FindingParser {
    /// The keys that belong to one form or two, by form.
    private static let keysOfForm: [FindingForm: Set<String>] = [
        .survey: ["conducted", "disclosure", "tables"],
        .monitoring: ["period", "themes"],
        .review: ["period", "reviews"],
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
            disclosure: disclosure(&fields),
            tables: tables(&fields),
            themes: themes(&fields))
        guard let form else { return nil }
        let allowed = keysOfForm[form] ?? []
        let foreign = Set(keysOfForm.values.joined()).subtracting(allowed)
        for key in foreign.sorted() where fields.has(key) {
            fields.report(Diagnostic(.keyNotForForm, at: fields.span(ofKey: key), key, form.rawValue))
        }
        if form == .survey, fields.has("tables") {
            fields.report(Diagnostic(.tablesNotPublished, at: fields.span(ofKey: "tables")))
        }
        return finding
    }

    private static func range(_ fields: inout FieldReader, _ key: String) -> DateRange? {
        fields.mapping(key, example: "\(key): {from: 2024-03-01, to: 2024-03-20}") {
            DateRange(from: $0.date("from"), to: $0.date("to"))
        }
    }

    private static func disclosure(_ fields: inout FieldReader) -> Disclosure? {
        fields.mapping("disclosure", example: "disclosure: {sponsor: …, conductor: …, population: …}") {
            Disclosure(
                sponsor: $0.string("sponsor"), conductor: $0.string("conductor"), population: $0.string("population"),
                populationSize: $0.integer("population-size"), sampling: $0.choice("sampling", Sampling.self),
                mode: $0.string("mode"), sampleSize: $0.integer("sample-size"),
                designEffect: $0.decimal("design-effect"), weighting: $0.string("weighting"),
                instrument: $0.string("instrument"), processing: $0.string("processing"),
                limitations: $0.string("limitations"))
        }
    }

    private static func tables(_ fields: inout FieldReader) -> [FindingTable] {
        fields.mappings("tables", example: "tables: [{id: q1, question: …, data: q1.csv}]") {
            let id = $0.requiredString("id")
            let question = $0.requiredString("question")
            let data = $0.requiredString("data")
            let by = $0.string("by")
            let weights = $0.string("weights")
            guard let id, let question, let data else { return nil }
            return FindingTable(id: id, question: question, data: data, by: by, weights: weights)
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
