import Citations
import Diagnostics
import VietnameseText

/// Turns one file into one typed record, with everything that is wrong in it.
struct RecordParser: Sendable {
    var configuration: SiteConfiguration
    /// What the vocabulary's files say about ids that they do not list.
    var checks: VocabularyChecks
    var grammar: NumberGrammar
    var identity: RecordIdentity
    /// False when `site.yml` does not tell the audiences: then no record is blamed for naming one.
    var knowsAudiences: Bool

    init(configuration: SiteConfiguration, checks: VocabularyChecks, knowsAudiences: Bool = true) {
        let vocabulary = checks.vocabulary
        self.knowsAudiences = knowsAudiences
        self.configuration = configuration
        self.checks = checks
        grammar = NumberGrammar(codeBook: CodeBook(vocabulary: vocabulary))
        identity = RecordIdentity(vocabulary: vocabulary)
    }

    /// Ids are names of folders, which file systems bound at 255 bytes.
    private static let longestID = 200

    /// The record, or nil when the front matter cannot be read at all, and the findings in the file.
    func parse(_ file: SourceFile) -> (record: Record?, diagnostics: [Diagnostic]) {
        let split: FrontMatterSplit
        switch FrontMatterSplit.split(file) {
        case .success(let parts): split = parts
        case .failure(let diagnostic): return (nil, [diagnostic])
        }
        var fields: FieldReader
        switch FieldReader.open(split.yaml, file: file.path, lineOffset: split.yamlLineOffset) {
        case .success(let reader): fields = reader
        case .failure(let diagnostic): return (nil, [diagnostic])
        }
        let kind = fields.choice("kind", Kind.self) ?? Self.defaultKind(ofPath: file.path)
        var record = Record(id: "", kind: kind, path: file.path, body: split.body)
        readCommon(&fields, into: &record)
        switch kind {
        case .directive, .guidance:
            readDocument(&fields, into: &record, isFinding: false)
        case .finding:
            readDocument(&fields, into: &record, isFinding: true)
            record.finding = FindingParser.read(&fields)
        case .page:
            record.order = fields.integer("order")
        }
        fields.reportUnknownKeys(elsewhere: RecordKeys.all, kind: kind.rawValue)
        record.spans = fields.spans
        record.id = identity.id(of: record)
        if record.id.isEmpty || record.id.utf8.count > Self.longestID {
            fields.report(
                Diagnostic(.wrongID, at: fields.spans["number"] ?? SourceSpan(file: file.path), record.fileName))
        }
        return (record, fields.diagnostics)
    }

    private func readCommon(_ fields: inout FieldReader, into record: inout Record) {
        record.title = fields.requiredString("title") ?? ""
        record.summary = fields.string("summary")
        for (key, text) in [("title", record.title), ("summary", record.summary ?? "")] {
            guard let markup = FieldMarkup.find(in: text) else { continue }
            fields.report(Diagnostic(.markupInField, at: fields.spans[key] ?? fields.start, key, markup))
        }
        record.topics = fields.strings("topics").map { topic in
            checks.check(topic, in: .topics, &fields)
        }
        record.sources = fields.mappings("sources", example: "sources: [{title: …, url: https://…, seen: 2026-11-23}]")
        {
            // Every key is asked for before any is missed, here and below: one that is not would count as unknown.
            let (title, url) = ($0.evidence("title"), $0.webAddress("url"))
            let (seen, note) = ($0.date("seen"), $0.string("note"))
            guard let shown = title ?? url else {
                if !$0.has("title") { $0.report(Diagnostic(.missingKey, at: $0.start, "\($0.prefix)title")) }
                return nil
            }
            return SourceReference(title: shown, url: url, seen: seen, note: note)
        }
        record.formerIDs = fields.strings("former-ids").compactMap { former in
            if RecordIdentity.isIdentifier(former.text), former.text.utf8.count <= Self.longestID { return former.text }
            fields.report(Diagnostic(.wrongID, at: former.span, former.text))
            return nil
        }
        record.audience = audience(&fields, "audience") ?? configuration.defaultAudience
        let own = record.audience
        record.attachments = fields.mappings("attachments", example: "attachments: [{file: a.pdf, title: …}]") {
            reader in
            let file = reader.requiredString("file")
            let title = reader.string("title")
            let readers = audience(&reader, "audience") ?? own
            return file.map { Attachment(file: $0, title: title ?? $0, audience: readers) }
        }
        record.withdrawn = fields.mapping("withdrawn", example: "withdrawn: {date: 2026-11-23, reason: …}") {
            let (date, reason) = ($0.date("date"), $0.requiredString("reason"))
            return reason.map { Withdrawal(date: date ?? .unknown, reason: $0) }
        }
        record.history = fields.mappings("history", example: "history: [{date: 2026-11-23, change: …}]") {
            let date = $0.date("date")
            let change = $0.requiredString("change")
            if !$0.has("date") { $0.report(Diagnostic(.missingKey, at: $0.start, "\($0.prefix)date")) }
            guard let date, let change else { return nil }
            return HistoryEntry(date: date, change: change)
        }
    }

