import Catalogue
import Pictures
import Records

/// Turns records into what pictures show of them.
struct PictureWords {
    let context: SiteContext
    /// From the page of the picture to the site's root.
    let root: String

    /// What documents are written in, where the interface is in another language.
    private var language: String? { context.strings.language == .vietnamese ? nil : "vi" }

    func document(_ record: Record) -> PictureDocument {
        let number = record.number?.printed
        var document = PictureDocument(
            label: number == nil ? record.title : context.form.rowName(record),
            title: number == nil ? nil : record.title.prefix(1).uppercased() + record.title.dropFirst(),
            date: context.dates.short(record.appeared), address: root + context.path(of: record))
        if let state = context.status(of: record.id), let shown = context.shownStatus(of: record) {
            let words = StatusWords(strings: context.strings).words(shown, reason: state.reason)
            document.status = PictureStatus(code: words.code, word: words.word)
        }
        document.language = language
        return document
    }

    /// What stands at the other end of a relation, with its date as far as it is known.
    func document(_ end: RelationEnd) -> (document: PictureDocument, date: PartialDate?) {
        switch end {
        case .record(let id):
            guard let record = context.reference(id) else { return (PictureDocument(label: id), nil) }
            return (document(record), record.appeared)
        case .wanted(let number, let type, let issued):
            let name = type.map { context.vocabulary.type($0)?.name ?? $0 }
            let date = issued.flatMap(context.dates.short)
            var document = PictureDocument(label: number, title: name, date: date)
            document.status = PictureStatus(code: "wanted", word: context.strings[.notInCollection])
            document.language = language
            return (document, issued)
        }
    }

    /// The stretch of time that a date can mean, in years; nil without a year.
    static func moment(_ date: PartialDate) -> ClosedRange<Double>? {
        date.span.map { years($0.lowerBound)...years($0.upperBound) }
    }

    /// A day (`yyyymmdd`) in years, to within a day.
    static func years(_ day: Int) -> Double {
        Double(day / 10_000) + (Double(day / 100 % 100 - 1) * 30.4 + Double(day % 100 - 1)) / 365
    }
}
