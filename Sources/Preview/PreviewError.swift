/// Why a preview cannot start.
public enum PreviewError: Error, CustomStringConvertible {
    case missingTemplate(String)
    case badAddress(String)
    case portTaken(UInt16)

    public var description: String {
        switch self {
        case .missingTemplate(let path):
            "thiếu \(path); chép lại thư mục preview của site-templates ("
                + "\(path) is missing: copy site-templates/preview)"
        case .badAddress(let host): "“\(host)” không phải địa chỉ IPv4 (not an IPv4 address)"
        case .portTaken(let port):
            "cổng \(port) đang có chương trình khác dùng; chọn cổng khác bằng --port ("
                + "port \(port) is in use: choose another with --port)"
        }
    }
}
