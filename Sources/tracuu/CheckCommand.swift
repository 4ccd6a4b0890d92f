import ArgumentParser
import Building
import Diagnostics
import Foundation
import Records

/// `tracuu check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kiểm tra toàn bộ nội dung, không ghi gì (reports all that is wrong, writes nothing).",
        discussion: """
            --fix mends what has one right answer: BOM, CRLF, NFD, look-alikes of Đ, dashes and leftovers in numbers, \
            dates such as 18/8/2014, misspelt keys, blanks at line ends. It shows the changes first, and writes them when \
            you agree or with --yes.
            """)

    @OptionGroup var content: ContentOptions
    @OptionGroup var speech: SpeechOptions

    @Option(help: ArgumentHelp("Form of the report.", valueName: "text|json|sarif|github"))
    var format: ReportFormat = .text

    @Flag(help: "Only errors.")
    var quiet = false

    @Flag(help: "Every finding, however many there are of one code.")
    var all = false

    @Flag(help: "Shows, then makes, the changes that have one right answer; reports what is left.")
    var fix = false

    @Flag(help: "With --fix: writes without asking.")
    var yes = false

    @Flag(help: "Lists the codes of all diagnostics, tab-separated, and ends.")
    var listCodes = false

    @Option(
        help: ArgumentHelp(
            "Writes the citations found in all texts to a file, tab-separated, instead of checking.", valueName: "file")
    )
    var citations: String?

    func validate() throws {
        if yes, !fix { throw ValidationError("--yes đi cùng --fix (--yes goes with --fix)") }
        if fix, format != .text { throw ValidationError("--fix chỉ đi cùng --format text (--fix goes with text only)") }
    }

    mutating func run() async throws {
        if listCodes {
            for kind in DiagnosticKind.all {
                try Terminal.output("\(kind.code)\t\(kind.severity.rawValue)\t\(kind.message[speech.language])")
            }
            return
        }
        if let citations {
            let table = try await SiteBuild(content.buildOptions).citations()
            try Data(table).write(to: URL(filePath: citations))
            return
        }
        if fix {
            let folder = ContentFolder(content.content)
            guard folder.exists else { throw BuildError.noContent(content.content) }
            let session = FixSession(
                folder: folder, jobs: content.buildOptions.jobs, language: speech.language, isAgreed: yes)
            try await session.run()
        }
        let report = try await SiteBuild(content.buildOptions).check()
        let speaker = ReportSpeaker(
            language: speech.language, content: content.content, templates: content.buildOptions.templates)
        let least: Severity = quiet ? .error : .note
        if format == .text {
            speaker.tell(report, from: least, all: all, saysNone: !quiet)
        } else {
            try speaker.write(report, as: format, from: least)
        }
        if report.diagnostics.hasErrors { throw ExitStatus.contentErrors.error }
    }
}
