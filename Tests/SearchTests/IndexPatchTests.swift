import Markup
import Output
import Records
import Storage
import Testing

@testable import Search

/// A patched index is that of a whole build, byte for byte.
@Suite struct IndexPatchTests {
    private static let syllables =
        ["báo", "bảo", "cáo", "điều", "dieu", "tra", "trà", "xã", "hội", "luật", "số", "6", "αβ", "ơn"]
        + (0..<300).map { "\("bcdghklmnpst".character($0))\("aeiou".character($0 / 12))\("ncmtp".character($0 / 60))" }

    /// Small shards and tiers, so that a few records have many of both.
    private static var parameters: SearchParameters {
        var parameters = SearchParameters()
        parameters.firstTier = 20
        parameters.termShardBytes = 300
        parameters.inlineBytes = 1_000
        parameters.scriptBytes = 8_000
        parameters.snippetSourceBytes = 400
        parameters.shortSourceBytes = 200
        return parameters
    }

    private static func text(_ random: inout SplitMix64, _ count: Int) -> [UInt8] {
        // Squared, so that some syllables are common and many rare.
        let words = (0..<count).map { _ -> String in
            let share = Double.random(in: 0..<1, using: &random)
            return syllables[Int(share * share * Double(syllables.count))]
        }
        return Array(words.joined(separator: " ").utf8)
    }

    private static func document(_ number: Int, _ random: inout SplitMix64) -> SearchDocument {
        SearchDocument(
            id: "ban-\(number)", url: "van-ban/ban-\(number)/index.html", typeName: "Báo cáo",
            number: "\(number)-BC/VD",
            aliases: number % 3 == 0 ? ["\(number)/BC"] : [], dateKey: 2020_01_01 + number % 28,
            title: "Báo cáo điều tra \(number)", summary: number % 2 == 0 ? "Tóm tắt bản \(number)" : "",
            topics: ["xã hội"], sections: sections(&random))
    }

