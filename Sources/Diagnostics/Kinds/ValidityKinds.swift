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

    public static let validity: [DiagnosticKind] = [statusAgainstDates, changedFromBelow, restsOnEnded]
}
