import Crypto

/// The SHA-256 of a file's content.
struct ContentHash: Hashable, Sendable {
    /// The 32 bytes in order, held as words so that comparing and storing need no allocation.
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    static let byteCount = 32

    init(_ bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    init(_ digest: SHA256Digest) {
        digest.withUnsafeBytes { from in
            withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: from) }
        }
    }

    /// Reads 32 stored bytes; nothing when there are not 32.
    init?(stored bytes: some Collection<UInt8>) {
        guard bytes.count == ContentHash.byteCount else { return nil }
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    /// Reads 64 lower-case hexadecimal digits; nothing for anything else.
    init?(hexadecimal text: some StringProtocol) {
        let digits = text.utf8.map { digit -> UInt8 in
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            default: 255
            }
        }
        guard digits.count == 2 * ContentHash.byteCount, !digits.contains(255) else { return nil }
        self.init(stored: stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: words, body)
    }

    func appendHexadecimal(to output: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Self.byteCount) { digits in
            withBytes { bytes in
                for (place, byte) in bytes.enumerated() {
                    digits[2 * place] = Self.digit(byte >> 4)
                    digits[2 * place + 1] = Self.digit(byte & 15)
                }
            }
            output.append(contentsOf: digits)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    static func == (a: ContentHash, b: ContentHash) -> Bool { a.words == b.words }

    func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
