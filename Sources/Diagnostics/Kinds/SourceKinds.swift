/// TC0xx: files and encoding.
extension DiagnosticKind {
    public static let invalidUTF8 = DiagnosticKind(
        "TC001", .error,
        message: BilingualText(
            vi: "tệp không phải UTF-8: byte thứ {0} (tính từ 0) không hợp lệ",
            en: "the file is not UTF-8: the byte at offset {0} (from 0) is invalid"),
        hint: BilingualText(
            vi: "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.",
            en: "Open the file in an editor and save it as UTF-8."))

    public static let sources: [DiagnosticKind] = [invalidUTF8]
}
