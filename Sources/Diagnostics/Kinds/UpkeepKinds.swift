/// TC8xx: upkeep of the collection. Nothing here is wrong enough to stop a build.
extension DiagnosticKind {
    /// Arguments: the encoding, how many words show it.
    public static let garbledText = DiagnosticKind(
        "TC801", .warning,
        message: BilingualText(
            vi: "chữ hiện ra như bảng mã {0} đọc nhầm ({1} chỗ trong tệp này)",
            en: "the text looks like {0} misread ({1} places in this file)"),
        hint: BilingualText(
            vi: "Chuyển mã văn bản gốc sang Unicode rồi dán lại; người đọc không tìm được chữ ở dạng này.",
            en: "Convert the original to Unicode and paste it again; nobody finds words in this form."))

    /// Arguments: how many letters.
    public static let decomposedLetters = DiagnosticKind(
        "TC802", .note,
        message: BilingualText(
            vi: "{0} chữ viết bằng dấu rời (NFD) trong tệp này", en: "{0} letters of this file are decomposed (NFD)"),
        hint: BilingualText(
            vi: "Trang vẫn đúng; `tracuu check --fix` gộp lại để công cụ khác cũng tìm thấy.",
            en: "The site is right all the same; `tracuu check --fix` composes them, so that other tools find them too."
        ))

    /// Arguments: the letter, how many.
    public static let lookalikeLetter = DiagnosticKind(
        "TC803", .note,
        message: BilingualText(
            vi: "chữ “{0}” trông giống Đ mà không phải Đ ({1} chỗ trong tệp này)",
            en: "“{0}” looks like Đ and is not ({1} places in this file)"),
        hint: BilingualText(
            vi: "Trang vẫn tìm được; `tracuu check --fix` thay bằng Đ thật.",
            en: "Search copes; `tracuu check --fix` puts a real Đ."))

    /// Arguments: the number.
    public static let numberLeftovers = DiagnosticKind(
        "TC804", .warning,
        message: BilingualText(
            vi: "số hiệu “{0}” còn dính chữ hoặc dấu không thuộc về nó",
            en: "the number “{0}” has words or signs about it that are not part of it"),
        hint: BilingualText(
            vi: "Chỉ giữ số và ký hiệu, như 100-KL/TW.", en: "Keep the number and its symbol only, such as 100-KL/TW."))

    public static let noSummary = DiagnosticKind(
        "TC805", .note,
        message: BilingualText(vi: "bản ghi chưa có tóm tắt", en: "the record has no summary"),
        hint: BilingualText(
            vi: "Thêm “summary: …”: một, hai câu người đọc thấy trong kết quả tìm.",
            en: "Add “summary: …”: a sentence or two that readers see in search results."))

    public static let noTopic = DiagnosticKind(
        "TC806", .note,
        message: BilingualText(vi: "bản ghi chưa có chủ đề", en: "the record has no topic"),
        hint: BilingualText(
            vi: "Thêm “topics: [...]” với mã trong vocabulary/topics.yml.",
            en: "Add “topics: [...]” with ids of vocabulary/topics.yml."))

    /// Arguments: the day, the age in days, the bound.
    public static let staleCheck = DiagnosticKind(
        "TC807", .warning,
        message: BilingualText(
            vi: "tình trạng kiểm tra từ {0}, đã {1} ngày (quá {2} ngày)",
            en: "the status was checked on {0}, {1} days ago (more than {2})"),
        hint: BilingualText(
            vi: "Kiểm tra lại với nguồn rồi sửa “checked”; hạn này là “status-check-days” trong site.yml.",
            en: "Check it against a source again and mend “checked”; the bound is “status-check-days” of site.yml."))

    public static let endedByNothing = DiagnosticKind(
        "TC808", .warning,
        message: BilingualText(
            vi: "tình trạng ghi là hết hiệu lực mà không cho biết do đâu",
            en: "the status says expired and nothing says by what"),
        hint: BilingualText(
            vi: "Ghi ngày “expires”, thêm quan hệ replaces hoặc repeals ở văn bản thay thế, hoặc ghi “note”.",
            en: "Give “expires”, add a relation replaces or repeals to the later document, or a “note”."))

    /// Arguments: the file.
    public static let orphanAttachment = DiagnosticKind(
        "TC809", .warning,
        message: BilingualText(
            vi: "không bản ghi nào dùng tệp đính kèm “{0}”", en: "no record uses the attachment “{0}”"),
        hint: BilingualText(
            vi: "Ghi tệp vào “attachments” của bản ghi, liên kết đến nó, hoặc xóa đi.",
            en: "Name it in a record's “attachments”, link to it, or remove it."))

    /// Arguments: the title, the other record's file.
    public static let sameTitle = DiagnosticKind(
        "TC810", .note,
        message: BilingualText(
            vi: "tên “{0}” giống hệt tên của {1}", en: "the title “{0}” is also that of {1}"),
        hint: BilingualText(
            vi: "Kiểm tra xem có phải một văn bản ghi hai lần; nếu không, thêm chữ để phân biệt.",
            en: "See whether one document is recorded twice; if not, add words that tell them apart."))

    /// Arguments: the query, the record, what came instead.
    public static let searchMisses = DiagnosticKind(
        "TC811", .warning,
        message: BilingualText(
            vi: "câu hỏi “{0}” không đưa “{1}” lên ba kết quả đầu; đứng đầu là: {2}",
            en: "the query “{0}” does not bring “{1}” among the first three; on top: {2}"),
        hint: BilingualText(
            vi: "Bổ sung tóm tắt, chủ đề, cách viết khác hay từ đồng nghĩa cho bản ghi; hoặc sửa dòng này.",
            en: "Give the record a summary, topics, aliases or synonyms that say it; or mend this line."))

    /// Arguments: the line's trouble: in Vietnamese, in English.
    public static let wrongSearchTest = DiagnosticKind(
        "TC812", .warning,
        message: BilingualText(vi: "dòng thử tìm kiếm này {0}", en: "this search test {1}"),
        hint: BilingualText(
            vi: "Mỗi dòng: câu hỏi, một phím Tab, tên tệp của bản ghi (không có .md).",
            en: "A line is: query, a tab, the name of the record's file (without .md)."))

    /// Arguments: how many lines.
    public static let pastedStructure = DiagnosticKind(
        "TC830", .warning,
        message: BilingualText(
            vi: "{0} dòng trông như đề mục của văn bản (Chương, Điều) mà chưa là đề mục",
            en: "{0} lines read like headings of the document (“Chương”, “Điều”) and are none"),
        hint: BilingualText(
            vi: "`tracuu check --fix` đặt “#” trước các dòng ấy, để mỗi điều, khoản có địa chỉ riêng.",
            en: "`tracuu check --fix` puts “#” in front of them, so that every provision has its address."))

    public static let upkeep: [DiagnosticKind] = [
        garbledText, decomposedLetters, lookalikeLetter, numberLeftovers, noSummary, noTopic, staleCheck,
        endedByNothing,
        orphanAttachment, sameTitle, searchMisses, wrongSearchTest, pastedStructure,
    ]
}
