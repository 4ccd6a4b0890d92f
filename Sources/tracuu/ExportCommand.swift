import ArgumentParser
import Building
import Diagnostics

extension BulkExport: ExpressibleByArgument {}

/// `tracuu export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Xuất nội dung của một ấn bản cho máy chủ tìm kiếm (texts of an edition for a search server).")

    @OptionGroup var content: ContentOptions
    @OptionGroup var speech: SpeechOptions

    @Option(help: ArgumentHelp("What the files are for.", valueName: "opensearch|postgresql"))
    var format: BulkExport

    @Option(help: ArgumentHelp("Folder to write to.", valueName: "dir"))
    var to: String

    func validate() throws { try OutputFolders.check(to, isOutside: content.content, option: "--to") }

    mutating func run() async throws {
        try content.requireEdition()
        let options = content.buildOptions
        let (report, files) = try await SiteBuild(options).export(format, to: to)
        let speaker = ReportSpeaker(language: speech.language, content: content.content, templates: options.templates)
        speaker.tell(report, from: .error)
        guard !files.isEmpty else { throw ExitStatus.contentErrors.error }
        for file in files { try Terminal.output("\(to)/\(file)") }
    }
}
