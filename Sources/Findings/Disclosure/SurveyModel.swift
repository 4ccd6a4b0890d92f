/// All figures of a survey that its readers may see, and the equations between them: one system, whichever records, questions
/// and groupings the figures are printed under.
struct SurveyModel: Sendable {
    /// A number of respondents.
    struct Figure: Sendable {
        /// Nil where only an earlier release knew it.
        var value: Int?
        /// Below a threshold: it may not be printed, and nothing is known of it but that it is not negative.
        var isSmall: Bool
        /// Whether readers must not learn it when it is small. What only shows how many left a question out may be known.
        var isSensitive: Bool
        /// Whether it is known to hold as many as the threshold, so that as many could be elsewhere.
        var isSure: Bool { !isSmall || isLarge }
        /// At or above the threshold, though it may not be printed.
        var isLarge = false
        /// How many cells of tables print it; 0 for what can only be computed.
        var uses = 0
        /// Of all respondents, or of all who were asked: not a cell.
        var isMargin = false
        /// What all questions share: how many of the whole sample were asked, in all and by group.
        var isSampleBase: Bool
    }

    /// Respondents of `whole` are those of `parts`, each once.
    struct Relation: Sendable {
        var whole: Int
        var parts: [Int]
    }

    private(set) var figures: [Figure] = []
    private(set) var relations: [Relation] = []
    private var known: [FigureKey: Int] = [:]

    subscript(key: FigureKey) -> Int? { known[key] }

    /// The figure that counts these people; a new one where none does.
    mutating func figure(_ key: FigureKey, _ make: @autoclosure () -> Figure) -> Int {
        if let figure = known[key] { return figure }
        known[key] = figures.count
        list(key, figures.count)
        figures.append(make())
        return figures.count - 1
    }

    /// Another way to name the figure.
    mutating func name(_ figure: Int, _ key: FigureKey) {
        guard known[key] == nil else { return }
        known[key] = figure
        list(key, figure)
    }

    /// A figure that no table prints and no other relation names.
    mutating func unnamed(_ figure: Figure) -> Int {
        figures.append(figure)
        return figures.count - 1
    }

    mutating func markSmall(_ figure: Int, isLarge: Bool) {
        figures[figure].isSmall = true
        figures[figure].isLarge = isLarge
    }

    mutating func markSensitive(_ figure: Int) { figures[figure].isSensitive = true }

    mutating func use(_ figure: Int) { figures[figure].uses += 1 }

    mutating func relate(_ whole: Int, to parts: [Int]) {
        guard parts != [whole] else { return }
        relations.append(Relation(whole: whole, parts: parts))
    }

    // MARK: Looking up

    /// What is counted, each once, with the sample that it is counted in.
    private(set) var countedThings: [Thing] = []
    private var figuresOfThing: [Thing: [(FigureKey, Int)]] = [:]
    private var thingsOfAnswer: [Int: [Thing]] = [:]

    struct Thing: Hashable, Sendable {
        var sample: Int
        var answer: FigureKey.Answer
    }

    private mutating func list(_ key: FigureKey, _ figure: Int) {
        guard key.missingFrom == nil else { return }
        let thing = Thing(sample: key.sample, answer: key.answer)
        if figuresOfThing[thing] == nil {
            countedThings.append(thing)
            if case .chosen(_, let answer) = key.answer { thingsOfAnswer[answer, default: []].append(thing) }
        }
        figuresOfThing[thing, default: []].append((key, figure))
    }

    func figures(ofSample sample: Int, _ answer: FigureKey.Answer) -> [(FigureKey, Int)] {
        figuresOfThing[Thing(sample: sample, answer: answer)] ?? []
    }

    func figures(ofAnswer answer: Int) -> [(FigureKey, Int)] {
        (thingsOfAnswer[answer] ?? []).flatMap { figuresOfThing[$0] ?? [] }
    }

    /// The question that an answer belongs to.
    func question(of answer: Int) -> Int? {
        guard case .chosen(let question, _) = thingsOfAnswer[answer]?.first?.answer else { return nil }
        return question
    }
}

/// Whom a figure counts, however its table is arranged and spelt.
struct FigureKey: Hashable, Sendable {
    enum Answer: Hashable, Sendable {
        /// All who were asked.
        case asked
        case chosen(question: Int, answer: Int)
        /// Those asked who did not choose the answer.
        case notChosen(question: Int, answer: Int)
    }

    /// Number of the sample or part of it that was asked.
    var sample: Int
    var answer: Answer
    /// Nil for all respondents.
    var group: Int?
    /// Set where it counts those of another sample who are not in this one.
    var missingFrom: Int?
}
