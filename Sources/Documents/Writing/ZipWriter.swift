import CLibArchive

/// A zip file made of parts in memory, by libarchive. The same parts give the same bytes: no part has a date, an owner or a mode
/// of its own, and where no date is given the format's first day, 1 January 1980, stands.
enum ZipWriter {
    struct Part: Sendable {
        var name: String
        var bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    static func bytes(of parts: [Part]) -> [UInt8] {
        // What deflate cannot compress grows by less than a thousandth; a part is named twice, beside two headers.
        let most = parts.reduce(1_024) { $0 + $1.bytes.count + $1.bytes.count / 64 + 2 * $1.name.utf8.count + 512 }
        return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            guard let archive = archive_write_new() else { preconditionFailure("no memory for a zip file") }
            defer { archive_write_free(archive) }
            let isWritten =
                archive_write_set_format_zip(archive) == ARCHIVE_OK
                && archive_write_set_bytes_per_block(archive, 0) == ARCHIVE_OK
                && archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &count) == ARCHIVE_OK
                && parts.allSatisfy { write($0, to: archive) }
                && archive_write_close(archive) == ARCHIVE_OK
            precondition(isWritten, "writing to memory fails for want of memory alone")
        }
    }

    private static func write(_ part: Part, to archive: OpaquePointer) -> Bool {
        guard let entry = archive_entry_new() else { return false }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, part.name)
        archive_entry_set_size(entry, Int64(part.bytes.count))
        // A plain file that everybody may read.
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
        let written = part.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        return written == part.bytes.count
    }
}
