import Testing

@testable import Citations

@Suite("Printed numbers")
struct DocumentNumberTests {
    private let grammar = NumberGrammar()

    @Test(
        "real numbers of every family are read and printed back",
        arguments: [
            "100-KL/TW", "167-HD/BTGTW", "08-QĐi/TW", "5082-CV/VPTW/nb", "16210-CV/BTC-VI", "78/QĐ-BTGTU", "11-ĐA/TU",
            "11-DA/TU", "30/2020/NĐ-CP", "59/2020/QH14", "30/2000/PL-UBTVQH10", "24/2012/TTLT-BLĐTBXH-BNV-BTC",
            "67/VBHN-VPQH", "573/HĐPH-PBGDPL", "4919/VPCP-KTTH", "59/TTr-LĐTBXH", "101/CP", "57-CP", "240/QĐ",
            "24-LCT/HĐNN8", "621/NQ-NS-TU", "35b/NQ-UBTVQH9", "30a/2008/NQ-CP", "102-SL/L-004", "92/2000/QĐ-NHNN7",
            "11/2008/NQLT-CP-HCCBVN", "72/2025/NQLT-UBTVQH15-CP", "05/2003/TT-BNNPTNT/KH", "34-L/CTN",
        ])
    func printed(_ text: String) throws {
        let number = try #require(grammar.parse(text))
        #expect(number.canonical == text)
        #expect(grammar.parse(number.canonical) == number)
    }

    @Test("misprints are read as what was meant")
    func misprints() {
        #expect(grammar.parse("89/2015/NÐ-CP")?.canonical == "89/2015/NĐ-CP")
        #expect(grammar.parse("23/2017/QĐ-TTG")?.canonical == "23/2017/QĐ-TTg")
        #expect(grammar.parse("06/2022-QH15")?.canonical == "06/2022/QH15")
        #expect(grammar.parse("100/KL-TW")?.canonical == "100-KL/TW")
        #expect(grammar.parse("7-CT/TW")?.canonical == "07-CT/TW")
        #expect(grammar.parse("162/2004/TTLT/BQP-BTC")?.canonical == "162/2004/TTLT-BQP-BTC")
    }

    @Test(
        "what is no full number is none",
        arguments: [
            "", "100", "số 100-KL/TW", "100-KL/TW, ngày 18/8/2014", "17 (Chỉ thị)", "18/8/2014", "2021-2025", "KL 100",
            "0-KL/TW", "99999999999-KL/TW", "-KL/TW", "100-/TW", "04/TT-BCA(X13",
        ])
    func refused(_ text: String) {
        #expect(grammar.parse(text) == nil)
    }

    @Test("keys and addresses")
    func keys() {
        #expect(grammar.parse("100-KL/TW")?.key == "100kltw")
        #expect(grammar.parse("07-CT/TW")?.key == "7cttw")
        #expect(grammar.parse("30/2020/NĐ-CP")?.key == "30n2020ndcp")
        #expect(grammar.parse("100-KL/TW")?.slug == "100-kl-tw")
        #expect(grammar.parse("5082-CV/VPTW/nb")?.slug == "5082-cv-vptw-nb")
        #expect(grammar.parse("1/2011/QĐ-TTg")?.key != grammar.parse("12011/QĐ-TTg")?.key)
    }

    @Test("a vocabulary's own abbreviations are read")
    func vocabulary() {
        let own = CodeBook(types: [("ZB", "Thông điệp", nil)], issuers: ["BVDTW"])
        let grammar = NumberGrammar(codeBook: own)
        #expect(grammar.read("12zbbvdtw").summary == "12-ZB/BVDTW")
        #expect(grammar.read("Thông điệp số 12").summary == "ZB 12?")
        #expect(grammar.read("100 kl tw").summary == "100-KL/TW")
    }

    @Test("a partial number knows which full ones it may mean")
    func partial() throws {
        guard case .partial(let partial) = grammar.read("Nghị định 30/2020") else {
            Issue.record("not partial")
            return
        }
        #expect(partial.type == "NĐ")
        #expect(partial.matches(try #require(grammar.parse("30/2020/NĐ-CP"))))
        #expect(!partial.matches(try #require(grammar.parse("30/2019/NĐ-CP"))))
        #expect(!partial.matches(try #require(grammar.parse("30/2020/TT-BTC"))))
    }
}
