/// The fields of front matter.
public enum RecordFields {
    /// The fields that a record of a kind may have.
    public static func of(_ kind: Kind) -> [FieldDescription] {
        switch kind {
        case .directive, .guidance: common + document(isRequired: true)
        case .finding: common + document(isRequired: false) + FindingFields.all
        case .page: common + page
        }
    }

    public static func field(_ key: String, of kind: Kind) -> FieldDescription? { of(kind).first { $0.key == key } }

    static let common: [FieldDescription] = [
        FieldDescription(
            "kind", .choice(Kind.allCases.map(\.rawValue)),
            label: "Loại bản ghi", vi: "Loại bản ghi; không cần ghi, vì thư mục đã cho biết.",
            en: "Kind of record; the folder tells it, so it may be left out."),
        FieldDescription(
            "title", .longText, required: true, label: "Tên (trích yếu)",
            vi: "Tên (trích yếu) như nguồn ghi, không kèm loại và số hiệu.",
            en: "Title as the source has it, without type and number."),
        FieldDescription(
            "summary", .longText, label: "Tóm tắt",
            vi: "Một, hai câu nói văn bản về việc gì, viết bằng lời của người biên tập.",
            en: "A sentence or two that say what it is about, in the editor's words."),
        FieldDescription(
            "audience", .audience,
            label: "Người đọc",
            vi: "Ai được đọc: một mã trong “audiences” của site.yml. Không ghi thì chỉ nhóm hẹp nhất.",
            en: "Who may read it: an id of “audiences” in site.yml. Without it the fewest readers."),
        FieldDescription(
            "topics", .oneOrMore(.id(of: "topics")), label: "Chủ đề",
            vi: "Chủ đề: một hay nhiều mã trong vocabulary/topics.yml.",
            en: "Topics: one or more ids of vocabulary/topics.yml."),
        FieldDescription(
            "sources",
            .listOfFields([
                FieldDescription(
                    "title", .text, label: "Tên nguồn", vi: "Tên trang hoặc tài liệu.", en: "Name of the page or paper."
                ),
                FieldDescription("url", .address, label: "Địa chỉ trên mạng", vi: "Địa chỉ trên mạng.", en: "Address."),
                FieldDescription(
                    "seen", .date, label: "Ngày đã xem", vi: "Ngày đã xem.", en: "The day it was looked at."),
                FieldDescription(
                    "note", .longText, label: "Lưu ý về nguồn", vi: "Lưu ý về nguồn.", en: "A remark on the source."),
            ]), label: "Nguồn", vi: "Nguồn đã xem, chứng minh những gì bản ghi nói.",
            en: "Sources that show what the record states."),
        FieldDescription(
            "former-ids", .oneOrMore(.identifier), label: "Mã cũ",
            vi: "Mã cũ của bản ghi; địa chỉ cũ sẽ dẫn đến trang này.",
            en: "Ids it was published under; they redirect."),
        FieldDescription(
            "attachments",
            .listOfFields([
                FieldDescription(
                    "file", .attachment, required: true, label: "Tệp", vi: "Tên tệp trong content/attachments.",
                    en: "File below content/attachments."),
                FieldDescription(
                    "title", .text, label: "Tên hiện ra", vi: "Tên hiện ra cho người đọc.", en: "Name shown to readers."
                ),
                FieldDescription(
                    "audience", .audience, label: "Người đọc tệp", vi: "Ai được đọc tệp, nếu khác bản ghi.",
                    en: "Who may read the file, if not the record's readers."),
            ]), label: "Tệp đính kèm", vi: "Tệp đi kèm, nằm trong content/attachments.",
            en: "Files that go with it, from content/attachments."
        ),
        FieldDescription(
            "withdrawn",
            .fields([
                FieldDescription("date", .date, label: "Ngày rút", vi: "Ngày rút.", en: "The day it was withdrawn."),
                FieldDescription(
                    "reason", .longText, required: true, label: "Lý do", vi: "Lý do, hiện trên trang.",
                    en: "Why, shown on the page."),
            ]), label: "Rút khỏi trang", vi: "Bản ghi đã rút khỏi trang: địa chỉ của nó chỉ còn cho biết điều đó.",
            en: "The record is published no more: all that its address tells is that."),
        FieldDescription(
            "history",
            .listOfFields([
                FieldDescription(
                    "date", .date, required: true, label: "Ngày sửa", vi: "Ngày sửa.", en: "Day of the change."),
                FieldDescription(
                    "change", .longText, required: true, label: "Đã sửa gì", vi: "Đã sửa gì.", en: "What was changed."),
            ]), label: "Lịch sử sửa đổi", vi: "Người biên tập đã sửa gì, ngày nào; hiện trong nguồn tin.",
            en: "What editors changed and when; shown in the feed."),
    ]

