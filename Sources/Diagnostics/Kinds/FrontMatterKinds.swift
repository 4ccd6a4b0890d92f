/// TC1xx: front matter.
extension DiagnosticKind {
    public static let missingFrontMatter = DiagnosticKind(
        "TC101", .error,
        message: BilingualText(
            vi: "bản ghi không có phần đầu (front matter)", en: "the record has no front matter"),
        hint: BilingualText(
            vi: "Dòng đầu của tệp phải là “---”, tiếp theo là các trường, rồi một dòng “---” nữa.",
            en: "The file begins with a line “---”, then the fields, then another line “---”."))
    public static let unclosedFrontMatter = DiagnosticKind(
        "TC102", .error,
        message: BilingualText(
            vi: "phần đầu (front matter) không được đóng lại", en: "the front matter is never closed"),
        hint: BilingualText(
            vi: "Thêm một dòng chỉ có “---” sau trường cuối cùng.", en: "Add a line “---” after the last field."))
    public static let yamlSyntax = DiagnosticKind(
        "TC103", .error,
        message: BilingualText(vi: "YAML không đọc được: {0}", en: "unreadable YAML: {0}"),
        hint: BilingualText(
            vi:
                "Kiểm tra dấu hai chấm, dấu ngoặc và khoảng trắng đầu dòng; đặt giá trị có “: ” hay “#” trong dấu nháy kép.",
            en: "Check colons, quotes, brackets and indentation; put a value with “: ” or “#” in double quotes."))
    public static let duplicateKey = DiagnosticKind(
        "TC104", .error,
        message: BilingualText(vi: "trường “{0}” được ghi hai lần", en: "the key “{0}” is given twice"),
        hint: BilingualText(vi: "Giữ lại một dòng.", en: "Keep one of them."))
    public static let yamlIndirection = DiagnosticKind(
        "TC105", .error,
        message: BilingualText(
            vi: "YAML dùng neo (&), tham chiếu (*) hoặc thẻ (!)",
            en: "the YAML uses an anchor (&), an alias (*) or a tag (!)"),
        hint: BilingualText(
            vi: "Viết thẳng giá trị; nếu giá trị bắt đầu bằng một trong các dấu ấy thì đặt trong dấu nháy kép.",
            en: "Write the value itself; put it in double quotes if it begins with one of these signs."))
    public static let yamlTooDeep = DiagnosticKind(
        "TC106", .error,
        message: BilingualText(vi: "YAML lồng nhau quá sâu", en: "the YAML is nested too deeply"),
        hint: BilingualText(
            vi: "Trường của bản ghi không cần quá vài cấp.", en: "No field of a record needs more than a few levels."))
    public static let unknownKey = DiagnosticKind(
        "TC107", .error,
        message: BilingualText(vi: "không có trường “{0}”", en: "there is no key “{0}”"),
        hint: BilingualText(
            vi: "Sửa tên trường hoặc bỏ dòng này. Các trường dùng được ở đây: {1}.",
            en: "Mend the key or drop the line. Keys known here: {1}."))
    public static let keyNotForKind = DiagnosticKind(
        "TC108", .error,
        message: BilingualText(
            vi: "trường “{0}” không dùng cho loại bản ghi “{1}”",
            en: "the key “{0}” does not belong to a record of kind “{1}”"),
        hint: BilingualText(
            vi: "Bỏ dòng này hoặc sửa “kind”.", en: "Drop the line or mend “kind”."))
    public static let missingKey = DiagnosticKind(
        "TC109", .error,
        message: BilingualText(vi: "thiếu trường “{0}”", en: "the key “{0}” is missing"),
        hint: BilingualText(vi: "Thêm dòng “{0}: …”.", en: "Add a line “{0}: …”."))
    public static let wrongShape = DiagnosticKind(
        "TC110", .error,
        message: BilingualText(vi: "“{0}” phải là {1}", en: "“{0}” must be {2}"),
        hint: BilingualText(
            vi: "Ví dụ: {3}", en: "For example: {3}"))
    public static let wrongChoice = DiagnosticKind(
        "TC111", .error,
        message: BilingualText(vi: "“{1}” không phải giá trị của “{0}”", en: "“{1}” is not a value of “{0}”"),
        hint: BilingualText(vi: "Dùng một trong: {3}.", en: "Use one of: {2}."))
    public static let wrongDate = DiagnosticKind(
        "TC112", .error,
        message: BilingualText(
            vi: "“{1}” của “{0}” không đọc được thành ngày", en: "“{1}” of “{0}” cannot be read as a date"),
        hint: BilingualText(
            vi: "Viết NĂM-THÁNG-NGÀY (2014-08-18), 2014-08, 2014, --08-18 khi nguồn không ghi năm, hoặc unknown.",
            en: "Write YEAR-MONTH-DAY (2014-08-18), 2014-08, 2014, --08-18 when the source gives no year, or unknown."))
    public static let wrongNumberValue = DiagnosticKind(
        "TC113", .error,
        message: BilingualText(vi: "“{1}” của “{0}” phải là một số", en: "“{1}” of “{0}” must be a number"),
        hint: BilingualText(
            vi: "Viết bằng chữ số, dấu chấm cho phần thập phân.", en: "Write digits, with a point for decimals."))
    public static let missingIssueDate = DiagnosticKind(
        "TC114", .warning,
        message: BilingualText(vi: "văn bản không ghi ngày ban hành", en: "the document has no issue date"),
        hint: BilingualText(
            vi: "Thêm “issued: …”; viết “issued: unknown” khi nguồn không ghi.",
            en: "Add “issued: …”; write “issued: unknown” when the source shows none."))
    public static let unreadNumber = DiagnosticKind(
        "TC115", .warning,
        message: BilingualText(
            vi: "số hiệu “{0}” không đọc được thành một số đầy đủ",
            en: "the number “{0}” does not read as a whole number"),
        hint: BilingualText(
            vi: "Giữ nguyên nếu nguồn in như vậy; nếu không, sửa theo dạng 100-KL/TW hoặc 30/2020/NĐ-CP.",
            en: "Keep it if the source prints it so; otherwise mend it to a form like 100-KL/TW or 30/2020/NĐ-CP."))
    public static let emptyValue = DiagnosticKind(
        "TC116", .error,
        message: BilingualText(vi: "trường “{0}” để trống", en: "the key “{0}” is empty"),
        hint: BilingualText(vi: "Điền giá trị hoặc bỏ dòng này.", en: "Give a value or drop the line."))
    public static let effectiveBeforeIssued = DiagnosticKind(
        "TC117", .warning,
        message: BilingualText(
            vi: "ngày có hiệu lực ({0}) trước ngày ban hành ({1})", en: "in effect ({0}) before it was issued ({1})"),
        hint: BilingualText(
            vi: "Đối chiếu với nguồn; giữ nguyên nếu nguồn ghi như vậy.",
            en: "Check the source; keep it if the source says so."))
    public static let expiresBeforeEffective = DiagnosticKind(
        "TC118", .warning,
        message: BilingualText(
            vi: "ngày hết hiệu lực ({0}) trước ngày có hiệu lực ({1})",
            en: "it expires ({0}) before it takes effect ({1})"),
        hint: BilingualText(
            vi: "Đối chiếu với nguồn; giữ nguyên nếu nguồn ghi như vậy.",
            en: "Check the source; keep it if the source says so."))
    public static let keyNotForForm = DiagnosticKind(
        "TC120", .error,
        message: BilingualText(
            vi: "trường “{0}” không dùng cho hình thức “{1}”", en: "the key “{0}” does not belong to the form “{1}”"),
        hint: BilingualText(
            vi: "Điều tra, nắm bắt và tổng kết là ba hình thức riêng, không trộn lẫn.",
            en: "Survey, monitoring and review are three forms that are never mixed."))

