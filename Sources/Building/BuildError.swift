import Diagnostics
import Records

/// A build that was asked for wrongly.
public enum BuildError: Error, Sendable {
    case noContent(String)
    case noTemplates(String)
    case unknownEdition(String, known: [String])
    /// `site.yml` has editions and none was named.
    case editionNotNamed(known: [String])
    /// The output folder holds another edition; nil stands for everything.
    case otherEdition(output: String, held: String?, wanted: String?, canReplace: Bool)
    /// The folder holds a published site that does not say which edition it is.
    case silentEdition(output: String, wanted: String?, canReplace: Bool)

    /// Files of the edition hold what only withheld records say: the records' files and the site's, never the words.
    case leaks([(source: String, output: String)])

    public func message(_ language: Language) -> String {
        switch (self, language) {
        case (.noContent(let path), .vietnamese):
            "không có thư mục nội dung “\(path)”; dùng --content để chỉ thư mục khác"
        case (.noContent(let path), .english): "there is no content folder “\(path)”; name another with --content"
        case (.leaks(let leaks), .vietnamese):
            "không xuất bản: nội dung của bản ghi không thuộc ấn bản lọt vào trang; xin báo lỗi này. "
                + leaks.prefix(Self.shownLeaks).map { "\($0.source) trong \($0.output)" }.joined(separator: "; ")
                + (leaks.count > Self.shownLeaks ? "; … (\(leaks.count))" : "")
        case (.leaks(let leaks), .english):
            "nothing is published: what only withheld records say got into the site; please report this. "
                + leaks.prefix(Self.shownLeaks).map { "\($0.source) in \($0.output)" }.joined(separator: "; ")
                + (leaks.count > Self.shownLeaks ? "; … (\(leaks.count))" : "")
        case (.noTemplates(let path), .vietnamese):
            "không có thư mục mẫu “\(path)”"
                + (path.contains("/") ? "" : " ở thư mục này, cạnh chương trình hay trong share/tracuu")
                + "; dùng --templates để chỉ thư mục khác"
        case (.noTemplates(let path), .english):
            "there is no templates folder “\(path)”"
                + (path.contains("/") ? "" : " here, beside the program or in share/tracuu")
                + "; name another with --templates"
        case (.unknownEdition(let id, let known), .vietnamese):
            "không có ấn bản “\(id)”; các ấn bản: \(known.joined(separator: ", "))"
        case (.unknownEdition(let id, let known), .english):
            "there is no edition “\(id)”; editions: \(known.joined(separator: ", "))"
        case (.editionNotNamed(let known), .vietnamese):
            "site.yml có các ấn bản: \(known.joined(separator: ", ")); dùng --edition để chọn một, hoặc --edition all để dựng tất cả"
        case (.editionNotNamed(let known), .english):
            "site.yml has the editions \(known.joined(separator: ", ")); choose one with --edition, or --edition all for everything"
        case (.otherEdition(let output, let held, let wanted, let canReplace), .vietnamese):
            "“\(output)” đang chứa ấn bản “\(held ?? Edition.everything)”, không phải “\(wanted ?? Edition.everything)”; "
                + Self.otherFolder(canReplace, .vietnamese)
        case (.otherEdition(let output, let held, let wanted, let canReplace), .english):
            "“\(output)” holds the edition “\(held ?? Edition.everything)”, not “\(wanted ?? Edition.everything)”; "
                + Self.otherFolder(canReplace, .english)
        case (.silentEdition(let output, let wanted, let canReplace), .vietnamese):
            "“\(output)” đang chứa một trang đã xuất bản nhưng không có edition.json, nên không biết có phải ấn bản “\(wanted ?? Edition.everything)” không; "
                + Self.otherFolder(canReplace, .vietnamese)
        case (.silentEdition(let output, let wanted, let canReplace), .english):
            "“\(output)” holds a published site without edition.json, so that it may not be the edition “\(wanted ?? Edition.everything)”; "
                + Self.otherFolder(canReplace, .english)
        }
    }

    private static let shownLeaks = 5

    private static func otherFolder(_ canReplace: Bool, _ language: Language) -> String {
        switch (canReplace, language) {
        case (true, .vietnamese): "chọn thư mục khác, hoặc thêm --replace-edition nếu thật sự muốn thay"
        case (true, .english): "choose another folder, or add --replace-edition if you mean to replace it"
        case (false, .vietnamese): "chọn thư mục khác"
        case (false, .english): "choose another folder"
        }
    }
}
