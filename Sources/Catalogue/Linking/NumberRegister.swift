import Citations
import Diagnostics
import Records
import VietnameseText

/// Which records bear which number, however it is spelt.
struct NumberRegister: Sendable {
    /// By the number's key, in the order of the records.
    private(set) var bearers: [String: [RecordID]] = [:]
    /// What number pages show, by slug in byte order.
    private(set) var entries: [NumberEntry] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(records: [Record], grammar: NumberGrammar) {
        var newestFirst: [RecordID: Int] = [:]
        var entryOfSlug: [String: NumberEntry] = [:]
        func add(_ slug: String, printed: String, _ id: RecordID, isAlias: Bool) {
            guard !slug.isEmpty else { return }
            var entry = entryOfSlug[slug] ?? NumberEntry(slug: slug, printed: printed, bearers: [], isAlias: isAlias)
            if !entry.bearers.contains(id) { entry.bearers.append(id) }
            if entry.isAlias, !isAlias {
                entry.isAlias = false
                entry.printed = printed
            }
            entryOfSlug[slug] = entry
        }
        for record in records {
            newestFirst[record.id] = record.issued.sortKey ?? 0
            guard record.kind != .page else { continue }
            if let number = record.number {
                bearers[Self.key(number), default: []].append(record.id)
                add(Self.slug(number), printed: number.printed, record.id, isAlias: false)
            }
        }
        for record in records {
            for alias in record.aliases {
                let number = RecordNumber(printed: alias, parsed: grammar.parse(alias))
                let key = Self.key(number)
                if let others = bearers[key]?.filter({ $0 != record.id }), !others.isEmpty {
                    diagnostics.append(
                        Diagnostic(.aliasTaken, at: record.span("aliases"), alias, others.joined(separator: ", ")))
                }
                if bearers[key]?.contains(record.id) != true { bearers[key, default: []].append(record.id) }
                // The spelling itself gets a page too, unless it folds into the number's own.
                let spelt = Slug.make(alias)
                add(spelt, printed: alias, record.id, isAlias: true)
            }
        }
        entries = entryOfSlug.values.map { entry in
            var sorted = entry
            sorted.bearers.sort { a, b in
                let (x, y) = (newestFirst[a] ?? 0, newestFirst[b] ?? 0)
                return x != y ? x > y : a.utf8.lexicographicallyPrecedes(b.utf8)
            }
            return sorted
        }.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
    }

    static func key(_ number: RecordNumber) -> String { number.parsed?.key ?? Folding.fold(number.printed) }

    static func slug(_ number: RecordNumber) -> String { number.parsed?.slug ?? Slug.make(number.printed) }
}
