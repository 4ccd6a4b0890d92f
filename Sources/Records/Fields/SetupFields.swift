import Diagnostics

/// The fields of `site.yml`.
public enum SiteFields {
    public static let all: [FieldDescription] = [
        FieldDescription("title", .text, vi: "Tên của trang.", en: "Name of the site."),
        FieldDescription("description", .text, vi: "Một câu giới thiệu trang.", en: "A sentence about the site."),
        FieldDescription(
            "notice", .text, vi: "Một câu ở chân mọi trang, như ai giữ trang này.",
            en: "A sentence at the foot of every page, such as who keeps the site."),
        FieldDescription(
            "base-url", .text, vi: "Địa chỉ công bố, bắt đầu bằng https://; sơ đồ trang và nguồn tin cần nó.",
            en: "Address it is published at; sitemap and feed need it."),
        FieldDescription(
            "language", .choice(Language.allCases.map(\.rawValue)), vi: "Ngôn ngữ của giao diện: vi hoặc en.",
            en: "Language of the interface: vi or en."),
        FieldDescription(
            "translation", .text,
            vi: "Nơi có cùng trang này bằng ngôn ngữ kia: địa chỉ https, hoặc đường dẫn như ../en/.",
            en: "Where the same site stands in the other language: an https address, or a path such as ../en/."),
        FieldDescription(
            "audiences",
            .listOfFields([
                FieldDescription("id", .text, required: true, vi: "Mã của nhóm.", en: "Id."),
                FieldDescription("name", .text, vi: "Tên hiện ra.", en: "Name shown."),
            ]), vi: "Các nhóm người đọc, ít người nhất đứng trước.", en: "Audiences, the fewest readers first."),
        FieldDescription(
            "editions",
            .listOfFields([
                FieldDescription("id", .text, required: true, vi: "Mã, dùng với --edition.", en: "Id, for --edition."),
                FieldDescription(
                    "title", .text, vi: "Tên của trang trong ấn bản này.", en: "Name of the site in this edition."),
                FieldDescription(
                    "base-url", .text, vi: "Địa chỉ công bố của ấn bản này.", en: "Address of this edition."),
                FieldDescription(
                    "audience", .text, vi: "Nhóm người đọc; trùng mã ấn bản thì không cần ghi.",
                    en: "Its audience; the edition's id without it."),
                FieldDescription(
                    "editors-page", .choice(["true", "false"]),
                    vi: "Có trang /bien-tap/ không; mặc định có, trừ ấn bản cho nhóm đông người nhất.",
                    en: "Whether it has /bien-tap/; it has, but for the widest audience."),
            ]), vi: "Các ấn bản: mỗi ấn bản cho một nhóm người đọc.", en: "Editions, one for each audience."),
        FieldDescription(
            "severities", .weights, vi: "Mức của từng mã thông báo: error, warning, note hoặc off.",
            en: "Weight of a diagnostic by its code: error, warning, note or off."),
        FieldDescription(
            "status-check-days", .integer,
            vi: "Sau bao nhiêu ngày thì lần kiểm tra hiệu lực bị coi là cũ; 365 nếu không ghi.",
            en: "Days after which the check of a status is stale; 365 without it."),
        FieldDescription(
            "thresholds",
            .fields([
                FieldDescription(
                    "cell", .integer, vi: "Số người ít nhất của một ô được công bố; 10 nếu không ghi.",
                    en: "Least respondents behind a published cell; 10 without it."),
                FieldDescription(
                    "base", .integer, vi: "Số người ít nhất của một nhóm được công bố; 30 nếu không ghi.",
                    en: "Least respondents behind a published share; 30 without it."),
            ]), vi: "Ngưỡng bảo vệ người trả lời điều tra; không nhận số nhỏ hơn 5.",
            en: "What protects respondents of surveys; nothing below 5."),
        FieldDescription(
            "csv-separator", .choice(["comma", "semicolon"]),
            vi: "Dấu ngăn cột của tệp CSV: comma (dấu phẩy, nếu không ghi) hoặc semicolon (cho Excel tiếng Việt).",
            en: "What parts the columns of CSV files: comma, or semicolon for Excel in Vietnamese; a comma without it."),
        FieldDescription(
            "security-contact", .text,
            vi: "Nơi báo lỗi, lỗ hổng của trang, mailto:… hoặc https://…; hiện ở chân mọi trang và trong security.txt.",
            en: "Whom to tell of a mistake or weakness, mailto:… or https://…; below every page and in security.txt."),
        FieldDescription(
            "akoma-ntoso", .choice(["true", "false"]),
            vi: "true: cạnh trang của mỗi văn bản có tệp Akoma Ntoso (akn.xml) cho chương trình khác.",
            en: "true: a file in Akoma Ntoso (akn.xml) beside every document's page, for other programs."),
        FieldDescription(
            "word-files", .choice(["true", "false"]), vi: "true: mỗi văn bản tải về được dưới dạng Word (.docx).",
            en: "true: every document can be downloaded as a Word file (.docx)."),
        FieldDescription(
            "markdown-files", .choice(["true", "false"]), vi: "true: mỗi văn bản tải về được dưới dạng Markdown (.md).",
            en: "true: every document can be downloaded as Markdown (.md)."),
        FieldDescription(
            "examples", .choice(["true", "false"]), vi: "true: dựng cả bản ghi mẫu trong findings/vi-du.",
            en: "true: also build the made-up samples in findings/vi-du."),
    ]
}

