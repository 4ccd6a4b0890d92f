import Glibc

extension Publisher {
    /// The note that the last publication left beside the spare tree.
    public var note: [UInt8]? {
        guard let location = try? OutputLocation(output: output),
            let file = try? Descriptor.open(location.note, O_RDONLY | O_NOFOLLOW)
        else { return nil }
        return try? file.readAll(naming: location.note)
    }

    /// Leaves a note for the next publication. It only saves time, so a failure to leave one does no harm.
    public func leave(note: [UInt8]) {
        guard let location = try? OutputLocation(output: output) else { return }
        let temporary = location.note + ".new"
        do {
            let file = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
            try note.withUnsafeBytes { try file.write($0, naming: temporary) }
            try file.close(naming: temporary)
            try PublishError.check(location.note) { rename(temporary, location.note) }
        } catch {
            unlink(temporary)
        }
    }
}

extension Release {
    /// The live tree, when every file and folder in it is as it was published, without reading them: by which hash its
    /// manifest is known, and how many files it has.
    public func wholeLiveTree() -> (manifest: String, report: PublishReport)? {
        guard let live, live.isFullyKnown, !live.hasStrays, let hash = live.files[Manifest.path]?.hash,
            live.files.values.allSatisfy(\.hasOurMode)
        else { return nil }
        var report = PublishReport()
        for (path, file) in live.files where path != Manifest.path {
            report.files += 1
            report.bytes += file.stamp.size
        }
        report.unchanged = report.files
        return (hash.hexadecimal, report)
    }
}

extension ContentHash {
    var hexadecimal: String {
        var digits: [UInt8] = []
        appendHexadecimal(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }
}
