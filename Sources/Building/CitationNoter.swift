import Catalogue
import Citations
import Records
import Site

/// Notes the citations of one record's text while it is rendered, with what each part of them means.
final class CitationNoter {
    private let record: Record
    private let scanner: CitationScanner
    /// Says which record a citation in the record's text means.
    private let resolve: (Citation) -> CitationResolver.Outcome
    private let questions: Questions?
    /// One for each stretch noted, in printed order.
    private(set) var places: [CitedPlace] = []
    /// For each of them, the part of the text that it is of.
    private(set) var surroundings: [Surroundings] = []
    /// Every citation met, with what it led to.
    private(set) var answers: [CitationAnswer] = []

    convenience init(
        _ record: Record, scanner: CitationScanner, resolver: CitationResolver, _ questions: Questions? = nil
    ) {
        self.init(record, scanner: scanner, questions) { resolver.resolve($0, in: record) }
    }

    init(
        _ record: Record, scanner: CitationScanner, _ questions: Questions? = nil,
        resolve: @escaping (Citation) -> CitationResolver.Outcome
    ) {
        self.questions = questions
        // Any name can turn up in any text.
        questions?.note(Fact(.lawNames))
        self.record = record
        self.scanner = scanner
        self.resolve = resolve
    }

    /// Called with every citation met, what it means, and its text.
    var onCitation: ((Citation, CitationResolver.Outcome, [UInt8]) -> Void)?

    /// The stretches of a run of text that cite something, each part of a citation by itself.
    func note(_ text: UnsafeBufferPointer<UInt8>, isQuoted: Bool) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for citation in scanner.scan(text, isQuoted: isQuoted) {
            noteQuestions(of: citation)
            let outcome = resolve(citation)
            let target = target(of: citation, meaning: outcome)
            answers.append(CitationAnswer(citation: citation, outcome: outcome, target: target))
            onCitation?(citation, outcome, Array(text[citation.range]))
            guard target != .nothing else { continue }
            var isByName = false
            if case .name = citation.document { isByName = true }
            // What leads nowhere is one mention, however many provisions it names.
            let whole = [CitedPart(range: citation.range, provision: nil)]
            let parts = citation.parts.isEmpty || target.isWanted ? whole : citation.parts
            // “Điều này” says nothing that its reader does not see.
            for (index, part) in parts.enumerated() where part.provision?.current == nil {
                // The last part carries the document's number or name with it.
                let end = index == parts.count - 1 ? citation.range.upperBound : part.range.upperBound
                ranges.append(part.range.lowerBound..<max(part.range.upperBound, end))
                surroundings.append(self.surroundings(of: citation, outcome))
                places.append(
                    CitedPlace(
                        target: target, anchors: part.provision?.anchors() ?? [], words: part.words,
                        isByName: isByName))
            }
        }
        return ranges
    }

    /// What `CitationResolver.resolve` looks at.
    private func noteQuestions(of citation: Citation) {
        guard let questions else { return }
        func note(_ cited: CitedNumber) {
            questions.note(Fact(.bearers, cited.number.key))
            questions.note(Fact(.relations, record.id))
        }
        switch citation.document {
        case .this: break
        case .number(let cited): note(cited)
        case .name(let name):
            questions.note(Fact(.laws))
            if let titled = name.titled { note(titled) }
        }
    }

    private func surroundings(of citation: Citation, _ outcome: CitationResolver.Outcome) -> Surroundings {
        guard case .this(let type) = citation.document else { return .anywhere }
        if type.isEmpty { return .innermost }
        guard outcome == .nothing else { return .anywhere }
        return CitedAttachment.slug(ofType: type).map(Surroundings.attachment) ?? .anywhere
    }

    func target(of citation: Citation) -> CitedPlace.Target { target(of: citation, meaning: resolve(citation)) }

    private func target(of citation: Citation, meaning outcome: CitationResolver.Outcome) -> CitedPlace.Target {
        switch outcome {
        case .record(let id): return .record(id)
        case .itself:
            // A named provision of the text is linked.
            return citation.parts.contains { $0.provision.map { $0.current == nil } ?? false }
                ? .record(record.id) : .nothing
        case .ambiguous:
            guard case .number(let cited) = citation.document else { return .nothing }
            return .choice(slug: cited.number.slug)
        case .wanted:
            guard case .number(let cited) = citation.document else { return .nothing }
            return .wanted(number: cited.number.canonical)
        case .nothing:
            // “Điều 7 Quy chế này”: what a decision promulgates speaks of itself.
            guard case .this(let type) = citation.document, CitedAttachment.slug(ofType: type) != nil else {
                return .nothing
            }
            return .record(record.id)
        }
    }
}

/// What a citation led to when it was asked.
struct CitationAnswer: Sendable {
    var citation: Citation
    var outcome: CitationResolver.Outcome
    var target: CitedPlace.Target

    /// Whether the law is meant by its name: such a citation holds places in one catalogue's list.
    var isByName: Bool {
        if case .name = citation.document { true } else { false }
    }
}
