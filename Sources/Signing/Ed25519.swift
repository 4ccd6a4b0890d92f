import CCrypto

/// Signatures with Ed25519 (RFC 8032), by the system's libcrypto.
enum Ed25519 {
    static let seedLength = 32
    static let keyLength = 32
    static let signatureLength = 64

    static func publicKey(ofSeed seed: [UInt8]) throws -> [UInt8] {
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seedLength) else {
            throw SigningError.failed
        }
        defer { EVP_PKEY_free(key) }
        var bytes = [UInt8](repeating: 0, count: keyLength)
        var length = keyLength
        guard EVP_PKEY_get_raw_public_key(key, &bytes, &length) == 1 else { throw SigningError.failed }
        return bytes
    }

    static func sign(_ message: [UInt8], seed: [UInt8]) throws -> [UInt8] {
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seedLength) else {
            throw SigningError.failed
        }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { throw SigningError.failed }
        defer { EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: signatureLength)
        var length = signatureLength
        guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
            EVP_DigestSign(context, &signature, &length, message, message.count) == 1
        else { throw SigningError.failed }
        return signature
    }

    static func isSound(_ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]) -> Bool {
        guard signature.count == signatureLength, publicKey.count == keyLength,
            let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, keyLength)
        else { return false }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}

/// BLAKE2b with 64 bytes (RFC 7693), by the system's libcrypto.
enum BLAKE2b {
    static func hash(_ bytes: [UInt8]) throws -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 64)
        guard EVP_Digest(bytes, bytes.count, &digest, nil, EVP_blake2b512(), nil) == 1 else {
            throw SigningError.failed
        }
        return digest
    }
}
