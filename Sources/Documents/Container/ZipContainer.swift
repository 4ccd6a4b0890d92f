import CLibArchive

/// The entries of a zip file that a reader asks for, read in one pass in memory. Nothing is ever written by an entry's name.
struct ZipContainer {
    private(set) var entries: [String: [UInt8]] = [:]

    /// Reads the entries whose name is wanted.
    init(_ bytes: [UInt8], limits: ReadingLimits, wanted: (String) -> Bool) throws(ReadingError) {
        guard let archive = archive_read_new() else { throw .unreadable("libarchive") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip(archive)
        var found: [String: [UInt8]] = [:]
        let outcome = bytes.withUnsafeBytes { buffer -> ReadingError? in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                return .damaged
            }
            return Self.read(archive, limits, wanted, into: &found)
        }
        if let outcome { throw outcome }
        entries = found
    }

    private static func read(
        _ archive: OpaquePointer, _ limits: ReadingLimits, _ wanted: (String) -> Bool,
        into found: inout [String: [UInt8]]
    ) -> ReadingError? {
        var count = 0
        var total = 0
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return nil }
            guard status >= ARCHIVE_WARN, let entry else { return found.isEmpty ? .damaged : nil }
            count += 1
            guard count <= limits.entries else { return .tooLarge }
            guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { continue }
            let path = String(cString: name)
            guard wanted(path), found[path] == nil else { continue }
            if archive_entry_is_data_encrypted(entry) != 0 { return .encrypted }
            var content: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let length = piece.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
                if length == 0 { break }
                guard length > 0 else { return .damaged }
                total += length
                guard total <= limits.uncompressedBytes else { return .tooLarge }
                content.append(contentsOf: piece[0..<length])
            }
            found[path] = content
        }
    }
}
