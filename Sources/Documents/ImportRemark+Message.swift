extension ImportRemark {
    /// What was accepted or left out, in a few words.
    public func message(isVietnamese: Bool) -> String {
        func words(_ vi: String, _ en: String) -> String { isVietnamese ? vi : en }
        return switch self {
        case .trackedChanges: words("có sửa đổi được theo dõi: coi như đã chấp nhận", "tracked changes were accepted")
        case .comments: words("có ghi chú bên lề: bỏ ra ngoài", "comments were left out")
        case .hiddenText: words("có chữ ẩn: bỏ ra ngoài", "hidden text was left out")
        case .headersAndFooters: words("đầu trang, chân trang: bỏ ra ngoài", "headers and footers were left out")
        case .imagesLeftOut:
            words(
                "có hình mà trình duyệt không hiện được: bỏ ra ngoài",
                "pictures that browsers cannot show were left out")
        case .legacyEncoding:
            words(
                "đã chuyển từ bảng mã cũ sang Unicode: cần soát lại chữ",
                "converted from an old encoding: check the letters")
        case .textBoxes:
            words("có khung chữ: đặt ngay sau đoạn chứa nó", "text boxes stand after the paragraph that held them")
        case .embeddedObjects: words("có đối tượng nhúng: bỏ ra ngoài", "embedded objects were left out")
        }
    }
}
