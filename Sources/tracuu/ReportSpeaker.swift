import Building
import Diagnostics
import Publishing

/// Tells people what a build found and did.
struct ReportSpeaker {
    let language: Language
    let content: String
    let templates: String

    /// Findings of a weight and above with their lines, then a count. Of one code only the first are
    /// given, of warnings and notes few, unless `all` are asked for: a habit of a whole collection must not hide what is rare.
    /// `saysNone` says so, too, when nothing is wrong.
    func tell(_ report: BuildReport, from least: Severity, all: Bool = false, saysNone: Bool = false) {
        let diagnostics = report.diagnostics
        let shown = diagnostics.filter { $0.severity >= least }
        var given: [DiagnosticKind: Int] = [:]
        let told = shown.filter { diagnostic in
            given[diagnostic.kind, default: 0] += 1
            return all || given[diagnostic.kind, default: 0] <= Self.most(diagnostic.severity)
        }
        let sources = DiagnosticSources(of: told, content: content, templates: templates)
        let text = TextReport(
            language: language, usesColour: Terminal.usesColour, displayPath: sources.displayPath, line: sources.line)
        var words = told.map { text.text(of: $0, at: sources.inFile($0).span) }.joined()
        let omitted = shown.count == told.count ? [:] : Dictionary(grouping: shown, by: \.kind)
        for (kind, found) in omitted.sorted(by: { $0.key.code < $1.key.code }) {
            guard let severity = found.first?.severity, found.count > Self.most(severity) else { continue }
            words += text.text(ofOmitted: found.count - Self.most(severity), kind, severity)
        }
        if !words.isEmpty { Terminal.tell(words) }
        tellCounts(diagnostics, from: least, saysNone: saysNone)
    }

    /// How many findings of one code are given in full.
    private static func most(_ severity: Severity) -> Int {
        switch severity {
        case .error: 500
        case .warning: 20
        case .note: 5
        }
    }

    private func tellCounts(_ diagnostics: [Diagnostic], from least: Severity, saysNone: Bool) {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        let tellsWarnings = least < .error && (warnings > 0 || errors > 0)
        guard errors > 0 || tellsWarnings || saysNone else { return }
        Terminal.complain(Self.counts(errors, tellsWarnings ? warnings : nil, language))
    }

    /// `không có lỗi`, `không có lỗi, 3 cảnh báo`, `2 lỗi, 0 cảnh báo; trang đã xuất bản giữ nguyên`.
    private static func counts(_ errors: Int, _ warnings: Int?, _ language: Language) -> String {
        switch language {
        case .vietnamese:
            (errors == 0 ? "không có lỗi" : "\(errors) lỗi") + (warnings.map { ", \($0) cảnh báo" } ?? "")
                + (errors > 0 ? "; trang đã xuất bản giữ nguyên" : "")
        case .english:
            (errors == 0 ? "no errors" : "\(errors) \(errors == 1 ? "error" : "errors")")
                + (warnings.map { ", \($0) \($0 == 1 ? "warning" : "warnings")" } ?? "")
                + (errors > 0 ? "; the published site is untouched" : "")
        }
    }

    /// Findings of a weight and above for programs, on standard output.
    func write(_ report: BuildReport, as format: ReportFormat, from least: Severity) throws {
        let shown = report.diagnostics.filter { $0.severity >= least }
        let sources = DiagnosticSources(of: shown, content: content, templates: templates)
        let placed = shown.map(sources.inFile)
        let path = sources.displayPath
        let text =
            switch format {
            case .text: ""
            case .json:
                try JSONReport(placed, toolVersion: Tracuu.version, language: language, displayPath: path).text()
            case .sarif:
                try SARIFReport(placed, toolVersion: Tracuu.version, language: language, displayPath: path).text()
            case .github: GitHubReport.text(of: placed, language: language, displayPath: path)
            }
        try Terminal.output(text, terminator: "")
    }

    func tell(_ publication: PublishReport, of report: BuildReport, output: String, edition: String?) {
        let records = report.records
        if report.withheld > 0 {
            Terminal.complain(
                language == .vietnamese
                    ? "\(report.withheld) bản ghi không thuộc ấn bản này, theo trường “audience”"
                    : "\(report.withheld) records are not of this edition, by their “audience”")
        }
        let kilobytes = (publication.bytes + 512) / 1024
        Terminal.complain(
            language == .vietnamese
                ? "\(records) bản ghi, \(publication.files) tệp (\(kilobytes) KiB) trong \(output)\(edition.map { " (ấn bản \($0))" } ?? ""): ghi \(publication.written), bỏ \(publication.removed)"
                : "\(records) records, \(publication.files) files (\(kilobytes) KiB) in \(output)\(edition.map { " (edition \($0))" } ?? ""): \(publication.written) written, \(publication.removed) removed"
        )
    }

    func tellPhases(_ report: BuildReport) {
        for phase in report.phases {
            let name = phase.name.padding(to: 20)
            Terminal.complain("\(name) \(Self.milliseconds(phase.wall)) ms, CPU \(Self.milliseconds(phase.cpu)) ms")
        }
        explain(report)
    }

    /// What was made again and because of which fact, the pages of one fact together.
    private func explain(_ report: BuildReport) {
        guard let pages = report.explanation else { return }
        for (reason, pages) in Dictionary(grouping: pages, by: \.reason).sorted(by: { $0.key < $1.key }) {
            let shown = pages.map(\.page).sorted().prefix(Self.shownPages).joined(separator: ", ")
            let more = pages.count > Self.shownPages ? ", … (\(pages.count))" : ""
            Terminal.complain(
                language == .vietnamese
                    ? "dựng lại vì \(reason): \(shown)\(more)" : "made again because of \(reason): \(shown)\(more)")
        }
    }

    private static let shownPages = 4

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
