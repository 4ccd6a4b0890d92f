import Catalogue
import Encodings
import Records

/// A record as JSON: what its page shows of it, without its text.
struct RecordData {
    let context: SiteContext

    func write(_ id: RecordID, to json: inout JSONText) {
        guard let record = context.own(id) else { return }
        json.object { json in
            json.member("id", id)
            json.member("kind", record.kind.rawValue)
            json.member("path", context.path(of: record))
            json.member("url", context.absolute(context.folder(of: record)))
            json.member("title", record.title)
            json.member("summary", record.summary)
            json.member("number", record.number?.printed)
            json.member("type", record.type)
            issuers(of: record, to: &json)
            json.member("term", record.term)
            if record.kind != .finding, record.kind != .page { json.member("issued", record.issued.iso) }
            json.member("place", record.place)
            json.member("effective", record.effective?.iso)
            json.member("expires", record.expires?.iso)
            if let signer = record.signer {
                json.object("signer") {
                    $0.member("name", signer.name)
                    $0.member("position", signer.position)
                    $0.member("capacity", signer.capacity)
                }
            }
            json.strings("topics", record.topics)
            finding(of: record, to: &json)
            status(of: record, to: &json)
            relations(of: id, to: &json)
            lists(of: record, to: &json)
        }
    }

    private func issuers(of record: Record, to json: inout JSONText) {
        guard !record.issuers.isEmpty else { return }
        json.key("issuers")
        json.list(zip(record.issuers, context.form.authors(record))) { json, issuer in
            json.object {
                $0.member("id", issuer.0)
                $0.member("name", issuer.1)
            }
        }
    }

    private func finding(of record: Record, to json: inout JSONText) {
        guard let finding = record.finding else { return }
        json.member("form", finding.form.rawValue)
        json.member("released", finding.released?.iso)
    }

    // MARK: State and relations

    private func status(of record: Record, to json: inout JSONText) {
        guard let status = context.ownStatus(of: record.id), let shown = context.shownStatus(of: record) else { return }
        json.object("status") {
            $0.member("code", shown.code)
            $0.member("reason", status.reason.rawValue)
            $0.member("checked", status.checked?.iso)
            $0.member("source", status.source)
            $0.member("by", status.by)
            $0.member("note", status.note)
        }
        guard let validity = context.validity(of: record.id) else { return }
        json.key("states")
        validity.write(to: &json) { context.shown($0, of: record).code }
    }

    private func relations(of id: RecordID, to json: inout JSONText) {
        let relations = context.relations(of: id)
        guard !relations.isEmpty else { return }
        json.key("relations")
        json.list(relations) { json, relation in
            json.object {
                $0.member("type", relation.type.rawValue)
                $0.member("direction", relation.isInverse ? "incoming" : "outgoing")
                $0.end(relation.other)
                $0.strings("provisions", relation.provisions)
                $0.member("note", relation.note)
            }
        }
    }

    // MARK: Lists

    private func lists(of record: Record, to json: inout JSONText) {
        if !record.obligations.isEmpty {
            json.key("obligations")
            json.list(record.obligations) { json, obligation in json.object { $0.members(of: obligation) } }
        }
        if !record.sources.isEmpty {
            json.key("sources")
            json.list(record.sources) { json, source in
                json.object {
                    $0.member("title", source.title)
                    $0.member("url", source.url)
                    $0.member("seen", source.seen?.iso)
                    $0.member("note", source.note)
                }
            }
        }
        if !record.attachments.isEmpty {
            json.key("attachments")
            json.list(record.attachments) { json, attachment in
                json.object {
                    $0.member("title", attachment.title)
                    $0.member("path", "tep/" + PercentEncoding.path(attachment.file))
                }
            }
        }
        json.strings("aliases", record.aliases)
        json.strings("formerIds", record.formerIDs)
        if !record.history.isEmpty {
            json.key("history")
            json.list(record.history) { json, entry in
                json.object {
                    $0.member("date", entry.date.iso)
                    $0.member("change", entry.change)
                }
            }
        }
    }
}

extension JSONText {
    /// What stands at the other end of a relation: a record, or the number of a document that the collection lacks.
    mutating func end(_ end: RelationEnd) {
        switch end {
        case .record(let id): member("record", id)
        case .wanted(let number, let type, let issued):
            member("number", number)
            member("numberType", type)
            member("numberIssued", issued?.iso)
        }
    }

    mutating func members(of obligation: Obligation) {
        member("task", obligation.task)
        member("responsible", obligation.responsible)
        member("due", obligation.due?.iso)
        member("provision", obligation.provision)
        member("state", obligation.state.rawValue)
    }
}

extension Validity {
    /// The stretches with their first and last days, each by the code that pages show.
    func write(to json: inout JSONText, code: (ValidityInterval) -> String) {
        json.list(intervals.indices) { json, index in
            let interval = intervals[index]
            json.object {
                if interval.beginning != .undated {
                    $0.member("from", interval.from.flatMap { CalendarDay(number: $0)?.partialDate.iso })
                }
                if index + 1 == intervals.count || intervals[index + 1].beginning != .undated {
                    $0.member("to", end(ofIntervalAt: index).flatMap { CalendarDay(number: $0)?.partialDate.iso })
                }
                if let (date, word) = interval.beginning.dated {
                    $0.member("dated", date.iso)
                    $0.member("datedAs", word)
                }
                $0.member("code", code(interval))
                $0.member("reason", interval.reason.rawValue)
                $0.member("by", interval.by)
            }
        }
    }
}

extension ValidityInterval.Beginning {
    /// The date that a source gives in place of a day, and how it stands to the beginning.
    var dated: (date: PartialDate, word: String)? {
        switch self {
        case .day, .undated: nil
        case .from(let date): date.span == nil ? nil : (date, "from")
        case .within(let date): (date, "within")
        case .after(let date): (date, "after")
        case .atLatest(let date): (date, "at-latest")
        }
    }
}
