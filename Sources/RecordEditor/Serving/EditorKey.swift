import Encodings

/// The secret that the opened address carries and that every request of the editor shows: 256 random bits of the system.
struct EditorKey: Sendable {
    /// 64 hexadecimal digits.
    let text: String

    init() {
        var random = SystemRandomNumberGenerator()
        var digits: [UInt8] = []
        for _ in 0..<32 {
            let byte = UInt8.random(in: .min ... .max, using: &random)
            digits += [Hexadecimal.lowerDigit(byte >> 4), Hexadecimal.lowerDigit(byte & 15)]
        }
        text = String(decoding: digits, as: UTF8.self)
    }

    /// Compares in a time that does not depend on where they differ.
    func isShown(by shown: String?) -> Bool {
        guard let shown, shown.utf8.count == text.utf8.count else { return false }
        return zip(shown.utf8, text.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
