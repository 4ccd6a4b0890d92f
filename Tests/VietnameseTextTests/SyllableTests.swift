import Foundation
import Testing

@testable import VietnameseText

@Suite("Syllables")
struct SyllableTests {
    @Test("each spelling gives its keys", arguments: TextVectors.syllables)
    func keys(_ vector: TextVectors.Syllables) {
        let syllables = Syllable.all(in: vector.text)
        #expect(syllables.map(\.folded) == vector.folded)
        #expect(syllables.map(\.exact) == vector.exact)
    }

    @Test("the shared lists are there")
    func listsAreThere() {
        #expect(TextVectors.syllables.count > 20)
        #expect(TextVectors.folding.count > 5)
    }

    @Test("ranges are the bytes of the words")
    func ranges() {
        let text = "Kết luận: “100-KL/TW”"
        let bytes = Array(text.utf8)
        let words = Syllable.all(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(words == ["Kết", "luận", "100", "KL", "TW"])
    }

    @Test("a word as long as a file ends, and broken UTF-8 is no word")
    func hostile() {
        let long = String(repeating: "ế", count: 400_000)
        #expect(Syllable.all(in: long).count == 1)
        let bytes: [UInt8] = [0xE1, 0xBA, 0x61, 0xFF, 0x62, 0xC3]
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = SyllableScanner(buffer)
            var count = 0
            while scanner.next() { count += 1 }
            #expect(count <= 3)
        }
        [UInt8]().withUnsafeBufferPointer { buffer in
            var scanner = SyllableScanner(buffer)
            let found = scanner.next()
            #expect(!found)
        }
    }

    @Test("every toned vowel folds to its letter")
    func allVowels() {
        for row in LetterTable.vowels {
            for letter in row {
                let plain = Folding.fold(String(Character(letter)))
                #expect(plain.utf8.count == 1)
                #expect(Folding.fold(String(Character(letter)).uppercased()) == plain)
                #expect(Folding.fold(String(Character(letter)).decomposedStringWithCanonicalMapping) == plain)
            }
        }
    }
}
