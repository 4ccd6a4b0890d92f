import Glibc
import Output
import Testing

@testable import Publishing

@Suite struct PublishingTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    @Test func firstPublicationHoldsEveryFileAndAManifest() throws {
        let report = try place.publish(sample)
        #expect(report.changed)
        #expect(report.files == 5 && report.written == 5 && report.unchanged == 0 && report.removed == 0)
        #expect(report.bytes == Int64(sample.values.reduce(0) { $0 + $1.utf8.count }))
        #expect(try place.site() == sample)
        #expect(try verify(directory: place.output).isSound)
    }

    @Test func anEmptyOutputFolderAndMissingFoldersAboveAreFine() throws {
        mkdir(place.output, 0o755)
        try place.publish(sample)
        #expect(try place.site() == sample)
        let deep = Publisher(output: place.folder + "/a/b/c/", durability: .crash)
        let release = try deep.begin()
        try release.write(OutputFile(path: "x", text: "x"))
        _ = try release.finish()
        #expect(place.text("a/b/c/x") == "x")
    }

    @Test(arguments: [true, false], [true, false])
    func unchangedBuildTouchesNothing(canLink: Bool, canExchange: Bool) throws {
        let conditions: (inout PublishConditions) -> Void = {
            $0.canLink = canLink
            $0.canExchange = canExchange
        }
        try place.publish(sample, conditions)
        var next = sample
        next["index.html"] = "mới"
        for site in [sample, next, sample, next] {
            try place.publish(site, conditions)
            let before = try place.fingerprint()
            let report = try place.publish(site, conditions)
            #expect(!report.changed && report.written == 0 && report.unchanged == 5)
            #expect(try place.fingerprint() == before)
        }
    }

    @Test(arguments: [true, false], [true, false])
    func oneChangedFileIsTheOnlyOneWritten(canLink: Bool, canExchange: Bool) throws {
        let written = Recorder()
        var site = sample
        for round in 0..<5 {
            site["van-ban/2014/kl-100/index.html"] = "lần \(round)"
            written.clear()
            let report = try place.publish(site) {
                $0.canLink = canLink
                $0.canExchange = canExchange
                $0.reached = { written.note($0) }
            }
            #expect(try place.site() == site)
            #expect(try verify(directory: place.output).isSound)
            if round == 0 { continue }
            #expect(report.written == 1 && report.unchanged == 4)
            #expect(written.paths == ["van-ban/2014/kl-100/index.html", "manifest.json"])
        }
    }

    @Test func removedFilesAndEmptyFoldersGoFromBothTrees() throws {
        try place.publish(sample)
        try place.publish(sample.merging(["thêm.html": "x"]) { $1 })
        let small = ["index.html": "trang chủ"]
        let report = try place.publish(small)
        #expect(report.removed == 5 && report.written == 0 && report.changed)
        #expect(try place.site() == small)
        #expect(!place.exists("site/van-ban"))
        try place.publish(["index.html": "khác"])
        #expect(try place.site() == ["index.html": "khác"])
        #expect(!place.exists("site/van-ban"))
        #expect(try verify(directory: place.output).isSound)
    }

    @Test func aFileMayBecomeAFolderAndBack() throws {
        for _ in 0..<3 {
            try place.publish(["a": "tệp", "b/c/d": "1"])
            #expect(try place.site() == ["a": "tệp", "b/c/d": "1"])
            try place.publish(["a/x/y": "thư mục", "b": "2"])
            #expect(try place.site() == ["a/x/y": "thư mục", "b": "2"])
        }
    }

    /// What the live tree has already comes to a spare tree where an older release left something of another kind.
    @Test func aFileMayComeOverToWhereAFolderWasAndBack() throws {
        let (file, folder) = (["a": "tệp"], ["a/x/y": "thư mục"])
        for (first, second) in [(file, folder), (folder, file)] {
            try place.publish(first)
            try place.publish(second)
            let more = second.merging(["c": "thêm"]) { $1 }
            try place.publish(more)
            #expect(try place.site() == more)
            #expect(try verify(directory: place.output).isSound)
        }
    }

    @Test func anEmptySiteCanBePublished() throws {
        #expect(try place.publish([:]).changed)
        #expect(try !place.publish([:]).changed)
        #expect(try verify(directory: place.output).isSound)
    }

    @Test func bytesDoNotDependOnOrderUmaskOrPlace() throws {
        let other = try Workplace()
        let old = umask(0o077)
        try place.publish(sample)
        umask(0)
        try other.publish(Dictionary(uniqueKeysWithValues: sample.reversed()))
        umask(old)
        #expect(place.text("site/manifest.json") == other.text("site/manifest.json"))
        for output in [place.output, other.output] {
            let root = try Descriptor.folder(output)
            #expect(try root.stamp(naming: output).permissions == 0o755)
            for entry in try FileTree.entries(of: root, stamps: false) {
                let expected: UInt32 = entry.kind == .folder ? 0o755 : 0o644
                #expect(try root.stamp(of: entry.path)?.permissions == expected, "\(entry.path.string)")
            }
        }
    }

    @Test func manyTasksMayWriteAtOnce() async throws {
        for round in 0..<3 {
            let release = try place.publisher().begin()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in (0..<2_000).shuffled() {
                    group.addTask {
                        let text = number % 7 == 0 ? "\(number) \(round)" : "\(number)"
                        let path = "p/\(number % 50)/\(number % 300)/\(number).html"
                        try release.write(OutputFile(path: path, text: text))
                    }
                }
                try await group.waitForAll()
            }
            let report = try release.finish()
            #expect(report.files == 2_000)
            #expect(report.written == (round == 0 ? 2_000 : 286))
            #expect(try verify(directory: place.output).isSound)
        }
    }

    @Test func anAbandonedReleaseChangesNothing() throws {
        try place.publish(sample)
        let before = try place.fingerprint(withStatusTimes: false)
        let release = try place.publisher().begin()
        try release.write(OutputFile(path: "index.html", text: "không bao giờ"))
        release.abandon()
        #expect(try place.fingerprint(withStatusTimes: false) == before)
        #expect(throws: PublishError(.alreadyEnded, path: place.output)) { try release.finish() }
        #expect(throws: PublishError.self) { try release.write(OutputFile(path: "b", text: "")) }
        #expect(try !place.publish(sample).changed)
    }
}
