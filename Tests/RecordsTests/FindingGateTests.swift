import Diagnostics
import Testing

@testable import Records

struct FindingGateTests {
    @Test(arguments: [
        "001203004567", "số 001 203 004 567", "(+84) 912 345 678", "(024) 3825 1234", "+84 (0)912 345 678",
        "năm (2024) 0912 345 678",
        "2024 (0912 345 678)", "0912345678", "0912 345 678", "091.234.5678", "+84 912 345 678",
        "84912345678", "0084912345678", "0084 912 345 678", "00 84 912 345 678", "0084 24 3825 1234",
        "024 3825 1234", "ai.do+x@co-quan.gov.vn",
    ])
    func personalDataIsFound(text: String) {
        #expect(PersonalData.find(in: Array("x \(text) y".utf8)).count == 1)
    }

    @Test(arguments: [
        "123.456.789.012 đồng", "2024-03-01 2024-03-20", "https://a.vn/tin-0912345678-001203004567.htm", "05 2024 2025",
        "100309209", "1.234.567", "id@", "@nhom", "18/8/2014", "3,14", "12-34", "0123",
    ])
    func otherFiguresAreLeftAlone(text: String) {
        #expect(PersonalData.find(in: Array("x \(text) y".utf8)).isEmpty)
    }

    @Test(arguments: ["theo ông Nam", "Nguyễn Văn A cho biết", "đồng chí Bình nói", "chị Hoa"])
    func namesAreSuspected(text: String) { #expect(PersonName.looksNamed(in: text)) }

    @Test(arguments: ["Thành phố Hồ Chí Minh", "ông bà nói chung", "Bà Rịa", "Đồng ý", "Lê la", "anh em"])
    func otherWordsAreNot(text: String) { #expect(!PersonName.looksNamed(in: text)) }

    @Test(arguments: [
        ("62%", 1), ("62,5 % và 40 phần trăm", 2), ("±3", 1), ("+/- 3", 1), ("phần trăm", 0), ("https://a/%20b9%20", 0),
    ])
    func statedShares(text: String, count: Int) {
        #expect(StatedShares.find(in: Array(text.utf8)).count == count)
    }
}
