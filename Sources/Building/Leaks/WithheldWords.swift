/// Many runs of words, each with the file that it comes from, looked for in one pass.
///
/// The first eight bytes of a run, as one number, are looked up at every place of a text; a table of bits answers nearly all
/// of these questions.
struct WithheldWords: Sendable {
    /// What is looked for, as `CanonicalText` gives it, and whose it is.
    private(set) var runs: [(words: [UInt8], owner: String)] = []
    private var places: [UInt64: [Int]] = [:]
    private var bits: [UInt64] = []
    private static let bitCount = 1 << 18

    /// The shortest run, blanks at its ends included: less would be found anywhere.
    static let shortest = 8

    init(_ runs: [(words: [UInt8], owner: String)]) {
        self.runs = runs.filter { $0.words.count >= Self.shortest }
        bits = Array(repeating: 0, count: Self.bitCount / 64)
        for (index, run) in self.runs.enumerated() {
            let start = run.words.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            places[start, default: []].append(index)
            let bit = Self.bit(start)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    private static func bit(_ start: UInt64) -> Int { Int((start &* 0x9E37_79B9_7F4A_7C15) >> 46) }

    /// The runs that stand in a text, by their indices.
    func found(in text: [UInt8]) -> Set<Int> {
        var found: Set<Int> = []
        guard !runs.isEmpty, text.count >= Self.shortest else { return found }
        text.withUnsafeBufferPointer { text in
            bits.withUnsafeBufferPointer { bits in
                var window: UInt64 = 0
                for (index, byte) in text.enumerated() {
                    window = window << 8 | UInt64(byte)
                    let bit = Self.bit(window)
                    guard bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1, index >= 7, let candidates = places[window]
                    else { continue }
                    for candidate in candidates where !found.contains(candidate) {
                        let words = runs[candidate].words
                        let start = index - 7
                        guard start + words.count <= text.count else { continue }
                        if text[start..<(start + words.count)].elementsEqual(words) { found.insert(candidate) }
                    }
                }
            }
        }
        return found
    }

    /// The same without some of them.
    func removing(_ indices: Set<Int>) -> WithheldWords {
        WithheldWords(runs.enumerated().filter { !indices.contains($0.offset) }.map(\.element))
    }
}
