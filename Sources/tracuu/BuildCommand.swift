import ArgumentParser
import Building
import Diagnostics

/// `tracuu build`
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Dựng trang và xuất bản vào một thư mục (builds the site and publishes it).")

    @OptionGroup var content: ContentOptions
    @OptionGroup var speech: SpeechOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Folder to publish to.", valueName: "dir"))
    var output = "site"

    @Flag(
        help:
            "Notes in the content folder what is printed of surveys: later builds keep to it (use it on each release).")
    var recordRelease = false

    @Flag(help: "Publishes over a folder that holds another edition.")
    var replaceEdition = false

    @Flag(help: "Only errors.")
    var quiet = false

    @Flag(help: "Time of each phase; which pages were made again, and because of what.")
    var verbose = false

    func validate() throws {
        try OutputFolders.check(output, isOutside: content.content, option: "--output")
    }

    mutating func run() async throws {
        try content.requireEdition()
        var options = content.buildOptions
        options.replacesEdition = replaceEdition
        let report = try await SiteBuild(options).publish(to: output)
        let speaker = ReportSpeaker(
            language: speech.language, content: content.content, templates: content.buildOptions.templates)
        speaker.tell(report, from: quiet ? .error : .warning)
        if verbose { speaker.tellPhases(report) }
        guard let publication = report.publication else { throw ExitStatus.contentErrors.error }
        if recordRelease { _ = try await SiteBuild(content.buildOptions).recordRelease() }
        if !quiet { speaker.tell(publication, of: report, output: output, edition: options.edition) }
        withExtendedLifetime(report) { ExitStatus.done.end() }
    }
}
