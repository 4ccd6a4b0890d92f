import Catalogue
import Markup
import Records

/// The head of a record's page, which answers at once: which document, is it in force, what guides or changes it, and is this
/// its text or a summary.
struct AnswerCard {
    let context: SiteContext
    let record: Record
    let text: ShownText

    /// Scalars of a title that a phone shows in three lines; longer ones are set in smaller letters there.
    static let longTitle = 90
    /// Scalars of a title that a phone shows in six lines of smaller letters, so that the answers still lie in its first screen. Of
    /// longer ones it shows the beginning, and the rest when it is asked for.
    private static let cutTitle = 240

    var fields: TemplateFields {
        var fields: TemplateFields = ["title": .markup(KeptNumbers.html(record.title)), "textKind": .object(textKind)]
        let length = record.title.unicodeScalars.count
        fields["isLongTitle"] = .flag(length > Self.longTitle)
        fields["isCutTitle"] = .flag(length > Self.cutTitle)
        fields.set("signer", record.signer?.name)
        fields.set("number", record.number?.printed)
        fields.set("by", byLine)
        if let ribbon = LifeRibbon(context: context, record: record).fields { fields["ribbon"] = .object(ribbon) }
        fields.set("date", dateWords)
        if let entry = context.number(of: record), entry.bearers.count > 1 {
            fields["namesakes"] = [
                "label": .text(context.strings[.otherBearers]), "path": .text(NumberPage.path(entry)),
            ]
        }
        let lines = AnswerLines(context: context, record: record)
        if let finding = record.finding {
            fields["type"] = .text(context.strings[.form(finding.form)])
            fields["isFinding"] = true
            fields["subjects"] = .object(lines.subjects)
            fields.set("figures", figures(finding))
        } else {
            let type = record.type.flatMap(context.vocabulary.type)
            fields.set("type", type?.name)
            if context.strings.language == .english { fields.set("typeEnglish", type?.nameEN) }
            fields["isWithoutNumber"] = .flag(record.number == nil)
            if let (validity, sentence) = validity {
                fields["validity"] = .object(validity)
                if !sentence.saysWhenEffective { fields.set("effective", effective) }
            } else {
                fields.set("effective", effective)
            }
            fields["guides"] = .object(lines.guides)
            fields["changes"] = .object(lines.changes)
            let panel = ValidityPanel(context: context, record: record)
            fields.set("grounds", panel.grounds)
        }
        return fields
    }

    private var textKind: TemplateFields {
        [
            "code": .text(text.code), "word": .text(context.strings[text.word(of: record)]),
            "short": .text(context.strings[text.shortWord]),
        ]
    }

    /// The authors as they were called then, with the term.
    private var byLine: String {
        let authors = context.form.authors(record).joined(separator: ", ")
        guard let term = record.term else { return authors }
        return authors.isEmpty ? "Khóa \(term)" : "\(authors) khóa \(term)"
    }

    private var dateWords: String {
        guard let finding = record.finding else {
            return record.issued == .unknown ? context.strings[.dateOfIssueUnknown] : context.dates.long(record.issued)
        }
        return finding.released.map {
            context.strings.filled(.word(.releasedOn), ["day": context.dates.long($0)])
        } ?? context.strings[.dateOfReleaseUnknown]
    }

    /// “có hiệu lực từ 1/7/2016”, as exactly as the date is known.
    private var effective: String? {
        record.effective.flatMap(context.dates.short).map {
            context.strings.filled(.word(.cardEffective), ["day": $0])
        }
    }

    /// When it was made and of how many.
    private func figures(_ finding: Finding) -> String {
        let strings = context.strings
        var parts: [String] = []
        if let time = (finding.conducted ?? finding.period).flatMap(context.dates.range) { parts.append(time) }
        switch finding.form {
        case .survey:
            if let size = finding.disclosure?.sampleSize { parts.append(strings.count(.word(.countPeople), size)) }
            parts.append(
                finding.disclosure?.sampling.flatMap { sampling in
                    sampling == .unknown
                        ? nil : strings.filled(.word(.sourceSampling), ["sampling": strings[.sampling(sampling)]])
                } ?? strings[.sourceSamplingUnknown])
        case .monitoring: parts.append(strings[.answerWordsOnly])
        case .review:
            let tasks = record.obligations.count
            if tasks > 0 { parts.append(strings.count(.word(.countObligations), tasks)) }
        }
        return parts.joined(separator: "; ")
    }

    // MARK: Validity

    /// The state as the card shows it, and the sentence that says it.
    private var validity: (TemplateFields, ValiditySentence)? {
        guard let state = context.ownStatus(of: record.id), let shown = context.shownStatus(of: record) else {
            return nil
        }
        let words = StatusWords(strings: context.strings).words(shown, reason: state.reason)
        let sentence = ValiditySentence(
            strings: context.strings, dates: context.dates, record: record, state: state, shown: shown,
            since: context.validity(of: record.id)?.interval(on: context.asOf.number)?.from,
            by: state.by.flatMap(context.reference))
        var fields: TemplateFields = [
            "code": .text(words.code), "word": .text(words.word), "reason": .text(words.reason),
        ]
        fields.set("rest", sentence.rest)
        if let checked = state.checked {
            if state.value == .unverified, state.reason == .unchecked {
                fields["reason"] = .text(context.strings[.reasonLooked])
            }
            fields.set("checked", context.dates.short(checked))
            fields.set("checkedISO", checked.machineReadable)
        }
        fields.set("source", state.source)
        let address = state.source.flatMap(WebAddress.linkable)
        fields.set("sourceURL", address)
        fields.set("sourceHost", address.map(WebAddress.host))
        fields.set("note", state.note)
        return (fields, sentence)
    }
}

extension PageShapes {
    static let answerCard: [String: TemplateShape] = [
        "number": .text, "title": .markup, "type": .text, "typeEnglish": .text, "by": .text, "date": .text,
        "isWithoutNumber": .flag, "isFinding": .flag, "isLongTitle": .flag, "isCutTitle": .flag,
        // Where the sentence on validity does not say it already.
        "effective": .text,
        "signer": .text,
        // To the choice among the documents that bear the number.
        "namesakes": .object(link),
        "textKind": .object(["code": .text, "word": .text, "short": .text]),
        "validity": .object([
            "code": .text, "word": .text, "rest": .text, "reason": .text, "checked": .text, "checkedISO": .text,
            "source": .text, "sourceURL": .text, "sourceHost": .text, "note": .text,
        ]),
        "guides": .object(answerLine), "changes": .object(answerLine), "subjects": .object(answerLine),
        "figures": .text, "grounds": .list(relationItem), "ribbon": ribbon,
    ]

    /// A line without verbs says that nothing was found.
    private static let answerLine: [String: TemplateShape] = [
        "verbs": .list(["verb": .text, "documents": .list(shortDocument)]), "more": .text,
    ]

    /// Without a path it is not in the collection.
    static let shortDocument: [String: TemplateShape] = [
        "name": .text, "type": .text, "path": .text, "date": .text, "datetime": .text, "year": .text,
        "status": status,
        // “một phần”, “từ 1/1/2027”: how far one document changes another.
        "extent": .text,
    ]
}
