import Testing

@testable import Citations

@Suite("Citations in running text")
struct CitationScannerTests {
    /// What was found: the text, the document, the provisions in words.
    private func found(_ text: String, names: LawNames = LawNames()) -> [String] {
        let scanner = CitationScanner(grammar: NumberGrammar(), names: names)
        return Array(text.utf8).withUnsafeBufferPointer { buffer in
            scanner.scan(buffer).map { citation in
                let surface = String(
                    decoding: UnsafeBufferPointer(rebasing: buffer[citation.range]), as: UTF8.self)
                let document =
                    switch citation.document {
                    case .number(let cited): cited.number.canonical
                    case .this(let type): "this \(type)"
                    case .name(let name): "name \(name.bearers) \(name.year.map(String.init) ?? "")"
                    }
                let parts = citation.parts.compactMap { $0.provision?.words }
                return ([surface, document] + parts).joined(separator: " | ")
            }
        }
    }

    @Test(
        "what a reader takes for a citation is found",
        arguments: [
            ("theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", ["Nghị định số 30/2020/NĐ-CP | 30/2020/NĐ-CP"]),
            (
                "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP",
                ["điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP | 30/2020/NĐ-CP | điểm a khoản 2 Điều 5"]
            ),
            (
                "Điều 5 và Điều 7 Thông tư 24/2018/TT-BTNMT",
                ["Điều 5 và Điều 7 Thông tư 24/2018/TT-BTNMT | 24/2018/TT-BTNMT | Điều 5 | Điều 7"]
            ),
            (
                "điểm đ khoản 4 Điều 9 Luật số 59/2020/QH14",
                ["điểm đ khoản 4 Điều 9 Luật số 59/2020/QH14 | 59/2020/QH14 | điểm đ khoản 4 Điều 9"]
            ),
            ("NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP", ["NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP | 30/2020/NĐ-CP"]),
            ("Thông Tư Số 24/2018/TT-BTNMT", ["Thông Tư Số 24/2018/TT-BTNMT | 24/2018/TT-BTNMT"]),
            ("LUẬT SỐ 59/2020/QH14", ["LUẬT SỐ 59/2020/QH14 | 59/2020/QH14"]),
            (
                "CHỈ THỊ 12-CT/TW, HƯỚNG DẪN 167-HD/BTGTW",
                ["CHỈ THỊ 12-CT/TW | 12-CT/TW", "HƯỚNG DẪN 167-HD/BTGTW | 167-HD/BTGTW"]
            ),
            ("Kết luận số 100-KL/TW, ngày 18 tháng 8 năm 2014", ["Kết luận số 100-KL/TW | 100-KL/TW"]),
            ("theo khoản 2 Điều này", ["khoản 2 Điều này | this  | khoản 2 Điều này"]),
            // A line may end inside, and other dashes occur.
            ("Nghị định số\n30/2020/NĐ–CP", ["Nghị định số\n30/2020/NĐ–CP | 30/2020/NĐ-CP"]),
            // The blank behind the number, and the one before “số”, get lost.
            ("Nghị định số 63/2011/NĐ-CPngày 28 tháng 7", ["Nghị định số 63/2011/NĐ-CP | 63/2011/NĐ-CP"]),
            ("thực hiện Quyết định72/2002/QĐ-TTg.", ["Quyết định72/2002/QĐ-TTg | 72/2002/QĐ-TTg"]),
            (
                "Nghị quyết số 01/2021/UBTVQH15ngày 01 tháng 9",
                ["Nghị quyết số 01/2021/UBTVQH15 | 01/2021/UBTVQH15"]
            ),
            ("Quyết định số1600/QĐ-TTgngày 10", ["Quyết định số1600/QĐ-TTg | 1600/QĐ-TTg"]),
            ("Thông tưsố200/2014/TT-BTCngày 22", ["Thông tưsố200/2014/TT-BTC | 200/2014/TT-BTC"]),
            ("Quyết định số 03/2006/QĐ -BLĐTBXH ngày 07", ["Quyết định số 03/2006/QĐ -BLĐTBXH | 3/2006/QĐ-BLĐTBXH"]),
        ])
    func citations(_ text: String, _ expected: [String]) {
        #expect(found(text).map(Self.withoutZeros) == expected.map(Self.withoutZeros))
    }

