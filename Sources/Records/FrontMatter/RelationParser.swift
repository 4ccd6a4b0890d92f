import Diagnostics

/// Reads `relations`.
enum RelationParser {
    private static let example = "relations: [{type: guides, target: kl-34-vd-2014}]"

    static func read(_ fields: inout FieldReader, checks: VocabularyChecks) -> [RelationClaim] {
        fields.mappings("relations", example: example) { reader in
            let type = reader.choice("type", RelationType.self)
            if !reader.has("type") { reader.report(Diagnostic(.missingKey, at: reader.start, "\(reader.prefix)type")) }
            let target = reader.placedString("target")
            if !reader.has("target") {
                reader.report(Diagnostic(.missingKey, at: reader.start, "\(reader.prefix)target"))
            }
            // The target may be of a type that no record here has, so an unknown one is no error.
            let ofType = reader.placedString("of-type").map {
                checks.check($0, in: .types, &reader, as: .unknownTargetType)
            }
            let issued = reader.date("issued")
            let provisions = reader.strings("provisions")
            if provisions.count > 1 {
                for (index, provision) in provisions.enumerated() {
                    reader.keep(provision.span, of: "provisions[\(index)]")
                }
            }
            let note = reader.string("note")
            guard let type, let target else { return nil }
            return RelationClaim(
                type: type, target: target.text, ofType: ofType, issued: issued, provisions: provisions.map(\.text),
                note: note,
                span: target.span)
        }
    }
}

/// Reads `obligations`.
enum ObligationParser {
    static func read(_ fields: inout FieldReader, checks: VocabularyChecks) -> [Obligation] {
        fields.mappings("obligations", example: "obligations: [{task: …, responsible: …, due: 2019-08}]") { reader in
            let task = reader.requiredString("task")
            let responsible = reader.placedString("responsible").map { placed in
                // A name may be anyone's; what has the form of an id must be one.
                RecordIdentity.isIdentifier(placed.text) && placed.text.contains("-")
                    ? checks.check(placed, in: .issuers, &reader) : placed.text
            }
            let due = reader.date("due")
            let provision = reader.string("provision")
            let state = reader.choice("state", ObligationState.self) ?? .open
            return task.map {
                Obligation(task: $0, responsible: responsible, due: due, provision: provision, state: state)
            }
        }
    }
}
