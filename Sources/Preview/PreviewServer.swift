import Building
import Encodings
import FoundationEssentials
import HTTPServing
import Records

/// Serves a preview over HTTP and keeps it up to date with its folders.
public struct PreviewServer: Sendable {
    private let site: PreviewSite
    private let folders: [String]
    private let host: String
    private let port: UInt16
    /// The origin of the editor that shows pages in a frame; nil where there is none.
    private let editor: String?

    /// Folders are looked at this often even when nothing tells of a change, and never for more than a small share of the
    /// time.
    private static let longestWait = Duration.seconds(2)
    private static let idleShare = 25
    /// How long a page waits for news before it asks again.
    private static let patience = Duration.seconds(20)

    /// - Parameters:
    ///   - host: An IPv4 address of this machine; `127.0.0.1` is reached from it alone.
    ///   - port: 0 for any that is free.
    ///   - editor: The origin of the editor whose frame may show pages, such as `http://127.0.0.1:8081`.
    public init(
        _ site: PreviewSite, options: BuildOptions, host: String = "127.0.0.1", port: UInt16, editor: String? = nil
    ) {
        self.editor = editor
        self.site = site
        folders = [options.content, options.templates].map { ContentFolder($0).path }
        self.host = host
        self.port = port
    }

    /// Serves until the task is cancelled. `started` is told the port once pages can be asked for.
    /// - Throws: `HTTPListeningError` when it cannot start or cannot go on.
    public func run(started: @escaping @Sendable (UInt16) -> Void) async throws {
        let listener = try await HTTPListener(host: host, port: port)
        started(listener.port)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await listener.run { request in await answer(request) } }
            group.addTask { await follow() }
            try await group.next()
            group.cancelAll()
            // Neither ends by itself.
            if !Task.isCancelled { throw HTTPListeningError.cannotGoOn("no more connections") }
        }
    }

    /// Refreshes the site after every change of its folders.
    private func follow() async {
        let watch = FolderWatch(folders)
        let wake = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in watch.changes { wake.continuation.yield() } }
            group.addTask {
                wake.continuation.yield()
                var pending: Task<Void, any Error>?
                for await _ in wake.stream {
                    pending?.cancel()
                    await site.glance(at: watch.takeTouched())
                    let taken = await ContinuousClock().measure { await site.refresh() }
                    let wait = max(Self.longestWait, taken * Self.idleShare)
                    // In case the watch misses something.
                    pending = Task {
                        try await Task.sleep(for: wait)
                        wake.continuation.yield()
                    }
                }
            }
        }
    }

    // MARK: Answers

    private func answer(_ request: HTTPRequest) async -> HTTPAnswer {
        var answer = await answerOfSite(request)
        if let editor { answer.headers.append(("Content-Security-Policy", "frame-ancestors 'self' \(editor)")) }
        return answer
    }

    private func answerOfSite(_ request: HTTPRequest) async -> HTTPAnswer {
        guard RequestOrigin(host: host, isFramed: editor != nil).allows(request) else {
            return HTTPAnswer(status: .forbidden, body: Array(Self.refusal.utf8))
        }
        guard request.method == "GET" || request.method == "HEAD" else { return HTTPAnswer(status: .methodNotAllowed) }
        let path = String(request.path.drop { $0 == "/" })
        do {
            switch path {
            case "_tracuu/preview.js":
                return HTTPAnswer(status: .ok, type: MediaType.of(path), body: await site.script)
            case "_tracuu/preview.css":
                return HTTPAnswer(status: .ok, type: MediaType.of(path), body: await site.style)
            case "_tracuu/draft.js":
                return HTTPAnswer(status: .ok, type: MediaType.of(path), body: await site.draftScript)
            case "_tracuu/state": return try await state(request)
            case _ where path.hasPrefix("_tracuu/edit"): return HTTPAnswer(status: .notFound)
            default:
                if let key = request.query[PreviewSite.draftParameter], let page = await site.draft(key) {
                    return HTTPAnswer(status: .ok, type: MediaType.of("index.html"), body: page)
                }
                return try await file(path)
            }
        } catch {
            return HTTPAnswer(status: .failed, body: Array("\(error)\n".utf8))
        }
    }

    /// For a reader who followed a link of another site.
    private static let refusal =
        "Trang xem trước chỉ mở từ thanh địa chỉ của trình duyệt; hãy gõ hoặc dán địa chỉ vào đó.\n"
        + "The preview opens from the address bar only: type or paste its address there.\n"

    private func state(_ request: HTTPRequest) async throws -> HTTPAnswer {
        let path = await Self.path(request.query["page"] ?? "", in: site)
        let state = try await site.state(
            of: path, knownTag: request.query["tag"] ?? "", knownReport: request.query["report"] ?? "",
            patience: Self.patience)
        return HTTPAnswer(status: .ok, type: "application/json", body: Array(try state.json))
    }

    private func file(_ asked: String) async throws -> HTTPAnswer {
        let path = await Self.path(asked, in: site)
        if path != asked, !asked.isEmpty, !asked.hasSuffix("/") {
            // Links on the page are relative to its folder.
            let escaped = PercentEncoding.path(asked)
            return HTTPAnswer(status: .found, location: "/\(escaped)/")
        }
        guard let (file, isFound) = try await site.file(path) else {
            return HTTPAnswer(
                status: .unavailable, type: MediaType.of("index.html"), body: await site.page(nil))
        }
        let bytes = file.path.hasSuffix(".html") ? await site.page(file.bytes) : file.bytes
        var answer = HTTPAnswer(status: isFound ? .ok : .notFound, type: MediaType.of(file.path), body: bytes)
        // What an editor attached a moment ago has been looked at by nobody.
        if editor != nil, await site.isAttachment(path) {
            answer.headers.append(("Content-Security-Policy", "sandbox"))
        }
        return answer
    }

    /// The site's path of an address: a folder's is that of its `index.html`.
    private static func path(_ asked: String, in site: PreviewSite) async -> String {
        let path = String(asked.drop { $0 == "/" })
        if path.isEmpty || path.hasSuffix("/") { return path + "index.html" }
        let folder = path + "/index.html"
        return await site.has(folder) ? folder : path
    }
}
