import Catalogue
import Records

/// The rows of the CSV file of a whole edition: each document and finding once, those with an id that stays as long as they are
/// published, in the order of the ids, so that two such files can be compared line by line.
struct EditionRows {
    let context: SiteContext

    private typealias Column = ListDownload.Column

    static let columns = [
        Column(name: "id", title: .columnID), Column(name: "kind", title: .fieldKind),
        Column(name: "number", title: .columnNumber), Column(name: "type", title: .columnType),
        Column(name: "title", title: .columnTitle), Column(name: "issuer", title: .columnIssuer),
        // As exactly as a source gives them, and so not always whole dates.
        Column(name: "date", title: .columnDate),
        Column(name: "effective", title: .fieldEffective), Column(name: "expires", title: .fieldExpires),
        Column(name: "status", title: .columnStatus), Column(name: "signer", title: .fieldSigner),
        Column(name: "topics", title: .topics), Column(name: "summary", title: .summary),
        Column(name: "address", title: .columnAddress, datatype: "anyURI"),
    ]

    func add(to csv: inout CSVText) {
        csv.row(Self.columns.map { context.strings[$0.title] })
        for record in context.everything.records.sorted(by: { $0.id < $1.id }) {
            guard let kind = Self.word(of: record.kind) else { continue }
            csv.row([
                record.id, context.strings[kind], record.number?.printed ?? "",
                record.type.flatMap(context.vocabulary.type)?.name ?? "", record.title,
                context.form.authors(record).joined(separator: "; "), record.appeared.machineReadable ?? "",
                record.effective?.machineReadable ?? "", record.expires?.machineReadable ?? "",
                ListDownload.status(of: record, context), record.signer?.name ?? "",
                record.topics.map { context.vocabulary.topic($0)?.name ?? $0 }.joined(separator: "; "),
                record.summary ?? "", ListDownload.address(of: record, context),
            ])
        }
    }

    /// Nil for pages, which stand in no list.
    private static func word(of kind: Kind) -> StringKey.Word? {
        switch kind {
        case .directive: .kindDirective
        case .guidance: .kindGuidance
        case .finding: .kindFinding
        case .page: nil
        }
    }
}