    private static func sections(_ random: inout SplitMix64) -> [TextSection] {
        (0..<Int.random(in: 1...3, using: &random)).map {
            TextSection(
                anchor: "dieu-\($0)", heading: "Điều \($0)",
                text: text(&random, Int.random(in: 1..<120, using: &random)))
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func aPatchedIndexIsThatOfAWholeBuild(seed: UInt64) async throws {
        var random = SplitMix64(state: seed)
        var documents = SearchIndexBuilder.ordered((0..<100).map { Self.document($0, &random) })
        let builder = SearchIndexBuilder(parameters: Self.parameters, jobs: 2)
        let first = MemorySink()
        var state = try await builder.state(documents: documents, to: first)
        var files = first.files
        var patched = 0
        for round in 0..<16 {
            // Small edits, texts written anew, and several records at once.
            let changes = Set((0..<(round % 4 == 3 ? 5 : 1)).map { _ in Int.random(in: 0..<100, using: &random) }).map {
                number in
                var new = documents[number]
                if round % 3 == 0 {
                    new.sections = Self.sections(&random)
                } else {
                    new.sections[0].text += Array(" ".utf8) + Self.text(&random, round % 5 + 1)
                }
                defer { documents[number] = new }
                return SearchIndexPatch.Change(
                    old: .init(number: number, document: documents[number]),
                    new: .init(number: number, document: new))
            }
            let whole = MemorySink()
            let expected = try await builder.state(documents: documents, to: whole)
            let published = files
            let patch = SearchIndexPatch(of: state, parameters: Self.parameters) { published[$0] }
            if let result = try patch.result(of: changes) {
                patched += 1
                let sink = MemorySink()
                try result.write(to: sink)
                for path in result.removed { files[path] = nil }
                files.merge(sink.files) { _, new in new }
                #expect(result.state == expected, "round \(round)")
                let differing = Set(files.keys).union(whole.files.keys).filter { files[$0] != whole.files[$0] }
                try #require(differing.sorted() == [], "round \(round)")
            }
            (state, files) = (expected, whole.files)
        }
        #expect(patched > 8)
    }

    /// Records come and go at any place, are called and numbered otherwise, and define other abbreviations and terms.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func anIndexWithOtherRecordsIsThatOfAWholeBuild(seed: UInt64) async throws {
        var random = SplitMix64(state: seed)
        var documents = SearchIndexBuilder.ordered((0..<100).map { Self.document($0, &random) })
        let builder = SearchIndexBuilder(parameters: Self.parameters, jobs: 2)
        let first = MemorySink()
        var state = try await builder.state(documents: documents, to: first)
        var files = first.files
        var patched = 0
        for round in 0..<24 {
            let before = documents
            var edited: Set<RecordID> = []
            for _ in 0..<(round % 5 == 4 ? 4 : 1) {
                let index = Int.random(in: 0..<documents.count, using: &random)
                switch round % 6 {
                case 0: documents.remove(at: index)
                case 1: documents.append(Self.document(1_000 + round * 10 + documents.count, &random))
                case 2:
                    // Newer than all others.
                    var document = Self.document(2_000 + round * 10 + documents.count, &random)
                    document.dateKey = 2030_01_01 + round
                    documents.append(document)
                case 3: documents[index].dateKey = 2020_01_01 + Int.random(in: 0..<40, using: &random)
                case 4:
                    documents[index].title = "Luật quan trắc tinh tú \(round)"
                    documents[index].number = "\(500 + round)-KL/VD"
                    documents[index].typeKeys = ["kl\(round % 2)"]
                default:
                    documents[index].sections.append(
                        TextSection(
                            anchor: "dieu-9", heading: "Giải thích từ ngữ",
                            text: Array(
                                "1. Cổ đông \(round) là người có vốn.\n2. Bảo hiểm xã hội (sau đây gọi tắt là BHXH) là quỹ."
                                    .utf8)))
                }
                if documents.indices.contains(index), round % 6 > 2 { edited.insert(documents[index].id) }
            }
            documents = SearchIndexBuilder.ordered(documents)
            let places = { (list: [SearchDocument]) in
                Dictionary(
                    uniqueKeysWithValues: list.enumerated().map {
                        ($1.id, SearchIndexPatch.Place(number: $0, document: $1))
                    })
            }
            let (old, new) = (places(before), places(documents))
            let changes = Set(old.keys).union(new.keys).filter {
                edited.contains($0) || old[$0] == nil || new[$0] == nil
            }.map { SearchIndexPatch.Change(old: old[$0], new: new[$0]) }
            let whole = MemorySink()
            let expected = try await builder.state(documents: documents, to: whole)
            let published = files
            let kept = state.abbreviations
            let patch = SearchIndexPatch(of: state, parameters: Self.parameters) { published[$0] }
            let columns = documents.map { document in
                var document = document
                document.sections = []
                return document
            }
            if let result = try patch.result(
                of: changes,
                among: .init(documents: columns, codeBook: { .standard }, abbreviations: { kept }))
            {
                patched += 1
                let sink = MemorySink()
                try result.write(to: sink)
                for path in result.removed { files[path] = nil }
                files.merge(sink.files) { _, new in new }
                #expect(result.state == expected, "round \(round)")
                let differing = Set(files.keys).union(whole.files.keys).filter { files[$0] != whole.files[$0] }
                try #require(differing.sorted() == [], "round \(round)")
            }
            (state, files) = (expected, whole.files)
        }
        #expect(patched > 16)
    }

    @Test func theStateIsReadAsItWasWritten() async throws {
        var state = try await SearchIndexBuilder().state(documents: SampleDocuments.all, to: MemorySink())
        var writer = ByteWriter()
        state.write(to: &writer)
        var reader = ByteReader(writer.bytes[...])
        // The counts of abbreviations are kept in a file of their own.
        #expect(try Abbreviations(state.abbreviations ?? []).encoded == state.abbreviations)
        state.abbreviations = nil
        #expect(try SearchIndexState(from: &reader) == state)
        for end in stride(from: 0, to: writer.bytes.count, by: 7) {
            var cut = ByteReader(writer.bytes[..<end])
            #expect(throws: DamagedBytes.self) { try SearchIndexState(from: &cut) }
        }
    }
}

extension String {
    fileprivate func character(_ index: Int) -> Character { Array(self)[index % count] }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
