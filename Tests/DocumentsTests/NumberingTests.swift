import Testing

@testable import Documents

/// Labels that Word computes: formats, and letters after z.
@Suite struct NumberingTests {
    @Test(arguments: [
        ("decimal", 12, "12"), ("upperRoman", 14, "XIV"), ("lowerRoman", 9, "ix"), ("lowerLetter", 5, "e"),
        ("lowerLetter", 28, "bb"), ("upperLetter", 3, "C"), ("decimalZero", 7, "07"), ("none", 3, ""),
    ])
    func numbersAreFormatted(format: String, number: Int, label: String) {
        #expect(NumberFormat.format(number, format) == label)
    }

    @Test func oldEncodingsAreDecoded() {
        #expect(LegacyEncoding.tcvn3.decoded("Uû ban nh©n d©n tØnh, ­u tiªn") == "Uỷ ban nhân dân tỉnh, ưu tiên")
        #expect(LegacyEncoding.vni.decoded("UÛY BAN NHAÂN DAÂN tænh, ñöôïc") == "ỦY BAN NHÂN DÂN tỉnh, được")
        // What is Unicode already stays.
        #expect(LegacyEncoding.tcvn3.decoded("Trương Tấn Thiệu") == "Trương Tấn Thiệu")
    }

    @Test func filesAreKnownByTheirBytes() {
        #expect(FileFormat.of(Array("{\\rtf1 x".utf8)) == .rtf)
        #expect(FileFormat.of(Array("%PDF-1.4".utf8)) == .pdf)
        #expect(FileFormat.of(Array("\u{FEFF}<HTML><BODY>".utf8)) == .html)
        #expect(FileFormat.of(Array("Điều 1. Văn bản".utf8)) == .text)
        #expect(FileFormat.of([0x00, 0x01, 0x02]) == nil)
    }

    @Test func cleaningKeepsLettersAndDropsLeftovers() {
        #expect(TextCleaning.clean("Ðiê\u{300}u\u{A0}1\u{200B}. vă\u{AD}n") == "Điều 1. văn")
    }
}
