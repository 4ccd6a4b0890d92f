import Encodings
import Output

/// The scripts that hand the shards of one family to pages opened from disk, each with many of them.
///
/// Over http a shard is fetched by itself, since bytes cost time there. From disk it is files that cost time: to write, to copy
/// and to look at. Which script holds a shard follows from the shard's name and the number of scripts, so that an edit
/// rewrites the scripts of the shards that it changes, and a page knows what to load.
struct ScriptBundles: Sendable, Hashable {
    /// What the names of its shards begin with, such as `terms`.
    let family: String
    let count: Int

    /// As few scripts, a power of two, that one holds at most `scriptBytes` on the average.
    init(_ family: String, bytes: Int, _ parameters: SearchParameters) {
        self.family = family
        var count = 1
        while count * parameters.scriptBytes < bytes { count *= 2 }
        self.count = count
    }

    /// The place of the script that holds a shard.
    func place(of shard: String) -> Int { HashedShards.place(of: shard, among: count) }

    /// Path of a script in the site without extension.
    func name(_ place: Int) -> String { "search/scripts/\(family)-\(place)" }

    /// The shards of each script.
    func shared(_ shards: [Shard]) -> [[Shard]] {
        var places = [[Shard]](repeating: [], count: count)
        for shard in shards { places[place(of: shard.name)].append(shard) }
        return places
    }

    /// A script with some shards.
    func script(_ place: Int, _ shards: [Shard]) -> OutputFile {
        let lines = shards.map { ScriptLine(name: $0.quotedName, json: $0.json[...]) }
        return script(place, lines.sorted { $0.name.lexicographicallyPrecedes($1.name) })
    }

    /// A published script with other shards in it.
    /// - Parameter changes: By the shard's name, its JSON; nil where it is no more.
    /// - Throws: `SearchIndexError.damaged` where the script is not what a build wrote.
    func script(_ place: Int, _ published: [UInt8]?, with changes: [String: [UInt8]?]) throws -> OutputFile {
        let name = name(place)
        guard let published, let lines = ScriptLine.all(in: published, of: name) else {
            throw SearchIndexError.damaged(path: "\(name).js")
        }
        var changed: [ScriptLine] = []
        var touched: Set<ArraySlice<UInt8>> = []
        for (shard, json) in changes {
            let name = Shard.quoted(shard)
            touched.insert(name)
            if let json { changed.append(ScriptLine(name: name, json: json[...])) }
        }
        let kept = lines.filter { !touched.contains($0.name) }
        return script(place, (kept + changed).sorted { $0.name.lexicographicallyPrecedes($1.name) })
    }

    private func script(_ place: Int, _ lines: [ScriptLine]) -> OutputFile {
        var json = JSONBytes(reserving: lines.reduce(4) { $0 + $1.name.count + $1.json.count + 3 })
        json.raw("{\n")
        for (index, line) in lines.enumerated() {
            if index > 0 { json.raw(",\n") }
            json.raw(line.name)
            json.raw(":")
            json.raw(line.json)
        }
        json.raw("\n}")
        return DataFile(name: name(place), json: json.bytes).scriptFile
    }
}

/// A line of a script: a shard's name, in quotes, and its JSON, which has no line breaks.
private struct ScriptLine {
    var name: ArraySlice<UInt8>
    var json: ArraySlice<UInt8>

    /// The lines of a script; nil where it is none.
    static func all(in script: [UInt8], of name: String) -> [ScriptLine]? {
        let opening = Array("\(DataFile.opening(name)){\n".utf8)
        let closing = Array("\n}\(DataFile.closing)".utf8)
        guard script.starts(with: opening), script.count >= opening.count + closing.count - 1,
            script.suffix(closing.count).elementsEqual(closing)
        else { return nil }
        guard script.count > opening.count + closing.count else { return [] }
        var lines: [ScriptLine] = []
        for line in script[opening.count..<(script.count - closing.count)].split(separator: 0x0A) {
            let pair = line.last == UInt8(ascii: ",") ? line.dropLast() : line
            guard let end = pair.dropFirst().firstIndex(of: UInt8(ascii: "\"")), end + 1 < pair.endIndex,
                pair[end + 1] == UInt8(ascii: ":")
            else { return nil }
            lines.append(ScriptLine(name: pair[...end], json: pair[(end + 2)...]))
        }
        return lines
    }
}
