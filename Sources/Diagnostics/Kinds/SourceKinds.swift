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

    public static let notAFile = DiagnosticKind(
        "TC021", .error,
        message: BilingualText(
            vi: "đây không phải tệp thường mà là ống dẫn, thiết bị, ổ cắm hoặc thư mục, nên không đọc",
            en: "this is no regular file but a pipe, a device, a socket or a folder, and is not read"),
        hint: BilingualText(
            vi: "Đọc nó có thể phải chờ mãi: đưa nó ra khỏi thư mục, đặt một tệp thường vào chỗ ấy.",
            en: "Reading it could wait for ever: move it out of the folder, and put a regular file in its place."))
    public static let linkLeadsOutside = DiagnosticKind(
        "TC022", .error,
        message: BilingualText(
            vi: "liên kết tượng trưng này dẫn ra ngoài thư mục nội dung",
            en: "this symbolic link leads out of the folder"),
        hint: BilingualText(
            vi: "Đặt bản sao của tệp vào thư mục, hoặc thêm --follow-links nếu chắc chắn muốn đọc chỗ ấy.",
            en: "Put a copy of the file into the folder, or add --follow-links if you mean to read what is there."))
    public static let linkLoop = DiagnosticKind(
        "TC023", .error,
        message: BilingualText(
            vi: "liên kết tượng trưng này dẫn vòng trở lại, hoặc đi qua quá nhiều liên kết",
            en: "this symbolic link leads back to where it comes from, or through too many links"),
        hint: BilingualText(vi: "Xóa liên kết này.", en: "Remove the link."))
    /// Arguments: the limit in megabytes.
    public static let fileTooLarge = DiagnosticKind(
        "TC024", .error,
        message: BilingualText(vi: "tệp lớn hơn {0} MB", en: "the file is larger than {0} MB"),
        hint: BilingualText(
            vi: "Chia thành nhiều tệp, hoặc nén ảnh bên trong.",
            en: "Divide it into several files, or compress the pictures in it."))
    /// Arguments: the limit.
    public static let tooManyMarks = DiagnosticKind(
        "TC025", .error,
        message: BilingualText(
            vi: "một chữ mang hơn {0} dấu ghép", en: "a letter bears more than {0} combining marks"),
        hint: BilingualText(
            vi: "Gõ lại chữ này; chữ Việt mang nhiều nhất hai dấu.",
            en: "Type the letter again; Vietnamese letters bear two marks at most."))
    /// Arguments: the name, why in Vietnamese, why in English.
    public static let unportableName = DiagnosticKind(
        "TC026", .error,
        message: BilingualText(
            vi: "Windows không dùng được tên “{0}”: {1}", en: "Windows cannot use the name “{0}”: {2}"),
        hint: BilingualText(
            vi: "Đặt tên khác; trang phải chép được sang máy Windows và thẻ nhớ.",
            en: "Choose another name: the site must survive being copied to Windows and to a stick."))
    /// Arguments: the name, the other one.
    public static let namesDifferInCase = DiagnosticKind(
        "TC027", .error,
        message: BilingualText(
            vi: "“{0}” và “{1}” chỉ khác nhau ở chữ hoa, chữ thường hoặc cách ghép dấu",
            en: "“{0}” and “{1}” differ only in case or in how letters are composed"),
        hint: BilingualText(
            vi: "Windows coi hai tên là một: đổi một tên.", en: "Windows takes them for one: rename one of them."))

    /// Arguments: the path below `static/`, the name of the site's own.
    public static let takenBySite = DiagnosticKind(
        "TC028", .error,
        message: BilingualText(
            vi: "static/{0} đứng vào chỗ của “{1}”, mà trang tự có",
            en: "static/{0} stands in the place of “{1}”, which the site has itself"),
        hint: BilingualText(
            vi: "Đặt tên khác; tệp trong static/ chỉ thêm vào trang, không thay tệp của trang.",
            en: "Choose another name: files of static/ are added to the site and replace nothing of it."))

    public static let sources: [DiagnosticKind] = [
        invalidUTF8, ignoredFile, unreadableFile, notAFile, linkLeadsOutside, linkLoop, fileTooLarge, tooManyMarks,
        unportableName, namesDifferInCase, takenBySite,
    ]
}
