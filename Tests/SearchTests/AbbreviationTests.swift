import Markup
import Testing

@testable import Search

/// Which short forms are taken from texts, and for what words.
@Suite struct AbbreviationTests {
    private func found(_ text: String) -> [String: String] {
        var found: [String: String] = [:]
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            AbbreviationScanner(bytes).read { found[$0] = $1 }
        }
        return found
    }

    @Test(
        arguments: [
            ("Cơ quan bảo hiểm xã hội (sau đây gọi tắt là BHXH) chi trả", "bhxh", "bảo hiểm xã hội"),
            ("Ủy ban nhân dân cấp tỉnh (sau đây viết tắt là UBND) quyết định", "ubnd", "ủy ban nhân dân"),
            ("Cộng tác viên dư luận xã hội, sau đây gọi là CTV, báo cáo", "ctv", "cộng tác viên"),
            ("Bộ Giáo dục và Đào tạo (sau đây được gọi tắt là BGDĐT)", "bgddt", "bộ giáo dục và đào tạo"),
            ("vượt quá mức hội đồng nhân dân (HĐND) đã định", "hdnd", "hội đồng nhân dân"),
            ("hợp đồng. Kinh doanh chứng khoán (sau đây gọi tắt là CK)", "ck", "chứng khoán"),
        ])
    func definitionsAreRead(_ text: String, _ short: String, _ long: String) {
        #expect(found(text) == [short: long])
    }

    @Test(
        arguments: [
            "Hội đồng thành viên (sau đây gọi tắt là Hội đồng) họp",
            "Tổ chức Thương mại Thế giới (WTO)",
            "Chương trình (phần II) và mục (III)",
            "theo quy định (Quy chế QĐ) này",
            "hợp đồng. Điều này (sau đây gọi tắt là HĐ)",
            "(sau đây gọi tắt là GT)",
            "gọi tắt là ", "(", "(A", "là",
        ])
    func otherBracketsAreNot(_ text: String) { #expect(found(text).isEmpty) }

    @Test func onlyWhatIsNoSyllableIsLookedUp() {
        for short in ["bhxh", "ubnd", "cntt", "gtvt", "atgt", "csgt", "dn", "oda"] {
            #expect(Abbreviations.isShort(short), "\(short)")
        }
        for other in ["tham", "nghieng", "quy", "an", "a", "100", "30nd", "th\u{1A1}", "nghiemtrongqua", ""] {
            #expect(!Abbreviations.isShort(other), "\(other)")
        }
    }

    @Test func editorsWordsCountForMoreAndTheCommonestComesFirst() {
        func document(_ id: String, _ text: String) -> SearchDocument {
            SearchDocument(
                id: id, url: id, title: "", sections: [TextSection(anchor: "", heading: "", text: Array(text.utf8))])
        }
        var abbreviations = Abbreviations()
        for id in ["a", "b"] { abbreviations.add(document(id, "công nghệ thông tin (CNTT), bảo hiểm xã hội (BHXH)")) }
        abbreviations.add(document("c", "chất nền thực tế (CNTT) và chất nền thực tế (CNTT) nữa"))
        let shards = abbreviations.shards(.standard, without: ["BHXH", "bảo hiểm xã hội"])
        let expected = #"{"cntt":["công nghệ thông tin","chất nền thực tế"]}"#
        #expect(shards.map { String(decoding: $0.json, as: UTF8.self) } == [expected])
    }

    @Test func namesAreSaidByTheirInitials() {
        func longs(_ type: String, _ title: String, issuer: String = "") -> [String: [String: Int]] {
            var abbreviations = Abbreviations()
            abbreviations.add(
                SearchDocument(
                    id: "a", url: "a", typeName: type, issuerNames: issuer.isEmpty ? [] : [issuer], title: title))
            return abbreviations.counts
        }
        // With its type, without it, and the ends of a short title.
        let code = longs("Bộ luật", "Bộ luật Hàng hải quốc gia")
        #expect(code["blhhqg"]?.keys.sorted() == ["bộ luật hàng hải quốc gia"])
        #expect(code["hhqg"] != nil && code["hqg"]?.keys.sorted() == ["hải quốc gia"])
        #expect(longs("Luật", "Thuế môn bài xã")["mbx"]?.keys.sorted() == ["môn bài xã"])
        #expect(longs("Nghị định", "Về công tác", issuer: "Bộ Thủy lợi")["btl"]?.keys.sorted() == ["bộ thủy lợi"])
        // A title that says what it is about has none, nor have figures.
        #expect(longs("Thông tư", "Quy định về phao cứu sinh").isEmpty)
        #expect(longs("Luật", "Kế hoạch năm 2030")["khn2"] == nil)
    }
}
