import Diagnostics

/// Reads how a survey was done. Every item of AAPOR's list must be stated, if only as “unknown”.
enum DisclosureParser {
    static func read(_ fields: inout FieldReader) -> Disclosure? {
        fields.mapping("disclosure", example: "disclosure: {sponsor: …, conductor: …, population: …}") { reader in
            var disclosure = Disclosure()
            disclosure.sponsor = reader.string("sponsor")
            disclosure.funder = reader.string("funder")
            disclosure.conductor = reader.string("conductor")
            disclosure.population = reader.string("population")
            disclosure.populationSize = figure(&reader, "population-size", &disclosure) { $0.integer($1) }
            disclosure.sampling = reader.choice("sampling", Sampling.self)
            disclosure.recruitment = reader.string("recruitment")
            disclosure.mode = reader.string("mode")
            disclosure.sampleSize = figure(&reader, "sample-size", &disclosure) { $0.integer($1) }
            disclosure.designEffect = figure(&reader, "design-effect", &disclosure) { $0.decimal($1) }
            disclosure.weighting = reader.string("weighting")
            disclosure.instrument = reader.string("instrument")
            disclosure.processing = reader.string("processing")
            disclosure.limitations = reader.string("limitations")
            refuse(&reader, disclosure)
            return disclosure
        }
    }

    /// A figure, or “unknown” in its place.
    private static func figure<Value>(
        _ reader: inout FieldReader, _ key: String, _ disclosure: inout Disclosure,
        _ read: (inout FieldReader, String) -> Value?
    ) -> Value? {
        if reader.saysUnknown(key) {
            disclosure.unknownFigures.insert(key)
            return nil
        }
        return read(&reader, key)
    }

    /// Figures that cannot be, and the margin that the site reckons itself where there is one.
    private static func refuse(_ reader: inout FieldReader, _ disclosure: Disclosure) {
        for (key, value) in [("population-size", disclosure.populationSize), ("sample-size", disclosure.sampleSize)] {
            if let value, value < 1 {
                reader.report(
                    Diagnostic(.wrongNumberValue, at: reader.span(ofKey: key), reader.prefix + key, String(value)))
            }
        }
        if let effect = disclosure.designEffect, effect <= 0 {
            reader.report(
                Diagnostic(
                    .wrongNumberValue, at: reader.span(ofKey: "design-effect"), reader.prefix + "design-effect",
                    String(effect)))
        }
        if let sampling = disclosure.sampling, sampling != .probability, reader.has("margin-of-error") {
            _ = reader.string("margin-of-error")
            reader.report(
                Diagnostic(.marginWithoutProbability, at: reader.span(ofKey: "margin-of-error"), sampling.rawValue))
        }
    }

    /// Reports what a survey leaves out, and what it says nobody knows.
    static func check(_ fields: inout FieldReader, _ finding: Finding) {
        if !fields.has("conducted") {
            fields.report(Diagnostic(.disclosureMissing, at: fields.start, "conducted"))
        }
        guard let disclosure = finding.disclosure else {
            if !fields.has("disclosure") {
                fields.report(Diagnostic(.disclosureMissing, at: fields.start, "disclosure"))
            }
            return
        }
        for key in Disclosure.required where fields.spans["disclosure.\(key)"] == nil {
            fields.report(Diagnostic(.disclosureMissing, at: fields.span(ofKey: "disclosure"), "disclosure.\(key)"))
        }
        for key in disclosure.unknownKeys {
            let place = fields.spans["disclosure.\(key)"] ?? fields.span(ofKey: "disclosure")
            fields.report(Diagnostic(.disclosureUnknown, at: place, key))
        }
    }
}
