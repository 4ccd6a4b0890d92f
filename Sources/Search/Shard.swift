import Encodings
import Output

/// One file of the index, before it is known where it goes: `terms/p-dieu-tra` and its JSON.
struct Shard: Sendable {
    /// Path under `search/` without extension.
    var name: String
    var json: [UInt8]

    /// What its name begins with, such as `terms`.
    var family: String { Self.family(name) }

    static func family(_ name: String) -> String { String(name.prefix { $0 != "/" }) }

    /// A shard that is one string.
    static func text(_ name: String, _ text: String) -> Shard {
        var json = JSONBytes(reserving: text.utf8.count + 2)
        json.string(text)
        return Shard(name: name, json: json.bytes)
    }

    /// Its path in the site without extension, as a JSON string.
    var quotedName: ArraySlice<UInt8> { Self.quoted(name) }

    static func quoted(_ name: String) -> ArraySlice<UInt8> {
        var json = JSONBytes(reserving: name.utf8.count + 10)
        json.string("search/\(name)")
        return json.bytes[...]
    }

    /// The two files of a shard that travels by itself: JSON, and the script that hands it to pages opened from disk.
    var files: [OutputFile] {
        let data = DataFile(name: "search/\(name)", json: json)
        return [data.jsonFile, data.scriptFile]
    }

    /// What is fetched over http.
    var file: OutputFile { DataFile(name: "search/\(name)", json: json).jsonFile }
}

/// FNV-1a, 32 bits: spreads names and cuts where only evenness matters.
enum StableHash {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811c_9dc5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash
    }
}
