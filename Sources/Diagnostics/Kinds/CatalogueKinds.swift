/// TC3xx: identity and relations.
extension DiagnosticKind {
    public static let sameKey = DiagnosticKind(
        "TC301", .error,
        message: BilingualText(
            vi: "hai bản ghi cùng một văn bản: {0} và {1}", en: "two records of one document: {0} and {1}"),
        hint: BilingualText(
            vi: "Cùng cơ quan, loại, số và năm. Gộp hai bản ghi, hoặc sửa trường sai; năm đại hội thì ghi thêm “term”.",
            en:
                "Same body, type, number and year. Merge the two, or mend the wrong field; in a congress year give “term”."
        ))
    public static let sameID = DiagnosticKind(
        "TC302", .error,
        message: BilingualText(
            vi: "hai bản ghi cùng mã “{0}”: {1} và {2}", en: "two records share the id “{0}”: {1} and {2}"),
        hint: BilingualText(
            vi: "Đổi tên tệp, hoặc bỏ bớt một mã cũ trong “former-ids”.",
            en: "Rename a file, or drop one of the “former-ids”."))
    public static let unknownRecord = DiagnosticKind(
        "TC303", .error,
        message: BilingualText(vi: "không có bản ghi “{0}”", en: "there is no record “{0}”"),
        hint: BilingualText(
            vi:
                "Sửa mã, hoặc viết số hiệu (kèm of-type và issued) nếu văn bản chưa có ở đây; bản ghi ngoài ấn bản này cũng không dẫn tới được.",
            en:
                "Mend the id, or give the number (with of-type and issued) if the document is not here; a record outside this edition cannot be reached either."
        ))
    public static let ambiguousTarget = DiagnosticKind(
        "TC304", .error,
        message: BilingualText(
            vi: "“{0}” là số của nhiều văn bản: {1}", en: "“{0}” is the number of several documents: {1}"),
        hint: BilingualText(
            vi: "Dùng một trong các mã ấy, hoặc thêm “of-type” và “issued”.",
            en: "Use one of these ids, or add “of-type” and “issued”."))
    public static let replacementCycle = DiagnosticKind(
        "TC305", .error,
        message: BilingualText(
            vi: "các văn bản thay thế nhau thành vòng: {0}", en: "documents replace one another in a circle: {0}"),
        hint: BilingualText(vi: "Bỏ quan hệ thay thế ngược chiều.", en: "Drop the relation that runs backwards."))
    public static let relationBackwards = DiagnosticKind(
        "TC306", .warning,
        message: BilingualText(
            vi: "{0} ({1}) tác động đến {2} ban hành sau nó ({3})", en: "{0} ({1}) acts on {2}, issued later ({3})"),
        hint: BilingualText(
            vi: "Đối chiếu ngày tháng với nguồn; giữ nguyên nếu nguồn ghi như vậy.",
            en: "Check the dates against the source; keep them if the source says so."))
    public static let replacedTwice = DiagnosticKind(
        "TC307", .warning,
        message: BilingualText(vi: "{0} đã bị {1} thay thế", en: "{0} is already replaced by {1}"),
        hint: BilingualText(
            vi: "Kiểm tra văn bản nào thực sự thay thế.", en: "Check which document really replaces it."))
    public static let statusContradiction = DiagnosticKind(
        "TC308", .warning,
        message: BilingualText(
            vi: "tình trạng ghi là “{0}” nhưng {1} đã thay thế hoặc bãi bỏ văn bản này",
            en: "the status says “{0}”, yet {1} replaces or repeals this document"),
        hint: BilingualText(
            vi: "Kiểm tra lại nguồn của tình trạng hoặc của quan hệ.",
            en: "Check the source of the status or of the relation."))
    public static let selfRelation = DiagnosticKind(
        "TC309", .error,
        message: BilingualText(vi: "bản ghi có quan hệ với chính nó", en: "the record relates to itself"),
        hint: BilingualText(vi: "Sửa “target”.", en: "Mend “target”."))
    public static let unreadTarget = DiagnosticKind(
        "TC310", .warning,
        message: BilingualText(
            vi: "“{0}” không phải mã bản ghi, cũng không đọc được thành số hiệu",
            en: "“{0}” is neither a record's id nor a readable number"),
        hint: BilingualText(
            vi: "Viết mã bản ghi hoặc số hiệu đầy đủ như 56-CV/VD.",
            en: "Write a record's id or a whole number such as 56-CV/VD."))
    public static let aliasTaken = DiagnosticKind(
        "TC311", .warning,
        message: BilingualText(
            vi: "cách viết khác “{0}” cũng là số của {1}", en: "the alias “{0}” is also the number of {1}"),
        hint: BilingualText(
            vi: "Người đọc sẽ thấy trang lựa chọn; bỏ cách viết này nếu không chủ ý.",
            en: "Readers get a page to choose from; drop the alias if that is not intended."))

    public static let wantedTarget = DiagnosticKind(
        "TC312", .note,
        message: BilingualText(
            vi: "“{0}” được dẫn đến nhưng chưa có ở đây", en: "“{0}” is referred to and is not in the collection"),
        hint: BilingualText(
            vi: "Thêm bản ghi của văn bản ấy nếu có nguồn công khai.",
            en: "Add a record of it if a public source shows it."))

    public static let withheldTarget = DiagnosticKind(
        "TC313", .error,
        message: BilingualText(
            vi: "“{0}” nằm ngoài ấn bản này", en: "“{0}” is outside this edition"),
        hint: BilingualText(
            vi:
                "Người đọc ấn bản này không được thấy bản ghi ấy. Mở rộng “audience” của nó, thu hẹp “audience” của bản ghi này, hoặc viết số hiệu thay cho mã.",
            en:
                "This edition's readers may not see that record. Widen its “audience”, narrow this record's, or give a number in place of the id."
        ))

    public static let catalogue: [DiagnosticKind] = [
        sameKey, sameID, unknownRecord, ambiguousTarget, replacementCycle, relationBackwards, replacedTwice,
        statusContradiction, selfRelation, unreadTarget, aliasTaken, wantedTarget, withheldTarget,
    ]
}
