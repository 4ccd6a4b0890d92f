import FoundationEssentials

/// Signatures in the format of minisign (jedisct1.github.io/minisign, “Signature format”), of files hashed first (`ED`).
public enum Minisign {
    fileprivate static let keyAlgorithm = Array("Ed".utf8)
    fileprivate static let hashedAlgorithm = Array("ED".utf8)

    /// A secret key that no password protects, as `minisign -G -W` makes one: who may use it is what its file's permissions
    /// say.
    public struct SecretKey: Sendable {
        fileprivate let number: [UInt8]
        fileprivate let seed: [UInt8]

        /// - Parameters:
        ///   - text: The key's file.
        ///   - name: What the file is called in errors.
        public init(_ text: String, name: String) throws {
            let bytes = Minisign.payload(of: text)
            guard bytes.count == 158, bytes.starts(with: Minisign.keyAlgorithm) else {
                throw SigningError.unreadableKey(name)
            }
            guard bytes[2] == 0, bytes[3] == 0 else { throw SigningError.protectedKey(name) }
            number = Array(bytes[54..<62])
            seed = Array(bytes[62..<94])
            guard try Ed25519.publicKey(ofSeed: seed) == Array(bytes[94..<126]) else {
                throw SigningError.unreadableKey(name)
            }
        }

        /// The signature's file.
        ///
        /// - Parameter comment: Signed, too: what is signed, on one line.
        public func signature(of bytes: [UInt8], comment: String) throws -> [UInt8] {
            let signature = try Ed25519.sign(try BLAKE2b.hash(bytes), seed: seed)
            let whole = try Ed25519.sign(signature + Array(comment.utf8), seed: seed)
            let first = Data(Minisign.hashedAlgorithm + number + signature).base64EncodedString()
            let text = """
                untrusted comment: signature from tracuu
                \(first)
                trusted comment: \(comment)
                \(Data(whole).base64EncodedString())

                """
            return Array(text.utf8)
        }
    }

    public struct PublicKey: Sendable {
        fileprivate let number: [UInt8]
        fileprivate let key: [UInt8]

        /// - Parameter text: The key's file, or its line in Base64 alone.
        public init(_ text: String, name: String) throws {
            let bytes = Minisign.payload(of: text)
            guard bytes.count == 42, bytes.starts(with: Minisign.keyAlgorithm) else {
                throw SigningError.unreadableKey(name)
            }
            number = Array(bytes[2..<10])
            key = Array(bytes[10...])
        }

        /// Whether a signature's file is this key's, of these bytes.
        public func isSound(_ signature: String, of bytes: [UInt8]) -> Bool {
            let lines = signature.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard lines.count >= 4, lines[2].hasPrefix(Minisign.commentPrefix),
                let first = Data(base64Encoded: lines[1]).map(Array.init),
                let whole = Data(base64Encoded: lines[3]).map(Array.init),
                first.count == 74, first.starts(with: Minisign.hashedAlgorithm), Array(first[2..<10]) == number,
                let hash = try? BLAKE2b.hash(bytes)
            else { return false }
            let comment = Array(lines[2].dropFirst(Minisign.commentPrefix.count).utf8)
            return Ed25519.isSound(Array(first[10...]), of: hash, publicKey: key)
                && Ed25519.isSound(whole, of: Array(first[10...]) + comment, publicKey: key)
        }
    }

    private static let commentPrefix = "trusted comment: "

    /// What the second line holds, or the only one.
    private static func payload(of text: String) -> [UInt8] {
        let lines = text.split(separator: "\n").map { $0.trimmingSuffix(while: \.isWhitespace) }
        let line = lines.count > 1 ? lines[1] : lines.first ?? ""
        return Data(base64Encoded: String(line)).map(Array.init) ?? []
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
        var text = String(self)
        while let last = text.last, isDropped(last) { text.removeLast() }
        return text
    }
}
