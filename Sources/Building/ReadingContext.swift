import Citations
import Markup
import Records

/// What texts are read with.
struct ReadingContext {
    let reader: RecordFileReader
    let renderer: MarkdownRenderer
    let scanner: CitationScanner

    init(of folder: ContentFolder, names: LawNames) throws {
        reader = try ContentLoader(folder: folder, jobs: 1).recordReader()
        renderer = MarkdownRenderer(labels: RendererLabels(reader.configuration.language))
        scanner = CitationScanner(
            grammar: NumberGrammar(codeBook: CodeBook(vocabulary: reader.vocabulary)), names: names)
    }
}
