import Diagnostics
import Editing
import Foundation
import Records

/// `tracuu check --fix`: shows what would change, asks where somebody can answer, and writes.
struct FixSession {
    let folder: ContentFolder
    let jobs: Int
    let language: Language
    /// Writes without asking.
    let isAgreed: Bool

    func run() async throws {
        let fixes = try await ContentFixer(folder: folder, jobs: jobs).fixes()
        guard !fixes.isEmpty else {
            say("không có gì để tự sửa", "nothing to fix")
            return
        }
        for fix in fixes { try Terminal.output(fix.diff(displayPath: "\(folder.path)/\(fix.path)"), terminator: "") }
        guard isAgreed || askToWrite(fixes.count) else {
            say(
                "chưa ghi gì; thêm --yes để sửa \(fixes.count) tệp trên",
                "nothing written; --yes fixes the \(fixes.count) files above")
            return
        }
        for fix in fixes { try FileReplacement.replace(fix, in: folder) }
        say("đã sửa \(fixes.count) tệp", "\(fixes.count) files fixed")
    }

    /// Asks on a terminal; elsewhere nobody can answer, and the answer is no.
    private func askToWrite(_ count: Int) -> Bool {
        guard Terminal.canAsk else { return false }
        Terminal.ask(
            language == .vietnamese ? "Sửa \(count) tệp như trên? [c/K] " : "Fix \(count) files as above? [y/N] ")
        let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
        return ["c", "có", "co", "y", "yes"].contains(answer)
    }

    private func say(_ vi: String, _ en: String) { Terminal.complain(language == .vietnamese ? vi : en) }
}
