import Building
import Diagnostics
import Publishing
import Records

/// Tells people what a build found and did.
struct ReportSpeaker {
    let language: Language
    let content: String
    let templates: String

    /// Findings of a weight and above with their lines, then a count.
    func tell(_ report: BuildReport, from least: Severity) {
        let text = TextReport(
            language: language, usesColour: Terminal.usesColour,
            displayPath: { [content, templates] file in
                Self.isTemplate(file) ? "\(templates)/\(file)" : "\(content)/\(file)"
            },
            line: { [content, templates] file, line in
                let folder = ContentFolder(Self.isTemplate(file) ? templates : content)
                guard let bytes = try? folder.read(file) else { return nil }
                return SourceText.line(line, of: bytes)
            })
        let shown = report.diagnostics.filter { $0.severity >= least }
        for diagnostic in shown { Terminal.complain(text.text(of: diagnostic)) }
        let errors = report.diagnostics.count { $0.severity == .error }
        let warnings = report.diagnostics.count { $0.severity == .warning }
        guard errors > 0 || (warnings > 0 && least < .error) else { return }
        Terminal.complain(
            language == .vietnamese
                ? "\(errors) lỗi, \(warnings) cảnh báo" + (errors > 0 ? "; trang đã xuất bản giữ nguyên" : "")
                : "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
                    + (errors > 0 ? "; the published site is untouched" : ""))
    }

    func tell(_ publication: PublishReport, records: Int, output: String) {
        let kilobytes = (publication.bytes + 512) / 1024
        Terminal.complain(
            language == .vietnamese
                ? "\(records) bản ghi, \(publication.files) tệp (\(kilobytes) KiB) trong \(output): ghi \(publication.written), bỏ \(publication.removed)"
                : "\(records) records, \(publication.files) files (\(kilobytes) KiB) in \(output): \(publication.written) written, \(publication.removed) removed"
        )
    }

    func tellPhases(_ report: BuildReport) {
        for phase in report.phases {
            let name = phase.name.padding(to: 20)
            Terminal.complain("\(name) \(Self.milliseconds(phase.wall)) ms, CPU \(Self.milliseconds(phase.cpu)) ms")
        }
    }

    private static func isTemplate(_ file: String) -> Bool {
        file.hasSuffix(".mustache") || file == "strings.ini" || file == "bundles.txt" || file.hasPrefix("assets/")
    }

    private static func milliseconds(_ seconds: Double) -> String {
        String(Int((seconds * 1000).rounded())).padding(to: 6, onLeft: true)
    }
}

extension String {
    fileprivate func padding(to width: Int, onLeft: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - count))
        return onLeft ? blanks + self : self + blanks
    }
}
