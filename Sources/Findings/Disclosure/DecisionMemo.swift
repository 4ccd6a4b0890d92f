import Hashing
import Storage
import Synchronization

/// Decisions that were made already: the same counts are decided once, however often a site is built or looked at.
///
/// A decision is known by all that it depends on; what is kept of it says which figures are hidden, and no count.
public enum DecisionMemo {
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

    private struct Known: Sendable {
        var decisions: [SHA256Digest: SurveyDecision.Answer] = [:]
        /// Those that this process was asked for, which are kept for the next.
        var asked = Set<SHA256Digest>()
    }

    private static let most = 512
    private static let known = Mutex(Known())

    static func decision(on question: Question) -> SurveyDecision {
        var asked = question
        asked.layers = []
        var decision = SurveyDecision(rules: question.rules, statements: question.statements)
        for layer in question.layers {
            asked.layers.append(layer)
            let key = asked.digest
            let answer = known.withLock { known in
                known.asked.insert(key)
                return known.decisions[key]
            }
            if let answer, decision.take(answer, for: layer.tables) { continue }
            decision.add(layer.tables, released: layer.released)
            let made = decision.answer
            known.withLock {
                if $0.decisions.count >= most { $0 = Known(asked: [key]) }
                $0.decisions[key] = made
            }
        }
        return decision
    }

    // MARK: For later builds

    /// Where the choice or its audit changes, so does this: what an older program decided is decided anew.
    private static let version = 2

    /// Takes in what an earlier process kept; bytes that are not whole say nothing.
    public static func remember(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes[...])
        guard (try? reader.number()) == version,
            let kept = try? reader.list({ reader in
                (try SHA256Digest(stored: &reader), try SurveyDecision.Answer(&reader))
            })
        else { return }
        known.withLock { known in
            for (key, answer) in kept where known.decisions[key] == nil && known.decisions.count < most {
                known.decisions[key] = answer
            }
        }
    }

    /// The decisions that were asked for, to be kept; nil where there are none.
    public static var kept: [UInt8]? {
        let answers = known.withLock { known in known.decisions.filter { known.asked.contains($0.key) } }
        guard !answers.isEmpty else { return nil }
        var writer = ByteWriter()
        writer.number(version)
        let ordered = answers.map { (key: $0.key.hexadecimal, entry: $0) }.sorted { $0.key < $1.key }
        writer.list(ordered) { writer, item in
            item.entry.key.store(&writer)
            item.entry.value.write(&writer)
        }
        return writer.bytes
    }
}
