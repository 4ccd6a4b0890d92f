import Citations
import VietnameseText

/// What tells one document from another. A number is not enough: Party series restart every term, and QĐ is two types.
public struct RecordIdentity: Sendable {
    private let vocabulary: Vocabulary

    public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// `<type code>-<number>-<issuer code>-<year>`; in a congress year the term stands before the year, for a series
    /// restarts in the middle of it. Parts that are not known are left out. A record without a number has its file's name.
    public func id(of record: Record) -> RecordID {
        guard let number = record.number, record.kind != .page else { return Slug.make(record.fileName) }
        var parts = [typeCode(record), sequence(number)]
        for code in bodyCodes(of: record, number) where !parts.dropFirst(2).contains(code) { parts.append(code) }
        if let term = congressTerm(of: record) { parts.append(term) }
        if let year = Self.year(of: record) { parts.append(String(year)) }
        return parts.filter { !$0.isEmpty }.joined(separator: "-")
    }

    private func typeCode(_ record: Record) -> String {
        guard let id = record.type else { return "" }
        return vocabulary.type(id)?.code ?? Slug.make(vocabulary.type(id)?.name ?? id)
    }

    /// The issuers' codes. A joint number names its organs; where it names more than the record has issuers, the organs
    /// tell 13/2014/TTLT-BKHCN-BYT from 13/2014/TTLT-BNNPTNT-BTC.
    private func bodyCodes(of record: Record, _ number: RecordNumber) -> [String] {
        if let parsed = number.parsed, parsed.type != nil, parsed.organs.count > max(1, record.issuers.count) {
            return parsed.organs.map(Slug.make)
        }
        return record.issuers.map(issuerCode)
    }

    private func issuerCode(_ id: String) -> String {
        vocabulary.issuer(id)?.code ?? Slug.make(vocabulary.issuer(id)?.name ?? id)
    }

    /// The running number without leading zeros, with a suffix that sets it apart: `5082-nb`.
    private func sequence(_ number: RecordNumber) -> String {
        guard let parsed = number.parsed else { return Slug.make(number.printed) }
        // `/nb` sets a number apart in its series; `-VI` only names the unit that wrote it.
        let mark = parsed.suffix.hasPrefix("/") ? parsed.suffix : ""
        return Slug.make("\(parsed.sequence)\(parsed.sequenceLetter)\(mark)")
    }

    /// The year in the number, else the year of issue: a number is printed with its year, and dates are mistyped.
    static func year(of record: Record) -> Int? { record.number?.parsed?.year ?? record.issued.year }

    /// The term, in ASCII, when the document is of a year in which a congress met and numbering restarted.
    private func congressTerm(of record: Record) -> String? {
        guard let term = record.term, let year = Self.year(of: record), year % 5 == 1,
            record.number?.parsed?.year == nil,
            record.number?.parsed?.legislature == nil
        else { return nil }
        return Slug.make(term)
    }

    /// Lower-case ASCII letters, digits and single hyphens between them.
    static func isIdentifier(_ text: String) -> Bool {
        var previous = UInt8(ascii: "-")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }
}

extension Record {
    /// The year that its id ends in and that its page stands under; nil when none is known.
    public var identityYear: Int? { self.kind == .page ? nil : RecordIdentity.year(of: self) }
}

/// The key of a numbered document: issuer + type + number + year, with the term in congress years. Two records with one
/// key are one document.
public struct RecordKey: Hashable, Sendable {
    var issuers: [String]
    var type: String?
    var number: String
    var year: Int?
    var term: String?

    /// Nil for a record without a number.
    public init?(_ record: Record) {
        guard let number = record.number, record.kind != .page else { return nil }
        issuers = record.issuers.sorted()
        type = record.type
        self.number = number.parsed?.key ?? Folding.fold(number.printed)
        year = RecordIdentity.year(of: record)
        term = (year ?? 0) % 5 == 1 ? record.term : nil
    }
}
