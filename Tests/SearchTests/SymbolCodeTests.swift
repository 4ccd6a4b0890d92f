import Testing

@testable import Search

@Suite struct SymbolCodeTests {
    @Test func everySymbolHasItsCharacter() {
        for symbol in 0..<93 {
            let character = SymbolCode.character(symbol)
            #expect(character != 0x22 && character != 0x5C && (32...126).contains(character))
            #expect(SymbolCode.symbol(character) == symbol)
        }
    }

    @Test func numbersComeBack() {
        var bytes: [UInt8] = []
        let ids = [0, 1, 39, 40, 41, 839, 840, 841, 16_839, 16_840, 336_839, 336_840, 1_048_575, 9_000_000]
        SymbolCode.append(ids: ids, to: &bytes)
        #expect(SymbolCode.ids(in: bytes) == ids)
        var short: [UInt8] = []
        SymbolCode.append(839, to: &short)
        #expect(short.count == 2)
    }
}
