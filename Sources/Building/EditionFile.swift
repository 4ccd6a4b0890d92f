import Output
import Records

/// `edition.json` in a published site: which edition the folder belongs to, so that no other one is written over it.
enum EditionFile {
    static let path = "edition.json"

    /// Nil stands for everything.
    static func file(of edition: String?) -> OutputFile {
        OutputFile(path: path, bytes: Array("{\"edition\":\"\(edition ?? Edition.everything)\"}\n".utf8))
    }

    /// Throws when a folder holds another edition. A folder that says nothing, for it is new or was published before
    /// editions were noted, may be written to.
    static func check(_ output: String, against edition: String?) throws {
        guard let found = try? ContentFolder(output).read(path), found != file(of: edition).bytes else { return }
        throw BuildError.otherEdition(output: output, held: id(in: found), wanted: edition)
    }

    private static func id(in bytes: [UInt8]) -> String? {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\"")
        guard parts.count == 5, parts[3] != Edition.everything else { return nil }
        return String(parts[3])
    }
}
