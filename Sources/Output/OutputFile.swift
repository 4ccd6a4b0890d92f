/// One file of the published site: where it goes and what is in it.
public struct OutputFile: Sendable, Equatable {
    /// Path relative to the site's root, with `/` separators and no leading slash, such as `van-ban/2014/kl-100-tw/index.html`.
    public var path: String
    /// The whole content.
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// A text file, as UTF-8.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
