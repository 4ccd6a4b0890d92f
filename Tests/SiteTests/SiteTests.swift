import Diagnostics
import Foundation
import Markup
import Output
import Testing

@testable import Catalogue
@testable import Site

/// What holds for every page of a site.
@Suite struct SiteTests {
    @Test func everyLinkLeadsToAFileAndAPlace() async throws {
        let site = try await FixtureSite.build()
        for (path, html) in site.pages {
            let folder = path.split(separator: "/").dropLast().map(String.init)
            for link in PageScan(html).values("href") + PageScan(html).values("src") + PageScan(html).values("action") {
                guard !link.hasPrefix("https://example.org/") else { continue }
                // The page for missing addresses asks for its assets at every height, as it may stand anywhere.
                if path == "404.html", link.hasPrefix("../") {
                    #expect(site.files[link.replacing("../", with: "")] != nil, "\(link) on \(path)")
                    continue
                }
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                // What a search is asked for stands behind the address of its page.
                let address = String(parts[0].prefix { $0 != "?" })
                let target = address.isEmpty ? path : try #require(resolve(address, folder), "\(link) on \(path)")
                if target.hasPrefix("tep/") {
                    #expect(target == "tep/ph%E1%BB%A5%20l%E1%BB%A5c%201.pdf")
                    continue
                }
                #expect(site.files[target] != nil, "\(link) on \(path) leads nowhere")
                if parts.count == 2 {
                    #expect(PageScan(site.files[target] ?? "").values("id").contains(parts[1]), "\(link) on \(path)")
                }
            }
        }
    }

    private func resolve(_ link: String, _ folder: [String]) -> String? {
        guard !link.hasPrefix("/"), !link.contains(":") else { return nil }
        var path = folder
        for part in link.split(separator: "/") {
            if part == ".." {
                guard path.popLast() != nil else { return nil }
            } else {
                path.append(String(part))
            }
        }
        return path.joined(separator: "/")
    }

    @Test(arguments: Language.allCases) func nothingIsInlineAndThePolicyIsStated(_ language: Language) async throws {
        for (path, html) in try await FixtureSite.build(language, baseURL: "https://example.org/").pages {
            let scan = PageScan(html)
            #expect(scan.tags.allSatisfy { $0.name != "style" && $0.name != "base" }, "\(path)")
            #expect(scan.tags.allSatisfy { $0.name != "script" || $0.attributes["src"] != nil }, "\(path)")
            #expect(
                scan.tags.allSatisfy { $0.attributes.keys.allSatisfy { $0 != "style" && !$0.hasPrefix("on") } },
                "\(path)")
            let policy = scan.tags.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
            #expect(
                policy?.attributes["content"]
                    == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'",
                "\(path)")
            #expect(!html.contains("javascript:"), "\(path)")
        }
    }

    @Test(arguments: Language.allCases) func everyPageHasItsLandmarks(_ language: Language) async throws {
        for (path, html) in try await FixtureSite.build(language).pages {
            let scan = PageScan(html)
            #expect(scan.tags.count { $0.name == "h1" } == 1, "\(path)")
            #expect(scan.tags.count { $0.name == "main" } == 1, "\(path)")
            #expect(scan.tags.first { $0.name == "html" }?.attributes["lang"] == language.rawValue, "\(path)")
            #expect(scan.tags.filter { $0.name == "nav" }.allSatisfy { $0.attributes["aria-label"] != nil }, "\(path)")
            let ids = scan.values("id")
            #expect(Set(ids).count == ids.count, "an id occurs twice on \(path)")
            let levels = scan.tags.compactMap {
                $0.name.count == 2 && $0.name.first == "h" ? Int($0.name.dropFirst()) : nil
            }
            for (before, after) in zip(levels, levels.dropFirst()) {
                #expect(after <= before + 1, "h\(before) is followed by h\(after) on \(path)")
            }
            #expect(!html.contains("{{") || path.contains("kl-34-vd"), "\(path)")
        }
    }

    @Test(arguments: Language.allCases) func everyPageHasTheShapeItsTemplateWasCheckedAgainst(_ language: Language)
        throws
    {
        let catalogue = FixtureCatalogue.catalogue(language: language, baseURL: "https://example.org")
        let builder = SiteBuilder(catalogue: catalogue, templates: try FixtureSite.templates(language))
        for page in builder.pages {
            let body = page.recordID.flatMap { FixtureCatalogue.bodies[$0] }
            guard let (template, fields) = builder.fields(page, body: body) else { continue }
            #expect(TemplateShape.object(template.shape).mismatches(.object(fields)) == [], "\(page.path)")
        }
    }

    @Test func bodiesReachTheirPagesUntouched() async throws {
        let page = try await FixtureSite.build().page("van-ban/2014/kl-34-vd/index.html")
        let body = try #require(FixtureCatalogue.bodies["kl-34-vd-2014"])
        #expect(page.contains(String(decoding: body.html, as: UTF8.self)))
    }

    @Test func contentIsEscaped() async throws {
        let page = try await FixtureSite.build().page("van-ban/2014/kl-34-vd/index.html")
        let title = "về việc “nâng cao chất lượng” &lt;ví dụ&gt; &amp; thử nghiệm"
        #expect(page.contains("<span class=\"card-title\">\(title)</span></h1>"))
        #expect(page.contains("href=\"https://example.org/a?b=1&amp;c=2\""))
    }

    @Test func timingDoesNotShow() async throws {
        let serial = try await FixtureSite.build(jobs: 1).files
        for jobs in [2, 8] { #expect(try await FixtureSite.build(jobs: jobs).files == serial) }
    }

    @Test func everyPathIsNamedOnce() throws {
        let builder = SiteBuilder(
            catalogue: FixtureCatalogue.catalogue(), templates: try FixtureSite.templates(.vietnamese))
        #expect(Set(builder.pages.map(\.path)).count == builder.pages.count)
    }

    @Test func anEmptyCollectionIsASite() async throws {
        let sink = MemorySink()
        let catalogue = FixtureCatalogue.catalogue(records: [])
        try await SiteBuilder(catalogue: catalogue, templates: try FixtureSite.templates(.vietnamese))
            .write(bodies: [:], to: sink)
        let home = String(decoding: sink.files["index.html"] ?? [], as: UTF8.self)
        #expect(home.contains("Chưa có văn bản nào."))
        #expect(!home.contains("ket-qua/index.html"))
    }
}
