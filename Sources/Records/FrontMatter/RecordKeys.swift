/// Which keys belong to which kind of record.
enum RecordKeys {
    static let common: Set<String> = [
        "kind", "title", "summary", "audience", "topics", "sources", "former-ids", "attachments", "history",
    ]
    static let document: Set<String> = [
        "number", "type", "issuer", "letterhead", "term", "issued", "place", "effective", "expires", "signer", "status",
        "relations", "obligations", "aliases",
    ]
    static let finding: Set<String> = [
        "form", "informs", "reviews", "conducted", "period", "released", "disclosure", "tables", "themes",
    ]
    static let page: Set<String> = ["order"]

    static let all = common.union(document).union(finding).union(page)
}
