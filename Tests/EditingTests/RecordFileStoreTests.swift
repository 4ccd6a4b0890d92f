import Foundation
import Records
import Synchronization
import Testing

@testable import Editing

@Suite("Record files are replaced whole or not at all")
struct RecordFileStoreTests {
    private let path = RecordPath("directives/a.md")!

    @Test(
        "a save on the version that stands there replaces it and keeps both for undoing; on another it is answered with that"
    )
    func replace() throws {
        let folders = try StoreFolders()
        try folders.write("một", to: "directives/a.md")
        #expect(chmod(folders.file("directives/a.md"), 0o640) == 0)
        let store = folders.store
        let first = try store.read(path)
        let second = try store.replace(path, ifMatch: first.etag, with: Array("hai".utf8))
        #expect(try store.read(path) == (Array("hai".utf8), second))
        #expect(throws: StoreFault.changed(theirs: Array("hai".utf8), etag: second)) {
            try store.replace(path, ifMatch: first.etag, with: Array("ba".utf8))
        }
        #expect(try folders.read("directives/a.md") == "hai")
        #expect(try folders.kept(path) == ["một", "hai"])
        #expect(try folders.names("directives") == ["a.md"])
        let mode = try FileManager.default.attributesOfItem(atPath: folders.file("directives/a.md"))[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    @Test("a save that changes nothing writes nothing")
    func unchanged() throws {
        let folders = try StoreFolders()
        try folders.write("một", to: "directives/a.md")
        let before = try FileManager.default.attributesOfItem(atPath: folders.file("directives/a.md"))[
            .systemFileNumber]
        let etag = try folders.store.read(path).etag
        #expect(try folders.store.replace(path, ifMatch: etag, with: Array("một".utf8)) == etag)
        let after = try FileManager.default.attributesOfItem(atPath: folders.file("directives/a.md"))[.systemFileNumber]
        #expect(before as? Int == after as? Int)
        #expect(try folders.kept(path).isEmpty)
    }

    @Test("a new file takes no name that is taken, and gets its folder")
    func create() throws {
        let folders = try StoreFolders()
        let store = folders.store
        let inner = try #require(RecordPath("guidance/2026/b.md"))
        let etag = try store.create(inner, with: Array("b".utf8))
        #expect(try store.read(inner) == (Array("b".utf8), etag))
        #expect(throws: StoreFault.exists) { try store.create(inner, with: Array("c".utf8)) }
        #expect(try folders.names("guidance/2026") == ["b.md"])
        #expect(throws: StoreFault.missing) { try store.read(path) }
        #expect(throws: StoreFault.missing) { try store.replace(path, ifMatch: etag, with: []) }
    }

    @Test("nothing is read or written through a link, and no other file")
    func links() throws {
        let folders = try StoreFolders()
        let store = folders.store
        try folders.write("x", to: "ngoài.md")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folders.file("directives/a.md"), withDestinationPath: "../ngoài.md")
        try manager.createSymbolicLink(atPath: folders.file("guidance"), withDestinationPath: "directives")
        try manager.createDirectory(atPath: folders.file("directives/d.md"), withIntermediateDirectories: false)
        #expect(mkfifo(folders.file("directives/p.md"), 0o600) == 0)
        for name in ["directives/a.md", "guidance/a.md", "directives/d.md", "directives/p.md"] {
            let path = try #require(RecordPath(name))
            let etag = RecordFileStore.etag(of: Array("x".utf8))
            #expect { try store.read(path) } throws: { [.refused, .missing].contains($0 as? StoreFault) }
            #expect(throws: StoreFault.self) { try store.replace(path, ifMatch: etag, with: [1]) }
            #expect(throws: StoreFault.self) { try store.create(path, with: [1]) }
        }
        #expect(try folders.read("ngoài.md") == "x")
        #expect(try folders.names("directives") == ["a.md", "d.md", "p.md"])
    }

