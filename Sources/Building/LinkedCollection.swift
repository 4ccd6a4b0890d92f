import Catalogue
import Diagnostics
import Findings
import Records

/// The records that one edition's readers may see, linked. It is made from records without their texts, so that no text
/// can have a part in it: an edit below the front matter leaves it as it is.
struct LinkedCollection: Sendable {
    /// All that linking depends on.
    struct Question: Equatable, Sendable {
        /// Without texts and findings.
        var content: Content
        var edition: String?
        var asOf: CalendarDay
        /// Whether the surveys' tables are asked for: what may be published of them takes longer than all else.
        var hasSurveys = true
    }

    let edition: EditionChoice
    private(set) var catalogue: Catalogue
    /// Answers what citations in texts mean.
    let citations: CitationResolver
    /// None where they were not asked for.
    private(set) var surveys: SurveyTables
    let attachments: AttachmentFiles
    let vocabulary: Vocabulary
    /// Of the edition's links and attachments.
    let linkProblems: [Diagnostic]
    let surveyProblems: [Diagnostic]
    /// Everything found here.
    let problems: [Diagnostic]

    /// Throws when no edition bears the id.
    init(_ question: Question) throws {
        let content = question.content
        edition = try EditionChoice(question.edition, in: content)
        let linker = CatalogueLinker(
            configuration: edition.configuration, vocabulary: content.vocabulary, asOf: question.asOf)
        let linked = linker.link(edition.records, withheld: edition.withheld)
        catalogue = linked.catalogue
        catalogue.withdrawn = edition.withdrawn
        citations = CitationResolver(catalogue)
        // What is ambiguous in the collection is not made certain by withholding half of it.
        let isWhole = edition.withheld.isEmpty
        let hiddenProblems = isWhole ? [] : linker.link(content.records.filter { $0.withdrawn == nil }).diagnostics
        surveys = Self.surveyTables(
            of: question.hasSurveys ? edition.records : [], edition.configuration, content.releases)
        let allSurveys =
            isWhole || !question.hasSurveys
            ? surveys : Self.surveyTables(of: content.records, content.configuration, content.releases)
        attachments = AttachmentFiles(of: catalogue, in: content)
        vocabulary = content.vocabulary
        linkProblems = linked.diagnostics + attachments.problems
        surveyProblems = allSurveys.diagnostics
        problems = edition.problems + linkProblems + hiddenProblems + surveyProblems
    }

    /// The same with one record as it says now: `Catalogue.replacing`.
    func replacing(_ record: Record) -> LinkedCollection {
        var collection = self
        collection.catalogue = catalogue.replacing(record)
        return collection
    }

    /// The same with the surveys' tables, where they were not asked for.
    func knowing(_ surveys: SurveyTables) -> LinkedCollection {
        var collection = self
        collection.surveys = surveys
        return collection
    }

    static func surveyTables(
        of records: [Record], _ configuration: SiteConfiguration, _ releases: [SourceFile]
    ) -> SurveyTables {
        SurveyTables(
            records, rules: SuppressionRules(configuration.thresholds), audiences: configuration.audiences.map(\.id),
            ledger: ReleaseLedger(reading: releases))
    }
}
