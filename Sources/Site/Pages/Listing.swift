import Records

/// The ways in which documents are listed.
enum ListingKind: String, Sendable, CaseIterable {
    case types = "loai"
    case issuers = "co-quan"
    case topics = "chu-de"
    case years = "nam"
    case findings = "ket-qua"

    var word: StringKey.Word {
        switch self {
        case .types: .types
        case .issuers: .issuers
        case .topics: .topics
        case .years: .years
        case .findings: .findings
        }
    }

    /// The flag that marks it in the navigation.
    var flag: String {
        switch self {
        case .types: "inTypes"
        case .issuers: "inIssuers"
        case .topics: "inTopics"
        case .years: "inYears"
        case .findings: "inFindings"
        }
    }

    /// The page that lists the entries.
    var indexPath: String { "\(rawValue)/index.html" }
}

/// The documents under one entry: a type, an issuer, a topic, a year, or all findings.
struct Listing: Sendable {
    var kind: ListingKind
    /// Id in the vocabulary, or the year; `khong-ro` for documents without one.
    var id: String
    var name: String
    /// Places of the records in the catalogue, in the order of the listing.
    var records: [Int]
    /// The years of the documents, in order, with the page on which each begins.
    var years: [(year: Int, page: Int)]

    /// Rows on one page; a longer listing goes on over further pages.
    static let pageLength = 50

    var pageCount: Int { max(1, (records.count + Self.pageLength - 1) / Self.pageLength) }

    /// Whether its name is an editor's word, not the interface's.
    var isContent: Bool { kind != .years && kind != .findings }

    /// Folder of the listing, ending in `/`.
    var folder: String { kind == .findings ? "\(kind.rawValue)/" : "\(kind.rawValue)/\(ListingAddress.name(of: id))/" }

    func path(page: Int = 1) -> String { folder + (page == 1 ? "index.html" : "trang-\(page)/index.html") }

    func rows(page: Int) -> ArraySlice<Int> {
        let start = min((page - 1) * Self.pageLength, records.count)
        return records[start..<min(start + Self.pageLength, records.count)]
    }
}
