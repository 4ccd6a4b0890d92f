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

    @Argument(help: ArgumentHelp("Number in any form, such as 100-KL/TW.", valueName: "number"))
    var number: [String]

    @Option(help: ArgumentHelp("Folder of records, vocabulary and attachments.", valueName: "dir"))
    var content = "content"

    @Option(help: ArgumentHelp("Issue date.", valueName: "yyyy-mm-dd"))
    var issued: String?

    @Option(help: "Title.")
    var title: String?

    @Option(help: ArgumentHelp("Id of its type, when the number leaves a choice.", valueName: "id"))
    var type: String?

    @Option(help: ArgumentHelp("Id of the body that issued it, when the number leaves a choice.", valueName: "id"))
    var issuer: String?

    @OptionGroup var speech: SpeechOptions

    mutating func run() async throws {
        let folder = ContentFolder(content)
        guard folder.exists else { throw BuildError.noContent(content) }
        let loaded = try await ContentLoader(folder: folder, jobs: 1).load()
        let typed = number.joined(separator: " ")
        guard var record = NewRecord(typed: typed, content: loaded) else {
            throw ValidationError(
                "“\(typed)” không phải số hiệu đầy đủ như 100-KL/TW (is not a whole number such as 100-KL/TW)")
        }
        try fill(&record)
        if Terminal.canAsk { ask(&record) }
        let path = record.path
        let file = URL(filePath: folder.path).appending(path: path)
        for other in record.bearers {
            say("số này đã có ở \(content)/\(other.path)", "\(content)/\(other.path) bears this number already")
        }
        if let same = record.sameDocument { throw refusal("\(content)/\(same.path)") }
        try write(Data(RecordTemplate(record, language: speech.language).filled().utf8), to: file, "\(content)/\(path)")
        try Terminal.output("\(content)/\(path)")
        say(
            "đã tạo; mở tệp, điền các trường, rồi chạy: tracuu check --content \(content)",
            "made; open it, fill in the fields, then run: tracuu check --content \(content)")
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
            guard let date = PartialDate(iso: issued) else {
                throw ValidationError(
                    "--issued: “\(issued)” không phải ngày dạng 2014-08-18 (not a date like 2014-08-18)")
            }
            record.issued = date
        }
    }

    private func require(_ id: String, among known: [String], _ option: String) throws {
        guard known.isEmpty || known.contains(id) else {
            throw ValidationError("\(option): không có “\(id)” trong danh mục (is not in the vocabulary)")
        }
    }

    /// Questions to whoever sits at the terminal; an empty answer leaves the field for later.
    private func ask(_ record: inout NewRecord) {
        if record.type == nil { record.type = choose(record.types.map { ($0.id, $0.name) }, "Loại văn bản", "Type") }
        if record.issuer == nil {
            record.issuer = choose(record.issuers.map { ($0.id, $0.name) }, "Cơ quan ban hành", "Issuing body")
        }
        if record.title == nil { record.title = answer("Tên (trích yếu)", "Title") }
        while record.issued == nil, let text = answer("Ngày ban hành (2014-08-18)", "Issue date (2014-08-18)") {
            record.issued = PartialDate(iso: text)
        }
    }

    private func choose(_ choices: [(id: String, name: String)], _ vi: String, _ en: String) -> String? {
        guard !choices.isEmpty else { return nil }
        for (index, choice) in choices.enumerated() {
            Terminal.complain("  \(index + 1). \(choice.name) (\(choice.id))")
        }
        guard let place = answer("\(vi), 1–\(choices.count)", "\(en), 1–\(choices.count)").flatMap({ Int($0) }),
            choices.indices.contains(place - 1)
        else { return nil }
        return choices[place - 1].id
    }

    private func answer(_ vi: String, _ en: String) -> String? {
        Terminal.ask((speech.language == .vietnamese ? vi : en) + ": ")
        let text = readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces) ?? ""
        return text.isEmpty ? nil : text
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

    private func refusal(_ path: String) -> ValidationError {
        ValidationError(
            """
            \(path) đã có, không ghi đè; nếu là văn bản khác cùng số, thêm --issued hoặc --issuer để phân biệt \
            (is there already and stays; if yours is another document with that number, tell them apart by --issued or --issuer)
            """)
    }

    private func say(_ vi: String, _ en: String) { Terminal.complain(speech.language == .vietnamese ? vi : en) }
}
