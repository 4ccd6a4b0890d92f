/// All folded syllables of a collection in byte order. A syllable's number is its place from 1; 0 stands for none.
struct Lexicon: Sendable {
    /// A spelling as the second pass needs it: the syllable's number and its marks.
    typealias Spelling = UInt32

    /// By number; the first is empty.
    let syllables: [[UInt8]]
    /// For each chunk, spellings by form number: number of the syllable times 128 plus mark code.
    let spellings: [[Spelling]]

    init(_ chunks: [TokenChunk]) {
        var seen = Set<[UInt8]>()
        for chunk in chunks {
            for form in 0..<chunk.forms.count { seen.insert(Array(chunk.forms.folded(form))) }
        }
        let sorted = seen.sorted { $0.lexicographicallyPrecedes($1) }
        var numbers = [[UInt8]: UInt32](minimumCapacity: sorted.count)
        for (index, syllable) in sorted.enumerated() { numbers[syllable] = UInt32(index + 1) }
        spellings = chunks.map { chunk in
            (0..<chunk.forms.count).map { form in
                let marks = MarkCode(of: chunk.forms.exact(form))
                return (numbers[Array(chunk.forms.folded(form))] ?? 0) << 7 | UInt32(marks.number)
            }
        }
        syllables = [[]] + sorted
    }
}
