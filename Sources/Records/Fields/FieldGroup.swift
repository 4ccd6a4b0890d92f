import Diagnostics

/// The fields of a kind of record in the order and under the headings that a form shows them.
public struct FieldGroup: Sendable {
    public var title: BilingualText
    /// Keys of front matter.
    public var keys: [String]

    /// The groups of a kind of record; together they hold each of its fields once.
    public static func of(_ kind: Kind) -> [FieldGroup] {
        let known = Set(RecordFields.of(kind).map(\.key))
        return all.compactMap { group in
            let keys = group.keys.filter(known.contains)
            return keys.isEmpty ? nil : FieldGroup(title: group.title, keys: keys)
        }
    }

    private static let all = [
        FieldGroup(
            title: BilingualText(vi: "Văn bản", en: "Document"),
            keys: [
                "form", "number", "type", "issuer", "letterhead", "term", "title", "issued", "released", "place",
                "signer",
                "order",
            ]),
        FieldGroup(
            title: BilingualText(vi: "Cho người đọc", en: "For readers"),
            keys: ["summary", "topics", "audience", "text"]),
        FieldGroup(
            title: BilingualText(vi: "Hiệu lực", en: "Validity"), keys: ["effective", "expires", "status", "withdrawn"]),
        FieldGroup(
            title: BilingualText(vi: "Kết quả", en: "Findings"),
            keys: ["conducted", "period", "survey", "same-sample", "disclosure", "tables", "groupings", "themes"]),
        FieldGroup(
            title: BilingualText(vi: "Quan hệ và nhiệm vụ", en: "Relations and tasks"),
            keys: ["relations", "informs", "reviews", "obligations"]),
        FieldGroup(
            title: BilingualText(vi: "Nguồn và tệp", en: "Sources and files"), keys: ["sources", "attachments"]),
        FieldGroup(
            title: BilingualText(vi: "Tên khác, lịch sử", en: "Other names, history"),
            keys: ["aliases", "former-ids", "history", "kind"]),
    ]
}
