import Catalogue
import Records

/// The interface strings that Swift asks for; templates name theirs themselves.
enum StringKey: Sendable {
    /// A string of its own.
    case word(Word)
    /// The verb of a relation, on the page of the one that acts or of the one acted on.
    case relation(RelationType, isInverse: Bool)
    case status(StatusValue)
    case reason(StatusReason)
    case obligation(ObligationState)
    case form(FindingForm)
    case sampling(Sampling)
    case scale(ThemeScale)
    case direction(ThemeDirection)

    enum Word: String, CaseIterable, Sendable {
        case types, issuers, topics, years, findings, pages, home
        case obligations
        case countObligations = "count-obligations"
        case responsible = "column-responsible"
        case provision = "column-provision"
        case due = "column-due"
        case state = "column-state"
        case inForce = "in-force"
        case columnNumber = "column-number"
        case columnType = "column-type"
        case columnTitle = "column-title"
        case columnIssuer = "column-issuer"
        case columnDate = "column-date"
        case columnStatus = "column-status"
        case columnAddress = "column-address"
        case task = "column-task"
        case data
        case dataLead = "data-lead"
        case dataRecords = "data-records"
        case dataRecordFiles = "data-record-files"
        case dataLists = "data-lists"
        case dataListFiles = "data-list-files"
        case dataRelations = "data-relations"
        case dataObligations = "data-obligations"
        case dataStates = "data-states"
        case dataChanges = "data-changes"
        case dataIndex = "data-index"
        case dataLegislation = "data-legislation"
        case dataAkomaNtoso = "data-akoma-ntoso"
        case dataWord = "data-word"
        case dataMarkdown = "data-markdown"
        case dataListDownloads = "data-list-downloads"
        case dataListMetadata = "data-list-metadata"
        case dataFeedArchive = "data-feed-archive"
        case dataFeedArchiveOfList = "data-feed-archive-of-list"
        case dataSecurity = "data-security"
        case dataFeed = "data-feed"
        case dataCalendar = "data-calendar"
        case dataSitemap = "data-sitemap"
        case dataManifest = "data-manifest"
        case dataSchema = "data-schema"
        case dataDescription = "data-description"
        case notInCollection = "not-in-collection"
        case families
        case navFamilies = "nav-families"
        case familiesSummary = "families-summary"
        case familyNamed = "family-named"
        case familyLeftOut = "family-left-out"
        case timelineItself = "timeline-itself"
        case timelineCaption = "timeline-caption"
        case timelineOwnCaption = "timeline-own-caption"
        case timelineToday = "timeline-today"
        case timelineUndated = "timeline-undated"
        case countDocuments = "count-documents"
        case countFindings = "count-findings"
        case pageOf = "page-of"
        case yearNamed = "year-named"
        case yearUnknown = "year-unknown"
        case numberNamed = "number-named"
        case search
        case editors
        case noNumber = "no-number"
        case reasonLooked = "reason-looked"
        case reasonUncheckedNow = "reason-unchecked-now"
        case answerLooked = "answer-looked"
        case answerSeen = "answer-seen"
        case answerNoSource = "answer-no-source"
        case answerEndsWithin = "answer-ends-within"
        case answerSuspensionEndsWithin = "answer-suspension-ends-within"
        case withinMonth = "within-month"
        case withinYear = "within-year"
        case afterMonth = "after-month"
        case afterYear = "after-year"
        case atLatest = "at-latest"
        case answerSourceUndated = "answer-source-undated"
        case answerEffectiveFrom = "answer-effective-from"
        case cardEffective = "card-effective"
        case answerIssuedLater = "answer-issued-later"
        case answerWordsOnly = "answer-words-only"
        case dateOfIssueUnknown = "date-of-issue-unknown"
        case dateOfReleaseUnknown = "date-of-release-unknown"
        case releasedOn = "released-on"
        case moreDocuments = "more-documents"
        case inPart = "in-part"
        case otherBearers = "other-bearers"
        case stepGrounds = "step-grounds"
        case stepGuidance = "step-guidance"
        case stepImplementation = "step-implementation"
        case stepReview = "step-review"
        case textFull = "text-full"
        case textOriginal = "text-original"
        case textExcerpt = "text-excerpt"
        case textSummary = "text-summary"
        case textSummaryOfFinding = "text-summary-of-finding"
        case textNone = "text-none"
        case textExcerptShort = "text-excerpt-short"
        case textSummaryShort = "text-summary-short"
        case textNoneShort = "text-none-short"
        case seeAllObligations = "see-all-obligations"
        case countUnverified = "count-unverified"
        case morePlaces = "more-places"
        case citeByName = "cite-by-name"
        case citeSeveral = "cite-several"
        case notFound = "not-found"
        case moved, withdrawn
        case dateUnknown = "date-unknown"
        case dateWithoutYear = "date-without-year"
        case withoutYear = "without-year"
        case fromTo = "from-to"
        case from
        case to
        case unknown
        case statusBySource = "status-in-force-source"
        case statusWithoutSource = "status-no-source"
        case statusReplaced = "status-replaced"
        case reasonNoEvidence = "reason-no-evidence"
        case sponsor = "disclosure-sponsor"
        case conductor = "disclosure-conductor"
        case population = "disclosure-population"
        case populationSize = "disclosure-population-size"
        case samplingMethod = "disclosure-sampling"
        case mode = "disclosure-mode"
        case sampleSize = "disclosure-sample-size"
        case designEffect = "disclosure-design-effect"
        case weighting = "disclosure-weighting"
        case instrument = "disclosure-instrument"
        case processing = "disclosure-processing"
        case limitations = "disclosure-limitations"
        case funder = "disclosure-funder"
        case recruitment = "disclosure-recruitment"
        case weightingNone = "disclosure-weighting-none"
        case everybody = "table-everybody"
        case noAnswer = "table-no-answer"
        case noGroup = "table-no-group"
        case countPeople = "count-people"
        case withheld = "table-withheld"
        case withheldShort = "table-withheld-short"
        case belowBase = "table-below-base"
        case fewPeople = "table-few"
        case eachGroup = "table-each-group"
        case sourceUnknown = "chart-source-unknown"
        case sourceSampling = "chart-source-sampling"
        case sourceSamplingUnknown = "chart-source-sampling-unknown"
        case sourceWeighted = "chart-source-weighted"
        case sourceUnweighted = "chart-source-unweighted"
        case themes
        case precisionCensus = "precision-census"
        case precisionUnknown = "precision-unknown"
        case precisionNone = "precision-none"
        case precisionWilson = "precision-wilson"
        case precisionEffect = "precision-effect"
        case precisionKish = "precision-kish"
        case precisionMargin = "precision-margin"
        case precisionFinite = "precision-finite"
        case precisionWithheld = "precision-withheld"
        case noteWeighted = "note-weighted"
        case noteWeightedAll = "note-weighted-all"
        case noteSeveral = "note-several"
        case noteWithheld = "note-withheld"
        case noteSmall = "note-small"
        case chartHeadline = "chart-headline"
        case trendBreak = "trend-break"
        case trendTitle = "trend-title"
        case trendHeadline = "trend-headline"
        case csvCount = "csv-count"
        case csvLower = "csv-lower"
        case csvUpper = "csv-upper"
        case csvBase = "csv-base"
        case exampleNote = "example-note"
        case feedTitle = "feed-title"
        case feedOf = "feed-of"
        case eventChanged = "event-changed"
        case eventTakesEffect = "event-takes-effect"
        case eventEnds = "event-ends"
        case eventPartlyEnds = "event-partly-ends"
        case eventSuspended = "event-suspended"
        case eventBy = "event-by"
        case dataFeedOfList = "data-feed-of-list"
        case dataFeedOfRecord = "data-feed-of-record"
        case dataValidityCalendar = "data-validity-calendar"
        case dataEditionDownload = "data-edition-download"
        case summary
        case kindDirective = "client-kind-directive"
        case kindGuidance = "client-kind-guidance"
        case kindFinding = "client-kind-finding"
        case releaseChanges = "release-changes"
        case releaseDryRun = "release-dry-run"
        case releaseCompared = "release-compared"
        case releaseFirst = "release-first"
        case releaseMore = "release-more"
        case fieldKind = "facet-kind"
        case fieldTerm = "fact-term"
        case fieldPlace = "field-place"
        case fieldEffective = "fact-effective"
        case fieldExpires = "fact-expires"
        case fieldSigner = "fact-signer"
        case fieldForm = "finding-form"
        case fieldReleased = "finding-released"
        case fieldStates = "validity-over-time"
        case fieldRelations = "relations"
        case fieldSources = "sources"
        case fieldAttachments = "attachments"
        case fieldAliases = "fact-aliases"
        case fieldFormerIDs = "field-former-ids"
        case fieldHistory = "history"
        case fieldText = "field-text"
        case columnID = "column-id"
    }

