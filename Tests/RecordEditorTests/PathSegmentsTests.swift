import Testing

@testable import RecordEditor

@Suite("Paths of the editor's addresses")
struct PathSegmentsTests {
    @Test("parts are read with their percent escapes")
    func reads() {
        #expect(PathSegments.read("record/directives/kl-100.md") == ["record", "directives", "kl-100.md"])
        #expect(PathSegments.read("record/h%C6%B0%E1%BB%9Bng.md") == ["record", "hướng.md"])
    }

    @Test(
        "what could lead elsewhere is refused",
        arguments: [
            "record/../site.yml", "record/%2e%2e/site.yml", "record/.git/a.md", "record/%2Egit/a.md", "record/a%2Fb.md",
            "record/a%00.md", "record//a.md", "record/a.md/", "record/a%5Cb.md", "record/%FF.md", "record/a%2.md",
            "record/a%zz.md",
            "record/a.md~",
        ])
    func refuses(path: String) { #expect(PathSegments.read(Substring(path)) == nil) }

    @Test("a record's endpoints take paths of records alone")
    func records() {
        func status(_ method: String, _ path: String) -> Endpoint.Refusal? {
            if case .failure(let refusal) = Endpoint.of(method: method, encodedPath: Endpoint.prefix + path) {
                return refusal
            }
            return nil
        }
        #expect(status("GET", "record/directives/a.md") == nil)
        #expect(status("GET", "record/site.yml") == .init(.badRequest))
        #expect(status("GET", "record/vocabulary/types.yml") == .init(.badRequest))
        #expect(status("PUT", "record/attachments/a.md") == .init(.badRequest))
        #expect(status("DELETE", "record/directives/a.md") == .init(.methodNotAllowed))
        #expect(status("GET", "khong-co") == .init(.notFound))
    }
}
