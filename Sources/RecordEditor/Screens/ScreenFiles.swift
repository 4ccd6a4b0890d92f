import HTTPServing
import Preview
import Records

/// The editor's pages, scripts and styles: the folder `editor/` of the templates, read when the editor starts.
struct ScreenFiles: Sendable {
    private let files: [String: [UInt8]]

    /// - Throws: `PreviewError.missingTemplate` where the folder has no page.
    init(templates: String) throws {
        let folder = ContentFolder(templates)
        let names = try folder.files(under: "editor")
        var files: [String: [UInt8]] = [:]
        for name in names { files[String(name.dropFirst("editor/".count))] = try folder.read(name) }
        // The same colours as the site's.
        files["tokens.css"] = try folder.read("assets/tokens.css")
        guard files["index.html"] != nil else { throw PreviewError.missingTemplate("\(templates)/editor/index.html") }
        self.files = files
    }

    func answer(_ encodedPath: String, _ policy: ScreenPolicy) -> HTTPAnswer {
        let name = encodedPath == "/" ? "index.html" : String(encodedPath.dropFirst())
        guard let bytes = files[name] else { return HTTPAnswer(status: .notFound, headers: policy.headers) }
        return HTTPAnswer(status: .ok, type: MediaType.of(name), headers: policy.headers, body: bytes)
    }
}
