import ArgumentParser
import Diagnostics
import Foundation
import Records

extension FindingForm: ExpressibleByArgument {}

/// `tracuu new finding`
struct NewFindingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding",
        abstract: "Một bản ghi kết quả tổng hợp, có giải thích từng trường (a finding with its fields explained).")

    @Option(
        help: ArgumentHelp("survey (điều tra), monitoring (nắm bắt) or review (sơ kết, tổng kết).", valueName: "form"))
    var form: FindingForm

    @Option(
        help: ArgumentHelp("Name of the file, without extension: small letters, digits, hyphens.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Folder of records, vocabulary and attachments.", valueName: "dir"))
    var content = "content"

    func validate() throws {
        guard let name else { return }
        let isName =
            !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix("-")
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        if !isName {
            throw ValidationError(
                "--name: “\(name)” phải là chữ thường không dấu, chữ số, gạch nối (small letters, digits, hyphens)")
        }
    }

    func run() throws {
        let folder = URL(filePath: content).appending(path: "findings")
        let name = name ?? FindingSample.standardName(form)
        var files = [("\(name).md", FindingSample.record(form, name: name))]
        if form == .survey { files.append(("\(name)-q1.csv", FindingSample.table)) }
        guard FileManager.default.fileExists(atPath: content) else {
            throw ValidationError("không có thư mục nội dung “\(content)” (there is no content folder)")
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (file, _) in files where FileManager.default.fileExists(atPath: folder.appending(path: file).path) {
            throw ValidationError(
                "đã có tệp “\(folder.appending(path: file).path)”; chọn tên khác bằng --name (the file exists; choose another --name)"
            )
        }
        for (file, text) in files {
            // Between the check and now somebody may have written the file: it stays theirs.
            try Data(text.utf8).write(to: folder.appending(path: file), options: .withoutOverwriting)
            try Terminal.output(folder.appending(path: file).path)
        }
    }
}
