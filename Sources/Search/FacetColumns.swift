import Encodings
import VietnameseText

/// What a search can be narrowed by.
public enum SearchFacet: String, Sendable, CaseIterable {
    case kind, type, issuer, topic, year, status
}

/// One value that records can share: an issuer, a topic.
public struct FacetValue: Sendable, Hashable {
    public var id: String
    /// As shown; empty where the interface has its own word for the id.
    public var label: String
    /// Other ways to name it in a query: `KL`, `Ban Bí thư`.
    public var ways: [String]

    public init(id: String, label: String = "", ways: [String] = []) {
        self.id = id
        self.label = label
        self.ways = ways
    }
}

/// The shard `facets`: for each facet its values, the sets of values that records have, and each record's set.
///
/// Neighbouring records often agree, so runs are written: of which set each is, commonest sets numbered first, and then how
/// many records more each has.
struct FacetColumns {
    let shard: Shard

    init(_ documents: [SearchDocument]) {
        var json = JSONBytes(reserving: documents.count * 8)
        json.raw("{")
        for (index, facet) in SearchFacet.allCases.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(facet.rawValue)
            json.raw(":")
            Self.write(documents.map { $0.values(of: facet) }, to: &json)
        }
        json.raw("}")
        shard = Shard(name: "facets", json: json.bytes)
    }

    private static func write(_ rows: [[FacetValue]], to json: inout JSONBytes) {
        let distinct = Set(rows)
        var values: [String: FacetValue] = [:]
        for value in distinct.joined() where values[value.id].map({ $0.label < value.label }) ?? true {
            values[value.id] = value
        }
        let ids = values.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        var numberOf: [[FacetValue]: [Int]] = [:]
        for row in distinct { numberOf[row] = Set(row.compactMap { numbers[$0.id] }).sorted() }
        var runsOf: [[Int]: Int] = [:]
        for (index, row) in rows.enumerated() where index + 1 == rows.count || rows[index + 1] != row {
            runsOf[numberOf[row] ?? [], default: 0] += 1
        }
        let sets = runsOf.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
        }
        .map(\.key)
        let setNumbers = Dictionary(uniqueKeysWithValues: sets.enumerated().map { ($1, $0) })
        let setOf = numberOf.compactMapValues { setNumbers[$0] }

        json.raw("{\"values\":")
        json.list(ids) { json, id in
            let value = values[id] ?? FacetValue(id: id)
            json.list([Slug.make(value.label) == id ? "" : id, value.label, Self.ways(value)]) { $0.string($1) }
        }
        json.raw(",\"sets\":")
        json.list(sets) { json, set in json.list(set) { $0.number($1) } }
        json.raw(",\"rows\":")
        var of: [UInt8] = []
        var lengths: [UInt8] = []
        var start = 0
        for (index, row) in rows.enumerated() where index + 1 == rows.count || rows[index + 1] != row {
            SymbolCode.append(setOf[row] ?? 0, to: &of)
            SymbolCode.append(index - start, to: &lengths)
            start = index + 1
        }
        json.string(String(decoding: of + [SymbolCode.separator] + lengths, as: UTF8.self))
        json.raw("}")
    }

    private static func ways(_ value: FacetValue) -> String {
        var keys: [String] = []
        for way in value.ways {
            let key = NumberKey.of(way)
            if !key.isEmpty, key != NumberKey.of(value.id), key != NumberKey.of(value.label), !keys.contains(key) {
                keys.append(key)
            }
        }
        return keys.joined(separator: " ")
    }
}

extension SearchDocument {
    /// Its values of a facet; empty when it has none.
    func values(of facet: SearchFacet) -> [FacetValue] {
        switch facet {
        case .kind: [FacetValue(id: kind.rawValue)]
        case .type: typeValue.map { [$0] } ?? []
        case .issuer: issuerValues
        case .topic: topicValues
        case .year: dateKey < 10_000 ? [] : [FacetValue(id: String(dateKey / 10_000))]
        // Pages and findings are in no state.
        case .status: status.isEmpty || kind != .directive && kind != .guidance ? [] : [FacetValue(id: status)]
        }
    }
}
