import ArgumentParser
import Building
import Diagnostics
import Preview

/// `tracuu serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract:
            "Xem trước trang trong lúc viết; trang tự tải lại sau mỗi lần lưu (previews the site while it is written).",
        discussion: """
            Nothing is written to disk. The page that is open reloads when it has changed and keeps its place; errors show \
            over it, with file and line, until they are mended. Only this machine reaches the preview, unless --host says \
            otherwise. Ctrl-C ends it.
            """)

    @OptionGroup var content: ContentOptions
    @OptionGroup var speech: SpeechOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Port; 0 for any that is free.", valueName: "n"))
    var port: UInt16 = 8080

    @Option(
        help: ArgumentHelp("IPv4 address to be reached at; 0.0.0.0 lets the whole network in.", valueName: "address"))
    var host = "127.0.0.1"

    @Flag(help: "Time of each phase of each look at the folders.")
    var verbose = false

    mutating func run() async throws {
        let options = content.buildOptions
        // Wrong folders are a mistake in the command, not something to wait for.
        try SiteBuild(options).requireFolders()
        let speaker = ReportSpeaker(language: speech.language, content: options.content, templates: options.templates)
        let (language, isVerbose) = (speech.language, verbose)
        let words = PreviewSite.Words(
            language: language, toolVersion: Tracuu.version, displayPath: { Self.displayPath($0, options) },
            tell: { report in
                speaker.tell(report, from: .warning, saysNone: true)
            },
            tellTimes: { report in if isVerbose { speaker.tellPhases(report) } })
        let server = PreviewServer(try PreviewSite(options, words: words), options: options, host: host, port: port)
        let host = host
        try await server.run { port in
            Terminal.complain(
                language == .vietnamese
                    ? "xem trước ở http://\(host):\(port)/ — Ctrl-C để dừng"
                    : "preview at http://\(host):\(port)/ — Ctrl-C to stop")
        }
    }

    private static func displayPath(_ file: String, _ options: BuildOptions) -> String {
        DiagnosticSources(of: [], content: options.content, templates: options.templates).displayPath(file)
    }
}
