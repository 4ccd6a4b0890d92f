import Building
import Encodings
import Hashing
import Preview

/// Knows the collection as it stands, and as it would be with what is on a screen.
actor CollectionDesk {
    private let build: SiteBuild
    private let site: PreviewSite
    private var ready: CollectionState?
    private var waiting: [CheckedContinuation<Void, Never>] = []
    /// The last looks at edited records: a check and a preview of one text are one look.
    private var looks: [(key: String, site: Task<DraftedSite, any Error>)] = []
    private static let mostLooks = 3

    init(_ build: SiteBuild, _ site: PreviewSite) {
        self.build = build
        self.site = site
    }

    /// Looks at the collection anew after every look at the folders, until the task is cancelled.
    func follow() async throws {
        var round = -1
        while true {
            let look = await site.look(after: round)
            round = look.round
            var memo = look.memo
            // While it is worked out, the state before answers.
            guard let drafted = try? await build.drafted([:], &memo) else { continue }
            ready = CollectionState(drafted)
            for continuation in waiting { continuation.resume() }
            waiting = []
        }
    }

    /// The collection as it stood a moment ago.
    func state() async -> CollectionState {
        while true {
            if let ready { return ready }
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    /// The collection as it would be if a record's file had these bytes.
    func drafted(_ path: String, _ bytes: [UInt8]) async throws -> DraftedSite {
        let look = await site.look()
        let key = "\(look.round) \(path) \(SHA256.hash(bytes).hexadecimal)"
        if let known = looks.last(where: { $0.key == key }) { return try await known.site.value }
        let task = Task { [build] in
            var memo = look.memo
            return try await build.drafted([path: bytes], &memo)
        }
        looks.append((key, task))
        if looks.count > Self.mostLooks { looks.removeFirst() }
        return try await task.value
    }

    /// What `check` says of a record if its file had these bytes.
    func check(_ path: String, _ bytes: [UInt8]) async throws -> RecordCheck {
        // Where the others need not be looked at again.
        if let quick = try await state().drafted.check(path, bytes) { return quick }
        return try await drafted(path, bytes).check(of: path)
    }

    // MARK: Pages

    /// Where a page that is not saved yet can be seen.
    struct PreviewedPage: Sendable {
        /// A path of the preview's site, with its query.
        var address: String
        /// Whether it is the page as it was before the errors that are there now.
        var isOld: Bool
    }

    /// The page of a record as it would be if its file had these bytes; nil where it has no page yet.
    func page(of path: String, _ bytes: [UInt8]) async throws -> PreviewedPage? {
        let look = await site.look()
        // Where its own page tells enough, the rest of the collection need not be looked at.
        if let shown = look.shown, let glanced = try build.glance(at: path, bytes: bytes, from: shown, look.memo),
            let address = await keep(path, of: glanced)
        {
            return PreviewedPage(address: address, isOld: false)
        }
        if let drafted = try await drafted(path, bytes).site {
            return await keep(path, of: drafted).map { PreviewedPage(address: $0, isOld: false) }
        }
        guard let shown = look.shown, let address = await keep(path, of: shown) else { return nil }
        return PreviewedPage(address: address, isOld: true)
    }

    private func keep(_ path: String, of shown: AssembledSite) async -> String? {
        guard let page = shown.page(ofRecordAt: path) else { return nil }
        let key = await site.keepDraft(shown.file(page).bytes)
        let folder = String(page.path.dropLast("index.html".count))
        return "/\(PercentEncoding.path(folder))?\(PreviewSite.draftParameter)=\(key)"
    }
}
