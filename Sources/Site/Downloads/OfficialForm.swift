import Documents
import Records

/// The head and the end of a document in its official form: of the State by Nghị định 30/2020/NĐ-CP, Phụ lục I; of the Party
/// by Hướng dẫn 36-HD/VPTW. Only what the record shows stands there.
struct OfficialForm {
    let form: DocumentForm
    let record: Record
    let isParty: Bool

    init(_ record: Record, _ form: DocumentForm) {
        self.record = record
        self.form = form
        isParty = form.vocabulary.isParty(record)
    }

    private static let columns = [4_054, 5_300]

    // MARK: Head

    var head: [WordDocument.Block] {
        var left: [WordParagraph] = []
        for organ in form.letterhead(record) { left.append(line(organ.uppercased(), bold: true)) }
        left.append(line(isParty ? "*" : "_______"))
        if let number = form.numberLine(record) { left.append(line(number)) }
        var right: [WordParagraph]
        if isParty {
            var name = WordRun("ĐẢNG CỘNG SẢN VIỆT NAM", bold: true)
            name.isUnderlined = true
            right = [WordParagraph(.head, runs: [name])]
        } else {
            right = [
                line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true), line("Độc lập - Tự do - Hạnh phúc", bold: true),
                line("_______________"),
            ]
        }
        if let words = form.placeAndDate(record) {
            right.append(WordParagraph(.head, runs: [WordRun(words, italic: true)]))
        }
        return [.table(WordTable(columns: Self.columns, hasBorders: false, rows: [[left, right]]))] + title
    }

    private var title: [WordDocument.Block] {
        var blocks: [WordDocument.Block] = []
        if let type = record.type.flatMap(form.vocabulary.type)?.name {
            blocks.append(.paragraph(WordParagraph(.title, runs: [WordRun(type.uppercased(), bold: true, size: 15)])))
        }
        blocks.append(.paragraph(WordParagraph(.title, runs: [WordRun(record.title, bold: true)])))
        blocks.append(.paragraph(line(isParty ? "-----" : "_______")))
        return blocks
    }

    private func line(_ text: String, bold: Bool = false) -> WordParagraph {
        WordParagraph(.head, runs: [WordRun(text, bold: bold)])
    }

    // MARK: End

    var signature: [WordDocument.Block] {
        guard let signer = record.signer else { return [] }
        var lines = [signer.capacity, signer.position].compactMap { $0 }.map { line($0.uppercased(), bold: true) }
        // Room for the signature.
        lines += [line(""), line(""), line(""), line(signer.name, bold: true)]
        return [
            .paragraph(line("")),
            .table(WordTable(columns: Self.columns, hasBorders: false, rows: [[[line("")], lines]])),
        ]
    }
}
