import Citations
import Records
import VietnameseText

/// Says whether the body that a citation names beside a number is another than those that issued a record.
///
/// Only what a number leaves open is asked: `-UBND` and `/TU` do not say of which province, `/TW` not of which organ. Words
/// that name no body of the kind say nothing.
struct CitedIssuerCheck {
    private let vocabulary: Vocabulary
    /// Names of bodies that share an abbreviation with another, as slugs, with the bodies that bear them.
    private let shared: [(name: String, issuer: String)]
    private let sharedAbbreviations: Set<String>

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        var bodies: [String: Set<String>] = [:]
        for issuer in vocabulary.issuers {
            if let abbreviation = issuer.abbreviation { bodies[abbreviation, default: []].insert(issuer.id) }
        }
        sharedAbbreviations = Set(bodies.filter { $1.count > 1 }.keys.map { Slug.make($0) })
        shared = vocabulary.issuers.filter { bodies[$0.abbreviation ?? ""]?.count ?? 0 > 1 }.flatMap { issuer in
            issuer.names.map { (Self.slug($0.name), issuer.id) }
        }
    }

    /// Whether a number's organ is one body, not one of many that share its letters.
    func isOne(_ number: DocumentNumber) -> Bool {
        number.legislature != nil
            || !number.organs.isEmpty
                && !number.organs.contains {
                    Vocabulary.isLocalOrgan($0) || sharedAbbreviations.contains(Slug.make($0))
                }
    }

    func names(_ words: String, anotherThan record: Record) -> Bool {
        let own = Self.ids(record, vocabulary).compactMap(vocabulary.issuer)
        guard !own.isEmpty else { return false }
        let cited = Self.slug(words)
        let names = own.flatMap { issuer in issuer.names.map { Self.slug($0.name) } }
        let known = names + own.compactMap { $0.place.map(Self.slug) } + [record.place.map(Self.slug)].compactMap { $0 }
        if let place = Self.place(in: words, cited) {
            let isLocal = names.contains(where: Self.isLocal) || own.contains { $0.place != nil }
            return isLocal && !known.contains { ("-" + $0 + "-").contains("-" + place + "-") }
        }
        // “của Bộ Chính trị” is not of the Secretariat, whose documents bear the same /TW.
        let said = shared.filter { (cited + "-").hasPrefix($0.name + "-") }.max { $0.name.count < $1.name.count }
        guard let said else { return false }
        let isShared = own.contains { issuer in shared.contains { $0.issuer == issuer.id } }
        return isShared && !own.contains { $0.id == said.issuer }
    }

    /// The bodies that issued a record, those whose letterhead they print, and those that they became or had been.
    private static func ids(_ record: Record, _ vocabulary: Vocabulary) -> [String] {
        var ids = record.issuers + [record.letterhead].compactMap { $0 }
        ids += ids.compactMap { vocabulary.issuer($0)?.letterhead }
        ids += ids.compactMap { vocabulary.issuer($0)?.successor }
        ids += vocabulary.issuers.filter { $0.successor.map(record.issuers.contains) ?? false }.map(\.id)
        return ids
    }

    // MARK: Places

    /// Words in front of a place, and whether a body of such a place is meant.
    private static let markers = [
        "tinh-uy", "thanh-uy", "tinh", "thanh-pho", "quan-uy", "huyen-uy", "quan", "huyen", "thi-xa", "xa", "phuong",
        "dac-khu",
    ]
    private static let localBodies =
        [
            "uy-ban-nhan-dan", "hoi-dong-nhan-dan", "chu-tich-uy-ban-nhan-dan", "ban-thuong-vu",
            "ban-chap-hanh-dang-bo",
            "ban-tuyen-giao", "van-phong", "so-",
        ] + markers

    private static func isLocal(_ name: String) -> Bool {
        markers.contains { ("-" + name + "-").contains("-" + $0 + "-") }
    }

    /// The place that a local body is said to be of, as a slug; nil where the words do not name such a body.
    private static func place(in words: String, _ cited: String) -> String? {
        guard localBodies.contains(where: { cited.hasPrefix($0) }) else { return nil }
        let parts = words.split(separator: " ")
        // The words of the place begin with capitals and stand behind the last marker before them.
        for index in parts.indices.dropFirst() {
            let before = [2, 1].filter { index >= $0 }.map { slug(parts[(index - $0)..<index].joined(separator: " ")) }
            guard isName(parts[index]), before.contains(where: { markers.contains($0) }) else { continue }
            let name = parts[index...].prefix { isName($0) || $0 == "-" || $0 == "–" }.prefix(6)
            // An abbreviation is not compared with what it stands for.
            if name.count == 1, let only = name.first, only.allSatisfy({ !$0.isLowercase }), only.count <= 4 {
                return nil
            }
            let place = slug(name.joined(separator: " "))
            return place.isEmpty ? nil : place
        }
        return nil
    }

    private static func isName(_ word: Substring) -> Bool { word.first?.isUppercase ?? false }

    private static func slug(_ name: String) -> String {
        var slug = "-" + Slug.make(name) + "-"
        for (short, long) in [
            ("-ubnd-", "-uy-ban-nhan-dan-"), ("-hdnd-", "-hoi-dong-nhan-dan-"), ("-tp-", "-thanh-pho-"),
        ] {
            slug = slug.replacing(short, with: long)
        }
        return String(slug.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
    }
}
