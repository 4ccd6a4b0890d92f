import Findings

/// Recognises answers that state no opinion (khó nói, không trả lời): they have no place on a scale.
///
/// A pattern of words that questionnaires use. “Không biết” is an answer like others where the question is what people know.
struct NoOpinion {
    private let isKnowledge: Bool

    init(_ answers: [TableLabel]) {
        isKnowledge = answers.contains { label in
            guard case .text(let text) = label else { return false }
            let words = text.lowercased()
            return words.contains("biết") && !words.hasPrefix("không biết") || words.hasPrefix("know")
        }
    }

    func contains(_ label: TableLabel) -> Bool {
        switch label {
        case .noAnswer: return true
        case .noGroup: return false
        case .text(let text):
            let words = text.lowercased()
            return Self.beginnings.contains { words.hasPrefix($0) }
                || !isKnowledge && Self.ignorance.contains { words.hasPrefix($0) }
        }
    }

    private static let beginnings = [
        "khó nói", "khó trả lời", "không trả lời", "không có ý kiến", "không ý kiến", "chưa có ý kiến", "từ chối",
        "không có câu trả lời", "hard to say", "no answer", "no opinion", "refused",
    ]
    private static let ignorance = ["không biết", "không rõ", "không nhớ", "don’t know", "don't know", "do not know"]
}
