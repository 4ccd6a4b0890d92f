import Glibc
import Output
import Synchronization
import Testing

@testable import Publishing

@Suite struct RecoveryTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    @Test(arguments: [true, false])
    func damageBehindOurBackIsRepaired(canLink: Bool) throws {
        func publish(_ site: [String: String]) throws -> PublishReport {
            try place.publish(site) { $0.canLink = canLink }
        }
        _ = try publish(sample)
        _ = try publish(sample.merging(["index.html": "hai"]) { $1 })
        _ = try publish(sample)

        let damages: [(String, () throws -> Void)] = [
            ("same length", { try place.write("site/tep/a.pdf", "PDF") }),
            ("shorter", { try place.write("site/tep/a.pdf", "") }),
            ("gone", { unlink(place.output + "/tep/a.pdf") }),
            ("another file", { rename(place.output + "/assets/site.css", place.output + "/tep/a.pdf") }),
            (
                "a link",
                {
                    unlink(place.output + "/tep/a.pdf")
                    symlink("/etc/hostname", place.output + "/tep/a.pdf")
                }
            ),
            ("permissions", { chmod(place.output + "/tep/a.pdf", 0o600) }),
            ("a stranger", { try place.write("site/tep/b.pdf", "lạ") }),
            ("a stray folder", { mkdir(place.output + "/rỗng", 0o755) }),
            ("manifest changed", { try place.write("site/manifest.json", "{}") }),
            ("manifest gone", { unlink(place.output + "/manifest.json") }),
        ]
        for (name, damage) in damages {
            try damage()
            #expect(try publish(sample).changed, "\(name)")
            #expect(try place.site() == sample, "\(name)")
            #expect(try verify(directory: place.output).isSound, "\(name)")
            let root = try Descriptor.folder(place.output)
            #expect(try root.stamp(of: TreePath("tep/a.pdf"))?.permissions == 0o644, "\(name)")
            #expect(try !publish(sample).changed, "\(name)")
        }
    }

    @Test func touchedButEqualFilesAreReadAndLeftAlone() throws {
        try place.publish(sample)
        try place.write("site/index.html", "trang chủ")
        let before = try place.fingerprint()
        #expect(try !place.publish(sample).changed)
        #expect(try place.fingerprint() == before)
    }

    @Test(arguments: ["missing", "empty", "foreign", "cut", "flipped"])
    func lostStateOnlyCostsReading(kind: String) throws {
        try place.publish(sample)
        let root = try Descriptor.folder(place.output).stamp(naming: "").inode
        let state = place.folder + "/.site.spare/\(root).state"
        let name = ".site.spare/\(root).state"
        let bytes = try Descriptor.open(state, O_RDONLY).readAll(naming: state)
        unlink(state)
        switch kind {
        case "empty": try place.write(name, "")
        case "foreign": try place.write(name, "something else entirely, longer than any header could be, really")
        case "cut", "flipped":
            var changed = kind == "cut" ? Array(bytes.dropLast(40)) : bytes
            if kind == "flipped" { changed[changed.count / 2] ^= 1 }
            let file = try Descriptor.open(state, O_WRONLY | O_CREAT)
            try changed.withUnsafeBytes { try file.write($0, naming: state) }
        default: break
        }
        let before = try place.fingerprint()
        #expect(try !place.publish(sample).changed)
        #expect(try place.fingerprint() == before)
        #expect(TreeState.load(try OutputLocation(output: place.output), root: root) != nil)
    }

    @Test func theSpareMayBeDeletedOrSpoiled() throws {
        try place.publish(sample)
        try place.publish(["index.html": "hai"])
        try place.write(".site.spare/tree/tep/a.pdf", "half")
        try place.write(".site.spare/tree/foreign", "x")
        mkdir(place.spare + "/new.html", 0o755)
        mkdir(place.folder + "/elsewhere", 0o755)
        symlink(place.folder + "/elsewhere", place.spare + "/linked")
        let next = ["index.html": "hai", "tep/a.pdf": "pdf", "new.html": "n", "linked/x": "y"]
        try place.publish(next)
        #expect(try place.site() == next)
        #expect(!place.exists("elsewhere/x"), "a link left in the spare must not lead a write out of it")

        let root = try Descriptor.folder(place.folder + "/.site.spare")
        try FileTree.removeContents(of: root)
        rmdir(place.folder + "/.site.spare")
        try place.write("site/tep/a.pdf", "pdg")
        #expect(try place.publish(next).written == 1)
        #expect(try place.site() == next)
    }

    /// Every step at which a build may be cut short, for each way a file system may work.
    @Test(arguments: [true, false], [true, false])
    func aBuildCutShortAnywhereLeavesAWholeSite(canLink: Bool, canExchange: Bool) throws {
        let old = sample
        var new = sample
        new["index.html"] = "mới"
        new["van-ban/2020/nq-1/index.html"] = "thêm"
        new["tep/a.pdf"] = nil
        func conditions(_ change: inout PublishConditions) {
            change.canLink = canLink
            change.canExchange = canExchange
        }
        let steps: [PublishStep] = [
            .spareMarked, .writing("index.html"), .written("index.html"), .written("van-ban/2020/nq-1/index.html"),
            .pruned, .adopted, .writing("manifest.json"), .manifestWritten, .synced, .stateSaved, .oldMovedAway,
            .exchanged,
        ]
        for step in steps {
            try place.publish(old, conditions)
            let reached = Mutex(false)
            do {
                try place.publish(new) {
                    conditions(&$0)
                    $0.reached = { now in
                        if now == step {
                            reached.withLock { $0 = true }
                            throw Killed()
                        }
                    }
                }
            } catch is Killed {}
            #expect(reached.withLock { $0 } == (step != .oldMovedAway || !canExchange), "\(step)")
            if step != .oldMovedAway || canExchange {
                let found = try place.site()
                #expect(found == old || found == new, "\(step)")
                #expect(try verify(directory: place.output).isSound, "\(step)")
            }
            // The next build, of the old or of the new content, finds its way.
            let next = step.hashValue % 2 == 0 ? old : new
            try place.publish(next, conditions)
            #expect(try place.site() == next, "\(step)")
            #expect(try verify(directory: place.output).isSound, "\(step)")
            #expect(try !place.publish(next, conditions).changed, "\(step)")
        }
    }

    @Test func aFailedWriteIsNeverPublished() throws {
        try place.publish(sample)
        let before = try place.fingerprint(withStatusTimes: false)
        let full = PublishError.system(ENOSPC, "index.html")
        let release = try place.publisher {
            $0.reached = { if $0 == .writing("index.html") { throw full } }
        }.begin()
        try? release.write(OutputFile(path: "index.html", text: "mới"))
        try release.write(OutputFile(path: "other.html", text: "mới"))
        #expect(throws: full) { try release.finish() }
        #expect(try place.fingerprint(withStatusTimes: false) == before)
        #expect(try !place.publish(sample).changed)
    }
}