    var name: String {
        switch self {
        case .word(let word): word.rawValue
        case .relation(let type, false): "relation-\(type.rawValue)"
        case .relation(let type, true): "relation-\(type.rawValue)-inverse"
        case .status(let value): "status-\(value.rawValue)"
        case .reason(let reason): "reason-\(reason.rawValue)"
        case .obligation(let state): "obligation-\(state.rawValue)"
        case .form(let form): "form-\(form.rawValue)"
        case .sampling(let sampling): "sampling-\(sampling.rawValue)"
        case .scale(let scale): "scale-\(scale.rawValue)"
        case .direction(let direction): "direction-\(direction.rawValue)"
        }
    }

    /// Every key: the strings file must have them all.
    static var required: [StringKey] {
        var keys: [StringKey] = Word.allCases.map { .word($0) }
        for type in RelationType.allCases {
            keys += [.relation(type, isInverse: false), .relation(type, isInverse: true)]
        }
        keys += StatusValue.allCases.map { .status($0) }
        keys += StatusReason.allCases.map { .reason($0) }
        keys += ObligationState.allCases.map { .obligation($0) }
        keys += FindingForm.allCases.map { .form($0) }
        keys += Sampling.allCases.map { .sampling($0) }
        keys += ThemeScale.allCases.map { .scale($0) }
        keys += ThemeDirection.allCases.map { .direction($0) }
        return keys
    }
}

extension InterfaceStrings {
    subscript(word: StringKey.Word) -> String { self[.word(word)] }
}
