import Building
import Hashing
import Preview

/// Knows the collection as it stands, and as it would be with what is on a screen.
actor CollectionDesk {
    private let build: SiteBuild
    private let site: PreviewSite
    private var current: (round: Int, state: Task<CollectionState, any Error>)?
    /// The last looks at edited records: a check and a preview of one text are one look.
    private var looks: [(key: String, site: Task<DraftedSite, any Error>)] = []
    private static let mostLooks = 3

    init(_ build: SiteBuild, _ site: PreviewSite) {
        self.build = build
        self.site = site
    }

    /// The collection as the last look at the folders found it.
    func state() async throws -> CollectionState {
        let look = await site.lastLook()
        if let current, current.round == look.round { return try await current.state.value }
        let task = Task { [build] in
            var memo = look.memo
            return CollectionState(round: look.round, try await build.drafted([:], &memo))
        }
        current = (look.round, task)
        return try await task.value
    }

    /// The collection as it would be if a record's file had these bytes.
    func drafted(_ path: String, _ bytes: [UInt8]) async throws -> DraftedSite {
        let look = await site.lastLook()
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
}
