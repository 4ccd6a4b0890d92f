import Diagnostics
import FoundationEssentials

/// What a page of the preview learns from the server: whether it has changed, and what is wrong.
struct PreviewState: Encodable, Sendable {
    /// What the page is known by now; another tag than the one it came with means that it changed.
    var tag: String
    /// The same for what is wrong.
    var reportTag: String
    /// Errors as `tracuu check --format json` gives them; missing while nothing is wrong.
    var report: JSONReport?
    /// What broke the build itself, such as a folder that cannot be read.
    var failure: String?
    var words: Words

    /// What the overlay says, in the language that reports are in.
    struct Words: Encodable, Sendable {
        var heading: String
        var close: String

        init(_ language: Language) {
            switch language {
            case .vietnamese: (heading, close) = ("Nội dung có lỗi; trang đang hiện là bản trước đó", "Đóng")
            case .english: (heading, close) = ("The content has errors; this is the page as it was before", "Close")
            }
        }
    }

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }
}
