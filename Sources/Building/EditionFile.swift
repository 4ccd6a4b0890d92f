import Output
import Publishing
import Records

/// `edition.json` in a published site: which edition the folder belongs to, so that no other one is written over it.
enum EditionFile {
    static let path = "edition.json"

    /// Nil stands for everything.
    static func file(of edition: String?) -> OutputFile {
        OutputFile(path: path, bytes: Array("{\"edition\":\"\(edition ?? Edition.everything)\"}\n".utf8))
    }

    /// Throws when a folder holds another edition, or a published site that does not say which one it is. A folder without a
    /// site may be written to, and so may any where there are no editions to be mixed up.
    static func check(_ output: String, against edition: String?, canReplace: Bool, in configuration: SiteConfiguration)
        throws
    {
        let folder = ContentFolder(output)
        guard let found = try? folder.read(path) else {
            let isOneOfSeveral = edition != nil || configuration.namesEditions
            guard isOneOfSeveral, (try? folder.read(Manifest.fileName)) != nil else { return }
            throw BuildError.silentEdition(output: output, wanted: edition, canReplace: canReplace)
        }
        guard found != file(of: edition).bytes else { return }
        throw BuildError.otherEdition(output: output, held: id(in: found), wanted: edition, canReplace: canReplace)
    }

    private static func id(in bytes: [UInt8]) -> String? {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\"")
        guard parts.count == 5, parts[3] != Edition.everything else { return nil }
        return String(parts[3])
    }
}
