import Diagnostics
import Parallel
import Records
import VietnameseText

/// What an editor should look after in a collection that is otherwise right: gaps, stale checks, doubles.
public struct CollectionUpkeep: Sendable {
    private let catalogue: Catalogue

    public init(of catalogue: Catalogue) { self.catalogue = catalogue }

    public var diagnostics: [Diagnostic] {
        var found: [Diagnostic] = []
        let practices = Practices(of: catalogue)
        for record in catalogue.records {
            if record.summary == nil, practices.summarises(record.kind) {
                found.append(Diagnostic(.noSummary, at: record.span("title")))
            }
            if record.topics.isEmpty, practices.assignsTopics(record.kind) {
                found.append(Diagnostic(.noTopic, at: record.span("title")))
            }
            if let stale = staleCheck(of: record) { found.append(stale) }
            if endsByNothing(record) { found.append(Diagnostic(.endedByNothing, at: record.span("status.value"))) }
        }
        return found + sameTitles()
    }

    /// The check of a status that has aged past the bound of `site.yml`. What nobody has checked cannot go stale.
    private func staleCheck(of record: Record) -> Diagnostic? {
        guard let checked = record.status?.checked, let last = checked.span?.upperBound,
            let then = CalendarDay(number: last)
        else { return nil }
        let age = catalogue.asOf.days(since: then)
        let bound = catalogue.configuration.statusCheckDays
        guard age > bound else { return nil }
        return Diagnostic(.staleCheck, at: record.span("status.checked"), checked.iso, String(age), String(bound))
    }

    private func endsByNothing(_ record: Record) -> Bool {
        guard let status = record.status, status.value == .expired, status.note == nil, record.expires == nil else {
            return false
        }
        return !catalogue.relations(of: record.id).contains {
            $0.isInverse && ($0.type == .replaces || $0.type == .repeals)
        }
    }

    /// Titles that two records share which nothing else on their face tells apart: same kind, type, bodies and year.
    private func sameTitles() -> [Diagnostic] {
        var first: [String: String] = [:]
        var found: [Diagnostic] = []
        let paths = catalogue.records.map(\.path)
        let faces = ParallelMap.ask(catalogue.records.count) { Self.face(catalogue.records[$0]) }
        for place in paths.indices.sorted(by: { paths[$0] < paths[$1] }) where !catalogue.records[place].title.isEmpty {
            let record = catalogue.records[place]
            if let other = first[faces[place]] {
                found.append(Diagnostic(.sameTitle, at: record.span("title"), record.title, other))
            } else {
                first[faces[place]] = record.path
            }
        }
        return found
    }

    /// What tells a record from others at a glance.
    private static func face(_ record: Record) -> String {
        [
            record.kind.rawValue, record.type ?? "", record.issuers.joined(separator: ","),
            record.identityYear.map(String.init) ?? "", record.kind == .page ? "" : record.issued.iso,
            Folding.fold(record.title),
        ].joined(separator: "\n")
    }

    /// What this collection does: where hardly any record has a summary or a topic, lacking one is no gap but a habit.
    private struct Practices {
        private var summaries: [Kind: (with: Int, all: Int)] = [:]
        private var topics: [Kind: (with: Int, all: Int)] = [:]

        init(of catalogue: Catalogue) {
            for record in catalogue.records {
                summaries[record.kind, default: (0, 0)].all += 1
                topics[record.kind, default: (0, 0)].all += 1
                if record.summary != nil { summaries[record.kind, default: (0, 0)].with += 1 }
                if !record.topics.isEmpty { topics[record.kind, default: (0, 0)].with += 1 }
            }
        }

        func summarises(_ kind: Kind) -> Bool { kind != .page && Self.isHabit(summaries[kind]) }
        func assignsTopics(_ kind: Kind) -> Bool { kind != .page && Self.isHabit(topics[kind]) }

        private static func isHabit(_ count: (with: Int, all: Int)?) -> Bool {
            count.map { $0.with * 2 >= $0.all } ?? false
        }
    }
}
