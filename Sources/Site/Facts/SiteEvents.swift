import Catalogue
import Records

/// What happened to all records up to the day of the build, the newest first: found once, since every archive of a feed is a piece
/// of it.
struct SiteEvents: Sendable {
    private(set) var events: [RecordEvent] = []
    /// The place in the catalogue of each event's record, in step with `events`.
    private var places: [Int] = []
    /// How many events each record has, by its place in the catalogue.
    private var counts: [Int] = []

    init(_ catalogue: Catalogue) {
        counts = Array(repeating: 0, count: catalogue.records.count)
        take(catalogue.records.indices.flatMap { Self.events(at: $0, in: catalogue) })
    }

    /// Takes what a record says of itself now.
    mutating func take(recordAt place: Int, in catalogue: Catalogue) {
        let others = zip(places, events).filter { $0.0 != place }.map { (place: $0.0, event: $0.1) }
        take(others + Self.events(at: place, in: catalogue))
    }

    private mutating func take(_ found: [(place: Int, event: RecordEvent)]) {
        let sorted = found.sorted { RecordEvent.isNewer($0.event, $1.event) }
        events = sorted.map(\.event)
        places = sorted.map(\.place)
        counts = Array(repeating: 0, count: counts.count)
        for place in places { counts[place] += 1 }
    }

    private static func events(at place: Int, in catalogue: Catalogue) -> [(place: Int, event: RecordEvent)] {
        let record = catalogue.records[place]
        let events = RecordEvent.all(of: record, catalogue.validity(of: record.id)) { catalogue.record($0) }
        return events.filter { $0.day <= catalogue.asOf.number }.map { (place, $0) }
    }

    func count(of listing: Listing) -> Int { listing.records.reduce(0) { $0 + counts[$1] } }

    /// Those of the records of a list; of all where it is nil.
    func events(of listing: Listing?) -> [RecordEvent] {
        guard let listing else { return events }
        var isListed = Array(repeating: false, count: counts.count)
        for place in listing.records { isListed[place] = true }
        return events.indices.filter { isListed[places[$0]] }.map { events[$0] }
    }

    /// The entries of an archive, the newest first, and how many archives there are.
    func archive(_ number: Int, of listing: Listing?) -> (events: ArraySlice<RecordEvent>, count: Int) {
        let all = events(of: listing)
        let end = max(0, all.count - (number - 1) * FeedPage.length)
        return (all[max(0, end - FeedPage.length)..<end], FeedArchive.count(of: all.count))
    }
}