    private func readDocument(_ fields: inout FieldReader, into record: inout Record, isFinding: Bool) {
        if let printed = fields.placedString("number") {
            let cleaned = NumberHygiene.cleaned(printed.text, grammar)
            let parsed = grammar.parse(printed.text) ?? cleaned.flatMap(grammar.parse)
            if let cleaned {
                fields.report(Diagnostic(.numberLeftovers, at: printed.span, printed.text, suggestion: cleaned))
            } else if parsed == nil {
                fields.report(Diagnostic(.unreadNumber, at: printed.span, printed.text))
            }
            record.number = RecordNumber(printed: printed.text, parsed: parsed)
        }
        record.type = fields.placedString("type").map { checks.check($0, in: .types, &fields) }
        record.issuers = fields.strings("issuer").map { checks.check($0, in: .issuers, &fields) }
        record.letterhead = fields.placedString("letterhead").map {
            checks.check($0, in: .issuers, &fields)
        }
        record.text = fields.choice("text", TextExtent.self)
        record.term = fields.string("term")
        record.issued = fields.date("issued") ?? .unknown
        record.place = fields.string("place")
        record.effective = fields.date("effective")
        record.expires = fields.date("expires")
        record.aliases = fields.strings("aliases").map(\.text)
        record.signer = fields.mapping("signer", example: "signer: {name: …, position: …}") {
            let name = $0.requiredString("name")
            let (position, capacity) = ($0.string("position"), $0.string("capacity"))
            return name.map { Signer(name: $0, position: position, capacity: capacity) }
        }
        record.status = fields.mapping("status", example: "status: {value: unverified, checked: 2026-11-23}") {
            let value = $0.choice("value", StatusValue.self)
            if !$0.has("value") { $0.report(Diagnostic(.missingKey, at: $0.start, "\($0.prefix)value")) }
            let claim = StatusClaim(
                value: value ?? .unverified, checked: $0.date("checked"), source: $0.evidence("source"),
                note: $0.string("note"))
            return value == nil ? nil : claim
        }
        record.relations = RelationParser.read(&fields, checks: checks)
        record.obligations = ObligationParser.read(&fields, checks: checks)
        if !isFinding { checkDocument(&fields, record) }
        checkDates(&fields, record)
    }

    private func checkDocument(_ fields: inout FieldReader, _ record: Record) {
        for key in ["type", "issuer"] where !fields.has(key) {
            fields.report(Diagnostic(.missingKey, at: fields.start, key))
        }
        if !fields.has("issued") { fields.report(Diagnostic(.missingIssueDate, at: fields.start)) }
    }

    /// Oddities that real sources contain, so warnings.
    private func checkDates(_ fields: inout FieldReader, _ record: Record) {
        if let effective = record.effective, let a = effective.span, let b = record.issued.span,
            a.upperBound < b.lowerBound
        {
            fields.report(
                Diagnostic(
                    .effectiveBeforeIssued, at: fields.spans["effective"] ?? fields.start, effective.iso,
                    record.issued.iso))
        }
        if let expires = record.expires, let a = expires.span,
            let b = (record.effective ?? record.issued).span, a.upperBound < b.lowerBound
        {
            fields.report(
                Diagnostic(
                    .expiresBeforeEffective, at: fields.spans["expires"] ?? fields.start, expires.iso,
                    (record.effective ?? record.issued).iso))
        }
    }

    private func audience(_ fields: inout FieldReader, _ key: String) -> String? {
        guard let placed = fields.placedString(key) else { return nil }
        let known = configuration.audiences.map(\.id)
        if known.contains(placed.text) { return placed.text }
        guard knowsAudiences else { return nil }
        fields.report(
            Diagnostic(
                .unknownAudience, at: placed.span, placed.text, known.joined(separator: ", "),
                suggestion: ChoiceGlosses.audience(meant: placed.text, among: configuration.audiences)
                    ?? Spelling.nearest(placed.text, among: known)))
        return nil
    }

    /// The kind that the folder gives.
    static func defaultKind(ofPath path: String) -> Kind {
        let top = path.split(separator: "/").first.map(String.init) ?? ""
        return Kind.allCases.first { $0.folder == top } ?? .directive
    }
}

extension Record {
    /// A record with nothing in it yet but its place.
    public init(id: RecordID, kind: Kind, path: String, body: RecordBody) {
        self.init(
            FrontMatter(
                id: id, kind: kind, path: path, title: "", summary: nil, text: nil, number: nil, type: nil, issuers: [],
                letterhead: nil, term: nil, issued: .unknown, place: nil, effective: nil, expires: nil, signer: nil,
                topics: [], status: nil, relations: [], obligations: [], sources: [], audience: "", aliases: [],
                formerIDs: [], attachments: [], history: [], finding: nil, order: nil, spans: [:]),
            body: body)
    }
}
