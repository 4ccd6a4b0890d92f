/// What stands in the registers of validity and of obligations.
extension PageShapes {
    static let obligations: [String: TemplateShape] = [
        "count": .text,
        // Whether the calendar has an entry.
        "hasDates": .flag, "download": .text,
        "groups": .list([
            "due": .text, "isOverdue": .flag,
            // What all rows rest on, where it is one.
            "source": .object(link),
            "rows": .list([
                "task": .text, "path": .text, "document": .text, "responsible": .text, "provision": .text,
                "state": .text, "stateCode": .text,
                // `dated`, `overdue` or `none`.
                "when": .text,
            ]),
        ]),
    ]

    static let inForce: [String: TemplateShape] = [
        "heading": .text, "count": .text, "day": .text, "isFirst": .flag, "rows": .list(row),
        // What has no date, in a group of its own.
        "undated": .object(["rows": .list(row)]),
        "pager": pager, "download": .text, "csvSeparator": .text, "calendar": .text,
    ]
}
