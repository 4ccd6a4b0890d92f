import Catalogue
import Drawing
import Pictures
import Records

/// The timeline of a record: its states over time, and the dates of the documents around it, as far as sources show them.
struct TimelineFigure {
    let context: SiteContext
    let record: Record
    let groups: [(verb: RelationVerbs.Verb, relations: [LinkedRelation])]
    let root: String

    /// From how many documents on a lane's list counts them by year.
    private static let countedFrom = 49

    /// Nil when no date of another document and no change of state stands beside its own beginning.
    var fields: TemplateFields? {
        let words = PictureWords(context: context, root: root)
        var entries: [Entry] = []
        var lanes: [Timeline.Lane] = []
        var undated: [TemplateFields] = []
        for (verb, relations) in groups {
            lanes.append(lane(verb, relations, words, &entries, &undated))
        }
        let life = life(&entries)
        let events = lanes.flatMap(\.events)
        guard !events.isEmpty || life.count > 1 else { return nil }

        let strings = context.strings
        let today = context.asOf
        let timeline = Timeline(
            life: life, lanes: lanes, today: PictureWords.years(today.number),
            words: .init(
                itself: strings[.timelineItself],
                today: strings.filled(.word(.timelineToday), ["date": context.dates.short(today.partialDate) ?? ""])))
        let years = entries.map(\.year)
        var fields = RecordPictures.figure(
            caption: strings.filled(
                .word(events.isEmpty ? .timelineOwnCaption : .timelineCaption),
                [
                    "count": strings.count(.word(.countDocuments), events.count),
                    "from": String(years.min() ?? today.year),
                    "to": String((events.isEmpty ? nil : years.max()) ?? today.year),
                ])
        ) { timeline.svg($0, labelledBy: "_timeline-heading", describedBy: "_timeline-caption") }
        fields.set("key", key(life, events))
        let sorted = entries.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        fields.set("entries", sorted.map(\.element.fields) + undated)
        return fields
    }

    /// A line of the list that says what the picture shows.
    private struct Entry {
        /// First day it can mean, `yyyymmdd`.
        var day: Int
        var fields: TemplateFields
        var year: Int { day / 10_000 }
    }

    private func life(_ entries: inout [Entry]) -> [Timeline.Stretch] {
        guard let validity = context.validity(of: record.id) else { return [] }
        let words = StatusWords(strings: context.strings)
        return validity.intervals.enumerated().compactMap { index, interval in
            // A stretch whose beginning no source dates has no place on the axis.
            guard let from = interval.from, interval.beginning != .undated else { return nil }
            let said = words.words(context.shown(interval, of: record), reason: interval.reason)
            var fields: TemplateFields = ["what": .text(context.strings[.timelineItself]), "status": .text(said.word)]
            fields.set("date", context.dates.beginning(of: interval))
            entries.append(Entry(day: from, fields: fields))
            let next = validity.intervals.indices.contains(index + 1) ? validity.intervals[index + 1].from : nil
            return Timeline.Stretch(
                from: PictureWords.years(from), to: next.map(PictureWords.years),
                status: PictureStatus(code: said.code, word: said.word))
        }
    }

    private func lane(
        _ verb: RelationVerbs.Verb, _ relations: [LinkedRelation], _ words: PictureWords, _ entries: inout [Entry],
        _ undated: inout [TemplateFields]
    ) -> Timeline.Lane {
        let label = context.strings[verb.key]
        var lane = Timeline.Lane(label: label, address: "#" + verb.anchor, events: [])
        var unplaced: [String] = []
        var listed: [Entry] = []
        var seen: Set<RelationEnd> = []
        for relation in relations where seen.insert(relation.other).inserted {
            let (document, date) = words.document(relation.other)
            var fields: TemplateFields = ["what": .text(label), "document": .text(document.label)]
            fields.set("path", document.address)
            fields.set("status", document.status?.word)
            fields.set("date", document.date)
            guard let date, let span = date.span, let when = PictureWords.moment(date) else {
                unplaced.append(document.label)
                undated.append(fields)
                continue
            }
            lane.events.append(Timeline.Event(document: document, when: when))
            listed.append(Entry(day: span.lowerBound, fields: fields))
        }
        lane.events.sort { ($0.when.lowerBound, $0.document.label) < ($1.when.lowerBound, $1.document.label) }
        entries += listed.count < Self.countedFrom ? listed : counted(listed, label)
        if !unplaced.isEmpty {
            lane.undated = context.strings.filled(
                .word(.timelineUndated), ["documents": unplaced.joined(separator: ", ")])
        }
        return lane
    }

    /// One line for each year.
    private func counted(_ entries: [Entry], _ label: String) -> [Entry] {
        Dictionary(grouping: entries, by: \.year).map { year, entries in
            let count = context.strings.count(.word(.countDocuments), entries.count)
            return Entry(
                day: year * 10_000,
                fields: ["date": .text(String(year)), "what": .text(label), "document": .text(count)])
        }.sorted { $0.day < $1.day }
    }

    /// The states that marks of the picture have, each once, in the order in which they are met.
    private func key(_ life: [Timeline.Stretch], _ events: [Timeline.Event]) -> [TemplateFields] {
        var seen: Set<PictureStatus> = []
        let documents = events.map(\.document)
        // What has no state is a finding.
        let finding = PictureStatus(code: "none", word: context.strings[.findings])
        return (life.map(\.status) + documents.map { $0.status ?? finding }).filter { seen.insert($0).inserted }.map {
            ["code": .text($0.code), "word": .text($0.word)]
        }
    }
}
