/// Every number that decides how search ranks and how its index is cut. One place, each with its reason.
///
/// Those that a reader of the index needs travel in its manifest, so that an index and its client always agree.
public struct SearchParameters: Sendable {
    // MARK: Evidence in a record

    /// How much one occurrence counts by field. Titles tell what a document is about (4 in place of 2: known items .963
    /// to .992, questions .897 to .905 nDCG@10; 6 begins to cost phrases of the body); a number or alias is a name.
    public var fieldWeights: [SearchField: Int] = [
        .title: 4, .heading: 1, .body: 1, .summary: 1, .number: 2, .aliases: 2, .issuer: 1, .topics: 1, .type: 1,
    ]
    /// BM25: where repeated occurrences stop counting. Robertson and Zaragoza (2009) give 1.2 to 2 for English words;
    /// with pairs as terms, that a phrase stands there at all says most (phrases of the body .957 at 1.2, .974 at 0.5).
    public var saturation = 0.5
    /// BM25: how far long texts are held back, 0 to 1.
    public var lengthNormalisation = 0.5
    /// The same of names (title, type, aliases, issuer), which are compared with a length in syllables.
    public var nameNormalisation = 0.5
    public var nameLength = 12
    /// Steps that impacts are rounded to, at most 32. Each step is one character in the lists' alphabet.
    public var impactLevels = 32
    /// The average length is rounded to powers of the root of this order of 2, so that one edit does not shift it.
    public var averageLengthStepsPerDoubling = 4.0

    // MARK: Weighing a query

    /// Weight of one syllable and of two in a row, folded, in percent.
    public var syllableWeight = 100
    public var pairWeight = 130
    /// What is left of a term's evidence, in percent, when the record spells it with other tones or other letters
    /// than were typed. Only for queries that carry marks at all.
    public var otherToneShare = 60
    public var foldedShare = 30
    /// Weight of a synonym's terms beside those that were typed, in percent. An office's everyday words find the word of the
    /// texts more often with 80 than with 60; with 100 what was typed is outvoted.
    public var synonymShare = 80
    /// The same of what an abbreviation stands for, and of `covid 19` beside `covid19`.
    public var abbreviationShare = 100
    /// How much the score of a record rises, in percent, whose name is all of the query and that the query names in full.
    public var namedShare = 100
    /// How much it rises, in percent, when the record is of the year that stands beside the words.
    public var yearShare = 100
    /// Short forms of words that the index explains, those that most records define or are named by, and long forms of each.
    public var abbreviations = 6_000
    public var longForms = 3
    /// How much the score of a document rises that others relate to or cite, in percent: so much for each doubling of their
    /// number, up to a limit. At equal relevance what much else rests on comes first.
    public var citedStep = 3
    public var citedLimit = 15
    /// Weight of the ways a last, unfinished syllable may go on, in percent.
    public var prefixShare = 60
    /// How many ways an unfinished syllable may go on, commonest first.
    public var prefixExpansions = 8
    /// What is left of the score of a document that is no longer in force, in percent; and of one that is other than the query
    /// says (`còn hiệu lực`).
    public var inactiveShare = 70
    public var unwantedShare = 20
    /// Where the newest is asked for: those that reach so much of the best score, in percent, stand by their dates.
    public var newestShare = 60
    /// The first answers are put in the order of how near together they have the query's words, by title and snippet source,
    /// which are loaded for showing them: mixed pairs of one sentence .937 to .955 nDCG@10, questions .909 to .915. More than
    /// seven would cost downloads in the box, and bring nothing.
    public var nearestAnswers = 7
    /// How much the score of an answer rises, in percent, when 30 syllables of it hold all of the query.
    public var nearShare = 175
    /// How much it rises, in percent, when all pairs of its title stand in the query.
    public var titledShare = 50
    /// Records that reach less than this share of the best score, in percent, are no answers: without a limit every
    /// record that holds any syllable of the query would count. A pair that stands once in a long record reaches it.
    public var matchShare = 25
    /// A syllable in more than this share of the records says little beside pairs, and its list is long. A query whose
    /// length is in `leanLengths` does without such syllables unless none of its pairs exists: with fewer syllables there
    /// is nothing beside them, with more every bit of evidence helps (measured: questions lose .007 nDCG@10 without).
    public var commonShare = 0.05
    public var leanLengths = 3...8
    /// Terms read of a query; what comes after them is not searched.
    public var maximumTerms = 128

    // MARK: Cutting the index

    /// Postings of a term in its first tier, best impacts first; the rest is fetched only when needed.
    public var firstTier = 2_000
    /// The answers that a skipped second tier must not be able to change.
    public var settledAnswers = 10
    /// Bytes of a term shard before compression, about.
    public var termShardBytes = 3_600
    /// Bytes of a number shard before compression, about.
    public var numberShardBytes = 6_000
    /// Bytes of a shard of abbreviations or of definitions before compression, about.
    public var hashedShardBytes = 4_000
    /// Bytes of a document shard before compression, about. The rows of one answer seldom lie together, so that what else a shard
    /// holds is mostly loaded for nothing.
    public var documentShardBytes = 3_000
    /// Bytes of a script for pages opened from disk, on the average at most. A page opened from disk loads it for any shard that
    /// it holds.
    public var scriptBytes = 256_000
    /// Bytes of text that a record keeps for snippets.
    public var snippetSourceBytes = 3_000
    /// The same of a record whose text stands by sections too. The lists' bytes are mostly this text.
    public var shortSourceBytes = 1_500
    /// Bytes of text in the sections of one record: of 673 statutes one in six is longer, and loses the ends of its longest
    /// sections, while a reader's download stays near 10 kB.
    public var sectionShardBytes = 48_000
    /// Syllables that corrections are chosen from, at most.
    public var lexiconSyllables = 4_000
    /// An index whose shards together stay below this many bytes travels inside its manifest.
    public var inlineBytes = 120_000

    public init() {}

    public static let standard = SearchParameters()
}

/// The parts of a record that are searched.
public enum SearchField: Int, Sendable, CaseIterable {
    case number, type, title, aliases, summary, heading, body, topics, issuer

    /// Whether it is running text, whose length grows with the record.
    var isText: Bool { self == .summary || self == .heading || self == .body }
}
