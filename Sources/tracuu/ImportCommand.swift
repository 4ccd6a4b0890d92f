import ArgumentParser
import Building
import Diagnostics
import Documents
import Foundation
import Importing
import Records

extension LegacyEncoding: ExpressibleByArgument {}

/// `tracuu import van-ban.docx`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Nhập văn bản từ tệp Word, OpenDocument, HTML, PDF (makes records of document files).",
        discussion: """
            .docx .odt .html and text always; .doc .rtf through LibreOffice; .pdf through poppler's pdftotext. “-” reads \
            standard input. Folders are searched. Nothing is overwritten, and doubt becomes a comment in the record.
            """)

    enum Form: String, ExpressibleByArgument { case text, json }

    @Argument(help: ArgumentHelp("Files or folders; “-” for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("Content folder that the records go to.", valueName: "dir"))
    var into = "content"

    @Option(help: ArgumentHelp("directive or guidance; by the type of document without it.", valueName: "kind"))
    var kind: String?

    @Option(help: ArgumentHelp("Encoding of old texts.", valueName: "tcvn3|vni"))
    var from: LegacyEncoding?

    @Flag(help: "Keeps each file as an attachment of its record.")
    var keepOriginal = false

    @Flag(help: "Shows what would be written, and writes nothing.")
    var dryRun = false

    @Flag(help: "Takes what is proposed: new entries of the vocabulary, conversion of old encodings.")
    var yes = false

    @Flag(help: "One record a file, even where a decision carries a regulation.")
    var whole = false

    @Flag(help: "A record for each text of a file, such as a decision and the regulation it carries; asked without it.")
    var split = false

    @Option(help: ArgumentHelp("Form of the report.", valueName: "text|json"))
    var format: Form = .text

    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if let kind, kind != "directive", kind != "guidance" {
            throw ValidationError("--kind: directive hoặc guidance (directive or guidance)")
        }
        if whole, split { throw ValidationError("--whole hoặc --split (one of the two)") }
    }

    mutating func run() async throws {
        let folder = ContentFolder(into)
        guard folder.exists else { throw BuildError.noContent(into) }
        let content = try await ContentLoader(folder: folder, jobs: 1).load()
        var options = ImportOptions()
        options.kind = kind
        options.keepsOriginal = keepOriginal
        options.isDryRun = dryRun
        options.takesProposals = yes
        options.encoding = from
        options.isWhole = whole
        if Terminal.canAsk, format == .text, !yes {
            let questions = ImportQuestions(language: speech.language)
            if !split { options.asksWhetherWhole = questions.whether(whole:) }
            options.asksToConvert = questions.whetherToConvert
        }
        var importer = Importer(folder: folder.path, content: content, options: options)
        let sources = try ImportSources.expanded(files)
        var outcomes: [ImportOutcome] = []
        let report = ImportReportText(language: speech.language, content: into)
        for (index, source) in sources.enumerated() {
            if index % OfficeConverter.batchSize == 0 {
                importer.convert(sources[index...].prefix(OfficeConverter.batchSize).filter { $0 != "-" })
            }
            if format == .text, sources.count > 1, Terminal.canAsk {
                Terminal.complain("[\(index + 1)/\(sources.count)] \(source)")
            }
            let outcome =
                source == "-"
                ? importer.importDocument(name: "-", [UInt8](FileHandle.standardInput.readDataToEndOfFile()))
                : importer.importFile(source)
            if format == .text { Terminal.complain(report.lines(outcome, isDryRun: dryRun).joined(separator: "\n")) }
            outcomes.append(outcome)
        }
        if format == .json {
            try Terminal.output(try ImportReportJSON.text(outcomes))
        } else {
            for outcome in outcomes { for record in outcome.records { try Terminal.output("\(into)/\(record)") } }
            if outcomes.count > 1 { Terminal.complain(report.summary(outcomes)) }
        }
        if outcomes.contains(where: { $0.refusal != nil }) { throw ExitStatus.contentErrors.error }
    }
}

/// The files that are meant: folders stand for the documents below them.
enum ImportSources {
    private static let endings: Set<String> = ["docx", "odt", "html", "htm", "doc", "rtf", "pdf", "txt"]

    static func expanded(_ paths: [String]) throws -> [String] {
        var result: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            if path == "-" {
                result.append(path)
                continue
            }
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ValidationError("không có tệp “\(path)” (there is no such file)")
            }
            guard isFolder.boolValue else {
                result.append(path)
                continue
            }
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            let found = names.filter { name in
                let file = name.split(separator: "/").last ?? ""
                let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
                return endings.contains(ending) && !file.hasPrefix(".") && !file.hasPrefix("~$")
            }
            result += found.sorted().map { "\(path)/\($0)" }
        }
        return result
    }
}
