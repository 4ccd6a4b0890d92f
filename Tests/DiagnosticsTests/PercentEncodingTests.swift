import Encodings
import Testing

@Suite struct PercentEncodingTests {
    @Test func pathsKeepUnreservedCharactersAndSlashes() {
        #expect(PercentEncoding.path("a/B-9._~") == "a/B-9._~")
    }

    @Test func everythingElseIsWrittenAsUpperCaseEscapes() {
        #expect(PercentEncoding.path("bản chụp%#?.pdf") == "b%E1%BA%A3n%20ch%E1%BB%A5p%25%23%3F.pdf")
    }
}
