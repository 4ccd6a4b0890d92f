/// What stands in pictures and their pages.
extension PageShapes {
    /// A picture at two widths, and the words under it.
    private static let figure: [String: TemplateShape] = ["wide": .markup, "narrow": .markup, "caption": .text]

    static let recordPictures: [String: TemplateShape] = [
        "timeline": .object(
            figure.merging([
                "key": .list(["code": .text, "word": .text]),
                // What the picture shows, by time; what has no year at the end.
                "entries": .list([
                    "date": .text, "what": .text, "document": .text, "path": .text, "status": .text,
                ]),
            ]) { own, _ in own })
    ]

    static let families: [String: TemplateShape] = [
        "heading": .text, "summary": .text,
        "families": .list([
            "name": .text, "place": .text, "summary": .text, "leftOut": .text, "isList": .flag, "wide": .markup,
            "narrow": .markup,
            "members": .list(
                card.merging(["acts": .list(["verb": .text, "targets": .list(link)])]) { own, _ in own }),
        ]),
        "matrix": .object([
            "columns": .list(["label": .text]), "undated": .text,
            // `step` is a shade from 0 to 5.
            "verbs": .list(["verb": .text, "total": .text, "cells": .list(["count": .text, "step": .text])]),
        ]),
        "rows": .list([
            "path": .text, "label": .text, "title": .text, "documents": .text, "relations": .text, "years": .text,
        ]),
        "pager": pager,
    ]
}