    @Test("only Markdown files below the folder of a kind are records")
    func paths() {
        for path in [
            "a.md", "directives/", "directives/.md", "directives/.a.md", "directives/a.txt", "directives/../a.md",
            "directives/./a.md", "/directives/a.md", "directives//a.md", "vocabulary/a.md", "directives/a.md~",
            "directives/a\0.md",
            "directives/.x/a.md", "directives/x~/a.md", "Directives/a.md", "directives\\a.md", "attachments/a.md", "",
            "directives/" + String(repeating: "a", count: 300) + ".md", "directives/a\n.md",
        ] { #expect(RecordPath(path) == nil, "\(path)") }
        for path in ["directives/a.md", "findings/vi-du/b.md", "pages/Đề án.md"] {
            #expect(RecordPath(path)?.description == path)
        }
    }

    @Test(
        "whatever fails at a step of a save, the old or the new file stands there, whole, and nothing beside it",
        arguments: SaveStep.allCases)
    func failures(step: SaveStep) throws {
        let folders = try StoreFolders()
        try folders.write("một", to: "directives/a.md")
        var store = folders.store
        let etag = try store.read(path).etag
        store.reached = { (now) throws(StoreFault) in if now == step { throw StoreFault.full } }
        do throws(StoreFault) {
            try store.replace(path, ifMatch: etag, with: Array("hai".utf8))
            #expect(step == .givenBack)
        } catch {
            #expect(error == .full)
            #expect(try folders.read("directives/a.md") == "một")
        }
        #expect(try folders.names("directives") == ["a.md"])
    }

    @Test(
        "whenever a save is killed, the record is whole, and what was written is in it or among its versions",
        arguments: [false, true])
    func kills(isDisturbed: Bool) throws {
        let folders = try StoreFolders()
        try folders.write("một", to: "directives/a.md")
        var store = folders.store
        let etag = try store.read(path).etag
        let steps = Mutex<[SaveStep]>([])
        store.reached = { (step) throws(StoreFault) in
            // What a kill leaves is what stands there now.
            steps.withLock { $0.append(step) }
            try? FileManager.default.copyItem(
                atPath: folders.file("directives"), toPath: folders.file("guidance/\(step)"))
            if isDisturbed, step == .written {
                try? Data("của ai".utf8).write(to: URL(filePath: folders.file("directives/a.md")))
            }
        }
        try FileManager.default.createDirectory(atPath: folders.file("guidance"), withIntermediateDirectories: true)
        _ = try? store.replace(path, ifMatch: etag, with: Array("hai".utf8))
        #expect(steps.withLock { $0 } == [.begin, .read, .written, .exchanged] + (isDisturbed ? [.givenBack] : []))
        for step in steps.withLock({ $0 }) {
            let folder = "guidance/\(step)"
            for name in try folders.names(folder) where name.hasSuffix("~") {
                try FileManager.default.moveItem(
                    atPath: folders.file("\(folder)/\(name)"),
                    toPath: folders.file("\(folder)/\(name.replacing("\(getpid())-", with: "999999999-"))"))
            }
            try folders.store.collectLeftovers()
            let record = try #require(RecordPath("\(folder)/a.md"))
            #expect(try folders.names(folder) == ["a.md"])
            let now = try folders.read(record.description)
            #expect(["một", "hai", "của ai"].contains(now))
            let all = try folders.kept(record) + folders.kept(path) + [now]
            #expect(all.contains("một"))
            if isDisturbed, step == .exchanged || step == .givenBack { #expect(all.contains("của ai")) }
        }
    }

    @Test("a file that another program is writing is left to it")
    func inUse() throws {
        let folders = try StoreFolders()
        try folders.write("một", to: "directives/a.md")
        var store = folders.store
        store.patience = 1
        let etag = try store.read(path).etag
        let other = open(folders.file("directives/a.md"), O_WRONLY)
        #expect(throws: StoreFault.inUse) { try store.replace(path, ifMatch: etag, with: Array("hai".utf8)) }
        #expect(write(other, "của ai", 8) == 8)
        close(other)
        #expect(try folders.read("directives/a.md") == "của ai")
        #expect(try folders.names("directives") == ["a.md"])
    }

    @Test("what a killed save has left beside a record goes to its versions")
    func leftovers() throws {
        let folders = try StoreFolders()
        try folders.write("một", to: "directives/a.md")
        try folders.write("hai", to: "directives/.a.md.999999999-1.tracuu~")
        try folders.write("của người khác", to: "directives/.b~")
        try folders.write("đang ghi", to: "directives/.a.md.\(getpid())-999999.tracuu~")
        try folders.store.collectLeftovers()
        #expect(try folders.kept(path) == ["hai"])
        #expect(try folders.names("directives").count == 3)
        #expect(try folders.read("directives/a.md") == "một")
    }

    @Test("twenty versions are kept, and one goes back through them step by step")
    func undo() throws {
        let folders = try StoreFolders()
        try folders.write("0", to: "directives/a.md")
        let store = folders.store
        for number in 1...30 {
            try store.replace(path, ifMatch: try store.read(path).etag, with: Array("\(number)".utf8))
        }
        #expect(try folders.kept(path) == (11...30).map(String.init))
        for number in stride(from: 29, through: 11, by: -1) {
            let now = try store.read(path)
            let version = try #require(try folders.versions.previous(of: path, etag: now.etag))
            try store.restore(version, of: path, ifMatch: now.etag)
            #expect(try folders.read("directives/a.md") == "\(number)")
        }
        #expect(try folders.versions.all(of: path).count == 20)
        #expect(try folders.versions.previous(of: path, etag: try store.read(path).etag) == nil)
    }

    @Test("a version that a loss of power has damaged is not given out, and is kept anew")
    func damagedVersion() throws {
        let folders = try StoreFolders()
        try folders.write("một", to: "directives/a.md")
        let store = folders.store
        let etag = try store.replace(path, ifMatch: try store.read(path).etag, with: Array("hai".utf8))
        let version = try #require(try folders.versions.all(of: path).last)
        let enumerator = FileManager.default.enumerator(atPath: folders.state.path)
        while let name = enumerator?.nextObject() as? String {
            guard name.hasSuffix(etag) else { continue }
            try Data().write(to: URL(filePath: "\(folders.state.path)/\(name)"))
        }
        #expect(throws: StoreFault.missing) { try folders.versions.bytes(of: version, path) }
        try store.replace(path, ifMatch: etag, with: Array("ba".utf8))
        #expect(try folders.kept(path) == ["một", "hai", "ba"])
    }

    @Test("drafts come back with the file that they were typed over, and nobody else may read them")
    func drafts() throws {
        let folders = try StoreFolders()
        let drafts = DraftStore(folders.state)
        #expect(try drafts.read("directives/a.md") == nil)
        try drafts.write(.init(key: "directives/a.md", bytes: Array("{}\n".utf8), base: Array("gốc\n".utf8)))
        try drafts.write(.init(key: "mới 1", bytes: [], base: []))
        let draft = try #require(try drafts.read("directives/a.md"))
        #expect(draft.bytes == Array("{}\n".utf8) && draft.base == Array("gốc\n".utf8) && draft.stored > 1_700_000_000)
        try drafts.write(.init(key: "directives/a.md", bytes: Array("2".utf8), base: draft.base))
        #expect(Set(try drafts.all().map(\.key)) == ["directives/a.md", "mới 1"])
        #expect(try drafts.read("directives/a.md")?.bytes == Array("2".utf8))
        try drafts.remove("directives/a.md")
        #expect(try drafts.all().map(\.key) == ["mới 1"])
        let enumerator = FileManager.default.enumerator(atPath: folders.state.path)
        while let name = enumerator?.nextObject() as? String {
            let mode = try FileManager.default.attributesOfItem(atPath: "\(folders.state.path)/\(name)")[
                .posixPermissions]
            #expect((mode as? Int ?? 0) & 0o077 == 0, "\(name)")
        }
    }

    @Test("the state folder is below XDG_STATE_HOME where that is absolute, else below the home folder")
    func stateFolder() throws {
        let folders = try StoreFolders()
        let top = folders.content + "/x"
        let home = try StateFolder(content: folders.content) { ["HOME": top, "XDG_STATE_HOME": "relative"][$0] }
        #expect(home.path.hasPrefix("\(top)/.local/state/tracuu/"))
        #expect(chmod("\(top)/.local/state/tracuu", 0o755) == 0)
        _ = try StateFolder(content: folders.content) { ["HOME": top][$0] }
        let mode = try FileManager.default.attributesOfItem(atPath: "\(top)/.local/state/tracuu")[.posixPermissions]
        #expect(mode as? Int == 0o700)
        #expect(throws: StoreFault.self) { try StateFolder(content: folders.content) { _ in nil } }
    }
}