    static func document(isRequired: Bool) -> [FieldDescription] {
        [
            FieldDescription(
                "number", .text, label: "Số hiệu",
                vi: "Số hiệu đúng như in trên văn bản; bỏ dòng này khi nguồn không cho biết.",
                en: "Number as printed on the document; leave it out when the source shows none."),
            FieldDescription(
                "type", .id(of: "types"), required: isRequired, label: "Loại văn bản",
                vi: "Loại văn bản: một mã trong vocabulary/types.yml.",
                en: "Type of document: an id of vocabulary/types.yml."),
            FieldDescription(
                "issuer", .oneOrMore(.id(of: "issuers")), required: isRequired,
                label: "Cơ quan ban hành",
                vi:
                    "Cơ quan ban hành: một mã trong vocabulary/issuers.yml, hoặc danh sách khi nhiều cơ quan cùng ban hành.",
                en: "Issuing body: an id of vocabulary/issuers.yml, or a list when it is joint."),
            FieldDescription(
                "letterhead", .id(of: "issuers"), label: "Cơ quan in ở đầu văn bản",
                vi: "Cơ quan in ở góc trái đầu văn bản, khi khác cơ quan ban hành.",
                en: "The body in the header, when it is not the issuer."),
            FieldDescription(
                "term", .text, label: "Khóa", vi: "Khóa đại hội (XI) hoặc khóa Quốc hội.",
                en: "Congress term (XI) or legislature."),
            FieldDescription(
                "issued", .date,
                label: "Ngày ban hành",
                vi: "Ngày ban hành: 2014-08-18, 2014-08, 2014, --08-18 khi nguồn không ghi năm, hoặc unknown.",
                en: "Issue date: 2014-08-18, 2014-08, 2014, --08-18 without a year, or unknown."),
            FieldDescription(
                "place", .text, label: "Địa danh", vi: "Địa danh trước ngày tháng, khi nguồn có ghi.",
                en: "Place of issue, when the source shows it."),
            FieldDescription(
                "effective", .date, label: "Ngày có hiệu lực", vi: "Ngày có hiệu lực.", en: "The day it takes effect."),
            FieldDescription(
                "expires", .date,
                label: "Ngày hết hiệu lực",
                vi:
                    "Ngày hết hiệu lực: ngày đầu tiên văn bản không còn hiệu lực. Chỉ biết tháng hay năm thì trong khoảng ấy trang ghi “chưa xác minh”.",
                en:
                    "The day it expires: the first day on which it is no longer in force. Where only the month or year is known, its status is unverified within it."
            ),
            FieldDescription(
                "signer",
                .fields([
                    FieldDescription("name", .text, required: true, label: "Họ tên", vi: "Họ tên.", en: "Name."),
                    FieldDescription("position", .text, label: "Chức vụ", vi: "Chức vụ.", en: "Position."),
                    FieldDescription(
                        "capacity", .text, label: "Quyền hạn khi ký", vi: "Quyền hạn khi ký: T/M, K/T, T/L.",
                        en: "Capacity: T/M, K/T, T/L."),
                ]), label: "Người ký", vi: "Người ký, như nguồn ghi.", en: "Who signed, as the source shows."),
            FieldDescription(
                "status",
                .fields([
                    FieldDescription(
                        "value", .choice(StatusValue.allCases.map(\.rawValue)), required: true,
                        label: "Tình trạng",
                        vi:
                            "in-force còn hiệu lực, not-yet chưa có, partly-expired hết một phần, expired hết, suspended ngưng, unverified chưa kiểm tra.",
                        en: "State of the document; unverified when nobody has checked."),
                    FieldDescription(
                        "checked", .date, label: "Ngày kiểm tra", vi: "Ngày kiểm tra.", en: "The day it was checked."),
                    FieldDescription(
                        "source", .text, label: "Nguồn cho thấy điều đó",
                        vi: "Địa chỉ hoặc tên nguồn cho thấy điều đó.",
                        en: "Address or title of what shows it."),
                    FieldDescription(
                        "note", .longText, label: "Lưu ý cho người đọc", vi: "Lưu ý cho người đọc.",
                        en: "A remark for readers."),
                ]), label: "Tình trạng hiệu lực", vi: "Tình trạng hiệu lực, kèm ngày kiểm tra và nguồn.",
                en: "Validity, with the day of the check and its source."),
            FieldDescription(
                "relations",
                .listOfFields([
                    FieldDescription(
                        "type", .choice(RelationType.allCases.map(\.rawValue)), required: true,
                        label: "Quan hệ",
                        vi: "Quan hệ: based-on căn cứ, guides hướng dẫn, replaces thay thế, amends sửa đổi…",
                        en: "How it bears on the other: based-on, guides, replaces, amends, …"),
                    FieldDescription(
                        "target", .record, required: true, label: "Với văn bản",
                        vi: "Mã bản ghi, hoặc số hiệu khi văn bản chưa có ở đây.",
                        en: "A record's id, or a number when the document is not here."),
                    FieldDescription(
                        "of-type", .text, label: "Loại của văn bản kia",
                        vi: "Loại của văn bản kia, khi số hiệu chưa đủ rõ.",
                        en: "Type of the other, when its number needs it."),
                    FieldDescription(
                        "issued", .date, label: "Ngày ban hành của văn bản kia", vi: "Ngày ban hành của văn bản kia.",
                        en: "Issue date of the other."),
                    FieldDescription(
                        "provisions", .oneOrMore(.text), label: "Điều khoản của văn bản kia",
                        vi: "Điều khoản liên quan của văn bản kia.",
                        en: "Provisions of the other that it is about."),
                    FieldDescription("note", .longText, label: "Lưu ý", vi: "Lưu ý.", en: "A remark."),
                ]), label: "Quan hệ với văn bản khác", vi: "Quan hệ với văn bản khác.",
                en: "Relations to other documents."),
            FieldDescription(
                "obligations",
                .listOfFields([
                    FieldDescription(
                        "task", .longText, required: true, label: "Việc phải làm", vi: "Việc phải làm.",
                        en: "What must be done."),
                    FieldDescription("responsible", .text, label: "Ai làm", vi: "Ai làm.", en: "By whom."),
                    FieldDescription("due", .date, label: "Hạn", vi: "Hạn.", en: "By when."),
                    FieldDescription(
                        "provision", .text, label: "Theo điều khoản", vi: "Theo điều khoản nào.",
                        en: "Under which provision."),
                    FieldDescription(
                        "state", .choice(ObligationState.allCases.map(\.rawValue)),
                        label: "Đã xong chưa", vi: "open chưa xong, done xong, lapsed không còn.",
                        en: "open, done or lapsed."),
                ]), label: "Nhiệm vụ", vi: "Nhiệm vụ mà văn bản giao.", en: "Tasks that the document sets."),
            FieldDescription(
                "text", .choice(TextExtent.allCases.map(\.rawValue)),
                label: "Lời trong tệp",
                vi:
                    "Lời trong tệp là gì: full toàn văn, excerpt trích nguyên văn, summary tóm tắt. Không ghi thì trang nhận ra nguyên văn theo các Điều, Mục.",
                en:
                    "What the file's text is: full, excerpt or summary. Without it, the document's own words are known by their articles."
            ),
            FieldDescription(
                "aliases", .oneOrMore(.text), label: "Cách viết khác của số hiệu",
                vi: "Cách viết khác của số hiệu mà người đọc có thể gõ.",
                en: "Other spellings of the number that readers may type."),
        ]
    }

    static let page: [FieldDescription] = [
        FieldDescription(
            "order", .integer, label: "Thứ tự", vi: "Thứ tự trong danh sách trang; số nhỏ đứng trước.",
            en: "Place among pages; smaller first.")
    ]
}
