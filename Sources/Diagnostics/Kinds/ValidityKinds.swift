/// TC32x: validity, and who may change what.
extension DiagnosticKind {
    public static let statusAgainstDates = DiagnosticKind(
        "TC320", .warning,
        message: BilingualText(
            vi: "tình trạng ghi là “{0}”, trái với “{1}: {2}” của chính văn bản",
            en: "the status says “{0}”, against the document's own “{1}: {2}”"),
        hint: BilingualText(
            vi: "Đối chiếu tình trạng, ngày kiểm tra và ngày tháng với nguồn.",
            en: "Check the status, the day it was checked, and the date against the source."))
    public static let changedFromBelow = DiagnosticKind(
        "TC321", .warning,
        message: BilingualText(
            vi: "{0} của {1} tác động đến {2} của {3}, không phải cơ quan cùng hoặc dưới quyền",
            en: "{0} by {1} acts on {2} by {3}, which is neither the same body nor one below it"),
        hint: BilingualText(
            vi:
                "Chỉ cơ quan ban hành hoặc cấp trên có thẩm quyền mới được sửa; kiểm tra quan hệ, hoặc “parent” trong danh mục cơ quan.",
            en:
                "Only the issuing body or a competent higher one may change a document; check the relation, or “parent” among the issuers."
        ))
    public static let restsOnEnded = DiagnosticKind(
        "TC322", .warning,
        message: BilingualText(
            vi: "{0} dựa vào {1}, văn bản đã hết hiệu lực", en: "{0} rests on {1}, which has ended"),
        hint: BilingualText(
            vi:
                "Hiệu lực không tự mất theo; đối chiếu nguồn rồi ghi “status”. Trang của cả hai văn bản đều nêu điều này.",
            en: "It does not fall by itself; check a source and set “status”. The pages of both documents say so."))

    /// Arguments: the provision, the document's id.
    public static let provisionNotThere = DiagnosticKind(
        "TC323", .warning,
        message: BilingualText(vi: "nội dung của {1} không có {0}", en: "the text of {1} has no {0}"),
        hint: BilingualText(
            vi: "Đối chiếu với nguồn: gõ nhầm số, hoặc đề mục của văn bản kia viết khác.",
            en: "Check the source: the figure is mistyped, or the heading in the other text is written otherwise."))
    /// Arguments: the value, the words of it that are not understood.
    public static let provisionUnread = DiagnosticKind(
        "TC324", .warning,
        message: BilingualText(
            vi: "điều khoản “{0}”: không đọc được “{1}”", en: "provision “{0}”: “{1}” cannot be read"),
        hint: BilingualText(
            vi: "Viết như “điểm a khoản 2 Điều 5”, “từ Điều 5 đến Điều 9”, “Phụ lục I”; có phần loại trừ thì nêu từng "
                + "điều khoản còn lại.",
            en: "Write it like “điểm a khoản 2 Điều 5”, “từ Điều 5 đến Điều 9”, “Phụ lục I”; instead of an exception, "
                + "name each provision that is meant."))
    /// Arguments: the provision, the document's id.
    public static let citedProvisionNotThere = DiagnosticKind(
        "TC325", .warning,
        message: BilingualText(
            vi: "dẫn {0}, nhưng nội dung của {1} không có", en: "{0} is cited, and the text of {1} has none"),
        hint: BilingualText(
            vi: "Giữ nguyên nếu nguồn viết vậy; nếu không, sửa số, hoặc sửa đề mục của văn bản được dẫn.",
            en: "Keep it if the source has it so; else mend the figure, or the heading in the cited text."))
    /// Arguments: the key, the day, the day of the build.
    public static let dateInFuture = DiagnosticKind(
        "TC326", .warning,
        message: BilingualText(vi: "“{0}: {1}” là ngày chưa đến ({2})", en: "“{0}: {1}” is still to come ({2})"),
        hint: BilingualText(
            vi: "Việc đã xảy ra không thể ở tương lai; đối chiếu với nguồn.",
            en: "What has happened cannot lie ahead; check the source."))
    /// Arguments: the key, the day, the day of the build.
    public static let checkedInFuture = DiagnosticKind(
        "TC327", .error,
        message: BilingualText(
            vi: "tình trạng “kiểm tra” vào ngày chưa đến: {1} (hôm nay {2})",
            en: "the status was “checked” on a day still to come: {1} (today is {2})"),
        hint: BilingualText(
            vi: "Ghi ngày thực sự đã xem nguồn; lần kiểm tra ở tương lai không bao giờ quá hạn.",
            en: "Give the day on which the source was really seen; a check to come would never go stale."))
    /// Arguments: the key, the day.
    public static let dateTooEarly = DiagnosticKind(
        "TC328", .warning,
        message: BilingualText(vi: "“{0}: {1}” là trước năm 1945", en: "“{0}: {1}” lies before 1945"),
        hint: BilingualText(
            vi: "Kiểm tra năm; giữ nguyên nếu nguồn ghi như vậy.",
            en: "Check the year; keep it if the source has it so."))
    /// Arguments: the day of issue, the number.
    public static let yearAgainstNumber = DiagnosticKind(
        "TC329", .warning,
        message: BilingualText(
            vi: "ban hành {0}, khác năm trong số hiệu {1}", en: "issued {0}, not in the year of its number {1}"),
        hint: BilingualText(
            vi: "Đối chiếu ngày và số hiệu với nguồn.", en: "Check the date and the number against the source."))
    /// Arguments: the value.
    public static let partyStatusUnproven = DiagnosticKind(
        "TC330", .error,
        message: BilingualText(
            vi: "văn bản của Đảng ghi tình trạng “{0}” mà không đủ “checked” và “source”",
            en: "a Party document is given the status “{0}” without both “checked” and “source”"),
        hint: BilingualText(
            vi: "Ghi ngày kiểm tra và nguồn, hoặc “value: unverified”.",
            en: "Give the day of the check and the source, or “value: unverified”."))
    /// Arguments: the value.
    public static let statusUnproven = DiagnosticKind(
        "TC331", .warning,
        message: BilingualText(
            vi: "ghi tình trạng “{0}” mà không đủ “checked” và “source”; trang ghi “chưa có nguồn”",
            en: "given the status “{0}” without both “checked” and “source”; the page says “no source given”"),
        hint: BilingualText(
            vi: "Ghi ngày kiểm tra và nguồn, hoặc “value: unverified”.",
            en: "Give the day of the check and the source, or “value: unverified”."))

    public static let validity: [DiagnosticKind] = [
        statusAgainstDates, changedFromBelow, restsOnEnded, provisionNotThere, provisionUnread, citedProvisionNotThere,
        dateInFuture, checkedInFuture, dateTooEarly, yearAgainstNumber, partyStatusUnproven, statusUnproven,
    ]
}
