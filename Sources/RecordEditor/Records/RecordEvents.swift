import Encodings
import HTTPServing
import Hashing
import Records

/// Tells a screen when its record's file is another than the one it knows.
struct RecordEvents: Sendable {
    let desk: RecordDesk

    /// How long a screen waits for news before it asks again.
    private static let patience = Duration.seconds(20)
    /// How often the file is looked at. Watches of folders miss network drives, and one look costs microseconds.
    private static let interval = Duration.milliseconds(200)

    /// Answers as soon as the file is another, or after a while. The tag is missing once the file is.
    func wait(_ query: [String: String]) async throws -> HTTPAnswer {
        guard let path = query["path"], let known = query["etag"], ContentLoader.isRecord(path),
            PathSegments.read(Substring(PercentEncoding.path(path))) != nil
        else { throw Endpoint.Refusal(.badRequest) }
        let end = ContinuousClock.now + Self.patience
        var version: FileVersion.Identity?
        while true {
            let now = desk.folder.version(of: path)?.identity
            if now != version || now == nil {
                version = now
                let etag = (try? desk.read(path))?.etag
                if etag != known { return Self.answer(etag) }
            }
            guard ContinuousClock.now < end else { return Self.answer(known) }
            try await Task.sleep(for: Self.interval)
        }
    }

    private static func answer(_ etag: String?) -> HTTPAnswer {
        var json = JSONText()
        json.object { $0.member("etag", etag) }
        return EditorRoutes.json(json.finished())
    }
}
