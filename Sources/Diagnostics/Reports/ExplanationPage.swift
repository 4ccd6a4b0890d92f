/// The page of one code, in Markdown that also reads well on a terminal.
public enum ExplanationPage {
    public static func text(of kind: DiagnosticKind, _ language: Language) -> String {
        let isVietnamese = language == .vietnamese
        var parts = ["# \(kind.code): \(kind.headline(language))"]
        var weight = (isVietnamese ? "Mức: " : "Weight: ") + kind.severity.word(language) + "."
        if !kind.mayBeLowered {
            weight += isVietnamese ? " Không hạ xuống được trong site.yml." : " site.yml cannot lower it."
        }
        parts.append(weight)
        if let explanation = kind.explanation {
            parts.append(section(isVietnamese ? "Vì sao" : "Why", explanation.cause[language]))
            parts.append(section(isVietnamese ? "Ví dụ" : "Example", block(explanation.wrong)))
            parts.append(
                section(
                    isVietnamese ? "Cách sửa" : "Mending",
                    DiagnosticKind.withoutPlaces(kind.hint[language]) + "\n\n" + block(explanation.right)))
        } else {
            parts.append(
                section(isVietnamese ? "Cách sửa" : "Mending", DiagnosticKind.withoutPlaces(kind.hint[language])))
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func section(_ title: String, _ text: String) -> String { "## \(title)\n\n\(text)" }

    private static func block(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
            .joined(separator: "\n")
    }
}

extension DiagnosticKind {
    /// The message without its arguments.
    public func headline(_ language: Language) -> String { Self.withoutPlaces(message[language]) }

    /// `{0}`, `{1}`, … as dots.
    static func withoutPlaces(_ text: String) -> String {
        var text = text
        for index in 0..<8 {
            text = text.split(separator: "{\(index)}", omittingEmptySubsequences: false).joined(separator: "…")
        }
        return text
    }
}
