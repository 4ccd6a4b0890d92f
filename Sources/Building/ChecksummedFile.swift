import Storage

/// A kept file: what it is, a checksum, and what it says.
enum ChecksummedFile {
    static func sealed(_ content: [UInt8], as header: String) -> [UInt8] {
        var writer = ByteWriter(reserving: content.count + 40)
        writer.text(header)
        writer.raw(Checksum.of(content[...]))
        return writer.bytes + content
    }

    /// What a file says; throws `DamagedBytes` where it is another one or not as it was kept.
    static func opened(_ bytes: [UInt8], as header: String) throws -> ByteReader {
        var reader = ByteReader(bytes[...])
        guard try reader.text() == header else { throw DamagedBytes() }
        let checksum = try reader.raw(UInt64.self)
        guard Checksum.of(reader.rest) == checksum else { throw DamagedBytes() }
        return reader
    }
}
