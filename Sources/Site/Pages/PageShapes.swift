/// What stands in each page. Every value may be missing; `path`s are relative to the site's root, to be written
/// after `{{root}}`.
enum PageShapes {
    /// On every page.
    static let common: [String: TemplateShape] = [
        "language": .text,
        // The interface is not in Vietnamese, so content must be marked as such.
        "foreign": .flag,
        // From the page to the site's root: empty or ending in a slash.
        "root": .text,
        "site": .object([
            "title": .text, "description": .text, "asOf": .text, "pages": .list(link), "findings": .flag,
            "opensearch": .flag, "editors": .flag, "notice": .text, "unlisted": .flag,
            // Whom to tell of mistakes and weaknesses.
            "contact": .object(["address": .text, "label": .text]),
        ]),
        "title": .text,
        "description": .text,
        "canonical": .text,
        // The same page with the interface in the other language.
        "translation": .text,
        // Which entry of the navigation is the page's own.
        "inTypes": .flag, "inIssuers": .flag, "inTopics": .flag, "inYears": .flag, "inFindings": .flag,
        "inForce": .flag, "inObligations": .flag,
        "crumbs": .list(link),
    ]

    /// A link; without a path there is no page to lead to. `isContent`: the label is an editor's word, not the interface's.
    static let link: [String: TemplateShape] = ["label": .text, "path": .text, "isContent": .flag]

    static let status: TemplateShape = .object(["code": .text, "word": .text])

    /// A record in a list.
    static let card: [String: TemplateShape] = [
        // Numbers in titles stay on one line.
        "path": .text, "title": .markup, "number": .text, "type": .text, "typeEnglish": .text, "issuers": .text,
        "date": .text, "datetime": .text, "status": status,
        // The place that tells it from others with its number.
        "place": .text,
        // The number, with its type where it says little by itself, and its place; the type of one without.
        "label": .markup,
    ]

    /// A record in a listing; its places by title and by number in the Vietnamese alphabet, for sorting in the browser.
    static let row: [String: TemplateShape] = card.merging([
        "titleRank": .text, "numberRank": .text, "yearAnchor": .text,
    ]) { own, _ in own }

    /// An entry of an index.
    static let entry: [String: TemplateShape] = [
        "name": .text, "path": .text, "count": .text, "detail": .text, "isContent": .flag,
    ]

    static let home: [String: TemplateShape] = [
        "count": .text, "newest": .list(card), "updates": .list(update), "types": .list(entry),
        "issuers": .list(entry), "topics": .list(entry), "years": .list(entry), "findings": .list(card),
        "tasks": .list(task), "moreTasks": .text, "changes": .list(card), "examples": .list(link),
        "histogram": .object(["bars": .markup, "first": .text, "last": .text]),
    ]

    /// An obligation on the home page, with the page that states it.
    static let task: [String: TemplateShape] = [
        "path": .text, "task": .text, "due": .text, "isOverdue": .flag, "datetime": .text, "responsible": .text,
    ]

    static let update: [String: TemplateShape] = [
        "path": .text, "title": .markup, "number": .text, "place": .text, "type": .text, "date": .text,
        "datetime": .text, "change": .text,
    ]

    static let index: [String: TemplateShape] = [
        "heading": .text, "count": .text, "entries": .list(entry), "hasDetail": .flag,
    ]

    static let listing: [String: TemplateShape] = [
        "filter": .object(["facet": .text, "value": .text]), "years": .list(link),
        "heading": .text, "isContent": .flag, "count": .text, "rows": .list(row), "isFindings": .flag,
        "english": .text, "abbreviation": .text, "place": .text, "synonyms": .text,
        "names": .list(["name": .text, "period": .text]),
        // Whether any of the following is there.
        "hasEntryFacts": .flag,
        "parent": .object(link), "successor": .object(link), "broader": .object(link), "narrower": .list(entry),
        "pager": pager, "download": .text, "feed": .text,
    ]

    static let number: [String: TemplateShape] = [
        "printed": .text, "isAlias": .flag, "only": .object(card), "several": .list(card),
    ]

    static let feed: [String: TemplateShape] = [
        "id": .text, "updated": .text, "selfURL": .text, "homeURL": .text,
        "isArchive": .flag, "currentURL": .text, "previousArchive": .text, "nextArchive": .text,
        "entries": .list([
            "id": .text, "title": .text, "updated": .text, "url": .text, "change": .text, "kind": .text,
        ]),
    ]

    /// The sitemap, or the index of several.
    static let sitemap: [String: TemplateShape] = [
        "addresses": .list(["url": .text, "modified": .text]), "sitemaps": .list(["url": .text]),
    ]

    /// What other programs can read; without a path the address stands for many.
    static let data: [String: TemplateShape] = [
        "interfaces": .list(["address": .text, "path": .text, "description": .text, "convention": .text])
    ]
}
