import Glibc
import Output
import Testing

@testable import Publishing

/// A disk of one megabyte, where the machine lets us mount one.
private final class SmallDisk {
    let folder: String

    init?() {
        var template = Array("/tmp/publishing-disk-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard mount("tmpfs", folder, "tmpfs", 0, "size=1m") == 0 else {
            rmdir(folder)
            return nil
        }
    }

    static let isPossible = SmallDisk() != nil

    deinit {
        umount(folder)
        rmdir(folder)
    }
}

@Suite struct FullDiskTests {
    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a tmpfs"))
    func aFullDiskLeavesTheSiteAsItWas() throws {
        let disk = try #require(SmallDisk())
        let place = try Workplace(in: disk.folder)
        try place.publish(sample)
        let before = try place.fingerprint(withStatusTimes: false)
        var big = sample
        for number in 0..<60 { big["lớn/\(number)"] = String(repeating: "\(number % 10)", count: 25_000) }
        let error = #expect(throws: PublishError.self) { try place.publish(big) }
        #expect(error?.code == .diskFull)
        #expect(error?.errorNumber == ENOSPC)
        #expect(try place.fingerprint(withStatusTimes: false) == before)
        // What was begun is in the way of nothing.
        let next = sample.merging(["index.html": "sau"]) { $1 }
        try place.publish(next)
        #expect(try place.site() == next)
        #expect(try verify(directory: place.output).isSound)
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a tmpfs"))
    func aMountPointIsExplained() throws {
        let disk = try #require(SmallDisk())
        let publisher = Publisher(output: disk.folder, durability: .crash)
        let release = try publisher.begin()
        try release.write(OutputFile(path: "index.html", text: "x"))
        let error = #expect(throws: PublishError.self) { try release.finish() }
        #expect(error?.code == .mountPoint)
        let name = disk.folder.split(separator: "/").last ?? ""
        let spare = "/tmp/.\(name).spare"
        try FileTree.removeContents(of: try Descriptor.folder(spare))
        rmdir(spare)
    }
}