    /// Leading zeros of numbers do not matter.
    private static func withoutZeros(_ text: String) -> String {
        text.replacing("| 0", with: "| ")
    }

    @Test(
        "the date of a citation is read, however its words are typed",
        arguments: [
            "Luật số 4/1998/QH10 ngày 20 tháng 5 năm 1998", "LUẬT SỐ 4/1998/QH10 NGÀY 20 THÁNG 5 NĂM 1998",
            "Luật Số 4/1998/QH10, Ngày 20/5/1998",
        ])
    func dates(_ text: String) {
        let scanner = CitationScanner(grammar: NumberGrammar())
        let found = Array(text.utf8).withUnsafeBufferPointer { scanner.scan($0) }
        guard found.count == 1, case .number(let cited) = found[0].document else {
            Issue.record("one citation is wanted in \(text)")
            return
        }
        #expect(cited.type == "luật" && cited.date == CitedDate(year: 1998, month: 5, day: 20))
    }

    @Test(
        "what only looks like one is left alone",
        arguments: [
            "ngày 18/8/2014", "giai đoạn 2021-2025", "mở cửa 24/7", "TCVN 6909:2001", "QCVN 01-1:2018/BYT",
            "khoảng 3-5 năm", "tỷ lệ 1/500", "Mẫu số 01/PL-TNCN", "theo phụ lục số 01/PL-TNCN", "biển số 29-A1/234",
            "1.234.567,5 đồng", "Ví dụ: 123/2015/XNQC-YTHN", "Điều 5 Bộ này", "số điện thoại 024-38/452",
        ])
    func traps(_ text: String) {
        #expect(found(text) == [])
    }

    @Test("a law is found by its name, with its year, and a draft is not taken for it")
    func names() {
        var names = LawNames()
        names.add("Luật Đất đai", bearer: 7)
        #expect(
            found("theo Điều 12 Luật đất đai năm 2013", names: names) == [
                "Điều 12 Luật đất đai | name [7] 2013 | Điều 12"
            ])
        #expect(found("Luật Đất đai ngày 26/11/2003", names: names) == ["Luật Đất đai | name [7] 2003"])
        #expect(found("theo Luật Đất đai, năm 2016 thu", names: names) == ["Luật Đất đai | name [7] "])
        #expect(found("dự thảo Luật Đất đai", names: names) == [])
        #expect(found("Luật Đất", names: names) == [])
    }

    @Test(
        "a law's name belongs to the title of the document before it, or stands by itself",
        arguments: [
            (
                "Nghị định số 65/2013/NĐ-CP ngày 27/6/2013 quy định chi tiết một số điều của Luật Đất đai",
                "65/2013/NĐ-CP"
            ),
            ("Thông tư số 10/2013/TT-BTC của Bộ Tài chính hướng dẫn\nLuật Đất đai", "10/2013/TT-BTC"),
            ("Nghị định số 65/2013/NĐ-CP quy định chi tiết việc ấy; theo quy định của Luật Đất đai", nil),
            ("Nghị định số 65/2013/NĐ-CP hướng dẫn việc ấy. Việc khác theo quy định của Luật Đất đai", nil),
            ("Nghị định số 65/2013/NĐ-CP và quy định của Luật Đất đai", nil),
            ("hướng dẫn thi hành Luật Đất đai", nil),
        ] as [(String, String?)])
    func titles(_ text: String, _ document: String?) {
        var names = LawNames()
        names.add("Luật Đất đai", bearer: 7)
        let scanner = CitationScanner(grammar: NumberGrammar(), names: names)
        let last = Array(text.utf8).withUnsafeBufferPointer { scanner.scan($0).last }
        guard case .name(let name) = last?.document else {
            Issue.record("no name in \(text)")
            return
        }
        #expect(name.titled?.number.canonical == document)
    }

    @Test(
        "hostile text is read through and yields nothing",
        arguments: ["1/", "1-", "/-", "Điều 1, ", "số ", "12/2020/", "\u{2013}"])
    func hostile(_ piece: String) {
        let text = Array(String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8)
        let scanner = CitationScanner(grammar: NumberGrammar())
        text.withUnsafeBufferPointer { #expect(scanner.scan($0).isEmpty) }
    }
}
