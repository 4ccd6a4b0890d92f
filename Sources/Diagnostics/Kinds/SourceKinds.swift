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

    public static let ignoredFile = DiagnosticKind(
        "TC002", .warning,
        message: BilingualText(
            vi: "tệp này không được đọc như một bản ghi", en: "this file is not read as a record"),
        hint: BilingualText(
            vi: "Bản ghi nằm trong directives, guidance, findings hoặc pages và có đuôi “.md” chữ thường.",
            en: "Records lie below directives, guidance, findings or pages and end in a lower-case “.md”."))
    public static let unreadableFile = DiagnosticKind(
        "TC003", .error,
        message: BilingualText(vi: "không mở được tệp này", en: "this file cannot be opened"),
        hint: BilingualText(
            vi: "Liên kết gãy, hoặc tên tệp không phải UTF-8: sửa lại hoặc xóa đi.",
            en: "A broken link, or a file name that is not UTF-8: mend it or remove it."))

    public static let sources: [DiagnosticKind] = [invalidUTF8, ignoredFile, unreadableFile]
}
