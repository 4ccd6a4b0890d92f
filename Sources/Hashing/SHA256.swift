import CCrypto

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces, computed by the system's libcrypto.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(bytes)
/// let digest = hash.finalize()   // 32 bytes
/// ```
public struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// The algorithm, looked up once: libcrypto's own look-up costs more than hashing a small file.
    nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    public init() {
        // Both calls fail only when memory runs out or libcrypto is built without SHA-256.
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex2(context, Self.algorithm, nil) == 1 else {
            preconditionFailure("libcrypto offers no SHA-256")
        }
        self.context = context
    }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let done = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(done == 1, "libcrypto failed to hash")
    }

    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The digest of everything given so far.
    public mutating func finalize() -> SHA256Digest {
        var digest = SHA256Digest()
        let done = withUnsafeMutableBytes(of: &digest.words) {
            EVP_DigestFinal_ex(context, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
        }
        precondition(done == 1, "libcrypto failed to hash")
        return digest
    }

    /// The digest of one piece of bytes.
    public static func hash(_ bytes: [UInt8]) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }

    deinit { EVP_MD_CTX_free(context) }
}
