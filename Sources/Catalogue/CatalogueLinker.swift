import Citations
import Diagnostics
import Parallel
import Records

/// Links the records of one edition into a catalogue and checks what only shows when all are seen together.
public struct CatalogueLinker: Sendable {
    private let configuration: SiteConfiguration
    private let vocabulary: Vocabulary
    private let asOf: CalendarDay

    public init(configuration: SiteConfiguration, vocabulary: Vocabulary, asOf: CalendarDay) {
        self.configuration = configuration
        self.vocabulary = vocabulary
        self.asOf = asOf
    }

    /// `withheld` holds the ids of records outside the edition, so that a relation to one of them is called what it is.
    public func link(_ records: [Record], withheld: Set<RecordID> = []) -> (
        catalogue: Catalogue, diagnostics: [Diagnostic]
    ) {
        let (records, identityProblems) = IdentityCheck.check(records)
        let grammar = NumberGrammar(codeBook: CodeBook(vocabulary: vocabulary))
        let numbers = NumberRegister(records: records, grammar: grammar)
        let resolver = TargetResolver(records: records, numbers: numbers, grammar: grammar, withheld: withheld)
        let relations = RelationGraph.build(records: records, resolver: resolver)
        let (states, checks) = ParallelMap.both(
            {
                let validities = ValidityReckoning(
                    records: records, edges: relations.edges, asOf: asOf
                ).validities()
                return (validities, StatusReckoning(asOf: asOf).statuses(of: records, validities: validities))
            },
            {
                (
                    RelationChecks(records: records, relations: relations, vocabulary: vocabulary).diagnostics,
                    DateChecks(asOf: asOf).check(records)
                )
            })
        let (validities, statuses) = states
        var catalogue = Catalogue(
            configuration: configuration, vocabulary: vocabulary, asOf: asOf, records: records,
            relations: relations.byRecord, wanted: relations.wanted, numbers: numbers.entries, statuses: statuses,
            grammar: grammar, index: resolver.index,
            byPath: Dictionary(records.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first }),
            byFormerID: resolver.byFormerID)
        catalogue.validities = validities
        return (
            catalogue,
            identityProblems + numbers.diagnostics + relations.diagnostics + checks.0
                + StatusChecks.check(records, edges: relations.edges, statuses: statuses, vocabulary) + checks.1
        )
    }
}
