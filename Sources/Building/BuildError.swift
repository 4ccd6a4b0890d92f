import Diagnostics

/// A build that was asked for wrongly.
public enum BuildError: Error, Sendable {
    case noContent(String)
    case noTemplates(String)
    case unknownEdition(String, known: [String])

    public func message(_ language: Language) -> String {
        switch (self, language) {
        case (.noContent(let path), .vietnamese):
            "không có thư mục nội dung “\(path)”; dùng --content để chỉ thư mục khác"
        case (.noContent(let path), .english): "there is no content folder “\(path)”; name another with --content"
        case (.noTemplates(let path), .vietnamese):
            "không có thư mục mẫu “\(path)”; dùng --templates để chỉ thư mục khác"
        case (.noTemplates(let path), .english): "there is no templates folder “\(path)”; name another with --templates"
        case (.unknownEdition(let id, let known), .vietnamese):
            "không có ấn bản “\(id)”; các ấn bản: \(known.joined(separator: ", "))"
        case (.unknownEdition(let id, let known), .english):
            "there is no edition “\(id)”; editions: \(known.joined(separator: ", "))"
        }
    }
}
