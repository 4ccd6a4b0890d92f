import Foundation
import Testing

@testable import VietnameseText

@Suite("Text")
struct TextTests {
    @Test("folding drops case and marks", arguments: TextVectors.folding)
    func folding(_ vector: TextVectors.Fold) {
        #expect(Folding.fold(vector.text) == vector.folded)
    }

    @Test("addresses are ASCII with single hyphens")
    func slugs() {
        #expect(Slug.make("Kết luận 100") == "ket-luan-100")
        #expect(Slug.make("  Điều 5: “Phạm vi” – đối tượng ") == "dieu-5-pham-vi-doi-tuong")
        #expect(Slug.make("結論") == "")
    }

    @Test("names stand in Vietnamese order")
    func order() {
        let sorted = [
            "9-KL", "10-KL", "100-KL", "a", "à", "ả", "ã", "á", "ạ", "an", "ă", "â", "b", "ca", "cha", "da", "đa", "e",
            "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "z",
        ]
        for (left, right) in zip(sorted, sorted.dropFirst()) {
            #expect(CollationKey(left) < CollationKey(right), "\(left) before \(right)")
        }
        #expect(sorted.reversed().sorted { CollationKey($0) < CollationKey($1) } == sorted)
        // Letters decide before tones.
        #expect(CollationKey("má tua") < CollationKey("ma túy"))
        #expect(CollationKey("Bộ Y tế") < CollationKey("Đảng ủy"))
        #expect(CollationKey("Quyết định 02") < CollationKey("Quyết định 10"))
        #expect(CollationKey("an") < CollationKey("An"))
    }

    @Test("dates stand as offices write them")
    func dates() {
        #expect(VietnameseDate.short(year: 2014, month: 8, day: 18) == "18/8/2014")
        #expect(VietnameseDate.short(year: 2014, month: 8) == "8/2014")
        #expect(VietnameseDate.short(year: 2014) == "2014")
        #expect(VietnameseDate.long(year: 2014, month: 8, day: 18) == "ngày 18 tháng 8 năm 2014")
        #expect(VietnameseDate.long(year: 2026, month: 2, day: 5) == "ngày 05 tháng 02 năm 2026")
        #expect(VietnameseDate.long(year: 2014) == "năm 2014")
    }

    @Test("text in NFC comes back untouched, other text is composed")
    func normalForm() {
        for text in ["Quyết định – “số 5” … 5 ₫ ≥ 結論 한국", "", "a", "xin chào các bạn đã đến đây"] {
            let bytes = Array(text.utf8)
            #expect(bytes.withUnsafeBufferPointer(Normalization.isSurelyNFC))
            #expect(Normalization.nfc(bytes) == bytes)
            #expect(Normalization.nfc(Array(text.decomposedStringWithCanonicalMapping.utf8)) == bytes)
        }
        #expect(Normalization.nfc("\u{2000}\u{212B}") == "\u{2002}Å")
    }

    /// Whatever the fast path lets through must be what a full normalisation gives.
    @Test("the fast path never lets through what NFC changes")
    func fastPathIsSafe() {
        for value in UInt32(1)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(("e" + String(scalar)).utf8)
            if bytes.withUnsafeBufferPointer(Normalization.isSurelyNFC) {
                let full = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
                #expect(Array(full.utf8) == bytes, "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test("a slip of the finger finds the word")
    func nearest() {
        let words = ["luận", "dư", "quyết", "tuyên", "nghiên"]
        #expect(Spelling.nearest("lụan", among: words) == "luận")
        #expect(Spelling.nearest("quyêt", among: words) == "quyết")
        #expect(Spelling.nearest("nghein", among: words) == "nghiên")
        #expect(Spelling.nearest("tuyn", among: words) == "tuyên")
        #expect(Spelling.nearest("xyz", among: words) == nil)
        #expect(Spelling.nearest("", among: words) == nil)
        #expect(Spelling.distance("kết luận", "kêt luạn") == 0)
        #expect(Spelling.distance("ab", "ba") == 1)
    }
}
