/// Why something could not be signed, or a key not be read.
public enum SigningError: Error, Sendable, Hashable {
    /// Not a key in minisign's format.
    case unreadableKey(String)
    /// A secret key that a password protects.
    case protectedKey(String)
    /// Not a certificate, or a private key that is not in PEM or does not go with it.
    case unreadableCertificate(String)
    /// The library refused.
    case failed
}
