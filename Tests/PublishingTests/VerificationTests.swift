import Glibc
import Output
import Testing

@testable import Publishing

@Suite struct VerificationTests {
    let place: Workplace

    init() throws {
        place = try Workplace()
        try place.publish(sample)
    }

    @Test func differencesAreNamed() throws {
        try place.write("site/tep/a.pdf", "PDF")
        unlink(place.output + "/index.html")
        try place.write("site/lạ.html", "x")
        mkdir(place.output + "/rỗng", 0o755)
        unlink(place.output + "/assets/site.css")
        symlink("/etc/hostname", place.output + "/assets/site.css")
        symlink("/", place.output + "/gốc")
        let report = try verify(directory: place.output)
        #expect(report.missing == ["index.html"])
        #expect(report.changed == ["assets/site.css", "tep/a.pdf"])
        #expect(report.extra == ["gốc", "lạ.html", "rỗng"])
        #expect(report.files == 5 && !report.isSound)
    }

    @Test func aFolderWithoutAManifestIsRefused() throws {
        #expect(throws: PublishError(.noManifest, path: place.folder)) { try verify(directory: place.folder) }
        for text in ["", "{}", "[1", #"{"format":"tracuu-manifest","version":2,"files":[]}"#] {
            try place.write("site/manifest.json", text)
            #expect(throws: PublishError.self, "\(text)") { try verify(directory: place.output) }
        }
    }

    @Test func aManifestCannotLeadOutOfItsTree() throws {
        let file = #"{"path":"../../etc/passwd","size":1,"sha256":"00"}"#
        try place.write("site/manifest.json", #"{"format":"tracuu-manifest","version":1,"files":[\#(file)]}"#)
        #expect(throws: PublishError(.unreadableManifest, path: place.output + "/manifest.json")) {
            try verify(directory: place.output)
        }
    }

    @Test func aManifestIsReadBackAsWritten() throws {
        let digits = String(repeating: "0f", count: 32)
        let manifest = Manifest(files: ["b", "a/ế đ'&.html", "B"].map { .init(path: $0, size: 7, sha256: digits) })
        #expect(manifest.files.map(\.path) == ["B", "a/ế đ'&.html", "b"])
        #expect(try Manifest(reading: manifest.encoded) == manifest)
        #expect(try Manifest(reading: Manifest(files: []).encoded).files.isEmpty)
    }
}
