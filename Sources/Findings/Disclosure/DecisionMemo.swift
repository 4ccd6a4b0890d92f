import Synchronization

/// Decisions that this process made already: the same counts are decided once, however often a site is built or looked at.
enum DecisionMemo {
    /// All that a decision depends on.
    struct Question: Hashable, Sendable {
        var rules: SuppressionRules
        var statements: [GroupingTies.Statement]
        /// The widest audience first.
        var layers: [Layer]
    }

    struct Layer: Hashable, Sendable {
        var tables: [SurveyTable]
        var released: [SurveyTable]
    }

    private static let most = 64
    private static let kept = Mutex<[Question: SurveyDecision]>([:])

    static func decision(on question: Question) -> SurveyDecision {
        var asked = question
        asked.layers = []
        var decision = SurveyDecision(rules: question.rules, statements: question.statements)
        for layer in question.layers {
            asked.layers.append(layer)
            let key = asked
            if let known = kept.withLock({ $0[key] }) {
                decision = known
                continue
            }
            decision.add(layer.tables, released: layer.released)
            let made = decision
            kept.withLock {
                if $0.count >= most { $0 = [:] }
                $0[key] = made
            }
        }
        return decision
    }
}
