import ArgumentParser
import Building
import Diagnostics
import Editing
import Foundation
import Records

/// `tracuu new 100-KL/TW`
struct NewDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Bản ghi của một văn bản có số hiệu (the record of a numbered document).")

    @Argument(
        help: ArgumentHelp(
            "Number in any form, such as 100-KL/TW, with type and date as you like.", valueName: "number"))
    var number: [String]

    @Option(help: ArgumentHelp("Folder of records, vocabulary and attachments.", valueName: "dir"))
    var content = "content"

    @Option(help: ArgumentHelp("Issue date, as 2014-08-18 or 18/8/2014.", valueName: "date"))
    var issued: String?

    @Option(help: "Title.")
    var title: String?

    @Option(help: ArgumentHelp("Id of its type, when the number leaves a choice.", valueName: "id"))
    var type: String?

    @Option(help: ArgumentHelp("Id of the body that issued it, when the number leaves a choice.", valueName: "id"))
    var issuer: String?

    @Option(help: ArgumentHelp("Where a local body works, such as Lào Cai.", valueName: "place"))
    var place: String?

    @Option(help: ArgumentHelp("directive or guidance; by the type of document without it.", valueName: "kind"))
    var kind: String?

    @OptionGroup var speech: SpeechOptions

    mutating func run() async throws {
        let folder = ContentFolder(content)
        guard folder.exists else { throw BuildError.noContent(content) }
        let loaded = try await ContentLoader(folder: folder, jobs: 1).load()
        let typed = number.joined(separator: " ")
        guard var record = NewRecord(typed: typed, place: place, content: loaded) else { throw noNumber(typed, loaded) }
        try fill(&record)
        if Terminal.canAsk { try NewDocumentQuestions(content: content, speech: speech).ask(&record) }
        let path = record.path
        let file = URL(filePath: folder.path).appending(path: path)
        for other in record.bearers {
            say("số này đã có ở \(content)/\(other.path)", "\(content)/\(other.path) bears this number already")
        }
        if let same = record.sameDocument { throw refusal("\(content)/\(same.path)") }
        try write(Data(RecordTemplate(record, language: speech.language).filled().utf8), to: file, "\(content)/\(path)")
        try Terminal.output("\(content)/\(path)")
        for remark in NewDocumentRemarks(record: record, content: content).lines { say(remark.vi, remark.en) }
        say(
            "đã tạo; mở tệp, điền các trường, rồi chạy: tracuu check --content \(content)",
            "made; open it, fill in the fields, then run: tracuu check --content \(content)")
    }

    private func noNumber(_ typed: String, _ content: Content) -> ExitCode {
        guard case .partial = content.grammar.read(typed) else {
            return wrongUse(
                "“\(typed)” không phải số hiệu; gõ như 100-KL/TW, 30/2020/NĐ-CP. Văn bản không có số: sao một tệp đã có rồi sửa",
                "“\(typed)” is no number; type one like 100-KL/TW or 30/2020/NĐ-CP. For a document without number, copy a record"
            )
        }
        return wrongUse(
            "“\(typed)” thiếu phần chữ của cơ quan; gõ đủ như 100-KL/TW, 30/2020/NĐ-CP",
            "“\(typed)” lacks the letters of its organ; type it whole, like 100-KL/TW or 30/2020/NĐ-CP")
    }

    private func wrongUse(_ vi: String, _ en: String) -> ExitCode {
        say(vi, en)
        return ExitStatus.wrongUse.error
    }

    private func fill(_ record: inout NewRecord) throws {
        record.title = title
        if let type {
            try require(type, among: record.content.vocabulary.types.map(\.id), "--type")
            record.type = type
        }
        if let issuer {
            try require(issuer, among: record.content.vocabulary.issuers.map(\.id), "--issuer")
            record.issuer = issuer
        }
        if let issued {
            guard let date = PartialDate(written: issued) else {
                throw wrongUse(
                    "--issued: không hiểu ngày “\(issued)”; viết như 2014-08-18 hoặc 18/8/2014",
                    "--issued: “\(issued)” is no date; write it like 2014-08-18 or 18/8/2014")
            }
            record.issued = date
        }
        if let kind {
            guard let stated = Kind(rawValue: kind), stated == .directive || stated == .guidance else {
                throw wrongUse("--kind: directive hoặc guidance", "--kind: directive or guidance")
            }
            record.statedKind = stated
        }
    }

    private func require(_ id: String, among known: [String], _ option: String) throws {
        guard known.isEmpty || known.contains(id) else {
            throw wrongUse("\(option): không có “\(id)” trong danh mục", "\(option): “\(id)” is not in the vocabulary")
        }
    }

    /// Makes the file, never over another one.
    private func write(_ data: Data, to file: URL, _ shown: String) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard !FileManager.default.fileExists(atPath: file.path) else { throw refusal(shown) }
        do {
            try data.write(to: file, options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw refusal(shown)
        }
    }

    private func refusal(_ path: String) -> ExitCode {
        wrongUse(
            "\(path) đã có, không ghi đè: mở tệp ấy để sửa. Nếu là văn bản khác cùng số, thêm --issued hoặc --issuer để phân biệt",
            "\(path) is there already and stays: open it to edit it. If yours is another document with that number, "
                + "tell them apart by --issued or --issuer")
    }

    private func say(_ vi: String, _ en: String) { Terminal.complain(speech.language == .vietnamese ? vi : en) }
}