/// The fields of the entries of `vocabulary/`, by list.
public enum VocabularyFields {
    public static let lists = ["types", "issuers", "topics", "synonyms"]

    public static func of(_ list: String) -> [FieldDescription] {
        switch list {
        case "types": types
        case "issuers": issuers
        case "topics": topics
        default: synonyms
        }
    }

    private static let id = FieldDescription(
        "id", .identifier, required: true, vi: "Mã: chữ thường không dấu, chữ số, gạch nối.",
        en: "Id: lower-case ASCII letters, digits, hyphens.")
    private static let abbreviation = FieldDescription(
        "abbreviation", .text, vi: "Chữ viết tắt như trong số hiệu.", en: "Abbreviation as it stands in numbers.")
    private static let code = FieldDescription(
        "code", .identifier, vi: "Mã ngắn trong mã bản ghi và địa chỉ.", en: "Code in record ids and addresses.")

    private static let englishName = FieldDescription("name-en", .text, vi: "Tên tiếng Anh.", en: "English name.")

    private static let types: [FieldDescription] = [
        id,
        FieldDescription("name", .text, required: true, vi: "Tên loại văn bản.", en: "Name of the type."),
        englishName, abbreviation, code,
        FieldDescription(
            "system", .choice(DocumentSystem.allCases.map(\.rawValue)),
            vi: "party văn bản của Đảng, state của Nhà nước; cả hai thì bỏ trống.",
            en: "party or state; none when both use it."),
        FieldDescription("rank", .integer, vi: "Thứ tự bày, 1 đứng đầu.", en: "Place in lists, 1 first."),
    ]

    private static let issuers: [FieldDescription] = [
        id,
        FieldDescription(
            "name", .text, vi: "Tên cơ quan; cần “name” hoặc “names”.", en: "Name; either “name” or “names” is needed."),
        FieldDescription(
            "names",
            .listOfFields([
                FieldDescription("name", .text, required: true, vi: "Tên.", en: "Name."),
                FieldDescription("from", .date, vi: "Từ ngày.", en: "Since."),
                FieldDescription("to", .date, vi: "Đến ngày.", en: "Until."),
            ]), vi: "Các tên đã mang, cũ đứng trước.", en: "Names it has borne, oldest first."),
        englishName, abbreviation, code,
        FieldDescription(
            "letterhead", .id(of: "issuers"), vi: "Cơ quan in ở đầu văn bản khi khác.",
            en: "The body in its header when that is another."),
        FieldDescription("place", .text, vi: "Nơi cơ quan hoạt động.", en: "Where it works."),
        FieldDescription("parent", .id(of: "issuers"), vi: "Cơ quan cấp trên.", en: "The body it belongs to."),
        FieldDescription("successor", .id(of: "issuers"), vi: "Cơ quan kế tục.", en: "The body that took over."),
    ]

    private static let topics: [FieldDescription] = [
        id,
        FieldDescription("name", .text, required: true, vi: "Tên chủ đề.", en: "Name of the topic."),
        englishName,
        FieldDescription("broader", .id(of: "topics"), vi: "Chủ đề rộng hơn.", en: "A wider topic."),
        FieldDescription("synonyms", .oneOrMore(.text), vi: "Từ khác cùng nghĩa.", en: "Words that mean the same."),
    ]

    private static let synonyms: [FieldDescription] = [
        FieldDescription(
            "terms", .oneOrMore(.text), required: true, vi: "Các cách viết cùng nghĩa khi tìm kiếm.",
            en: "Spellings that mean the same in search.")
    ]
}
