import CLibArchive

/// A zip file (APPNOTE 6.3) made of parts in memory. The same parts give the same bytes: every part has the earliest date that
/// the format knows, and no owner or mode.
struct ZipWriter {
    /// A part as it is stored, so that one that many files share is compressed once.
    struct Part: Sendable {
        fileprivate var name: [UInt8]
        fileprivate var stored: [UInt8]
        fileprivate var checksum: UInt32
        fileprivate var size: Int
        /// 8 for deflate, 0 for bytes as they are.
        fileprivate var method: UInt16

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = Array(name.utf8)
            size = bytes.count
            if let deflated = Deflate.deflated(bytes) {
                (stored, checksum, method) = (deflated.bytes, deflated.checksum, 8)
            } else {
                (stored, checksum, method) = (bytes, CyclicRedundancyCheck.of(bytes), 0)
            }
        }
    }

    /// 1 January 1980, the first day of the format.
    private static let date: UInt16 = 0x21

    static func bytes(of parts: [Part]) -> [UInt8] {
        var zip: [UInt8] = []
        zip.reserveCapacity(parts.reduce(200) { $0 + $1.stored.count + 200 })
        var directory: [UInt8] = []
        for part in parts {
            let offset = zip.count
            zip.add32(0x0403_4B50)
            zip.addHeader(part, date: date)
            zip.add16(0)
            zip += part.name
            zip += part.stored
            directory.add32(0x0201_4B50)
            directory.add16(20)
            directory.addHeader(part, date: date)
            // No extra field, no comment, first disk, no attributes.
            for _ in 0..<4 { directory.add16(0) }
            directory.add32(0)
            directory.add32(offset)
            directory += part.name
        }
        let start = zip.count
        zip += directory
        zip.add32(0x0605_4B50)
        zip.add32(0)
        zip.add16(parts.count)
        zip.add16(parts.count)
        zip.add32(directory.count)
        zip.add32(start)
        zip.add16(0)
        return zip
    }
}

extension [UInt8] {
    fileprivate mutating func add16(_ value: Int) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    fileprivate mutating func add32(_ value: Int) {
        add16(value & 0xFFFF)
        add16(value >> 16)
    }

    /// What the header before a part and its entry in the directory have in common, up to the length of the name.
    fileprivate mutating func addHeader(_ part: ZipWriter.Part, date: UInt16) {
        add16(20)
        // Names are UTF-8.
        add16(0x0800)
        add16(Int(part.method))
        add16(0)
        add16(Int(date))
        add32(Int(part.checksum))
        add32(part.stored.count)
        add32(part.size)
        add16(part.name.count)
    }
}

/// Compresses bytes as zip files hold them (RFC 1951), by the gzip writer of libarchive: a gzip stream is such bytes between a
/// header and the checksum that a zip file wants as well.
private enum Deflate {
    /// Nil where the library fails.
    static func deflated(_ bytes: [UInt8]) -> (bytes: [UInt8], checksum: UInt32)? {
        guard let archive = archive_write_new() else { return nil }
        defer { archive_write_free(archive) }
        var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 8 + 1_024)
        var used = 0
        guard archive_write_add_filter_gzip(archive) == ARCHIVE_OK, archive_write_set_format_raw(archive) == ARCHIVE_OK,
            archive_write_set_filter_option(archive, "gzip", "timestamp", nil) == ARCHIVE_OK,
            archive_write_set_bytes_per_block(archive, 0) == ARCHIVE_OK
        else { return nil }
        let isWritten = output.withUnsafeMutableBytes { buffer -> Bool in
            guard archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK,
                let entry = archive_entry_new()
            else { return false }
            defer { archive_entry_free(entry) }
            archive_entry_set_filetype(entry, 0o100000)
            archive_entry_set_pathname(entry, "part")
            guard archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
            let count = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
            return count == bytes.count && archive_write_close(archive) == ARCHIVE_OK
        }
        // A header of ten bytes without a name, the checksum and the length at the end.
        guard isWritten, used >= 18, output[3] == 0 else { return nil }
        let checksum = (0..<4).reduce(UInt32(0)) { $0 | UInt32(output[used - 8 + $1]) << (8 * UInt32($1)) }
        return (Array(output[10..<used - 8]), checksum)
    }
}

/// The checksum of zip files (CRC-32, ISO 3309), bit by bit: only for what the library does not compress.
private enum CyclicRedundancyCheck {
    static func of(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}
