/// What stands in the page of a record.
extension PageShapes {
    static let record: [String: TemplateShape] = [
        "heading": .markup, "linkedData": .text, "akomaNtoso": .text, "feed": .text, "summary": .text, "body": .markup,
        "citation": .text,
        // The text is long enough for a search box of its own.
        "isLong": .flag,
        "letterhead": .object([
            "organs": .list(["name": .text]), "number": .text, "authors": .text, "placeAndDate": .text, "type": .text,
            "title": .markup,
        ]),
        "card": .object(answerCard), "family": family,
        // The body is the document's own words, not an editor's.
        "isOriginal": .flag,
        "validity": .list(["period": .text, "code": .text, "word": .text, "reason": .text, "by": .object(card)]),
        "grounds": .list(relationItem), "resting": .list(relationItem),
        "outline": .list(outline(depth: 3)),
        "facts": .object([
            "number": .text, "title": .markup, "type": .object(link), "issuers": .list(link), "issuerUnknown": .flag,
            "term": .text,
            "issued": .text,
            "effective": .text, "expires": .text, "signer": .text, "aliases": .text, "topics": .list(link),
        ]),
        "cites": .list(relationItem), "citesCount": .text, "citedBy": .list(relationItem), "citedByCount": .text,
        "pictures": .object(recordPictures),
        "relations": .list([
            "verb": .text, "anchor": .text, "count": .text, "items": .list(relationItem), "rest": .list(relationItem),
            "restCount": .text,
        ]),
        // Whether the outline names the table of tasks.
        "obligationsInOutline": .flag,
        "obligations": .list([
            "task": .text, "responsible": .object(link), "due": .text, "provision": .text, "state": .text,
            "stateCode": .text,
        ]),
        "sources": .list(["title": .markup, "url": .text, "seen": .text, "note": .text]),
        "attachments": .list(link),
        // Paths beside the page.
        "downloads": .list(["label": .text, "path": .text]),
        "history": .list(["date": .text, "datetime": .text, "change": .text]),
        "finding": finding,
    ]

    /// A document at the other end of a relation; without a path it is not in the collection.
    static let relationItem: [String: TemplateShape] = card.merging([
        "provisions": .text, "note": .text, "isWanted": .flag,
    ]) { own, _ in own }

    private static func outline(depth: Int) -> [String: TemplateShape] {
        var shape: [String: TemplateShape] = ["anchor": .text, "title": .text]
        if depth > 1 { shape["children"] = .list(outline(depth: depth - 1)) }
        return shape
    }
}
