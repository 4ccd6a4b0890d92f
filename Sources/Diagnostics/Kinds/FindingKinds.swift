/// TC7xx: aggregated findings.
extension DiagnosticKind {
    public static let percentageInMonitoring = DiagnosticKind(
        "TC701", .error,
        message: BilingualText(
            vi: "báo cáo nắm bắt có tỷ lệ phần trăm hoặc ±",
            en: "a monitoring report has a percentage or a ±"),
        hint: BilingualText(
            vi:
                "Nắm bắt qua cộng tác viên không có cỡ mẫu nên không có tỷ lệ: dùng thang lời (đa số, nhiều ý kiến, một số ý kiến). Có số đếm từ mẫu thì đó là “form: survey”.",
            en:
                "Reports gathered by collaborators have no sample size, so no shares: use the verbal scale. Counts from a sample belong to “form: survey”."
        ))
    public static let marginWithoutProbability = DiagnosticKind(
        "TC702", .error,
        message: BilingualText(
            vi: "sai số (±) cho mẫu “{0}”, không phải mẫu xác suất",
            en: "a margin of error for a sample that is “{0}”, not a probability sample"),
        hint: BilingualText(
            vi:
                "Sai số lấy mẫu chỉ có nghĩa khi mẫu được chọn theo xác suất. Bỏ con số này; trang sẽ ghi vì sao không có sai số.",
            en:
                "A sampling error has a meaning for probability samples only. Drop it; the page says why none is shown."
        ))
    public static let disclosureMissing = DiagnosticKind(
        "TC703", .error,
        message: BilingualText(
            vi: "kết quả điều tra thiếu mục công khai “{0}”", en: "the survey does not disclose “{0}”"),
        hint: BilingualText(
            vi: "Thêm “{0}: …” theo danh mục AAPOR (2021); nếu nơi công bố không nêu thì ghi “unknown”.",
            en: "Add “{0}: …”, an item of AAPOR's list (2021); write “unknown” when the publisher does not state it."))
    public static let disclosureUnknown = DiagnosticKind(
        "TC704", .warning,
        message: BilingualText(
            vi: "mục công khai “{0}” ghi là không rõ", en: "the item “{0}” is disclosed as unknown"),
        hint: BilingualText(
            vi: "Trang in “không rõ”. Hỏi nơi công bố nếu có thể.",
            en: "The page prints “unknown”. Ask the publisher if you can."))
    public static let missingTableFile = DiagnosticKind(
        "TC705", .error,
        message: BilingualText(vi: "không có tệp bảng “{0}” cạnh bản ghi", en: "no table “{0}” beside the record"),
        hint: BilingualText(
            vi: "Đặt tệp CSV vào thư mục của bản ghi, hoặc sửa tên.",
            en: "Put the CSV file into the record's folder, or mend the name."))
    public static let malformedTable = DiagnosticKind(
        "TC706", .error,
        message: BilingualText(vi: "bảng CSV không đúng dạng: {0}", en: "malformed CSV table: {1}"),
        hint: BilingualText(
            vi:
                "Dòng đầu: tên cột; mỗi dòng sau: câu trả lời rồi số người của từng nhóm. Dòng “base” ghi số người được hỏi.",
            en: "First line: names; then a line per answer with a count per group. A line “base” gives those asked."))
    public static let notACount = DiagnosticKind(
        "TC707", .error, quotesSource: false,
        message: BilingualText(
            vi: "“{1}” ở cột {0} không phải số người", en: "“{1}” in column {0} is not a number of people"),
        hint: BilingualText(
            vi:
                "Ghi số nguyên, không dấu chấm hay phẩy: “1.234” có thể là một nghìn hoặc một phẩy hai. Tỷ lệ do trang tự tính.",
            en: "Write a whole number without point or comma; “1.234” may mean two things. The site reckons shares."))
    public static let totalsDisagree = DiagnosticKind(
        "TC708", .error,
        message: BilingualText(vi: "số liệu không khớp: {0}", en: "the figures disagree: {1}"),
        hint: BilingualText(
            vi: "Đối chiếu bảng với nguồn; câu được chọn nhiều ý thì ghi “answers: several”.",
            en: "Check the table; where several answers may be chosen, write “answers: several”."))
    public static let personalData = DiagnosticKind(
        "TC709", .error, quotesSource: false,
        message: BilingualText(
            vi: "có dữ liệu cá nhân ({0}); không có gì được ghi ra", en: "personal data ({1}); nothing is written"),
        hint: BilingualText(
            vi: "Kết quả tổng hợp không được chứa số định danh, số điện thoại, thư điện tử. Xóa khỏi tệp nguồn.",
            en: "Aggregated findings hold no ID, telephone number or e-mail address. Remove it from the source."))
    public static let nameInAnswer = DiagnosticKind(
        "TC710", .warning, quotesSource: false,
        message: BilingualText(
            vi: "có thể là họ tên một người trong ý kiến hoặc câu trả lời",
            en: "this may be a person's name in an opinion or an answer"),
        hint: BilingualText(
            vi:
                "Mẫu nhận ra: từ xưng hô (ông, bà, anh, chị, đồng chí) hoặc một họ thường gặp, rồi từ một đến bốn tiếng viết hoa. Thay bằng lời chung nếu đúng là tên người.",
            en:
                "The pattern: a form of address or a common surname, then one to four capitalised words. Reword if it names a person."
        ))
    public static let lowThreshold = DiagnosticKind(
        "TC711", .error,
        message: BilingualText(
            vi: "ngưỡng “{0}” là {1}, nhỏ hơn mức thấp nhất {2}", en: "the threshold “{0}” is {1}, below the least, {2}"
        ),
        hint: BilingualText(
            vi: "Ô ít người dưới mức này làm lộ thông tin cá nhân.",
            en: "Cells with fewer people disclose individuals."))
    public static let repeatedTable = DiagnosticKind(
        "TC712", .error,
        message: BilingualText(
            vi: "bảng “{0}” lặp lại một bảng khác của bản ghi", en: "the table “{0}” repeats another one of the record"),
        hint: BilingualText(
            vi: "Mỗi bảng có mã riêng, và mỗi câu hỏi chỉ được chia một lần theo một cách chia.",
            en: "Each table has its own id, and each question is broken down once by one grouping."))
    public static let tableWithheld = DiagnosticKind(
        "TC713", .warning,
        message: BilingualText(
            vi: "bảng “{0}” quá thưa: {1} trên {2} ô không công bố",
            en: "the table “{0}” is thin: {1} of {2} cells are withheld"),
        hint: BilingualText(
            vi: "Gộp bớt nhóm hoặc câu trả lời thì bảng sẽ cho biết nhiều hơn.",
            en: "Merge groups or answers, and the table will tell more."))
    public static let sampleTooSmall = DiagnosticKind(
        "TC714", .error,
        message: BilingualText(
            vi: "bảng “{0}” có nhiều người trả lời hơn cỡ mẫu",
            en: "the table “{0}” has more respondents than the sample"),
        hint: BilingualText(
            vi: "Đối chiếu “disclosure.sample-size” với bảng.", en: "Check “disclosure.sample-size” against the table.")
    )
    public static let wrongWeights = DiagnosticKind(
        "TC715", .error,
        message: BilingualText(vi: "tệp quyền số không dùng được: {0}", en: "unusable weights: {1}"),
        hint: BilingualText(
            vi:
                "Hai cột: tên nhóm đúng như trong bảng, quyền số của một người trong nhóm (1,25 hoặc 1.25). Hoặc cùng dòng, cùng cột với bảng, mỗi ô là tổng quyền số của những người trong ô.",
            en:
                "Two columns: a group as the table names it, the weight of one respondent in it (1,25 or 1.25). Or the rows and columns of the table, with the sum of weights of the people in each cell."
        ))
    public static let reviewWithoutSection = DiagnosticKind(
        "TC716", .note,
        message: BilingualText(
            vi: "bản tổng kết không có mục “{0}”", en: "the review has no section “{0}”"),
        hint: BilingualText(
            vi: "Nếu nguồn không nói thì ghi mục ấy và nói rõ như vậy.",
            en: "If the source is silent, keep the section and say so."))
    public static let missingForForm = DiagnosticKind(
        "TC717", .error,
        message: BilingualText(
            vi: "hình thức “{1}” cần trường “{0}”", en: "the form “{1}” needs the key “{0}”"),
        hint: BilingualText(
            vi: "Thêm “{0}”; `tracuu new finding --form {1}` viết một mẫu có giải thích.",
            en: "Add “{0}”; `tracuu new finding --form {1}` writes a commented sample."))

    public static let findings: [DiagnosticKind] =
        [
            percentageInMonitoring, marginWithoutProbability, disclosureMissing, disclosureUnknown, missingTableFile,
            malformedTable, notACount, totalsDisagree, personalData, nameInAnswer, lowThreshold, repeatedTable,
            tableWithheld, sampleTooSmall, wrongWeights, reviewWithoutSection, missingForForm,
        ] + withheldFigures
}
