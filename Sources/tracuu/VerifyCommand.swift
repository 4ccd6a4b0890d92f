import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import Signing

/// `tracuu verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Đối chiếu một trang đã xuất bản với bảng kê và chữ ký (checks a published tree against its manifest and signatures)."
    )

    @Argument(help: ArgumentHelp("Folder of the published site.", valueName: "dir"))
    var directory: String

    @Option(help: ArgumentHelp("Public key of minisign that must have signed it.", valueName: "pub"))
    var key: String?

    @Option(help: ArgumentHelp("Certificates (PEM) one of which must vouch for its signature.", valueName: "pem"))
    var cmsCa: String?

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
        let seals = try verifySeals(directory: directory, signatures: try checks())
        try tell(seals, ReleaseSpeaker(language: speech.language))
        if !report.isSound || !seals.faults.isEmpty { throw ExitStatus.contentErrors.error }
    }

    private func checks() throws -> [String: ([UInt8], [UInt8]) throws -> Bool] {
        var checks: [String: ([UInt8], [UInt8]) throws -> Bool] = [:]
        if let key {
            let publicKey = try Minisign.PublicKey(try String(contentsOfFile: key, encoding: .utf8), name: key)
            checks[ReleaseSeals.minisign] = { publicKey.isSound(String(decoding: $0, as: UTF8.self), of: $1) }
        }
        if let cmsCa {
            checks[ReleaseSeals.certificate] = { try CertificateSignature.isSound($0, of: $1, authorities: cmsCa) }
        }
        return checks
    }

    private func tell(_ seals: SealReport, _ speaker: ReleaseSpeaker) throws {
        if let note = seals.note {
            speaker.complain(
                "bản phát hành \(note.number), ấn bản \(note.edition), tính đến \(note.asOf)",
                "release \(note.number), edition \(note.edition), as of \(note.asOf)")
        }
        for name in seals.sound { speaker.complain("chữ ký đúng: \(name)", "sound signature: \(name)") }
        for name in seals.unchecked {
            speaker.complain(
                "chữ ký chưa được kiểm tra (cần --key hoặc --cms-ca): \(name)",
                "signature not checked (needs --key or --cms-ca): \(name)")
        }
        for fault in seals.faults {
            switch fault {
            case .checksums:
                speaker.complain(
                    "\(ReleaseSeals.checksums) không khớp với bảng kê",
                    "\(ReleaseSeals.checksums) differs from the manifest")
            case .note:
                speaker.complain(
                    "\(ReleaseSeals.note) không khớp với bảng kê", "\(ReleaseSeals.note) names another manifest")
            case .chain(let number):
                speaker.complain(
                    "bản phát hành \(number) đã bị thay", "release \(number) is not the one that this was made after")
            case .signature(let name): speaker.complain("chữ ký sai: \(name)", "wrong signature: \(name)")
            case .noSignature(let name): speaker.complain("thiếu chữ ký: \(name)", "no signature: \(name)")
            }
        }
    }
}
