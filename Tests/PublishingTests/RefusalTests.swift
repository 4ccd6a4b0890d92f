import Diagnostics
import Glibc
import Output
import Testing

@testable import Publishing

@Suite struct RefusalTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    private func code(_ body: () throws -> Void) -> PublishError.Code? {
        do {
            try body()
            return nil
        } catch { return (error as? PublishError)?.code }
    }

    @Test func aFolderWithSomebodysFilesIsLeftAlone() throws {
        mkdir(place.output, 0o755)
        try place.write("site/luận án.docx", "mười năm")
        #expect(code { try place.publish(sample) } == .foreignFolder)
        #expect(try place.site() == ["luận án.docx": "mười năm"])
        #expect(!place.exists(".site.spare"))
        try place.write("site/manifest.json", #"{"name": "a web app"}"#)
        #expect(code { try place.publish(sample) } == .foreignFolder)
    }

    @Test func outputsThatCannotBe() throws {
        try place.write("tệp", "x")
        symlink(place.folder + "/nowhere", place.folder + "/broken")
        for output in ["", "/", place.folder + "/tệp", place.folder + "/broken", place.folder + "/new/.."] {
            #expect(code { _ = try Publisher(output: output).begin() } == .unusableOutput, "\(output)")
        }
    }

    @Test func aLinkedOutputIsPublishedWhereItLeads() throws {
        mkdir(place.folder + "/real", 0o755)
        symlink("real", place.output)
        try place.publish(sample)
        try place.publish(["index.html": "hai"])
        var status = stat()
        lstat(place.output, &status)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
        #expect(place.text("real/index.html") == "hai")
    }

    @Test func aSecondBuildIsToldWhoIsFirst() throws {
        let first = try place.publisher().begin()
        do {
            _ = try place.publisher().begin()
            Issue.record("two builds at once")
        } catch let error as PublishError {
            #expect(error.code == .locked && error.holder == getpid())
            #expect(error.message(.vietnamese).contains("\(getpid())"))
        }
        first.abandon()
        try place.publish(sample)
    }

    @Test(arguments: [
        ("/a", PublishError.Code.unsafePath), ("", .unsafePath), ("a//b", .unsafePath), ("a/", .unsafePath),
        ("../a", .unsafePath), ("a/../b", .unsafePath), ("a/..", .unsafePath), ("./a", .unsafePath),
        ("a\0b", .unsafePath), ("a\nb", .unsafePath), ("a:b", .unportableName), ("a\\b", .unportableName),
        ("a?.html", .unportableName), ("a./b", .unportableName), ("a ", .unportableName),
        (String(repeating: "a", count: 256), .nameTooLong),
        (String(repeating: "abcdefg/", count: 128) + "a", .nameTooLong), ("manifest.json", .reservedPath),
        ("Manifest.JSON", .reservedPath),
    ])
    func pathsThatCannotBe(path: String, expected: PublishError.Code) throws {
        #expect(code { try place.publish([path: "x"]) } == expected)
        #expect(!place.exists("site"))
    }

    @Test func aNameOf255BytesIsFine() throws {
        let name = String(repeating: "ắ", count: 85)
        try place.publish([name: "x"])
        #expect(try place.site() == [name: "x"])
    }

    @Test(arguments: [
        (["a.html", "a.html"], PublishError.Code.duplicatePath), (["a.html", "A.html"], .caseCollision),
        (["đ/Ế.html", "Đ/ế.html"], .caseCollision), (["x/a", "X/b"], .caseCollision),
        (["\u{1EBF}", "\u{65}\u{302}\u{301}"], .caseCollision), (["a", "a/b"], .fileAndFolder),
        (["a", "A/b/c"], .fileAndFolder),
    ])
    func pathsThatCollide(paths: [String], expected: PublishError.Code) throws {
        var errors = Set<PublishError>()
        for order in [paths, paths.reversed()] {
            let release = try place.publisher().begin()
            do {
                for path in order { try release.write(OutputFile(path: path, text: "x")) }
            } catch let error as PublishError { errors.insert(error) }
            release.abandon()
        }
        #expect(errors.count == 1)
        #expect(errors.first?.code == expected)
    }

    @Test func everyErrorHasASentenceInBothLanguages() {
        for code in PublishError.Code.allCases {
            let error = PublishError(code, path: "đường/dẫn", errorNumber: EIO)
            for language in Language.allCases {
                #expect(error.message(language).contains("đường/dẫn"), "\(code)")
                #expect(error.message(language).hasSuffix("."), "\(code)")
            }
        }
    }

    @Test func permissionsAreExplained() throws {
        guard geteuid() != 0 else {
            #expect(PublishError.system(EACCES, "x").code == .notPermitted)
            return
        }
        chmod(place.folder, 0o555)
        defer { chmod(place.folder, 0o755) }
        #expect(code { try place.publish(sample) } == .notPermitted)
    }
}
