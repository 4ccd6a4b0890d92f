/// A field of a record in the data files, as editors call it: what the page of changes names.
enum RecordFieldWord: String, CaseIterable {
    case kind, path, url, title, summary, number, type, issuers, term, issued, place, effective, expires, signer
    case topics, form, released, status, states, relations, obligations, sources, attachments, aliases
    case formerIds, history
    /// What the page shows of the record's text, which no data file holds.
    case text

    var word: StringKey.Word {
        switch self {
        case .kind: .fieldKind
        case .path, .url: .columnAddress
        case .title: .columnTitle
        case .summary: .summary
        case .number: .columnNumber
        case .type: .columnType
        case .issuers: .columnIssuer
        case .term: .fieldTerm
        case .issued: .columnDate
        case .place: .fieldPlace
        case .effective: .fieldEffective
        case .expires: .fieldExpires
        case .signer: .fieldSigner
        case .topics: .topics
        case .form: .fieldForm
        case .released: .fieldReleased
        case .status: .columnStatus
        case .states: .fieldStates
        case .relations: .fieldRelations
        case .obligations: .obligations
        case .sources: .fieldSources
        case .attachments: .fieldAttachments
        case .aliases: .fieldAliases
        case .formerIds: .fieldFormerIDs
        case .history: .fieldHistory
        case .text: .fieldText
        }
    }
}
