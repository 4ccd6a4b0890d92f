import Foundation
import Markup
import Output
import Testing

@testable import Search

/// Numbers as they are typed, against a collection that bears them. `numbers.test.js` asks the browser's twin the same.
@Suite struct NumberLookupTests {
    @Test func everyTypedFormFindsItsBearers() async throws {
        let vectors = try NumberVectors.standard()
        let site = try TemporarySite(try await vectors.files())
        let reader = try site.reader()
        for lookup in vectors.lookups {
            let found = try reader.search(lookup.typed, limit: 100).filter(\.isNumberMatch).map(\.number)
            #expect(found.sorted() == lookup.finds.sorted(), "\(lookup.typed)")
        }
    }

    @Test func aNumberThatNobodyBearsStillAsksForWhatNamesIt() {
        let types = [["kl", "ketluan"], ["nd", "nghidinh"]]
        #expect(TypedNumbers("nghị định 43/2014/NĐ-CP", types: types).candidates.map(\.printed) == ["43 2014 NĐ CP"])
        #expect(TypedNumbers("theo 43/2014/NĐ-CP", types: types).candidates.map(\.printed) == [nil])
        #expect(TypedNumbers("7-CT/TW", types: types).candidates.first?.printed == "07 CT TW")
    }

    @Test func figuresThatCountOrMeasureAreNoNumbers() {
        let types = [["kl", "ketluan"], ["nd", "nghidinh"]]
        for text in ["tháng 3 năm 2016", "Điều 5 khoản 2", "30 ngày", "18/8/2014", "5 triệu đồng"] {
            #expect(TypedNumbers(text, types: types).candidates.isEmpty, "\(text)")
        }
    }

    @Test func aMegabyteIsCutShort() {
        for piece in ["1/", "12345678901234567890", "1-KL/", "số ", "a.", "1 QĐ "] {
            let typed = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
            #expect(TypedNumbers(typed, types: [["kl"], ["qd"]]).candidates.count <= 9)
        }
    }
}

/// `Tests/vectors/number-lookups.json`.
struct NumberVectors: Decodable {
    struct Lookup: Decodable {
        var typed: String
        var finds: [String]
    }

    struct Borne: Decodable {
        var number: String
        var type: String
        var year: Int

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            number = try row.decode(String.self)
            type = try row.decode(String.self)
            year = try row.decode(Int.self)
        }
    }

    var borne: [Borne]
    var lookups: [Lookup]

    static func standard() throws -> NumberVectors {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "vectors/number-lookups.json")
        return try JSONDecoder().decode(NumberVectors.self, from: Data(contentsOf: file))
    }

    /// The index of a record for each number.
    func files() async throws -> [String: [UInt8]] {
        let documents = borne.enumerated().map { place, each in
            SearchDocument(
                id: "so-\(place)", url: "van-ban/\(each.year)/so-\(place)/index.html", typeName: each.type,
                number: each.number, dateKey: each.year * 10_000, title: "Văn bản mẫu")
        }
        let sink = MemorySink()
        _ = try await SearchIndexBuilder(jobs: 2).build(documents: documents, to: sink)
        return sink.files
    }
}
