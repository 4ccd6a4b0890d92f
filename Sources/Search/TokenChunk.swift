/// The syllables of some neighbouring documents, as numbers: what the first pass over the text leaves behind.
struct TokenChunk: Sendable {
    /// A stretch of tokens in which neighbours are neighbours in the text.
    struct Run: Sendable {
        var field: SearchField
        var end: Int
    }

    /// Numbers of the first document and of the one past the last.
    var documents: Range<Int>
    var forms = FormTable()
    /// Spellings by their number in `forms`.
    var tokens: [UInt32] = []
    var runs: [Run] = []
    /// For each document the end of its runs in `runs`.
    var runEnds: [Int] = []
    var abbreviations = Abbreviations()
    var definitions = Definitions()

    init(_ all: [SearchDocument], _ documents: Range<Int>) {
        self.documents = documents
        var forms = FormTable()
        var tokens: [UInt32] = []
        for document in documents {
            all[document].forEachField { field, text in
                SyllableSource.forEach(in: text) { _, folded, exact in
                    tokens.append(forms.number(exact: exact, folded: folded))
                }
                if tokens.count > (runs.last?.end ?? 0) { runs.append(Run(field: field, end: tokens.count)) }
            }
            runEnds.append(runs.count)
            abbreviations.add(all[document])
            definitions.add(all[document], document)
        }
        self.forms = forms
        self.tokens = tokens
    }

    /// Tokens of each document's text, names left out: the length that BM25 compares with the average.
    var textLengths: [Int] {
        var lengths: [Int] = []
        lengths.reserveCapacity(documents.count)
        var token = 0
        var run = 0
        for end in runEnds {
            var length = 0
            while run < end {
                if runs[run].field.isText { length += runs[run].end - token }
                token = runs[run].end
                run += 1
            }
            lengths.append(length)
        }
        return lengths
    }
}
