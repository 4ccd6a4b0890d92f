import Encodings
import Output

/// One file of the index, before it is known where it goes: `terms/p-dieu-tra` and its JSON.
struct Shard: Sendable {
    /// Path under `search/` without extension.
    var name: String
    var json: [UInt8]

    /// A shard that is one string.
    static func text(_ name: String, _ text: String) -> Shard {
        var json = JSONBytes(reserving: text.utf8.count + 2)
        json.string(text)
        return Shard(name: name, json: json.bytes)
    }

    /// The two files made of it: JSON, and the script that hands it to pages opened from disk.
    func write(to sink: some OutputSink) throws {
        let file = DataFile(name: "search/\(name)", json: json)
        try sink.write(file.jsonFile)
        try sink.write(file.scriptFile)
    }
}

/// FNV-1a, 32 bits: spreads names and cuts where only evenness matters.
enum StableHash {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811c_9dc5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash
    }
}
