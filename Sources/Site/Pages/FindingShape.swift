/// What stands in the page of a finding beside what every record has.
extension PageShapes {
    static let finding: TemplateShape = .object([
        "form": .text, "conducted": .text, "period": .text, "released": .text,
        // A made-up sample: the page says so.
        "isExample": .flag, "isSurvey": .flag, "isMonitoring": .flag, "isReview": .flag,
        "reviews": .list(relationItem), "informs": .list(relationItem),
        "disclosure": .list(["term": .text, "value": .text, "isUnknown": .flag, "isContent": .flag]),
        "themes": .list(["direction": .text, "directionCode": .text, "rows": .list(theme)]),
        "tables": .list(table),
    ])

    private static let theme: [String: TemplateShape] = [
        "theme": .text, "scale": .text, "scaleCode": .text, "text": .text,
    ]

    private static let chart: [String: TemplateShape] = [
        "describedBy": .text, "description": .text, "wide": .markup, "narrow": .markup,
        "source": .object(["who": .text, "isContent": .flag, "facts": .text, "leftOut": .text]),
        "surveys": .list(["label": .text, "base": .text, "path": .text]),
    ]

    private static let table: [String: TemplateShape] = [
        "anchor": .text, "question": .text, "title": .text, "isOwnTitle": .flag, "by": .text, "csvPath": .text,
        "csvName": .text, "charts": .list(chart), "trend": .list(chart), "trendTitle": .text,
        "columns": .list(["label": .text, "isContent": .flag, "base": .text, "isBelow": .flag]),
        "rows": .list([
            "label": .text, "isContent": .flag,
            "cells": .list([
                "column": .text, "isWithheld": .flag, "share": .text, "count": .text, "interval": .text,
            ]),
        ]),
        "notes": .list(["text": .text]),
    ]
}
