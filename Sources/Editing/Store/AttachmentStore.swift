/// Files of `content/attachments/`: new ones are added, none is replaced.
public struct AttachmentStore: Sendable {
    private let root: String

    /// - Parameter root: The content folder.
    public init(root: String) { self.root = root }

    /// Writes a new file; the folder is made where there is none.
    ///
    /// - Parameter name: One plain name, without folders.
    /// - Throws: `StoreFault.exists` where the name is taken.
    public func create(_ name: String, with bytes: [UInt8]) throws(StoreFault) {
        let isPlain =
            !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 }
        guard isPlain else { throw StoreFault.refused }
        let content = try OpenFolder(root)
        try content.make("attachments", mode: 0o777)
        let folder = try content.folder("attachments")
        let beside = LeftoverName.new(beside: name)
        try folder.write(bytes, to: beside, exactMode: nil)
        do throws(StoreFault) {
            try folder.renameWithoutReplacing(beside, to: name)
        } catch {
            folder.remove(beside)
            throw error
        }
        try folder.sync()
    }
}
