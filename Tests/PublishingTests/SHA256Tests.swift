import Hashing
import Testing

/// Values of FIPS 180-4's examples and of `sha256sum`.
@Suite struct SHA256Tests {
    @Test func knownTextsHaveTheirPublishedDigests() {
        #expect(
            SHA256.hash([]).hexadecimal == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            SHA256.hash(Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func piecesGiveTheSameDigestAsTheWhole() {
        let bytes = (0..<1_000).map { UInt8($0 % 251) }
        var hash = SHA256()
        hash.update(Array(bytes[..<63]))
        hash.update([])
        hash.update(Array(bytes[63...]))
        #expect(hash.finalize() == SHA256.hash(bytes))
    }

    @Test func aDigestIsReadBackFromItsDigits() {
        let digest = SHA256.hash([1, 2, 3])
        #expect(SHA256Digest(hexadecimal: digest.hexadecimal) == digest)
        #expect(SHA256Digest(hexadecimal: digest.hexadecimal.uppercased()) == nil)
        #expect(SHA256Digest(hexadecimal: "12") == nil)
    }
}
