/// Which tables count the same people: their questions, groupings and samples, whatever order they list them in.
struct TablePlacement: Sendable {
    let tables: [SurveyTable]
    /// By table.
    private(set) var questions: [Int] = []
    private(set) var samples: [Int] = []
    private(set) var groupings: [Int] = []
    /// By table and row: the answer, numbered over the whole survey.
    private(set) var answers: [[Int]] = []
    /// By table and column: the group's index in its grouping.
    private(set) var columns: [[Int]] = []
    /// Names of groups by grouping, and what they part respondents by.
    private(set) var groupNames: [[SurveyTable.Spelling]] = []
    private(set) var groupingNames: [SurveyTable.Spelling] = []
    /// Respondents by sample.
    private(set) var sizes: [Int] = []

    private struct Sample {
        var bases: [Int: [Int?]] = [:]
        var totals: [Int: Int] = [:]
    }

    private struct Question {
        var wording: SurveyTable.Spelling
        var answers: [SurveyTable.Spelling: Int]
    }

    init(_ tables: [SurveyTable]) {
        self.tables = tables
        questions = tables.map { _ in -1 }
        samples = questions
        groupings = questions
        answers = tables.map { _ in [] }
        columns = answers
        for index in tables.indices { placeGrouping(index) }
        var known: [Sample] = []
        var asked: [Question] = []
        var answerCount = 0
        // Large samples first; what is known in full before what an earlier release printed in part.
        let order = tables.indices.sorted {
            (tables[$1].base, Self.gaps(tables[$0]), $0) < (tables[$0].base, Self.gaps(tables[$1]), $1)
        }
        for index in order {
            let table = tables[index]
            let (sample, question) = place(index, known, asked)
            let number = question ?? asked.count
            if question == nil { asked.append(Question(wording: table.question, answers: [:])) }
            for answer in table.answers where asked[number].answers[answer] == nil {
                asked[number].answers[answer] = answerCount
                answerCount += 1
            }
            let rows = table.answers.map { asked[number].answers[$0] ?? -1 }
            let home = sample ?? known.count
            if sample == nil {
                known.append(Sample())
                sizes.append(table.base)
            }
            known[home].bases[groupings[index]] = merged(known[home].bases[groupings[index]], bases(index))
            for (row, total) in zip(rows, table.totals) where total != nil { known[home].totals[row] = total }
            (samples[index], questions[index], answers[index]) = (home, number, rows)
        }
    }

    private static func gaps(_ table: SurveyTable) -> Int { table.totals.count { $0 == nil } }

    private mutating func placeGrouping(_ index: Int) {
        let table = tables[index]
        let names = table.groups.sorted()
        let grouping =
            groupNames.indices.first { groupNames[$0] == names && (groupingNames[$0] == table.by || names.isEmpty) }
            ?? groupNames.count
        if grouping == groupNames.count {
            groupNames.append(names)
            groupingNames.append(table.by)
        }
        groupings[index] = grouping
        columns[index] = table.groups.map { name in names.firstIndex(of: name) ?? 0 }
    }

    /// In the grouping's order.
    private func bases(_ index: Int) -> [Int?] {
        var bases = [Int?](repeating: nil, count: columns[index].count)
        for (column, base) in zip(columns[index], tables[index].groupBases) { bases[column] = base }
        return bases
    }

    private func merged(_ a: [Int?]?, _ b: [Int?]) -> [Int?] { a.map { zip($0, b).map { $0 ?? $1 } } ?? b }

    /// The sample and question that a table belongs to, as far as they are known.
    private func place(_ index: Int, _ known: [Sample], _ asked: [Question]) -> (sample: Int?, question: Int?) {
        let table = tables[index]
        func agrees(_ a: Int?, _ b: Int?) -> Bool { a == nil || b == nil || a == b }
        let homes = known.indices.filter { home in
            guard sizes[home] == table.base else { return false }
            guard let bases = known[home].bases[groupings[index]] else { return true }
            return zip(bases, self.bases(index)).allSatisfy(agrees)
        }
        // The same wording; or, spelt otherwise, the same answers from as many people each.
        let worded = asked.indices.filter { asked[$0].wording == table.question }
        for home in homes {
            func fits(_ question: Int) -> Bool {
                zip(table.answers, table.totals).allSatisfy { answer, total in
                    agrees(asked[question].answers[answer].flatMap { known[home].totals[$0] }, total)
                }
            }
            if let question = worded.first(where: fits) { return (home, question) }
            let alike = asked.indices.first { question in
                Set(asked[question].answers.keys) == Set(table.answers) && table.answers.count > 1
                    && zip(table.answers, table.totals).allSatisfy { answer, total in
                        total != nil && asked[question].answers[answer].flatMap { known[home].totals[$0] } == total
                    } && !isCountedOtherwise(index, question, home)
            }
            if worded.isEmpty, let alike { return (home, alike) }
            if worded.isEmpty { return (home, nil) }
        }
        return (nil, worded.first)
    }

    /// Whether a question has other counts by the table's grouping: then it is another question.
    private func isCountedOtherwise(_ index: Int, _ question: Int, _ sample: Int) -> Bool {
        tables.indices.contains { other in
            guard questions[other] == question, samples[other] == sample, groupings[other] == groupings[index] else {
                return false
            }
            return tables[index].answers.indices.contains { row in
                guard let twin = tables[other].answers.firstIndex(of: tables[index].answers[row]) else { return false }
                return tables[index].groups.indices.contains { column in
                    guard let beside = tables[other].groups.firstIndex(of: tables[index].groups[column]) else {
                        return false
                    }
                    return tables[index].counts[row][column] != tables[other].counts[twin][beside]
                }
            }
        }
    }
}
