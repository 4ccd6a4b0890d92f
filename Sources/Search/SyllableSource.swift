import VietnameseText

/// The one place where search asks for the syllables of a text.
enum SyllableSource {
    /// Bytes of the longest token that is indexed or looked up; nothing that a person types as a word is longer.
    static let longestToken = 60

    /// Calls `body` with every syllable: its byte range, its fold and its exact key. Buffers are valid during the call.
    @inline(__always)
    static func forEach(
        in bytes: UnsafeBufferPointer<UInt8>,
        _ body: (Range<Int>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var scanner = SyllableScanner(bytes)
        while scanner.next() {
            let folded = scanner.folded
            let exact = scanner.exact
            if folded.isEmpty || exact.count > longestToken { continue }
            body(scanner.range, folded, exact)
        }
    }
}
