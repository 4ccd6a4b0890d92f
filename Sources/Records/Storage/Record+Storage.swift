import Citations
import Diagnostics
import Storage

/// Records as bytes, without their texts and without what only a finding has: to be kept between builds.
extension ByteWriter {
    public mutating func record(_ record: Record) {
        for value in [record.id, record.kind.rawValue, record.path, record.title, record.audience] { text(value) }
        for value in [record.summary, record.type, record.letterhead, record.term, record.place] { optional(value) }
        number(record.number)
        for value in [record.issuers, record.topics, record.aliases, record.formerIDs] { list(value) { $0.text($1) } }
        date(record.issued)
        date(record.effective)
        date(record.expires)
        optional(record.signer) {
            $0.text($1.name)
            $0.optional($1.position)
            $0.optional($1.capacity)
        }
        optional(record.status) {
            $0.text($1.value.rawValue)
            $0.date($1.checked)
            $0.optional($1.source)
            $0.optional($1.note)
        }
        list(record.relations) { $0.relation($1) }
        list(record.obligations) {
            $0.text($1.task)
            $0.optional($1.responsible)
            $0.date($1.due)
            $0.optional($1.provision)
            $0.text($1.state.rawValue)
        }
        list(record.sources) {
            $0.text($1.title)
            $0.optional($1.url)
            $0.date($1.seen)
            $0.optional($1.note)
        }
        list(record.attachments) { for value in [$1.file, $1.title, $1.audience] { $0.text(value) } }
        optional(record.withdrawn) {
            $0.date($1.date)
            $0.text($1.reason)
        }
        list(record.history) {
            $0.date($1.date)
            $0.text($1.change)
        }
        optional(record.order) { $0.number($1) }
        optional(record.text?.rawValue)
        number(record.body.firstLine)
        list(record.spans) {
            $0.text($1.key)
            $0.place($1.value)
        }
    }

    private mutating func number(_ value: RecordNumber?) {
        optional(value) { writer, value in
            writer.text(value.printed)
            writer.optional(value.parsed) {
                $0.number($1.sequence)
                $0.text($1.sequenceLetter)
                $0.optional($1.year) { $0.number($1) }
                $0.optional($1.type)
                $0.list($1.organs) { $0.text($1) }
                $0.optional($1.legislature) { $0.number($1) }
                $0.text($1.suffix)
                $0.flag($1.layout == .party)
            }
        }
    }

    private mutating func relation(_ claim: RelationClaim) {
        text(claim.type.rawValue)
        text(claim.target)
        optional(claim.ofType)
        date(claim.issued)
        list(claim.provisions) { $0.text($1) }
        optional(claim.note)
        place(claim.span)
    }

    private mutating func date(_ value: PartialDate?) {
        switch value {
        case nil: number(0)
        case .unknown: number(1)
        case .day(let year, let month, let day): for part in [2, year, month, day] { number(part) }
        case .month(let year, let month): for part in [3, year, month] { number(part) }
        case .year(let year): for part in [4, year] { number(part) }
        case .dayWithoutYear(let month, let day): for part in [5, month, day] { number(part) }
        }
    }

    /// A span in the record's own file.
    private mutating func place(_ span: SourceSpan) {
        for part in [span.line, span.column, span.length] { number(part) }
    }
}

extension ByteReader {
    /// A record with an empty text.
    public mutating func record() throws -> Record {
        let (id, kind, path) = (try text(), try named(Kind.self), try text())
        let (title, audience) = (try text(), try text())
        let (summary, type, letterhead) = (try optional(), try optional(), try optional())
        let (term, place, number) = (try optional(), try optional(), try recordNumber())
        let (issuers, topics) = (try texts(), try texts())
        let (aliases, formerIDs) = (try texts(), try texts())
        let issued = try date() ?? .unknown
        let (effective, expires) = (try date(), try date())
        let signer = try optional {
            Signer(name: try $0.text(), position: try $0.optional(), capacity: try $0.optional())
        }
        let status = try optional {
            StatusClaim(
                value: try $0.named(StatusValue.self), checked: try $0.date(), source: try $0.optional(),
                note: try $0.optional())
        }
        let relations = try list { try $0.relation(in: path) }
        let obligations = try list {
            Obligation(
                task: try $0.text(), responsible: try $0.optional(), due: try $0.date(), provision: try $0.optional(),
                state: try $0.named(ObligationState.self))
        }
        let sources = try list {
            SourceReference(title: try $0.text(), url: try $0.optional(), seen: try $0.date(), note: try $0.optional())
        }
        let attachments = try list {
            Attachment(file: try $0.text(), title: try $0.text(), audience: try $0.text())
        }
        let withdrawn = try optional {
            Withdrawal(date: try $0.date() ?? .unknown, reason: try $0.text())
        }
        let history = try list { HistoryEntry(date: try $0.date() ?? .unknown, change: try $0.text()) }
        let order = try optional { try $0.number(Int.self) }
        let extent = try optional().flatMap(TextExtent.init(rawValue:))
        let firstLine = try self.number(Int.self)
        let spans = try list { (try $0.text(), try $0.span(in: path)) }
        return Record(
            FrontMatter(
                id: id, kind: kind, path: path, title: title, summary: summary, text: extent, number: number,
                type: type,
                issuers: issuers, letterhead: letterhead, term: term, issued: issued, place: place,
                effective: effective, expires: expires, signer: signer, topics: topics, status: status,
                relations: relations, obligations: obligations, sources: sources, audience: audience,
                aliases: aliases, formerIDs: formerIDs, attachments: attachments, history: history, finding: nil,
                order: order, withdrawn: withdrawn, spans: Dictionary(spans, uniquingKeysWith: { first, _ in first })),
            body: RecordBody(bytes: [], firstLine: firstLine))
    }

    private mutating func recordNumber() throws -> RecordNumber? {
        try optional { reader in
            let printed = try reader.text()
            let parsed = try reader.optional {
                DocumentNumber(
                    sequence: try $0.number(), sequenceLetter: try $0.text(), year: try $0.optional { try $0.number() },
                    type: try $0.optional(), organs: try $0.texts(), legislature: try $0.optional { try $0.number() },
                    suffix: try $0.text(), layout: try $0.flag() ? .party : .state)
            }
            return RecordNumber(printed: printed, parsed: parsed)
        }
    }

    private mutating func relation(in path: String) throws -> RelationClaim {
        RelationClaim(
            type: try named(RelationType.self), target: try text(), ofType: try optional(), issued: try date(),
            provisions: try texts(), note: try optional(), span: try span(in: path))
    }

    private mutating func date() throws -> PartialDate? {
        switch try number(Int.self) {
        case 0: nil
        case 1: .unknown
        case 2: .day(year: try number(), month: try number(), day: try number())
        case 3: .month(year: try number(), month: try number())
        case 4: .year(try number())
        case 5: .dayWithoutYear(month: try number(), day: try number())
        default: throw DamagedBytes()
        }
    }

    private mutating func span(in path: String) throws -> SourceSpan {
        SourceSpan(file: path, line: try number(), column: try number(), length: try number())
    }

    private mutating func texts() throws -> [String] { try list { try $0.text() } }

    private mutating func named<Value: RawRepresentable>(_ type: Value.Type) throws -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: try text()) else { throw DamagedBytes() }
        return value
    }
}
