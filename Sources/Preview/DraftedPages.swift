/// The last few pages of records that are being edited, each under a key that nobody guesses.
struct DraftedPages: Sendable {
    private var pages: [(key: String, html: [UInt8])] = []
    /// Frames ask for a page right after it was made.
    private static let most = 8

    mutating func keep(_ html: [UInt8]) -> String {
        let key = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
        pages.append((key, html))
        if pages.count > Self.most { pages.removeFirst() }
        return key
    }

    subscript(key: String) -> [UInt8]? { pages.last { $0.key == key }?.html }
}
