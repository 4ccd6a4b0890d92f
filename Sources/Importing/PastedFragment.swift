import Documents
import Records
import VietnameseText

/// A piece of a document as the clipboard holds it, turned into Markdown: its headings, lists and tables as an imported document
/// has them. Nothing of it is taken for a letterhead or a signature.
public struct PastedFragment: Sendable {
    public let markdown: String
    /// What was left out.
    public let remarks: [ImportRemark]

    /// - Throws: `ReadingError` for what is no HTML; a secrecy mark gives nil.
    public init?(html: [UInt8]) throws(ReadingError) {
        let document = try DocumentReader().read(html).document
        guard !SecrecyGate.refuses(document) else { return nil }
        var maker = LineMaker()
        for index in document.notes.indices { maker.noteNumbers[index] = index + 1 }
        var body = BodyText(maker: maker)
        var text = body.markdown(maker.items(document.blocks), annexes: [])
        for (index, blocks) in document.notes.enumerated() where text.contains("[^\(index + 1)]") {
            let note = maker.lines(blocks).map(\.markdown).filter { !$0.isEmpty }.joined(separator: " ")
            text += "\n[^\(index + 1)]: \(note.isEmpty ? "—" : note)\n"
        }
        markdown = text
        // Pictures of a clipboard are not in it.
        remarks = ImportRemark.allCases.filter(document.remarks.contains)
    }
}
