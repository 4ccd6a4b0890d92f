import Foundation
import Output
import Testing

@testable import Search

/// What a reader of the site gets for a query, from a small index in one file and from one cut into many.
@Suite struct RankingTests {
    static let shapes = [SearchParameters.standard, SampleDocuments.tinyShards]

    private func names(_ query: String, _ parameters: SearchParameters, limit: Int = 10) async throws -> [String] {
        let site = try TemporarySite(try await SampleDocuments.files(parameters))
        return try site.reader().search(query, limit: limit).map(\.fileName)
    }

    @Test(arguments: shapes) func wordsWithAndWithoutMarksFindTheSame(_ parameters: SearchParameters) async throws {
        #expect(try await names("điều tra dư luận", parameters).first == "kl-34")
        #expect(try await names("dieu tra du luan", parameters).first == "kl-34")
        #expect(try await names("cong tac van thu", parameters).first == "nd-30")
    }

    @Test(arguments: shapes) func typedMarksDecide(_ parameters: SearchParameters) async throws {
        #expect(try await names("mã", parameters).first == "ma-so")
        #expect(try await names("ma", parameters).prefix(2).sorted() == ["ma-so", "ma-tuy"])
        #expect(try await names("ma túy", parameters).first == "ma-tuy")
    }

    @Test(arguments: shapes) func spellingsOfOneSyllableAreOne(_ parameters: SearchParameters) async throws {
        #expect(try await names("hòa giải", parameters).first == "hoa")
        #expect(try await names("lý luận chính trị", parameters).first == "ly-luan")
    }

    @Test(arguments: shapes) func aNumberLeadsToAllItsBearersNewestFirst(_ parameters: SearchParameters) async throws {
        for form in ["12-HD/BVDTW", "12 hd bvdtw", "hướng dẫn số 12-HD/BVDTW"] {
            #expect(try await names(form, parameters).prefix(2) == ["hd-12", "hd-12-cu"], "\(form)")
        }
        #expect(try await names("30/2020/nd-vd", parameters).first == "nd-30")
        #expect(try await names("KL 34", parameters).first == "kl-34")
        #expect(try await names("30", parameters).first == "nd-30")
    }

    @Test(arguments: shapes) func currentComesBeforeExpired(_ parameters: SearchParameters) async throws {
        // The expired one is the younger, and would win a plain tie.
        #expect(try await names("xe công vụ", parameters).prefix(2) == ["qd-7-moi", "qd-7-cu"])
    }

    @Test(arguments: shapes) func synonymsFindWhatTheyStandFor(_ parameters: SearchParameters) async throws {
        #expect(try await names("DLXH", parameters).first == "kl-34")
    }

    @Test(arguments: shapes) func anEverydayWordFindsThatOfTheTextsAndIsNotAskedForByIt(
        _ parameters: SearchParameters
    ) async throws {
        #expect(try await names("xé giấy", parameters).first == "gop-von")
        let store = try TemporarySite(try await SampleDocuments.files(parameters)).reader().store
        let asked = try QueryTerms(QueryTerms.tokens("góp vốn", limit: 128), store).terms
        #expect(asked.map(\.first) == ["gop", "gop", "von"])
    }

    @Test(arguments: shapes) func shortFormsFindWhatTextsSayTheyStandFor(_ parameters: SearchParameters) async throws {
        // Only one of them has the short form at all.
        #expect(try await names("TNHH", parameters).prefix(2).sorted() == ["chuyen-doi", "gop-von"])
        #expect(try await names("chuyển đổi tnhh", parameters).first == "chuyen-doi")
    }

    @Test func ofEqualsTheMostCitedComesFirst() async throws {
        var documents = (1...3).map { number in
            SearchDocument(id: "a\(number)", url: "a\(number)/index.html", dateKey: number, title: "Công tác văn thư")
        }
        documents[0].citers = 20
        documents[1].citers = 3
        let sink = MemorySink()
        _ = try await SearchIndexBuilder().build(documents: documents, to: sink)
        let site = try TemporarySite(sink.files)
        let found = try site.reader().search("văn thư")
        #expect(found.map(\.fileName) == ["a1", "a2", "a3"])
    }

    @Test func cuttingTheIndexKeepsTheFirstAnswers() async throws {
        for query in ["báo", "bao cao thang 7", "công tác", "định kỳ", "so lieu dot 3", "dieu tra xa hoi hoc"] {
            let whole = try await names(query, .standard, limit: 2)
            #expect(try await names(query, SampleDocuments.tinyShards, limit: 2) == whole, "\(query)")
        }
    }

