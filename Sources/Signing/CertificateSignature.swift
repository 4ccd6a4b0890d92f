import CCrypto

/// Detached signatures by a certificate, in CMS (RFC 5652) as DER: what `openssl cms -verify` reads.
public struct CertificateSignature: Sendable {
    /// Paths of PEM files.
    let certificate: String
    let key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    public func signature(of bytes: [UInt8]) throws -> [UInt8] {
        guard let certificateFile = BIO_new_file(certificate, "r") else {
            throw SigningError.unreadableCertificate(certificate)
        }
        defer { BIO_free(certificateFile) }
        guard let signer = PEM_read_bio_X509(certificateFile, nil, nil, nil) else {
            throw SigningError.unreadableCertificate(certificate)
        }
        defer { X509_free(signer) }
        guard let keyFile = BIO_new_file(key, "r") else { throw SigningError.unreadableCertificate(key) }
        defer { BIO_free(keyFile) }
        guard let secret = PEM_read_bio_PrivateKey(keyFile, nil, nil, nil) else {
            throw SigningError.unreadableCertificate(key)
        }
        defer { EVP_PKEY_free(secret) }
        guard X509_check_private_key(signer, secret) == 1 else { throw SigningError.unreadableCertificate(key) }
        return try Memory.with(bytes) { content in
            guard let signed = CMS_sign(signer, secret, nil, content, UInt32(CMS_DETACHED | CMS_BINARY)) else {
                throw SigningError.failed
            }
            defer { CMS_ContentInfo_free(signed) }
            guard let output = BIO_new(BIO_s_mem()) else { throw SigningError.failed }
            defer { BIO_free(output) }
            guard i2d_CMS_bio(output, signed) == 1 else { throw SigningError.failed }
            return Memory.read(output)
        }
    }

    /// Whether a signature is of these bytes, by a certificate that one of those in a PEM file vouches for.
    public static func isSound(_ signature: [UInt8], of bytes: [UInt8], authorities: String) throws -> Bool {
        guard let store = X509_STORE_new() else { throw SigningError.failed }
        defer { X509_STORE_free(store) }
        guard X509_STORE_load_file(store, authorities) == 1 else {
            throw SigningError.unreadableCertificate(authorities)
        }
        return try Memory.with(signature) { input in
            guard let signed = d2i_CMS_bio(input, nil) else { return false }
            defer { CMS_ContentInfo_free(signed) }
            return try Memory.with(bytes) { CMS_verify(signed, nil, store, $0, nil, UInt32(CMS_BINARY)) == 1 }
        }
    }

    private enum Memory {
        static func with<Outcome>(_ bytes: [UInt8], _ use: (OpaquePointer) throws -> Outcome) throws -> Outcome {
            try bytes.withUnsafeBytes { raw in
                guard let memory = BIO_new_mem_buf(raw.baseAddress, Int32(raw.count)) else {
                    throw SigningError.failed
                }
                defer { BIO_free(memory) }
                return try use(memory)
            }
        }

        static func read(_ memory: OpaquePointer) -> [UInt8] {
            var bytes: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 4096)
            while case let count = BIO_read(memory, &piece, Int32(piece.count)), count > 0 {
                bytes += piece[..<Int(count)]
            }
            return bytes
        }
    }
}
