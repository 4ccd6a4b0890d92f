import Foundation
import Output
import Testing

@testable import Building

/// What an edition withholds is found in any file that holds it, whatever the file's format.
@Suite struct LeakTests {
    private static let secret = """
        ---
        number: 917-KL/MAT
        type: ket-luan
        issuer: ban-bi-thu
        title: Quả mãng cầu xiêm chín rụng
        summary: Cây sầu riêng hạt lép bên bờ ao
        issued: 2024-05-06
        effective: 2026-12-24
        topics: [du-luan-xa-hoi]
        audience: internal
        relations: [{type: guides, target: 100-KL/TW, note: Chôm chôm tróc vỏ mọng nước}]
        obligations: [{task: Bón phân cho vườn vú sữa, due: 2027-01-02}]
        history: [{date: 2026-11-29, change: Ghép cành bưởi da xanh}]
        ---

        ## Điều 1. Phạm vi

        Vườn cây ăn trái ven sông trồng xen chuối hột với dừa nước cho bóng mát quanh năm suốt tháng không nghỉ.

        """

    @Test func aLeakInAnyKindOfFileIsFound() async throws {
        let workshop = try Workshop()
        try Data(Self.secret.utf8).write(to: workshop.record("mat-1"))
        let setup = workshop.content.appending(path: "site.yml")
        let switches = "\nakoma-ntoso: true\nword-files: true\nmarkdown-files: true\n"
        try (Data(contentsOf: setup) + Data(switches.utf8)).write(to: setup)
        let edition = SiteBuild(try workshop.options(edition: "public"))
        let scanner = try #require(try await edition.leakScanner())
        var memo = BuildMemo()
        let files = try #require(try await Outcome(SiteBuild(try workshop.options(edition: "internal")), &memo).files)
        // The internal edition in the public one's place: as if nothing had been withheld.
        for (path, bytes) in files { scanner.look(at: .init(path: path, bytes: bytes)) }
        let leaks = scanner.leaks
        #expect(Set(leaks.map(\.source)) == ["directives/mat-1.md"])
        let found = Set(leaks.map(\.output))
        for path in [
            "van-ban/2024/kl-917-tw/index.html", "van-ban/2024/kl-917-tw/index.jsonld",
            "van-ban/2024/kl-917-tw/akn.xml", "van-ban/2024/kl-917-tw/kl-917-tw-2024.docx",
            "van-ban/2024/kl-917-tw/kl-917-tw-2024.md", "van-ban/2024/kl-917-tw/feed.xml",
            "van-ban/2014/kl-100-tw/index.html", "chu-de/du-luan-xa-hoi/index.html",
            "chu-de/du-luan-xa-hoi/danh-sach.csv", "chu-de/du-luan-xa-hoi/feed.xml", "feed.xml", "nhiem-vu.ics",
            "nhiem-vu/index.html", "nhiem-vu/danh-sach.csv", "hieu-luc.ics",
            "api/v1/records/2024.json", "api/v1/relations.json", "api/v1/obligations.json", "api/v1/states.json",
            "api/v1/changes.json", "api/v1/lists/topics/du-luan-xa-hoi.json",
        ] {
            #expect(found.contains(path), "\(path)")
        }
        #expect(found.contains { $0.hasPrefix("search/") && $0.hasSuffix(".json") })
        #expect(found.contains { $0.hasPrefix("search/") && $0.hasSuffix(".js") })
    }

    @Test func thePublicEditionHoldsNothingOfIt() async throws {
        let workshop = try Workshop()
        try Data(Self.secret.utf8).write(to: workshop.record("mat-1"))
        let build = SiteBuild(try workshop.options(edition: "public"))
        let report = try await build.publish(to: workshop.site)
        #expect(report.publication != nil)
    }

    /// Spellings in which one word can stand in a file.
    @Test(arguments: [
        "Quả mãng cầu xiêm chín rụng", "QUẢ MÃNG CẦU XIÊM CHÍN RỤNG", "qua-mang-cau-xiem-chin-rung",
        "Qua\u{309} ma\u{303}ng ca\u{302}\u{300}u xie\u{302}m chi\u{301}n ru\u{323}ng",
        "Qu%E1%BA%A3%20m%C3%A3ng%20c%E1%BA%A7u%20xi%C3%AAm%20ch%C3%ADn%20r%E1%BB%A5ng",
        "Quả <b>mãng cầu</b> xiêm&nbsp;chín\u{A0}rụng", "917-KL/MAT", "kl-917-tw-2024", "mat-1.md",
        "vườn cây ăn trái ven sông trồng xen chuối hột với dừa nước",
    ])
    func anySpellingIsFound(_ text: String) async throws {
        let workshop = try Workshop()
        try Data(Self.secret.utf8).write(to: workshop.record("mat-1"))
        let edition = SiteBuild(try workshop.options(edition: "public"))
        let scanner = try #require(try await edition.leakScanner())
        scanner.look(at: .init(path: "a.html", bytes: Array("<p>x \(text) y</p>".utf8)))
        #expect(scanner.leaks.map(\.output) == ["a.html"])
    }

    @Test func anEditionThatLeavesNothingOutIsNotLookedThrough() async throws {
        let workshop = try Workshop()
        #expect(try await SiteBuild(try workshop.options()).leakScanner() == nil)
        #expect(try await SiteBuild(try workshop.options(edition: "internal")).leakScanner() == nil)
    }
}
