import Markup
import Records

/// What a page shows of a document's text: nobody may take an editor's summary for the text itself.
enum ShownText: Equatable {
    /// The whole text, as the record says.
    case full
    /// The document's own words; whether all of them, nobody said.
    case original
    /// The document's own words in part, as the record says.
    case excerpt
    /// Words of the editor.
    case summary
    case none

    /// By what the record says of its text; else its own words are known by the units that official texts are made of.
    init(_ record: Record, _ body: RenderedBody) {
        if body.html.isEmpty {
            self = record.summary == nil ? .none : .summary
            return
        }
        switch record.text {
        case .full: self = .full
        case .excerpt: self = .excerpt
        case .summary: self = .summary
        case nil: self = record.kind != .finding && Self.hasOfficialUnits(body) ? .original : .summary
        }
    }

    private static let units = ["phan", "chuong", "muc", "tieu-muc", "dieu", "phu-luc"]

    private static func hasOfficialUnits(_ body: RenderedBody) -> Bool {
        body.outline.contains { entry in units.contains { entry.anchor.hasPrefix($0 + "-") } }
    }

    /// Whether the words are the document's own.
    var isOriginal: Bool {
        switch self {
        case .full, .original, .excerpt: true
        case .summary, .none: false
        }
    }

    /// For style sheets: the document's own paper, the editor's, or none.
    var code: String {
        switch self {
        case .full, .original, .excerpt: "original"
        case .summary: "summary"
        case .none: "none"
        }
    }

    /// For the card, where the band over the text says the rest.
    var shortWord: StringKey.Word {
        switch self {
        case .full: .textFull
        case .original: .textOriginal
        case .excerpt: .textExcerptShort
        case .summary: .textSummaryShort
        case .none: .textNoneShort
        }
    }

    func word(of record: Record) -> StringKey.Word {
        switch self {
        case .full: .textFull
        case .original: .textOriginal
        case .excerpt: .textExcerpt
        case .summary: record.kind == .finding ? .textSummaryOfFinding : .textSummary
        case .none: .textNone
        }
    }
}
