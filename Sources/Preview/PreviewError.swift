/// Why a preview cannot start.
public enum PreviewError: Error, CustomStringConvertible {
    case missingTemplate(String)

    public var description: String {
        switch self {
        case .missingTemplate(let path):
            "thiếu \(path); chép lại các thư mục preview và editor của site-templates ("
                + "\(path) is missing: copy site-templates/preview and site-templates/editor)"
        }
    }
}
