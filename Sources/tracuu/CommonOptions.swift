import ArgumentParser
import Building
import Catalogue
import Diagnostics
import Foundation
import Records

extension Language: ExpressibleByArgument {}

/// How the command speaks.
struct SpeechOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Language of messages: vi or en.", valueName: "vi|en"))
    var language: Language = .vietnamese
}

/// What is built, and from what.
struct ContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of records, vocabulary and attachments.", valueName: "dir"))
    var content = "content"

    @Option(help: ArgumentHelp("Folder of templates, styles and scripts.", valueName: "dir"))
    var templates: String?

    @Option(help: ArgumentHelp("Edition of site.yml; “all” for everything.", valueName: "id"))
    var edition: String?

    @Option(
        help: ArgumentHelp(
            "Day that status is computed for; SOURCE_DATE_EPOCH or else today in Vietnam without it.",
            valueName: "yyyy-mm-dd"))
    var asOf: String?

    @Option(help: ArgumentHelp("How many things are done at once; all processors without it.", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Also the made-up samples in findings/vi-du.")
    var withExamples = false

    @Flag(help: "Follows symbolic links out of the folders of content and templates.")
    var followLinks = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs: cần số từ 1 trở lên (a number from 1 on)") }
        if asOf == nil, let text = Self.sourceDate, Int(text).map(Self.knownSeconds.contains) != true {
            throw ValidationError(
                "SOURCE_DATE_EPOCH: “\(text)” không phải số giây từ năm 1970 đến 9999 (not seconds from 1970 to 9999)")
        }
        if let asOf, CalendarDay(iso: asOf) == nil {
            throw ValidationError("--as-of: “\(asOf)” không phải ngày dạng 2026-11-23 (not a day like 2026-11-23)")
        }
    }

    /// Where `site.yml` has editions, what is published is said, so that nothing goes out by forgetting an option.
    func requireEdition() throws {
        guard edition == nil else { return }
        let folder = ContentFolder(content)
        guard folder.exists else { throw BuildError.noContent(content) }
        let configuration = try ContentLoader(folder: folder, jobs: 1).configuration()
        guard configuration.namesEditions else { return }
        throw BuildError.editionNotNamed(known: configuration.editions.map(\.id))
    }

    var buildOptions: BuildOptions {
        var options = BuildOptions(
            content: content, templates: templates ?? InstalledTemplates.folder,
            edition: edition == Edition.everything ? nil : edition, asOf: day,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, examples: withExamples)
        options.followsLinks = followLinks
        return options
    }

    private var day: CalendarDay {
        if let day = asOf.flatMap(CalendarDay.init(iso:)) { return day }
        return CalendarDay(unixSeconds: Self.sourceDate.flatMap { Int($0) } ?? Int(Date().timeIntervalSince1970))
    }

    /// The moment that reproducible builds are made for (reproducible-builds.org).
    private static var sourceDate: String? { ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] }

    /// The first second of 1970 to the last of 9999.
    private static let knownSeconds = 0...253_402_275_599
}

enum OutputFolders {
    /// Throws where a folder to write to lies in the content folder, which would read it.
    static func check(_ output: String, isOutside content: String, option: String) throws {
        let inside = URL(filePath: output).standardizedFileURL.path + "/"
        guard inside.hasPrefix(URL(filePath: content).standardizedFileURL.path + "/") else { return }
        throw ValidationError(
            "\(option) không được nằm trong thư mục nội dung (\(option) must not lie inside --content)")
    }
}

/// Where templates are when none are named: in the working folder, else beside the program, else where `make install` put them.
enum InstalledTemplates {
    static var folder: String {
        let own = "site-templates"
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let beside = program.appending(path: own).path
        let shared = program.deletingLastPathComponent().appending(path: "share/tracuu/\(own)").path
        return [own, beside, shared].first(where: FileManager.default.fileExists) ?? own
    }
}
