import Citations
import Records
import VietnameseText

/// Finds the record that a citation in running text means: by number, narrowed by type and date, or by a law's name.
/// Never a guess: what several records may be is told as such.
public struct CitationResolver: Sendable {
    public enum Outcome: Sendable, Hashable {
        case record(RecordID)
        /// The text's own document.
        case itself
        /// Several records bear the number or name.
        case ambiguous([RecordID])
        /// No record bears the number.
        case wanted
        /// A name that no record bore in force on the day, or “này” with another type: nothing is said.
        case nothing
    }

    /// What the scanner matches names against; bearers are places in the catalogue's records.
    public let names: LawNames
    private let catalogue: Catalogue
    private let bearers: [String: [Int]]
    private let issuers: CitedIssuerCheck

    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        issuers = CitedIssuerCheck(catalogue.vocabulary)
        var bearers: [String: [Int]] = [:]
        var names = LawNames()
        for (place, record) in catalogue.records.enumerated()
        where record.kind == .directive || record.kind == .guidance {
            if let number = record.number?.parsed { bearers[number.key, default: []].append(place) }
            for alias in record.aliases {
                guard let key = catalogue.grammar.parse(alias)?.key, bearers[key]?.contains(place) != true else {
                    continue
                }
                bearers[key, default: []].append(place)
            }
            if let name = Self.lawName(record, catalogue.vocabulary) { names.add(name, bearer: place) }
        }
        self.bearers = bearers
        self.names = names
    }

    /// The records that bear a number, by its key.
    public func bearers(ofKey key: String) -> [Record] { (bearers[key] ?? []).map { catalogue.records[$0] } }

    /// “Luật Đất đai” for what laws, codes and ordinances are called; nil for amending laws and other documents.
    private static func lawName(_ record: Record, _ vocabulary: Vocabulary) -> String? {
        guard let type = record.type.flatMap(vocabulary.type)?.name,
            ["luat", "bo luat", "phap lenh"].contains(Folding.fold(type))
        else { return nil }
        let title = Folding.fold(record.title)
        if title.hasPrefix("sua doi") || title.contains(" so ") && title.contains("/") { return nil }
        return title.hasPrefix(Folding.fold(type) + " ") ? record.title : "\(type) \(record.title)"
    }

    public func resolve(_ citation: Citation, in record: Record) -> Outcome {
        switch citation.document {
        case .this(let type): isOwn(type, record) ? .itself : .nothing
        case .number(let cited): resolve(cited, in: record)
        case .name(let name): named(name, in: record)
        }
    }

    /// The type by its name in the vocabulary, or by its id where the vocabulary is silent.
    private func isOwn(_ type: String, _ record: Record) -> Bool {
        type.isEmpty || typeName(record) == type || record.type == Slug.make(type)
    }

    private func resolve(_ cited: CitedNumber, in record: Record) -> Outcome {
        var found = (bearers[cited.number.key] ?? []).map { catalogue.records[$0] }
        // Keys fold ĐA and DA, HD and HĐ: where the text writes the mark, it means it.
        if let type = cited.number.type {
            found = found.filter { other in
                other.number?.parsed?.type.map { CodeKey.isSame($0, type) } ?? true
            }
        }
        // What is said beside the number counts also where one record alone bears it: the text may mean another.
        if let type = cited.type { found = found.filter { mayBe($0, type, cited.number) } }
        if let date = cited.date, found.count > 1 || !isAlone(cited) {
            found = found.filter { $0.issued.sortKey.map(date.agrees) ?? true }
        }
        if let words = cited.issuer { found = found.filter { !issuers.names(words, anotherThan: $0) } }
        if let term = cited.term, cited.number.organs.contains("TW") {
            found = found.filter { PartyTerms.mayBe($0, of: term) }
        }
        let bearers = found
        if cited.date == nil, cited.number.year == nil, cited.number.legislature == nil, let day = record.issued.sortKey
        {
            found = found.filter { ($0.issued.sortKey ?? 0) <= day }
        }
        // The one that a relation ties to the citing document is meant, even where an editor's summary looks ahead.
        if found.count != 1, !bearers.isEmpty {
            let related = catalogue.relations(of: record.id).map(\.other)
            let tied = bearers.filter { related.contains(.record($0.id)) }
            if tied.count == 1 { found = tied }
        }
        switch found.count {
        case 0: return .wanted
        case 1: return found[0].id == record.id ? .itself : .record(found[0].id)
        default: return .ambiguous(found.map(\.id))
        }
    }

    /// Whether year, type and organ leave no second document: numbers of one organ's decrees do not come twice in a year, so
    /// that another date beside one is a slip. A law's number shows no type, and of `-UBND` and `/TW` there are several.
    private func isAlone(_ cited: CitedNumber) -> Bool {
        cited.number.year != nil && (cited.number.type ?? cited.type) != nil && issuers.isOne(cited.number)
    }

    /// Whether a record may be of the type that stands before its number. “Bộ luật” is called “Luật”, too; and where the
    /// number's own letters stand for another type than the word, the word is a slip.
    private func mayBe(_ record: Record, _ type: String, _ number: DocumentNumber) -> Bool {
        guard let own = typeName(record), own != type else { return true }
        if own.hasSuffix(" " + type) || type.hasSuffix(" " + own) || own.hasPrefix(type + " ")
            || type.hasPrefix(own + " ")
        {
            return true
        }
        guard let letters = number.type else { return false }
        return !catalogue.grammar.mayStand(letters, forType: type)
    }

    private func typeName(_ record: Record) -> String? {
        record.type.flatMap(catalogue.vocabulary.type)?.name.lowercased()
    }

    /// The one in force on the day of the text that names it: the citing text's, or that of the document whose title it is.
    private func named(_ name: CitedName, in record: Record) -> Outcome {
        var speaker = record
        if let titled = name.titled {
            switch resolve(titled, in: record) {
            case .record(let id): speaker = catalogue.record(id) ?? record
            case .itself: break
            default: return named(name, asOf: titled, in: record)
            }
        }
        // What is issued for a new law often comes out before it and takes effect with it.
        guard let day = (speaker.effective ?? speaker.issued).span?.lowerBound else { return .nothing }
        return only(inForce(name, on: day), in: record)
    }

    /// As the title of a document says it that is not here: only its date is known, not when it took effect, so that a law
    /// issued by then and not yet in force leaves open which is meant.
    private func named(_ name: CitedName, asOf titled: CitedNumber, in record: Record) -> Outcome {
        guard let day = titled.date?.lastDay ?? titled.number.year.map({ $0 * 10_000 + 1231 }) else { return .nothing }
        let isOpen = name.bearers.map { catalogue.records[$0] }.contains { law in
            guard let issued = law.issued.span?.lowerBound, let begin = law.effective?.span?.lowerBound else {
                return false
            }
            return issued <= day && begin > day
        }
        return isOpen && name.year == nil ? .nothing : only(inForce(name, on: day), in: record)
    }

    private func only(_ laws: [Record], in record: Record) -> Outcome {
        guard let law = laws.first else { return .nothing }
        if laws.count > 1 { return .ambiguous(laws.map(\.id)) }
        return law.id == record.id ? .itself : .record(law.id)
    }

    private func inForce(_ name: CitedName, on day: Int) -> [Record] {
        name.bearers.map { catalogue.records[$0] }.filter { law in
            // With its year said, it is known whether or not it has ended.
            if let year = name.year { return law.issued.year == year }
            guard let begin = (law.effective ?? law.issued).span?.lowerBound, begin <= day else { return false }
            return !hasEnded(law, by: day)
        }
    }

    private func hasEnded(_ law: Record, by day: Int) -> Bool {
        // The day that `expires` gives is the first on which it is no longer in force.
        if let end = law.expires?.span?.upperBound, end <= day { return true }
        return catalogue.relations(of: law.id).contains { relation in
            guard relation.isInverse, relation.type == .replaces || relation.type == .repeals,
                relation.provisions.isEmpty,
                case .record(let id) = relation.other, let other = catalogue.record(id),
                let begin = (other.effective ?? other.issued).span?.lowerBound
            else { return false }
            return begin <= day
        }
    }
}

/// Abbreviations compared with their marks, whatever their case and look-alikes of Đ.
private enum CodeKey {
    static func isSame(_ a: String, _ b: String) -> Bool { a == b || a.uppercased() == b.uppercased() }
}
