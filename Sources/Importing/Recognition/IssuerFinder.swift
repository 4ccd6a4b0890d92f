import Citations
import OfficialText
import Records
import VietnameseText

/// The issuing body of a document: one of the vocabulary's, or a proposal to add.
enum FoundIssuer {
    case known(Issuer)
    case proposed(name: String, abbreviation: String?, place: String?)
    /// Several bodies bear the number's abbreviation, and nothing tells which it is.
    case ambiguous([Issuer])
    case none
}

struct IssuerFinder {
    let vocabulary: Vocabulary

    /// From the number's organ, the letterhead and the capacity in which the document was signed.
    func find(number: DocumentNumber?, letterhead: Letterhead, capacity: String?) -> FoundIssuer {
        let printed = letterhead.issuer
        let named = printed.flatMap { issuer(named: $0.name) } ?? joined(printed).flatMap { issuer(named: $0) }
        let abbreviation = number?.organs.first
        let candidates =
            abbreviation.map { abbreviation in
                vocabulary.issuers.filter { $0.abbreviation == abbreviation }
            } ?? []
        if let named, candidates.isEmpty || candidates.contains(named), !isWideLetterhead(named, candidates) {
            return .known(named)
        }
        if candidates.count == 1, !Self.isPlaceBound(abbreviation ?? ""), agrees(candidates[0], letterhead) {
            return .known(candidates[0])
        }
        if candidates.count > 1 {
            if let capacity, let signing = candidates.first(where: { Slug.make(capacity).contains(Slug.make($0.name)) })
            {
                return .known(signing)
            }
            let fitting = candidates.filter { candidate in
                letterhead.organs.contains { Slug.make($0).contains(Slug.make(candidate.place ?? candidate.name)) }
            }
            if fitting.count == 1 { return .known(fitting[0]) }
            if let printed, Self.isPlaceBound(abbreviation ?? "") { return proposal(printed, abbreviation) }
            return .ambiguous(candidates)
        }
        if let named { return .known(named) }
        guard let printed else { return .none }
        return proposal(printed, abbreviation)
    }

    private func proposal(_ printed: (name: String, parent: String?), _ abbreviation: String?) -> FoundIssuer {
        let name = joined(printed) ?? printed.name
        return .proposed(
            name: ProperName.cased(name), abbreviation: abbreviation, place: ProperName.place(in: name))
    }

    /// A short name such as “VĂN PHÒNG” is told apart by the body above it.
    private func joined(_ printed: (name: String, parent: String?)?) -> String? {
        guard let printed, let parent = printed.parent else { return nil }
        let slug = Slug.make(printed.name)
        guard
            [
                "van-phong", "ban-to-chuc", "ban-tuyen-giao", "uy-ban-kiem-tra", "ban-thuong-vu", "van-phong-uy-ban",
                "ban-chap-hanh",
            ].contains(slug)
        else { return nil }
        return printed.name + " " + parent
    }

    private func issuer(named name: String) -> Issuer? {
        let slug = Slug.make(name)
        return vocabulary.issuers.first { issuer in issuer.names.contains { Slug.make($0.name) == slug } }
    }

    /// /TW stands for three bodies under one letterhead.
    private func isWideLetterhead(_ named: Issuer, _ candidates: [Issuer]) -> Bool {
        candidates.count > 1 && candidates.contains { $0.letterhead == named.id }
    }

    /// Whether a body that only the abbreviation tells can print this letterhead.
    private func agrees(_ issuer: Issuer, _ letterhead: Letterhead) -> Bool {
        guard let printed = letterhead.issuer else { return true }
        let mine = Set(Slug.make(issuer.name).split(separator: "-"))
        let shown = Set(Slug.make(letterhead.organs.joined(separator: " ")).split(separator: "-"))
        return !mine.isDisjoint(with: shown) || printed.parent != nil
    }

    static func isPlaceBound(_ abbreviation: String) -> Bool {
        ["UBND", "HĐND", "TU", "HU", "ĐU", "BTGTU", "UBKTTU", "QU", "CB", "BTGDVTU"].contains(abbreviation)
    }
}

/// Names of bodies as running text writes them, from letterheads in capitals.
enum ProperName {
    private static let placeWords = [
        "tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "thị xã", "thị trấn", "đặc khu",
    ]
    private static let capitalised = [
        "quốc hội", "chính phủ", "trung ương", "đảng bộ", "thẩm phán", "tòa án", "toà án", "nhà nước", "chấp hành",
        "thường vụ",
        "kiểm sát", "việt nam", "hồ chí minh", "tổ quốc", "đảng", "bộ chính trị", "bí thư",
    ]

    static func cased(_ name: String) -> String {
        guard name.isAllCapitals else { return name }
        var words = name.lowercased().split(separator: " ").map(String.init)
        func capitalise(_ index: Int) {
            guard words.indices.contains(index) else { return }
            words[index] = words[index].prefix(1).uppercased() + words[index].dropFirst()
        }
        capitalise(0)
        let lower = words.map { $0.lowercased() }
        for index in lower.indices {
            for phrase in capitalised {
                let parts = phrase.split(separator: " ").map(String.init)
                if lower[index...].starts(with: parts) { capitalise(index) }
            }
            if ["bộ", "sở", "ban", "cục", "vụ", "viện", "phòng"].contains(lower[index]), index == 0 { capitalise(1) }
            if lower[index] == "và", lower[0] == "bộ" || lower[0] == "sở" { capitalise(index + 1) }
        }
        // Names of places go on to the end of the name.
        for word in placeWords {
            let parts = word.split(separator: " ").map(String.init)
            for index in lower.indices where lower[index...].starts(with: parts) {
                guard index > 0 || lower.count > parts.count else { continue }
                for after in (index + parts.count)..<max(index + parts.count, lower.count) {
                    if ["-", "và", "tỉnh", "thành", "phố"].contains(lower[after]) { continue }
                    capitalise(after)
                }
            }
        }
        return words.joined(separator: " ")
    }

    /// “Lào Cai” of “UỶ BAN NHÂN DÂN TỈNH LÀO CAI”.
    static func place(in name: String) -> String? {
        let words = cased(name).split(separator: " ").map(String.init)
        let lower = words.map { $0.lowercased() }
        for word in placeWords {
            let parts = word.split(separator: " ").map(String.init)
            guard let index = lower.indices.first(where: { lower[$0...].starts(with: parts) }),
                index + parts.count < words.count
            else { continue }
            return words[(index + parts.count)...].joined(separator: " ")
        }
        return nil
    }
}
