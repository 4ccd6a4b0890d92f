import ArgumentParser
import Building
import Diagnostics
import Foundation
import Records

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
        let inside = URL(filePath: output).standardizedFileURL.path + "/"
        if inside.hasPrefix(URL(filePath: content.content).standardizedFileURL.path + "/") {
            throw ValidationError(
                "--output không được nằm trong thư mục nội dung (--output must not lie inside --content)")
        }
    }

    mutating func run() async throws {
        try requireEdition()
        var options = content.buildOptions
        options.replacesEdition = replaceEdition
        let report = try await SiteBuild(options).publish(to: output)
        let speaker = ReportSpeaker(
            language: speech.language, content: content.content, templates: content.buildOptions.templates)
        speaker.tell(report, from: quiet ? .error : .warning)
        if verbose { speaker.tellPhases(report) }
        guard let publication = report.publication else { throw ExitStatus.contentErrors.error }
        if recordRelease { _ = try await SiteBuild(content.buildOptions).recordRelease() }
        if !quiet { speaker.tell(publication, records: report.records, output: output, edition: options.edition) }
        withExtendedLifetime(report) { ExitStatus.done.end() }
    }

    /// Where `site.yml` has editions, what is published is said, so that nothing goes out by forgetting an option.
    private func requireEdition() throws {
        guard content.edition == nil else { return }
        let folder = ContentFolder(content.content)
        guard folder.exists else { throw BuildError.noContent(content.content) }
        let configuration = try ContentLoader(folder: folder, jobs: 1).configuration()
        guard configuration.namesEditions else { return }
        throw BuildError.editionNotNamed(known: configuration.editions.map(\.id))
    }
}
