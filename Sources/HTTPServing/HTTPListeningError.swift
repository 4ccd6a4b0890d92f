/// Why a server cannot start, or cannot go on.
public enum HTTPListeningError: Error, CustomStringConvertible {
    case badAddress(String)
    case portTaken(UInt16)
    /// In the operating system's words.
    case cannotGoOn(String)

    public var description: String {
        switch self {
        case .badAddress(let host): "“\(host)” không phải địa chỉ IPv4 (not an IPv4 address)"
        case .portTaken(let port):
            "cổng \(port) đang có chương trình khác dùng; chọn cổng khác bằng --port ("
                + "port \(port) is in use: choose another with --port)"
        case .cannotGoOn(let reason):
            "xem trước không tiếp tục được: \(reason); đóng bớt chương trình hoặc tăng giới hạn (ulimit -n) rồi chạy lại ("
                + "the preview cannot go on: close other programs or raise the limit, then start it again)"
        }
    }
}
