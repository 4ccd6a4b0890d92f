/// TC2xx: configuration and vocabulary.
extension DiagnosticKind {
    public static let unknownVocabularyID = DiagnosticKind(
        "TC201", .error,
        message: BilingualText(vi: "“{0}” không có trong {1}", en: "“{0}” is not in {1}"),
        hint: BilingualText(
            vi: "Sửa mã cho đúng hoặc thêm một mục vào {1}.", en: "Mend the id or add an entry to {1}."))
    public static let duplicateVocabularyID = DiagnosticKind(
        "TC202", .error,
        message: BilingualText(vi: "mã “{0}” được ghi hai lần", en: "the id “{0}” is given twice"),
        hint: BilingualText(vi: "Mỗi mã chỉ thuộc về một mục.", en: "An id belongs to one entry only."))
    public static let duplicateCode = DiagnosticKind(
        "TC203", .error,
        message: BilingualText(
            vi: "mã ngắn “{0}” thuộc về cả “{1}” và “{2}”", en: "the code “{0}” belongs to both “{1}” and “{2}”"),
        hint: BilingualText(
            vi: "Mã ngắn nằm trong địa chỉ của văn bản nên không được trùng.",
            en: "Codes are part of documents' addresses, so no two may be alike."))
    public static let wrongID = DiagnosticKind(
        "TC204", .error,
        message: BilingualText(
            vi: "“{0}” không dùng làm mã được", en: "“{0}” cannot be an id"),
        hint: BilingualText(
            vi: "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối.",
            en: "Ids are lower-case ASCII letters, digits and hyphens."))
    public static let missingVocabulary = DiagnosticKind(
        "TC205", .note,
        message: BilingualText(
            vi: "chưa có {0}; mã “{1}” được dùng làm tên", en: "there is no {0}; the id “{1}” serves as a name"),
        hint: BilingualText(
            vi: "Thêm tệp này với các mục {id: …, name: …}.", en: "Add the file with entries {id: …, name: …}."))
    public static let unknownAudience = DiagnosticKind(
        "TC206", .error,
        message: BilingualText(vi: "không có nhóm người đọc “{0}”", en: "there is no audience “{0}”"),
        hint: BilingualText(vi: "Các nhóm trong site.yml: {1}.", en: "Audiences of site.yml: {1}."))
    public static let wrongBaseURL = DiagnosticKind(
        "TC207", .error,
        message: BilingualText(vi: "“{0}” không phải địa chỉ trang web", en: "“{0}” is not a site's address"),
        hint: BilingualText(
            vi: "Viết đầy đủ, ví dụ https://tracuu.example.vn/.",
            en: "Write it whole, such as https://tracuu.example.vn/."))
    public static let circularParent = DiagnosticKind(
        "TC208", .error,
        message: BilingualText(vi: "“{0}” thuộc về chính nó qua “{1}”", en: "“{0}” belongs to itself by way of “{1}”"),
        hint: BilingualText(vi: "Sửa “parent” hoặc “broader”.", en: "Mend “parent” or “broader”."))

    public static let unknownTargetType = DiagnosticKind(
        "TC209", .warning,
        message: BilingualText(
            vi: "loại “{0}” của văn bản được dẫn không có trong {1}", en: "the type “{0}” of the target is not in {1}"),
        hint: BilingualText(
            vi: "Kiểm tra mã loại; nếu đúng là một loại chưa có ở đây thì thêm vào {1}.",
            en: "Check the id; if it is a type that is new here, add it to {1}."))

    public static let unknownCode = DiagnosticKind(
        "TC210", .error,
        message: BilingualText(vi: "không có mã thông báo “{0}”", en: "there is no diagnostic code “{0}”"),
        hint: BilingualText(
            vi: "`tracuu explain` liệt kê các mã.", en: "`tracuu explain` lists the codes."))

    public static let guardedSeverity = DiagnosticKind(
        "TC211", .error,
        message: BilingualText(
            vi: "lỗi {0} không hạ xuống “{1}” được", en: "the error {0} cannot be lowered to “{1}”"),
        hint: BilingualText(
            vi: "Lỗi này giữ cho trang đúng sự thật hoặc giữ kín điều phải giữ kín. Bỏ dòng này.",
            en: "This error keeps the site truthful, or keeps secret what must be. Drop the line."))

    /// Arguments: what was written.
    public static let wrongContact = DiagnosticKind(
        "TC212", .error,
        message: BilingualText(
            vi: "“{0}” không phải địa chỉ liên hệ", en: "“{0}” is not an address for contact"),
        hint: BilingualText(
            vi: "Viết mailto:an-toan@… hoặc https://….", en: "Write mailto:security@… or https://…."))

    public static let vocabulary: [DiagnosticKind] = [
        unknownVocabularyID, duplicateVocabularyID, duplicateCode, wrongID, missingVocabulary, unknownAudience,
        wrongBaseURL, circularParent, unknownTargetType, unknownCode, guardedSeverity,
        wrongContact,
    ]
}
