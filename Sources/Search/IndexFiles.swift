import Output
import Parallel

/// The shards of a published index, with those that a patch changes.
struct IndexFiles {
    /// What stands in the site under a path; nil when nothing does.
    private let read: @Sendable (String) throws -> [UInt8]?
    private var published: [String: [UInt8]?] = [:]
    private var changed: [String: [UInt8]?] = [:]

    init(read: @escaping @Sendable (String) throws -> [UInt8]?) { self.read = read }

    /// The JSON of a shard as it is published.
    mutating func json(_ name: String) throws -> [UInt8]? {
        if let known = published[name] { return known }
        let json = try read("search/\(name).json")
        published[name] = .some(json)
        return json
    }

    /// Reads many shards at once, before they are asked for.
    mutating func load(_ names: [String]) throws {
        let missing = names.filter { published[$0] == nil }
        let read = read
        let found = try ParallelMap.ask(missing.count) { try read("search/\(missing[$0]).json") }
        for (name, json) in zip(missing, found) { published[name] = .some(json) }
    }

    /// The JSON of a shard with what was put in its place.
    mutating func current(_ name: String) throws -> [UInt8]? { try changed[name] ?? json(name) }

    /// Puts a shard in place, or removes it.
    mutating func put(_ name: String, _ json: [UInt8]?) throws {
        let before = try self.json(name)
        if before == json { changed[name] = nil } else { changed[name] = .some(json) }
    }

    /// The shards to write, in order of their names.
    var shards: [Shard] {
        changed.sorted { $0.key < $1.key }.compactMap { name, json in json.map { Shard(name: name, json: $0) } }
    }

    /// Names of the shards that are no more.
    var removed: [String] { changed.filter { $0.value == nil }.keys.sorted() }

    /// The scripts that hold a changed shard.
    func scripts(_ bundles: [ScriptBundles]) throws -> [OutputFile] {
        let bundles = Dictionary(uniqueKeysWithValues: bundles.map { ($0.family, $0) })
        var changes: [ScriptPlace: [String: [UInt8]?]] = [:]
        for (name, json) in changed {
            guard let bundle = bundles[Shard.family(name)] else { continue }
            changes[ScriptPlace(bundle: bundle, place: bundle.place(of: name)), default: [:]][name] = .some(json)
        }
        let scripts = Array(changes)
        let read = read
        return try ParallelMap.ask(scripts.count) { index in
            let (script, changes) = scripts[index]
            let published = try read("\(script.bundle.name(script.place)).js")
            return try script.bundle.script(script.place, published, with: changes)
        }
    }

    private struct ScriptPlace: Hashable {
        var bundle: ScriptBundles
        var place: Int
    }

    /// By family, how many shards came and by how many bytes all grew.
    var growth: [String: (shards: Int, bytes: Int)] {
        var growth: [String: (shards: Int, bytes: Int)] = [:]
        for (name, json) in changed {
            let before = published[name] ?? nil
            let shards = (json == nil ? 0 : 1) - (before == nil ? 0 : 1)
            let bytes = (json?.count ?? 0) - (before?.count ?? 0)
            let (all, size) = growth[Shard.family(name)] ?? (0, 0)
            growth[Shard.family(name)] = (all + shards, size + bytes)
        }
        return growth
    }
}
