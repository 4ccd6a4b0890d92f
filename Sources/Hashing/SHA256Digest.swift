import Encodings

/// The 32 bytes that SHA-256 makes of any input.
public struct SHA256Digest: Hashable, Sendable, BitwiseCopyable {
    /// The bytes in order, held as words so that comparing and storing need no allocation.
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    public static let byteCount = 32

    init() {}

    /// Reads 32 stored bytes; nil when there are not 32.
    public init?(stored bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    public init?(hexadecimal text: some StringProtocol) {
        let digits = text.utf8.map { digit in
            (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(digit) ? 255 : Hexadecimal.value(digit) ?? 255
        }
        guard digits.count == 2 * Self.byteCount, !digits.contains(255) else { return nil }
        self.init(stored: stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: words, body)
    }

    /// 64 lower-case hexadecimal digits.
    public var hexadecimal: String {
        var digits: [UInt8] = []
        appendHexadecimal(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    public func appendHexadecimal(to output: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Self.byteCount) { digits in
            withBytes { bytes in
                for (index, byte) in bytes.enumerated() {
                    digits[2 * index] = Hexadecimal.lowerDigit(byte >> 4)
                    digits[2 * index + 1] = Hexadecimal.lowerDigit(byte & 15)
                }
            }
            output.append(contentsOf: digits)
        }
    }

    public static func == (a: SHA256Digest, b: SHA256Digest) -> Bool { a.words == b.words }

    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