/// What is remembered of folders must never hide what happened to them.
@Suite struct FolderMemoryTests {
    @Test func changesInRememberedFoldersAreSeen() throws {
        let place = try Workplace()
        let site = ["a/b/c/1.html": "1", "a/b/2.html": "2", "d/3.html": "3", "e/f/4.html": "4"]
        try place.publish(site)
        try place.publish(site.merging(["d/3.html": "ba"]) { $1 })
        try place.publish(site)
        // Long enough for the folders' times to be trusted.
        usleep(20_000)
        #expect(try !place.publish(site).changed)
        let live = place.output
        let changes: [(String, () throws -> Void)] = [
            ("a file deep down", { try place.write("site/a/b/c/x", "") }),
            (
                "a new folder with folders",
                {
                    mkdir(live + "/e/n", 0o755)
                    mkdir(live + "/e/n/m", 0o755)
                    try place.write("site/e/n/m/x", "")
                }
            ),
            ("a folder moved away", { rename(live + "/a/b", place.folder + "/away") }),
            (
                "a folder behind a link",
                {
                    rename(live + "/a", place.folder + "/elsewhere")
                    symlink(place.folder + "/elsewhere", live + "/a")
                }
            ),
            (
                "a file in a folder's place",
                {
                    rename(live + "/d", place.folder + "/d")
                    try place.write("site/d", "")
                }
            ),
            (
                "folders exchanged",
                {
                    rename(live + "/d", live + "/t")
                    rename(live + "/e", live + "/d")
                    rename(live + "/t", live + "/e")
                }
            ),
        ]
        for (name, change) in changes {
            for inSpare in [false, true] {
                try change()
                // The second time round the damage lies in the spare when the next release is made there.
                if inSpare { try place.publish(["x": "\(name)"]) }
                #expect(try place.publish(site).changed, "\(name)")
                #expect(try place.site() == site, "\(name)")
                #expect(try verify(directory: live).isSound, "\(name)")
                usleep(20_000)
                #expect(try !place.publish(site).changed, "\(name)")
                for rest in ["away", "elsewhere", "d"] {
                    guard let folder = try? Descriptor.folder(place.folder + "/" + rest) else { continue }
                    try FileTree.removeContents(of: folder)
                    rmdir(place.folder + "/" + rest)
                }
            }
        }
    }
}