    @Test(arguments: shapes) func nothingTypedIsAnError(_ parameters: SearchParameters) async throws {
        let site = try TemporarySite(try await SampleDocuments.files(parameters))
        let reader = try site.reader()
        for query in [
            "", " ", "\u{0}", "<script>alert(1)</script>", ".*[", "\\", "😀", "\u{202E}cba", "%",
            "constructor __proto__",
            String(repeating: "a", count: 10_000), String(repeating: "điều tra ", count: 2_000),
            "999999999999999999999",
        ] {
            #expect(try reader.search(query).count <= 20)
        }
        #expect(try reader.search("zzz qqq").isEmpty)
    }

    @Test(arguments: shapes) func phrasesAndExclusionsAreKept(_ parameters: SearchParameters) async throws {
        #expect(try await names("\"điều tra dư luận\"", parameters) == ["kl-34"])
        #expect(try await names("dư luận -\"cộng tác viên\"", parameters).contains("hd-12-cu") == false)
        #expect(try await names("\"ma tuy\"", parameters) == ["ma-tuy"])
        #expect(try await names("\"mà tuy\"", parameters).isEmpty)
        // A hyphen behind a figure is a number's.
        #expect(try await names("34 -KL/VD", parameters).first == "kl-34")
    }

    @Test(arguments: shapes) func aQueryNamesItsFilters(_ parameters: SearchParameters) async throws {
        #expect(Set(try await names("loai:HD", parameters)) == ["hd-12", "hd-12-cu"])
        #expect(try await names("loại:HD nam:2015..", parameters) == ["hd-12"])
        #expect(try await names("hieuluc:het", parameters) == ["qd-7-cu"])
        #expect(try await names("coquan:\"ban ví dụ\" nam:2009", parameters) == ["hd-12-cu"])
        // What no value bears is a word.
        #expect(try await names("loai:KL-VD điều tra", parameters).first == "kl-34")
    }

    @Test(arguments: shapes) func countsAgreeWithWhatTheirFilterLeaves(_ parameters: SearchParameters) async throws {
        let site = try TemporarySite(try await SampleDocuments.files(parameters))
        let reader = try site.reader()
        for query in ["dư luận", "báo cáo tháng", "12-HD/BVDTW", "công vụ", "điều tra -phiếu"] {
            let open = try reader.answer(query, SearchOptions(facets: true))
            #expect(open.total > 0)
            for (facet, counts) in open.facets {
                for count in counts {
                    let filters =
                        facet == .year
                        ? SearchFilters(years: Int(count.value).map { $0...$0 })
                        : SearchFilters(values: [facet: [count.value]])
                    let narrow = try reader.answer(query, SearchOptions(limit: 100, filters: filters, facets: true))
                    #expect(narrow.total == count.count && narrow.hits.count == count.count, "\(query) \(count)")
                    // Under its own filter a facet still shows what else there is.
                    #expect(narrow.facets[facet] == counts)
                }
            }
        }
    }

    @Test(arguments: shapes) func aNumberAloneFindsThoseThatNameIt(_ parameters: SearchParameters) async throws {
        #expect(try await names("34-KL/VD", parameters) == ["kl-34", "hd-12"])
        #expect(try await names("kết luận số 34-kl/vd", parameters) == ["kl-34", "hd-12"])
    }

    @Test func snippetsMarkWhatWasAskedFor() async throws {
        let site = try TemporarySite(try await SampleDocuments.files())
        let hit = try #require(try site.reader().search("phieu hoi").first)
        #expect(hit.snippet.segments.filter(\.isMarked).map(\.text) == ["phiếu hỏi"])
    }

    @Test func aHeadingDoesNotRunIntoWhatFollows() {
        func snippet(_ text: String) -> String {
            Snippet(text, for: [QueryTerms.Token(folded: "xa", marks: .bare)]).text
        }
        #expect(snippet("Ở xã\nCác cấp lo.\nCòn lại") == "Ở xã · Các cấp lo. Còn lại")
    }

    @Test func loneSyllablesAreNotMarkedUnderATitleWithThePhrase() {
        let query = ["du", "luan"].map { QueryTerms.Token(folded: $0, marks: .bare) }
        func marked(_ title: String) -> [String] {
            Snippet("Thảo luận ở cơ sở", under: title, for: query).segments.filter(\.isMarked).map(\.text)
        }
        #expect(marked("Dư luận xã hội") == [])
        #expect(marked("Lý luận, dư nợ") == ["luận"])
    }

    @Test func aMissingIndexIsSaidSo() {
        #expect(throws: SearchIndexError.self) { try SearchIndexReader(directory: "/nonexistent") }
    }

    @Test func aDamagedShardIsSaidSo() async throws {
        var files = try await SampleDocuments.files(SampleDocuments.tinyShards)
        for path in files.keys where path.hasPrefix("search/terms/") { files[path] = Array("{".utf8) }
        let site = try TemporarySite(files)
        let reader = try site.reader()
        #expect(throws: SearchIndexError.self) { try reader.search("điều tra dư luận") }
    }
}
