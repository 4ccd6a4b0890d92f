import ArgumentParser
import Diagnostics
import Publishing

/// `tracuu verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Đối chiếu một trang đã xuất bản với bảng kê (checks a published tree against its manifest).")

    @Argument(help: ArgumentHelp("Folder of the published site.", valueName: "dir"))
    var directory: String

    @OptionGroup var speech: SpeechOptions

    mutating func run() throws {
        let report = try verify(directory: directory)
        let isVietnamese = speech.language == .vietnamese
        for path in report.missing { Terminal.complain((isVietnamese ? "thiếu: " : "missing: ") + path) }
        for path in report.changed { Terminal.complain((isVietnamese ? "bị sửa: " : "changed: ") + path) }
        for path in report.extra { Terminal.complain((isVietnamese ? "thừa: " : "extra: ") + path) }
        try Terminal.output(
            isVietnamese
                ? "\(report.files) tệp: thiếu \(report.missing.count), bị sửa \(report.changed.count), thừa \(report.extra.count)"
                : "\(report.files) files: \(report.missing.count) missing, \(report.changed.count) changed, \(report.extra.count) extra"
        )
        if !report.isSound { throw ExitStatus.contentErrors.error }
    }
}
