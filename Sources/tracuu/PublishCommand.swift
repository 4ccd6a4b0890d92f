import ArgumentParser
import Building
import Catalogue
import Diagnostics
import Foundation
import Publishing
import Records
import Signing

/// `tracuu publish`
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Dựng trang và đưa vào phục vụ như một bản phát hành (builds a release and brings it into service).",
        discussion: """
            Releases stand side by side in DIR/releases; DIR/current is a link to the one in service. Each can be checked by \
            `tracuu verify DIR/current` and by `sha256sum -c SHA256SUMS`.
            """)

    @OptionGroup var content: ContentOptions
    @OptionGroup var speech: SpeechOptions
    @OptionGroup var signing: SigningOptions

    @Option(help: ArgumentHelp("Folder of the releases.", valueName: "dir"))
    var to: String

    @Option(help: ArgumentHelp("Keeps so many releases; all without it.", valueName: "n"))
    var keep: Int?

    @Flag(help: "Brings the release before into service again.")
    var rollback = false

    @Flag(help: "Lists the releases.")
    var list = false

    @Flag(help: "Tells what would change; no release is made.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("Writes what changed: a page where the name ends in .html, else JSON.", valueName: "file"))
    var changes: String?

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep: cần số từ 1 trở lên (a number from 1 on)") }
        if [rollback, list, dryRun].count(where: { $0 }) > 1 {
            throw ValidationError(
                "--rollback, --list, --dry-run: chỉ dùng một (only one of them)")
        }
        try OutputFolders.check(to, isOutside: content.content, option: "--to")
    }

    mutating func run() async throws {
        let folder = ReleaseFolder(to)
        let speaker = ReleaseSpeaker(language: speech.language)
        if list { return try speaker.list(folder) }
        if rollback {
            guard let now = folder.inService, let before = folder.numbers.last(where: { $0 < now }) else {
                speaker.complain("không có bản phát hành nào trước đó", "there is no release before")
                throw ExitStatus.wrongUse.error
            }
            try folder.serve(before)
            speaker.complain("đang phục vụ bản phát hành \(before)", "release \(before) is in service")
            return
        }
        try await publish(folder, speaker)
    }

    private func publish(_ folder: ReleaseFolder, _ speaker: ReleaseSpeaker) async throws {
        try content.requireEdition()
        let sign = try signing.signer()
        var options = content.buildOptions
        // Releases form a chain of one edition: nothing may put another one among them.
        options.canReplaceEdition = false
        let report = try await SiteBuild(options).publish(to: folder.build)
        let said = ReportSpeaker(language: speech.language, content: content.content, templates: options.templates)
        said.tell(report, from: .warning)
        guard report.publication != nil else { throw ExitStatus.contentErrors.error }
        let inService = folder.inService
        let found = try RecordChanges(from: inService.map(folder.tree), to: folder.build)
        speaker.tell(found)
        let told = ReleaseChangesReport(found, tree: folder.build, templates: options.templates)
        let whole = inService.map { (number: $0, root: ReleaseChangesReport.wholeAddress(of: folder.tree($0))) }
        if let changes {
            let bytes = changes.hasSuffix(".html") ? try told.page(number: nil, previous: whole) : try told.json
            try Data(bytes ?? []).write(to: URL(filePath: changes), options: .atomic)
        }
        if dryRun { return }
        if let inService, folder.buildIs(inService) {
            speaker.complain(
                "không có gì thay đổi; vẫn phục vụ bản phát hành \(inService)",
                "nothing changed; release \(inService) stays in service")
            return
        }
        let note = try folder.publish(
            edition: options.edition ?? Edition.everything, asOf: options.asOf.partialDate.iso, sign: sign)
        speaker.complain(
            "đang phục vụ bản phát hành \(note.number): \(folder.current)",
            "release \(note.number) is in service: \(folder.current)")
        try write(told, of: note.number, after: inService, in: folder)
        if let keep {
            for number in try folder.removeAll(butNewest: keep) {
                speaker.complain("đã xóa bản phát hành \(number)", "removed release \(number)")
            }
        }
    }

    /// Leaves for editors what a release changed, beside the releases.
    private func write(
        _ report: ReleaseChangesReport, of number: Int, after previous: Int?, in folder: ReleaseFolder
    ) throws {
        let way: (Int) -> String = { "../releases/\($0)/" }
        let page = try report.page(
            number: number, root: way(number), previous: previous.map { (number: $0, root: way($0)) })
        for (ending, bytes) in [("json", try report.json), ("html", page)] {
            guard let bytes else { continue }
            let file = URL(filePath: folder.changes(number, ending))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .atomic)
        }
    }
}

/// What a release is signed with.
struct SigningOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Signs with a secret key of minisign that has no password (minisign -G -W).", valueName: "key"))
    var sign: String?

    @Option(help: ArgumentHelp("Signs with a certificate, too (CMS).", valueName: "pem"))
    var cmsCert: String?

    @Option(help: ArgumentHelp("The certificate's private key.", valueName: "pem"))
    var cmsKey: String?

    func validate() throws {
        if (cmsCert == nil) != (cmsKey == nil) {
            throw ValidationError("--cms-cert và --cms-key phải đi cùng nhau (--cms-cert and --cms-key go together)")
        }
    }

    func signer() throws -> ReleaseFolder.Signer {
        let key = try sign.map {
            try Minisign.SecretKey(try String(contentsOfFile: $0, encoding: .utf8), name: $0)
        }
        let certificate = cmsCert.flatMap { certificate in
            cmsKey.map { CertificateSignature(certificate: certificate, key: $0) }
        }
        return { bytes, note in
            var signatures: [(name: String, bytes: [UInt8])] = []
            if let key {
                let comment = "release \(note.number), edition \(note.edition), as of \(note.asOf)"
                signatures.append((ReleaseSeals.minisign, try key.signature(of: bytes, comment: comment)))
            }
            if let certificate {
                signatures.append((ReleaseSeals.certificate, try certificate.signature(of: bytes)))
            }
            return signatures
        }
    }
}
