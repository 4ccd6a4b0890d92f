import Catalogue
import Parallel
import Records
import VietnameseText

/// Every listing of the site, made once: which records stand where, in which order.
///
/// Only entries that a record of this edition uses are listed, so that a vocabulary shared by editions
/// tells nothing about records outside this one.
struct Listings: Sendable {
    private(set) var byKind: [ListingKind: [Listing]] = [:]
    private var places: [ListingKind: [String: Int]] = [:]

    /// The id under which documents without a year stand.
    static let unknownID = "khong-ro"

    init(_ catalogue: Catalogue, strings: InterfaceStrings) {
        let order = Self.newestFirst(catalogue.records)
        var members: [ListingKind: [String: [Int]]] = [:]
        func add(_ index: Int, _ kind: ListingKind, _ id: String) {
            members[kind, default: [:]][id, default: []].append(index)
        }
        for index in order {
            let record = catalogue.records[index]
            switch record.kind {
            case .directive, .guidance:
                if let type = record.type { add(index, .types, type) }
                for issuer in record.issuers.once() { add(index, .issuers, issuer) }
                add(index, .years, (record.issued.year ?? record.identityYear).map(String.init) ?? Self.unknownID)
            case .finding:
                add(index, .findings, ListingKind.findings.rawValue)
                for issuer in record.issuers.once() { add(index, .issuers, issuer) }
            case .page: continue
            }
            for topic in record.topics.once() { add(index, .topics, topic) }
        }
        for kind in ListingKind.allCases {
            let listings = (members[kind] ?? [:]).map { id, records in
                Listing(
                    kind: kind, id: id, name: Self.name(id, kind, catalogue.vocabulary, strings), records: records,
                    years: Self.years(records, catalogue))
            }
            let sorted = kind == .years ? Self.newestYearFirst(listings) : Self.byName(listings)
            byKind[kind] = sorted
            places[kind] = Dictionary(sorted.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    subscript(kind: ListingKind) -> [Listing] { byKind[kind] ?? [] }

    func listing(_ kind: ListingKind, _ id: String) -> Listing? { places[kind]?[id].map { self[kind][$0] } }

    /// The newest first, what has no year last; those of one day by number in numeric order and the Vietnamese alphabet, or by
    /// title where they have none.
    private static func newestFirst(_ records: [Record]) -> [Int] {
        let keys = ParallelMap.ask(records.count) { place in
            let record = records[place]
            return (-(record.appeared.sortKey ?? 0), CollationKey(record.number?.printed ?? record.title))
        }
        return records.indices.sorted {
            if keys[$0].0 != keys[$1].0 { return keys[$0].0 < keys[$1].0 }
            return keys[$0].1 != keys[$1].1 ? keys[$0].1 < keys[$1].1 : $0 < $1
        }
    }

    private static func years(_ records: [Int], _ catalogue: Catalogue) -> [(year: Int, page: Int)] {
        var years: [(year: Int, page: Int)] = []
        for (place, index) in records.enumerated() {
            guard let year = catalogue.records[index].appeared.year, year != years.last?.year else { continue }
            years.append((year, place / Listing.pageLength + 1))
        }
        return years
    }

    private static func byName(_ listings: [Listing]) -> [Listing] {
        let keys = listings.map { CollationKey($0.name) }
        let order = listings.indices.sorted { first, second in
            if keys[first] != keys[second] { return keys[first] < keys[second] }
            return listings[first].id < listings[second].id
        }
        return order.map { listings[$0] }
    }

    private static func newestYearFirst(_ listings: [Listing]) -> [Listing] {
        listings.sorted { (Int($0.id) ?? 0) > (Int($1.id) ?? 0) }
    }

    /// A Vietnamese name, with the English one beside it where the interface is English.
    static func shown(_ name: String, _ english: String?, _ strings: InterfaceStrings) -> String {
        guard strings.language == .english, let english else { return name }
        return "\(name) (\(english))"
    }

    private static func name(
        _ id: String, _ kind: ListingKind, _ vocabulary: Vocabulary, _ strings: InterfaceStrings
    ) -> String {
        switch kind {
        case .types: vocabulary.type(id).map { shown($0.name, $0.nameEN, strings) } ?? id
        case .issuers: vocabulary.issuer(id).map { shown($0.name, $0.nameEN, strings) } ?? id
        case .topics: vocabulary.topic(id).map { shown($0.name, $0.nameEN, strings) } ?? id
        case .years: id == unknownID ? strings[.yearUnknown] : strings.filled(.word(.yearNamed), ["year": id])
        case .findings: strings[.findings]
        }
    }
}

extension [String] {
    /// Each once, in order.
    fileprivate func once() -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
