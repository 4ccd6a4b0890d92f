/// The last answer of a function without side effects, with the question that it belongs to.
///
/// Questions are whole values, compared as such: nothing that the answer is made from can be left out of the comparison.
/// Values that nobody changed share their storage, so comparing costs little.
struct Memo<Question: Equatable & Sendable, Answer: Sendable>: Sendable {
    private var last: (question: Question, answer: Answer)?
    /// How many answers had to be found. As long as it stands, so does the answer.
    private(set) var generation = 0

    mutating func answer(to question: Question, _ find: (Question) throws -> Answer) rethrows -> Answer {
        if let last, last.question == question { return last.answer }
        let answer = try find(question)
        last = (question, answer)
        generation += 1
        return answer
    }
}
