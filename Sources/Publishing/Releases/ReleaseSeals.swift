/// The files that vouch for a release beside its manifest, which lists none of them: `SHA256SUMS` is checked by everybody's
/// `sha256sum -c`, `release.json` says which release this is and which came before, and the others sign `SHA256SUMS`.
public enum ReleaseSeals {
    public static let checksums = "SHA256SUMS"
    public static let note = "release.json"
    public static let minisign = "SHA256SUMS.minisig"
    public static let certificate = "SHA256SUMS.p7s"

    static let all = [checksums, note, minisign, certificate]

    /// The lines of `SHA256SUMS`, in the format of GNU coreutils: what the manifest lists, the manifest and the note.
    static func lines(_ manifest: Manifest, manifestHash: String, noteHash: String?) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(manifest.files.count * 140)
        func add(_ hash: String, _ path: String) {
            // coreutils marks a line whose name has a backslash by one in front.
            if path.contains("\\") { lines.append(UInt8(ascii: "\\")) }
            lines += hash.utf8
            lines += "  ".utf8
            for byte in path.utf8 {
                if byte == UInt8(ascii: "\\") { lines.append(byte) }
                lines.append(byte)
            }
            lines.append(0x0A)
        }
        for file in manifest.files { add(file.sha256, file.path) }
        add(manifestHash, Manifest.fileName)
        if let noteHash { add(noteHash, note) }
        return lines
    }
}
