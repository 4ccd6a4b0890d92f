/// TC5xx: templates, interface strings and assets.
extension DiagnosticKind {
    public static let unclosedTag = DiagnosticKind(
        "TC501", .error,
        message: BilingualText(vi: "thẻ mẫu mở mà không đóng", en: "a template tag is opened and never closed"),
        hint: BilingualText(
            vi: "Thẻ {{…}} kết thúc bằng }} trên cùng dòng.", en: "A tag {{…}} ends with }} on the same line."))
    public static let unclosedSection = DiagnosticKind(
        "TC502", .error,
        message: BilingualText(vi: "phần “{0}” mở mà không đóng", en: "section “{0}” is opened and never closed"),
        hint: BilingualText(vi: "Thêm thẻ đóng mang tên “/{0}”.", en: "Add a closing tag named “/{0}”."))
    public static let unexpectedClose = DiagnosticKind(
        "TC503", .error,
        message: BilingualText(
            vi: "thẻ đóng “/{0}” không khớp với phần nào đang mở",
            en: "the closing tag “/{0}” closes nothing that is open"),
        hint: BilingualText(vi: "Phần đang mở: {1}.", en: "Open here: {1}."))
    public static let unsupportedTag = DiagnosticKind(
        "TC504", .error,
        message: BilingualText(vi: "không dùng được thẻ mẫu “{0}”", en: "the template tag “{0}” cannot be used"),
        hint: BilingualText(
            vi: "Dùng được: tên, #, ^, /, >, <, $, ! và ba ngoặc cho phần thân đã dựng.",
            en: "Usable: names, #, ^, /, >, <, $, ! and triple braces for a rendered body."))
    public static let unknownTemplateName = DiagnosticKind(
        "TC505", .error,
        message: BilingualText(vi: "trang “{1}” không có giá trị “{0}”", en: "page “{1}” has no value “{0}”"),
        hint: BilingualText(vi: "Các giá trị ở chỗ này: {2}.", en: "Values at this place: {2}."))
    public static let misusedTemplateName = DiagnosticKind(
        "TC506", .error,
        message: BilingualText(
            vi: "giá trị “{0}” không dùng được như vậy", en: "the value “{0}” cannot be used like this"),
        hint: BilingualText(
            vi: "Chữ: hai ngoặc; phần thân đã dựng: ba ngoặc; danh sách, nhóm và cờ: mở bằng # hoặc ^.",
            en: "Text takes two braces, a rendered body three; lists, groups and flags are opened with # or ^."))
    public static let missingTemplate = DiagnosticKind(
        "TC507", .error,
        message: BilingualText(vi: "không có mẫu “{0}.mustache”", en: "there is no template “{0}.mustache”"),
        hint: BilingualText(vi: "Thêm tệp này vào thư mục mẫu.", en: "Add this file to the templates folder."))
    public static let unknownBlock = DiagnosticKind(
        "TC508", .error,
        message: BilingualText(vi: "mẫu “{1}” không có ô “{0}”", en: "template “{1}” has no block “{0}”"),
        hint: BilingualText(
            vi: "Chữ đặt ngoài các ô của mẫu cha sẽ không hiện ra.",
            en: "What stands outside the blocks of the parent is never shown."))
    public static let missingAsset = DiagnosticKind(
        "TC509", .error,
        message: BilingualText(vi: "không có tệp “{0}”", en: "there is no file “{0}”"),
        hint: BilingualText(
            vi: "Tệp giao diện nằm trong thư mục “assets” của thư mục mẫu.",
            en: "Assets stand in the folder “assets” of the templates folder."))
    public static let inlineCode = DiagnosticKind(
        "TC510", .error,
        message: BilingualText(
            vi: "mã hoặc kiểu viết thẳng trong trang: {0}", en: "code or style written into the page: {0}"),
        hint: BilingualText(
            vi: "Chính sách bảo mật của trang chặn nó; đặt vào một tệp trong “assets”.",
            en: "The site's content security policy blocks it; put it into a file of “assets”."))
    public static let unknownString = DiagnosticKind(
        "TC511", .error,
        message: BilingualText(vi: "không có câu chữ “{0}”", en: "there is no interface string “{0}”"),
        hint: BilingualText(vi: "Thêm mục [{0}] vào strings.ini.", en: "Add a section [{0}] to strings.ini."))
    public static let untranslatedString = DiagnosticKind(
        "TC512", .error,
        message: BilingualText(vi: "câu chữ “{0}” thiếu “{1}”", en: "the interface string “{0}” lacks “{1}”"),
        hint: BilingualText(
            vi: "Mỗi câu chữ cần đủ “vi” và “en”.", en: "Every string needs both “vi” and “en”."))
    public static let unusedString = DiagnosticKind(
        "TC513", .warning,
        message: BilingualText(vi: "câu chữ “{0}” không được dùng", en: "the interface string “{0}” is not used"),
        hint: BilingualText(vi: "Bỏ đi, hoặc sửa tên cho khớp.", en: "Remove it, or mend its name."))
    public static let malformedStrings = DiagnosticKind(
        "TC514", .error,
        message: BilingualText(
            vi: "không đọc được dòng này của câu chữ: {0}", en: "this line of strings cannot be read: {0}"),
        hint: BilingualText(
            vi: "Mỗi mục là [tên], rồi “vi = …” và “en = …” (hoặc “en.one = …”); tên không lặp lại.",
            en: "A section is [name], then “vi = …” and “en = …” (or “en.one = …”); no name occurs twice."))
    public static let templateCycle = DiagnosticKind(
        "TC515", .error,
        message: BilingualText(
            vi: "các mẫu gọi nhau thành vòng: {0}", en: "templates include one another in a circle: {0}"),
        hint: BilingualText(vi: "Bỏ một lần gọi.", en: "Drop one of the inclusions."))
    public static let undecodableTemplate = DiagnosticKind(
        "TC516", .error,
        message: BilingualText(vi: "tệp mẫu không phải UTF-8", en: "the template is not UTF-8"),
        hint: BilingualText(vi: "Lưu lại tệp bằng UTF-8.", en: "Save the file as UTF-8."))
    public static let unusedTemplate = DiagnosticKind(
        "TC517", .warning,
        message: BilingualText(vi: "không trang nào dùng mẫu “{0}”", en: "no page uses the template “{0}”"),
        hint: BilingualText(vi: "Bỏ đi, hoặc sửa tên cho khớp.", en: "Remove it, or mend its name."))

    public static let templates: [DiagnosticKind] = [
        unclosedTag, unclosedSection, unexpectedClose, unsupportedTag, unknownTemplateName, misusedTemplateName,
        missingTemplate, unknownBlock, missingAsset, inlineCode, unknownString, untranslatedString, unusedString,
        malformedStrings, templateCycle, undecodableTemplate, unusedTemplate,
    ]
}
