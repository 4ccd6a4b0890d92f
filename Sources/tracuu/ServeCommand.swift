import ArgumentParser
import Building
import Diagnostics
import Preview
import RecordEditor
import Records

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

            --edit also serves screens in which records are written and changed, and opens them in a browser. Its address is \
            printed once and holds a key: whoever has it can change the content, from this machine alone.
            """)

    @OptionGroup var content: ContentOptions
    @OptionGroup var speech: SpeechOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Port; 0 for any that is free.", valueName: "n"))
    var port: UInt16 = 8080

    @Option(
        help: ArgumentHelp("IPv4 address to be reached at; 0.0.0.0 lets the whole network in.", valueName: "address"))
    var host = "127.0.0.1"

    @Flag(help: "Sửa bản ghi trong trình duyệt (edits records in the browser).")
    var edit = false

    @Option(
        help: ArgumentHelp(
            "Port of the editor; 0 for any that is free. Without it the one after the preview's.", valueName: "n"))
    var editPort: UInt16?

    @Flag(help: "With --edit: prints the address and opens no browser.")
    var noOpen = false

    @Flag(help: "Time of each phase of each look at the folders.")
    var verbose = false

    func validate() throws {
        if edit, host != "127.0.0.1" {
            throw ValidationError(
                "--edit chỉ dùng trên máy này, không đi cùng --host (--edit serves this machine alone)")
        }
        if edit, content.edition != nil, content.edition != Edition.everything {
            throw ValidationError(
                "--edit sửa toàn bộ nội dung, không đi cùng --edition (--edit is about all of the content)")
        }
        if editPort != nil || noOpen, !edit {
            throw ValidationError("--edit-port và --no-open đi cùng --edit (they go with --edit)")
        }
    }

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
        if edit { return try await runEditor(options, words) }
        let server = PreviewServer(try PreviewSite(options, words: words), options: options, host: host, port: port)
        let host = host
        try await server.run { port in
            Terminal.complain(
                language == .vietnamese
                    ? "xem trước ở http://\(host):\(port)/ — Ctrl-C để dừng"
                    : "preview at http://\(host):\(port)/ — Ctrl-C to stop")
        }
    }

    private func runEditor(_ options: BuildOptions, _ words: PreviewSite.Words) async throws {
        let (language, opens) = (speech.language, !noOpen)
        let server = EditorServer(options, words: words, previewPort: port, port: editPort)
        try await server.run { address in
            Terminal.complain(
                language == .vietnamese
                    ? "sửa bản ghi ở \(address) — Ctrl-C để dừng" : "edit records at \(address) — Ctrl-C to stop")
            if opens { BrowserOpening.open(address) }
        }
    }

    private static func displayPath(_ file: String, _ options: BuildOptions) -> String {
        DiagnosticSources(of: [], content: options.content, templates: options.templates).displayPath(file)
    }
}
