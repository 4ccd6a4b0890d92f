/// TC73x: how the figures of a survey hang together, and what that means for what may be printed.
extension DiagnosticKind {
    public static let groupingUndecided = DiagnosticKind(
        "TC730", .warning,
        message: BilingualText(
            vi: "bảng “{0}” không công bố theo nhóm: không rõ “{1}” có nằm trong “{2}” hay không",
            en: "the table “{0}” is withheld by group: whether “{1}” lies within “{2}” cannot be found out"),
        hint: BilingualText(
            vi:
                "Ghi vào bản ghi: groupings: {“{1}”: {within: “{2}”, map: {nhóm lớn: [các nhóm nhỏ]}}}, hoặc {within: none} nếu không lồng nhau.",
            en:
                "Add to the record: groupings: {“{1}”: {within: “{2}”, map: {larger group: [its groups]}}}, or {within: none} where they do not nest."
        ))
    public static let groupingByChance = DiagnosticKind(
        "TC731", .error,
        message: BilingualText(
            vi: "số liệu theo “{0}” cộng lại khớp với “{1}”: lồng nhau hay chỉ trùng hợp?",
            en: "the figures by “{0}” add up to those by “{1}”: do they nest, or is it chance?"),
        hint: BilingualText(
            vi:
                "Ghi vào bản ghi: groupings: {“{0}”: {within: “{1}”, map: {{2}}}}, hoặc groupings: {“{0}”: {within: none}}.",
            en:
                "Add to the record: groupings: {“{0}”: {within: “{1}”, map: {{2}}}}, or groupings: {“{0}”: {within: none}}."
        ))
    public static let groupingContradicted = DiagnosticKind(
        "TC732", .error,
        message: BilingualText(
            vi: "“groupings” nói “{0}” nằm trong “{1}”, nhưng số liệu không cộng khớp",
            en: "“groupings” says that “{0}” lies within “{1}”, but the figures do not add up"),
        hint: BilingualText(
            vi: "Kiểm tra tên nhóm trong “map” và số liệu của hai bảng.",
            en: "Check the names of groups in “map”, and the figures of both tables."))
    public static let filterFound = DiagnosticKind(
        "TC733", .error,
        message: BilingualText(
            vi: "bảng “{0}” có đúng số người đã trả lời “{2}” ở “{1}”: câu này chỉ hỏi họ phải không?",
            en: "the table “{0}” has exactly as many people as answered “{2}” in “{1}”: was it put to them alone?"),
        hint: BilingualText(
            vi: "Nếu phải, ghi ở bảng: filter: {question: “{1}”, answers: [“{2}”]}; nếu không, ghi: filter: none.",
            en: "If so, add to the table: filter: {question: “{1}”, answers: [“{2}”]}; if not: filter: none."))
    public static let filterContradicted = DiagnosticKind(
        "TC734", .error,
        message: BilingualText(
            vi: "“filter” của bảng “{0}” không khớp: không có câu hỏi, câu trả lời ấy, hoặc ít người hơn",
            en: "the “filter” of the table “{0}” does not fit: no such question or answer, or fewer people"),
        hint: BilingualText(
            vi: "“question” là mã bảng hoặc nguyên văn câu hỏi; “answers” là tên dòng của bảng ấy.",
            en: "“question” is a table's id or the wording of its question; “answers” are rows of that table."))
    public static let tableWithheldWhole = DiagnosticKind(
        "TC735", .warning,
        message: BilingualText(
            vi: "bảng “{0}” không công bố theo nhóm: không cách ẩn nào giữ kín được các ô ít người",
            en: "the table “{0}” is withheld by group: no pattern keeps its small cells unknown"),
        hint: BilingualText(
            vi: "Gộp bớt nhóm hoặc câu trả lời; hoặc công bố ít cách chia hơn.",
            en: "Merge groups or answers, or publish fewer groupings."))
    public static let exposedByReleases = DiagnosticKind(
        "TC736", .warning,
        message: BilingualText(
            vi: "số liệu đã công bố trước đây làm lộ ô ít người của bảng “{0}”; không rút lại được",
            en: "what was published before tells small cells of the table “{0}”; that cannot be called back"),
        hint: BilingualText(
            vi: "Bảng này không in thêm gì; báo cho đơn vị chủ trì.",
            en: "This table prints nothing more; tell the sponsor."))
    public static let ledgerMissing = DiagnosticKind(
        "TC737", .warning,
        message: BilingualText(
            vi: "bản ghi đã công bố (“released”) nhưng không có sổ ghi những gì đã in",
            en: "the record was released, but nothing notes what was printed"),
        hint: BilingualText(
            vi: "Chạy `tracuu build --record-release` khi công bố; sổ nằm ở findings/published/ và đi cùng nội dung.",
            en:
                "Run `tracuu build --record-release` on release; the ledger lies in findings/published/ with the content."
        ))
    public static let ledgerContradicted = DiagnosticKind(
        "TC738", .warning,
        message: BilingualText(
            vi: "bảng “{0}” nay khác với lần công bố trước: {1}",
            en: "the table “{0}” differs from what was released before: {2}"),
        hint: BilingualText(
            vi: "Số đã in không rút lại được; nói rõ việc sửa số liệu trong bản ghi.",
            en: "What was printed cannot be called back; say in the record that figures were corrected."))
    public static let ledgerUnreadable = DiagnosticKind(
        "TC739", .error,
        message: BilingualText(
            vi: "sổ công bố không đọc được", en: "the ledger of releases cannot be read"),
        hint: BilingualText(
            vi: "Lấy lại tệp từ bản lưu; không sửa bằng tay.",
            en: "Restore the file from a backup; it is not edited by hand."))
    public static let sharesAsCounts = DiagnosticKind(
        "TC740", .error,
        message: BilingualText(
            vi: "mỗi cột của bảng “{0}” là khoảng 100 người trong khi mẫu có {1} người: có vẻ là tỷ lệ phần trăm",
            en: "each column of the table “{0}” has about 100 people, but the sample has {1}: these look like shares"
        ),
        hint: BilingualText(
            vi: "Ghi số người trả lời, không ghi phần trăm; trang tự tính tỷ lệ.",
            en: "Write numbers of people, not percentages; the site computes shares."))
    /// Arguments: the column's name, how many people, the row's name.
    public static let totalBeyondGroups = DiagnosticKind(
        "TC743", .warning,
        message: BilingualText(
            vi: "cột “{0}” nhiều hơn các nhóm cộng lại {1} người ở dòng “{2}”; trang thêm một cột cho số người ấy",
            en: "the column “{0}” exceeds its groups by {1} in the row “{2}”; the page adds a column for them"),
        hint: BilingualText(
            vi: "Đối chiếu với nguồn: gõ nhầm một số, hay có người không rõ thuộc nhóm nào?",
            en: "Check the source: is a figure mistyped, or do some belong to no known group?"))
    public static let netFound = DiagnosticKind(
        "TC741", .error,
        message: BilingualText(
            vi: "dòng “{0}” đúng bằng tổng các dòng “{1}”: đó là dòng gộp phải không?",
            en: "the row “{0}” is the sum of the rows “{1}”: is it a net?"),
        hint: BilingualText(
            vi: "Ghi ở bảng: nets: {“{0}”: [“{1}”]}; chỉ trùng hợp thì ghi nets: {“{0}”: none}.",
            en: "Add to the table: nets: {“{0}”: [“{1}”]}; where the sum agrees by chance, nets: {“{0}”: none}."))
    public static let netContradicted = DiagnosticKind(
        "TC742", .error,
        message: BilingualText(
            vi: "dòng gộp “{0}” không bằng tổng các dòng đã ghi, hoặc không có dòng ấy",
            en: "the net “{0}” is not the sum of its rows, or there is no such row"),
        hint: BilingualText(
            vi: "Kiểm tra tên dòng trong “nets” và số liệu của bảng.",
            en: "Check the names of rows in “nets” and the figures of the table."))

    /// Arguments: the table's id.
    public static let exposedByWiderAudience = DiagnosticKind(
        "TC744", .error,
        message: BilingualText(
            vi: "bảng “{0}” đã in cho người đọc hẹp; bảng mới cho người đọc rộng hơn sẽ làm lộ ô ít người của khảo sát",
            en:
                "the table “{0}” was printed for fewer readers; a new table for more readers would tell them small cells"
        ),
        hint: BilingualText(
            vi:
                "Để bảng mới cùng đối tượng với bảng này, hoặc gộp nhóm; biết rõ và chấp nhận thì hạ mức TC744 trong site.yml.",
            en:
                "Give the new table the audience of this one, or merge groups; whoever knows and accepts it lowers TC744 in "
                + "site.yml."))

    static let withheldFigures: [DiagnosticKind] = [
        groupingUndecided, groupingByChance, groupingContradicted, filterFound, filterContradicted, tableWithheldWhole,
        exposedByReleases, ledgerMissing, ledgerContradicted, ledgerUnreadable, sharesAsCounts, netFound,
        netContradicted, totalBeyondGroups, exposedByWiderAudience,
    ]
}