    /// Arguments: the limit in Vietnamese, in English.
    /// Arguments: the key, the value.
    public static let wrongAddress = DiagnosticKind(
        "TC121", .error,
        message: BilingualText(
            vi: "“{1}” của “{0}” không phải địa chỉ trang mạng đầy đủ, nên trang không dẫn đến được",
            en: "“{1}” of “{0}” is no whole web address, so that no page can link to it"),
        hint: BilingualText(
            vi: "Viết cả “https://” hoặc “http://” và tên máy chủ; nguồn không có địa chỉ thì bỏ dòng này.",
            en: "Write it with “https://” or “http://” and the host; drop the line if the source has no address."))
    /// Arguments: the key, the value.
    public static let saysNoSource = DiagnosticKind(
        "TC122", .warning,
        message: BilingualText(
            vi: "“{0}: {1}” không nêu nguồn nào, nên coi như không ghi",
            en: "“{0}: {1}” names no source and counts as not given"),
        hint: BilingualText(
            vi: "Ghi địa chỉ hoặc tên của nguồn đã xem, hoặc bỏ dòng này.",
            en: "Give the address or the title of what was seen, or drop the line."))
    public static let yamlTooLarge = DiagnosticKind(
        "TC151", .error,
        message: BilingualText(vi: "phần YAML này có hơn {0}", en: "this YAML has more than {1}"),
        hint: BilingualText(
            vi: "Bỏ bớt, hoặc chia thành nhiều tệp; tệp có thể đã hỏng.",
            en: "Remove some of it, or divide it into several files; the file may be damaged."))

    public static let frontMatter: [DiagnosticKind] = [
        missingFrontMatter, unclosedFrontMatter, yamlSyntax, duplicateKey, yamlIndirection, yamlTooDeep, unknownKey,
        keyNotForKind, missingKey, wrongShape, wrongChoice, wrongDate, wrongNumberValue, missingIssueDate, unreadNumber,
        emptyValue, effectiveBeforeIssued, expiresBeforeEffective, keyNotForForm,
        wrongAddress, saysNoSource, yamlTooLarge,
    ]
}
