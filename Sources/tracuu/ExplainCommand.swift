import ArgumentParser
import Diagnostics
import Foundation
import VietnameseText

/// `tracuu explain`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Giải thích một mã thông báo và cách sửa (what a diagnostic means and how to mend it).")

    @Argument(help: ArgumentHelp("Code, such as TC107; without one, the list of all.", valueName: "code"))
    var code: String?

    @Option(help: ArgumentHelp("Folder to write a page for every code into, in both languages.", valueName: "dir"))
    var writePages: String?

    @OptionGroup var speech: SpeechOptions

    mutating func run() throws {
        if let writePages {
            try write(to: writePages)
        } else if let code {
            try Terminal.output(ExplanationPage.text(of: try Self.kind(code), speech.language), terminator: "")
        } else {
            for kind in DiagnosticKind.all {
                try Terminal.output(
                    "\(kind.code)  \(kind.severity.word(speech.language))  \(kind.headline(speech.language))")
            }
        }
    }

    /// `TC107`, also typed as `tc107` or `107`.
    private static func kind(_ typed: String) throws -> DiagnosticKind {
        let digits = typed.uppercased().hasPrefix("TC") ? typed.dropFirst(2) : typed[...]
        let code = "TC\(digits)"
        if let kind = DiagnosticKind.all.first(where: { $0.code == code }) { return kind }
        let near = Spelling.nearest(code, among: DiagnosticKind.all.map(\.code))
        throw ValidationError(
            "không có mã “\(typed)” (there is no code “\(typed)”)"
                + (near.map { "; có phải là \($0)? (did you mean \($0)?)" } ?? ""))
    }

    /// A page for each code, Vietnamese first, and a list of them.
    private func write(to folder: String) throws {
        let directory = URL(filePath: folder, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        var list = "# Mã thông báo · Diagnostics\n\n"
        for kind in DiagnosticKind.all {
            let page =
                ExplanationPage.text(of: kind, .vietnamese) + "\n---\n\n" + ExplanationPage.text(of: kind, .english)
            try Data(page.utf8).write(to: directory.appending(path: "\(kind.code).md"), options: .atomic)
            list += "- [\(kind.code)](\(kind.code).md) \(kind.headline(.vietnamese)) · \(kind.headline(.english))\n"
        }
        try Data(list.utf8).write(to: directory.appending(path: "README.md"), options: .atomic)
    }
}
