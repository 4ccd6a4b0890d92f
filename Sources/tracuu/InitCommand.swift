import ArgumentParser
import Diagnostics
import Editing
import Foundation

extension NewSite.System: ExpressibleByArgument {}

/// `tracuu init DIR`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Tạo một trang của riêng mình (makes a site of your own).",
        discussion: """
            Writes content/ with configuration, vocabulary and a first page, templates to fill in (mau/), settings for VS Code \
            and examples for GitLab and GitHub. Files that are there already stay.
            """)

    @Argument(help: ArgumentHelp("New folder; the current one without it.", valueName: "dir"))
    var folder = "."

    @Option(help: "Name of the site.")
    var title: String?

    @Option(help: ArgumentHelp("Whose documents: of the Party, the State, or both.", valueName: "party|state|both"))
    var system: NewSite.System?

    @Option(help: ArgumentHelp("Language of the site's interface.", valueName: "vi|en"))
    var siteLanguage: Language = .vietnamese

    @Flag(help: "Everything is public: no edition for the office alone.")
    var publicOnly = false

    @Flag(help: "Asks nothing.")
    var yes = false

    @OptionGroup var speech: SpeechOptions

    func run() throws {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        if FileManager.default.fileExists(atPath: root.appending(path: "content/site.yml").path) {
            Terminal.complain(
                words(
                    """
                    \(folder)/content/site.yml đã có: đây đã là một trang. Tên và ngôn ngữ của trang đổi trong tệp ấy.
                    Thêm văn bản: tracuu import TỆP, hoặc tracuu new SỐ-HIỆU
                    """,
                    """
                    \(folder)/content/site.yml is there: this is a site already. Its name and language are changed in that file.
                    Add documents: tracuu import FILE, or tracuu new NUMBER
                    """
                ))
            throw ExitStatus.wrongUse.error
        }
        var site = NewSite(
            title: title ?? words("Tra cứu văn bản", "Documents"), language: siteLanguage, system: system ?? .both,
            hasInternalReaders: !publicOnly)
        if Terminal.canAsk, !yes { ask(&site) }
        for (path, text) in site.files { try write(text, to: root.appending(path: path)) }
        if !FileManager.default.fileExists(atPath: root.appending(path: ".vscode/settings.json").path) {
            try EditorSettings.write(language: speech.language, to: root)
        }
        try Terminal.output(root.appending(path: "content").relativePath)
        Terminal.complain(
            words(
                """
                đã tạo. Tiếp theo:
                  cd \(folder)
                  tracuu serve                      xem trang ở http://127.0.0.1:8080/
                  tracuu import quyet-dinh.docx     nhập một văn bản Word
                  tracuu check                      kiểm tra
                """,
                """
                made. Next:
                  cd \(folder)
                  tracuu serve                      shows the site at http://127.0.0.1:8080/
                  tracuu import decision.docx       makes a record of a Word file
                  tracuu check                      checks it
                """))
    }

    private func write(_ text: String, to file: URL) throws {
        guard !FileManager.default.fileExists(atPath: file.path) else { return }
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .withoutOverwriting)
    }

    private func ask(_ site: inout NewSite) {
        if title == nil, let answer = answer("Tên của trang [\(site.title)]", "Name of the site [\(site.title)]") {
            site.title = answer
        }
        if system == nil {
            let answer = answer(
                "Văn bản của Đảng (d), Nhà nước (n) hay cả hai [cả hai]",
                "Documents of the Party (d), State (n) or both [both]")
            switch answer?.lowercased().first {
            case "d", "đ", "p": site.system = .party
            case "n", "s": site.system = .state
            default: break
            }
        }
        if !publicOnly {
            let answer = answer(
                "Có văn bản chỉ cho nội bộ không? [C/k]", "Are some documents for the office alone? [Y/n]")
            site.hasInternalReaders = !["k", "n"].contains(answer?.lowercased().first ?? "c")
        }
    }

    private func answer(_ vi: String, _ en: String) -> String? {
        Terminal.ask(words(vi, en) + ": ")
        let text = readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces) ?? ""
        return text.isEmpty ? nil : text
    }

    private func words(_ vi: String, _ en: String) -> String { speech.language == .vietnamese ? vi : en }
}
