import ArgumentParser
import Building
import Diagnostics

/// `tracuu check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kiểm tra toàn bộ nội dung, không ghi gì (reports all that is wrong, writes nothing).")

    @OptionGroup var content: ContentOptions
    @OptionGroup var speech: SpeechOptions

    @Flag(help: "Only errors.")
    var quiet = false

    @Flag(help: "Lists the codes of all diagnostics, tab-separated, and ends.")
    var listCodes = false

    mutating func run() async throws {
        if listCodes {
            for kind in DiagnosticKind.all {
                print("\(kind.code)\t\(kind.severity.rawValue)\t\(kind.message[speech.language])")
            }
            return
        }
        let report = try await SiteBuild(content.buildOptions).check()
        ReportSpeaker(language: speech.language, content: content.content, templates: content.buildOptions.templates)
            .tell(report, from: quiet ? .error : .note)
        if report.diagnostics.hasErrors { throw ExitStatus.contentErrors.error }
    }
}
