import VietnameseText

/// A full document number: `100-KL/TW`, `30/2020/NĐ-CP`, `59/2020/QH14`, `573/HĐPH-PBGDPL`.
///
/// A number is not an identity: Party numbers start again in every term, so one number can have several bearers.
public struct DocumentNumber: Sendable, Hashable {
    /// How the parts are joined. Some Party organs print the State's way; that is kept.
    public enum Layout: Sendable, Hashable {
        /// `100-KL/TW`
        case party
        /// `1989/QĐ-BGDĐT`, `30/2020/NĐ-CP`
        case state
    }

    public var sequence: Int
    /// The letter of a number that was squeezed in: `b` in `35b/NQ-UBTVQH9`; else empty.
    public var sequenceLetter: String
    /// Only in State normative documents.
    public var year: Int?
    /// Abbreviation of the type as the code book writes it. Laws, old decrees and the State's công văn have none. It does
    /// not tell the type: QĐ is both Quyết định and Quy định.
    public var type: String?
    /// The organs, the leading one first: `["BLĐTBXH", "BNV", "BTC"]`; in a công văn the organ and its unit. Legislatures
    /// stand without their number. Empty in old forms such as `240/QĐ`.
    public var organs: [String]
    /// Number of the National Assembly or its Standing Committee: 14 in `QH14`.
    public var legislature: Int?
    /// What follows the organs, with its separator: `/nb`, `-VI`; else empty.
    public var suffix: String
    public var layout: Layout

    public init(
        sequence: Int, sequenceLetter: String = "", year: Int? = nil, type: String? = nil, organs: [String],
        legislature: Int? = nil, suffix: String = "", layout: Layout
    ) {
        self.sequence = sequence
        self.sequenceLetter = sequenceLetter
        self.year = year
        self.type = type
        self.organs = organs
        self.legislature = legislature
        self.suffix = suffix
        self.layout = layout
    }

    /// The printed form. Numbers below 10 are padded with one zero, as the rules on form ask.
    public var canonical: String {
        var text = (sequence < 10 ? "0" : "") + String(sequence) + sequenceLetter
        if let year { text += "/\(year)" }
        text += layout == .party ? "-" : "/"
        if let type {
            text += type
            if !organs.isEmpty { text += layout == .party ? "/" : "-" }
        }
        return text + printedOrgans.joined(separator: "-") + suffix
    }

    /// What equal numbers share however they are typed: folded letters and digits, no zeros in front: `100kltw`.
    ///
    /// The year is set off by `n` (`30n2020ndcp`): without it 1/2011 and the number 12011 would be one. Numbers that
    /// differ only in marks share a key (`11-ĐA/TU`, `11-DA/TU`): whoever looks one up compares `type` as well.
    public var key: String {
        var key = String(sequence) + sequenceLetter.lowercased()
        if let year { key += "n\(year)" }
        let letters = (type ?? "") + printedOrgans.joined() + suffix
        key += Slug.make(letters).replacing("-", with: "")
        return key
    }

    /// For addresses: `100-kl-tw`, `07-ct-tw`, `30-2020-nd-cp`.
    public var slug: String { Slug.make(canonical) }

    /// Bodies whose numbers carry their legislature.
    static let legislatures: Set<String> = ["QH", "UBTVQH", "HĐNN"]

    private var printedOrgans: [String] {
        guard let legislature, let at = organs.firstIndex(where: Self.legislatures.contains) else { return organs }
        var organs = organs
        organs[at] += String(legislature)
        return organs
    }
}
