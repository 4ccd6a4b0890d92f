import Building
import Diagnostics
import HTTPServing
import Preview
import Records

/// Serves the screens in which records are edited, on a port of its own, beside a preview of the site.
public struct EditorServer: Sendable {
    private let options: BuildOptions
    private let words: PreviewSite.Words
    private let previewPort: UInt16
    private let port: UInt16?

    /// - Parameters:
    ///   - previewPort: 0 for any that is free.
    ///   - port: The editor's; 0 for any that is free, nil for the one after the preview's if it is free.
    public init(_ options: BuildOptions, words: PreviewSite.Words, previewPort: UInt16, port: UInt16? = nil) {
        self.options = options
        self.words = words
        self.previewPort = previewPort
        self.port = port
    }

    /// Serves until the task is cancelled. `started` gets the address to open once it can be opened; who has the address may
    /// change the content.
    public func run(started: @escaping @Sendable (String) -> Void) async throws {
        let screens = try ScreenFiles(templates: options.templates)
        let site = try PreviewSite(options, words: words, hasEditor: true)
        let listener = try await listener()
        let preview = PreviewServer(
            site, options: options, port: previewPort, editor: "http://127.0.0.1:\(listener.port)")
        let ports = AsyncStream.makeStream(of: UInt16.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await preview.run { ports.continuation.yield($0) } }
            group.addTask {
                for await previewPort in ports.stream {
                    try await serve(listener, screens, site, preview: "http://127.0.0.1:\(previewPort)", started)
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func serve(
        _ listener: HTTPListener, _ screens: ScreenFiles, _ site: PreviewSite, preview: String,
        _ started: @Sendable (String) -> Void
    ) async throws {
        let key = EditorKey()
        let policy = ScreenPolicy(preview: preview)
        let gate = RequestGuard(key: key, port: listener.port, policy: policy)
        let routes = try EditorRoutes(
            options: options, site: site, language: words.language, policy: policy, preview: preview)
        started("\(gate.origin)/#key=\(key.text)")
        async let following: Void = routes.follow()
        try await listener.run(admitting: gate.admission) { request in
            guard request.encodedPath.hasPrefix(Endpoint.prefix) else {
                return screens.answer(request.encodedPath, policy)
            }
            return await routes.answer(request)
        }
        try await following
    }

    private func listener() async throws -> HTTPListener {
        if let port { return try await HTTPListener(host: Self.host, port: port) }
        let next: UInt16 = previewPort == 0 || previewPort == .max ? 0 : previewPort + 1
        do {
            return try await HTTPListener(host: Self.host, port: next)
        } catch HTTPListeningError.portTaken {
            return try await HTTPListener(host: Self.host, port: 0)
        }
    }

    /// Nobody but this machine edits.
    private static let host = "127.0.0.1"
}
