import Glibc
import Output

@testable import Publishing

/// A temporary folder with an output in it, removed at the end.
final class Workplace: Sendable {
    let folder: String
    var output: String { folder + "/site" }
    var spare: String { folder + "/.site.spare/tree" }

    init(in parent: String = "/tmp") throws {
        var template = Array("\(parent)/publishing-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw PublishError.system(errno, parent) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        if let root = try? Descriptor.folder(folder) { try? FileTree.removeContents(of: root) }
        rmdir(folder)
    }

    func publisher(_ change: (inout PublishConditions) -> Void = { _ in }) -> Publisher {
        var publisher = Publisher(output: output, durability: .crash)
        change(&publisher.conditions)
        return publisher
    }

    @discardableResult
    func publish(
        _ files: [String: String], _ change: (inout PublishConditions) -> Void = { _ in }
    ) throws -> PublishReport {
        let release = try publisher(change).begin()
        for (path, text) in files { try release.write(OutputFile(path: path, text: text)) }
        return try release.finish()
    }

    func write(_ path: String, _ text: String) throws {
        let file = try Descriptor.open("\(folder)/\(path)", O_WRONLY | O_CREAT | O_TRUNC)
        try Array(text.utf8).withUnsafeBytes { try file.write($0, naming: path) }
        try file.close(naming: path)
    }

    func text(_ path: String) -> String? {
        guard let file = try? Descriptor.open("\(folder)/\(path)", O_RDONLY),
            let bytes = try? file.readAll(naming: path)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    func exists(_ path: String) -> Bool { access("\(folder)/\(path)", F_OK) == 0 }

    /// Every name in the output with what any touch of it would change, by default even the time of the last status
    /// change. A build that was begun and given up may have dropped the second name of a file, which changes that.
    func fingerprint(withStatusTimes: Bool = true) throws -> [String: String] {
        var result = [String: String]()
        let root = try Descriptor.folder(output)
        for entry in try FileTree.entries(of: root, stamps: false) {
            var status = stat()
            _ = entry.path.withCString { fstatat(root.number, $0, &status, AT_SYMLINK_NOFOLLOW) }
            let stamps = withStatusTimes ? [status.st_mtim, status.st_ctim] : [status.st_mtim]
            let times = stamps.map { "\($0.tv_sec).\($0.tv_nsec)" }
            result[entry.path.string] = "\(status.st_ino) \(status.st_mode) \(status.st_size) \(times)"
        }
        result["."] = "\(try root.stamp(naming: output))"
        return result
    }

    /// The texts of a published site, the manifest left out.
    func site() throws -> [String: String] {
        var result = [String: String]()
        let root = try Descriptor.folder(output)
        for entry in try FileTree.entries(of: root, stamps: false) where entry.kind == .file {
            result[entry.path.string] = text("site/" + entry.path.string)
        }
        result["manifest.json"] = nil
        return result
    }
}

/// Stops a build as a kill would.
struct Killed: Error {}

/// A small site with folders.
let sample = [
    "index.html": "trang chủ", "van-ban/2014/kl-100/index.html": "kết luận",
    "van-ban/2015/hd-12/index.html": "hướng dẫn", "tep/a.pdf": "pdf", "assets/site.css": "css",
]
