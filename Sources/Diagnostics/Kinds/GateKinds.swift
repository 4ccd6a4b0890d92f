/// TC6xx: editions and gates.
extension DiagnosticKind {
    public static let secrecyMark = DiagnosticKind(
        "TC601", .error, quotesSource: false,
        message: BilingualText(
            vi: "văn bản mang dấu chỉ độ mật; không có gì được ghi ra",
            en: "the text bears a secrecy mark; nothing is written"),
        hint: BilingualText(
            vi:
                "Lấy tệp này ra khỏi máy theo quy định về bảo vệ bí mật nhà nước; công cụ này chỉ dành cho văn bản đã công bố.",
            en: "Remove the file under the rules on State secrets; this tool is for published documents only."))
    public static let circulationMark = DiagnosticKind(
        "TC602", .error,
        message: BilingualText(
            vi: "văn bản mang dấu “lưu hành nội bộ” hoặc “dự thảo” trong ấn bản công khai",
            en: "the text bears a mark of internal circulation or draft in the edition with the most readers"),
        hint: BilingualText(
            vi: "Đổi “audience” của bản ghi, hoặc bỏ bản ghi.",
            en: "Change the record's “audience”, or remove the record."))
    public static let sameAddress = DiagnosticKind(
        "TC603", .error,
        message: BilingualText(
            vi: "hai phần của trang cùng một địa chỉ: {0}", en: "two parts of the site share the address {0}"),
        hint: BilingualText(
            vi: "Đổi mã hoặc tên tệp của một trong hai.", en: "Change the id or file name of one of them."))

    public static let gates: [DiagnosticKind] = [secrecyMark, circulationMark, sameAddress]
}
