import Encodings
import Testing

@Suite struct WebAddressSpellingTests {
    @Test(arguments: [
        ("www.a.vn/bai", "https://www.a.vn/bai"), ("http//b.vn", "http://b.vn"), ("https//a.vn", "https://a.vn"),
        ("http:/a.vn", "http://a.vn"), ("https:a.vn", "https://a.vn"), ("https:///a.vn", "https://a.vn"),
        ("htps://a.vn", "https://a.vn"), ("https ://a.vn", "https://a.vn"), ("https:\\\\a.vn\\b", "https://a.vn/b"),
        ("https;//a.vn", "https://a.vn"), ("https://https://a.vn", "https://a.vn"),
        ("a.gov.vn/1", "https://a.gov.vn/1"),
        ("//a.vn", "https://a.vn"), ("http://https//a.vn", "https://a.vn"),
    ])
    func aSlipHasOneRightAnswer(typed: String, meant: String) {
        #expect(WebAddressSpelling.mended(typed) == meant)
        #expect(!WebAddressSpelling.isWhole(typed))
    }

    @Test(arguments: [
        "https://a.vn", "http://a.vn:8080/b?c=http://d.vn", "HTTPS://A.VN/",
        "https://web.archive.org/web/2020/http://a.vn/",
        "http://localhost/x", "https://vi-dụ.vn/",
    ])
    func aRightAddressIsLeftAlone(address: String) {
        #expect(WebAddressSpelling.mended(address) == nil && WebAddressSpelling.isWhole(address))
    }

    @Test(arguments: [
        "Công báo số 5", "chưa có", "Nghị định 30/2020/NĐ-CP", "http", "bai.md", "tệp.vn là gì", "https://",
    ])
    func otherTextsAreNoAddresses(text: String) {
        #expect(WebAddressSpelling.mended(text) == nil && !WebAddressSpelling.isWhole(text))
    }
}
