import Diagnostics
import Documents
import Foundation

/// What an import asks a person at the terminal. Enter takes the first answer.
struct ImportQuestions: Sendable {
    let language: Language

    /// Whether the texts of one file become one record.
    @Sendable func whether(whole texts: [String]) -> Bool {
        for (index, text) in texts.enumerated() { Terminal.complain("  \(index + 1). \(text)") }
        let count = texts.count
        return answer(
            "tệp có \(count) văn bản: [t]ách thành \(count) bản ghi, hay để [c]hung một bản ghi?",
            "the file holds \(count) texts: [t] a record each, or [c] one record?", among: ["t", "c"]) == "c"
    }

    /// Whether a text in an old encoding is converted to Unicode.
    @Sendable func whetherToConvert(_ encoding: LegacyEncoding, _ before: String, _ after: String) -> Bool {
        Terminal.complain("  - \(before)\n  + \(after)")
        let name = encoding.rawValue.uppercased()
        return answer(
            "chữ theo bảng mã \(name); chuyển sang Unicode? [c]ó, [k]hông",
            "the text is in \(name); convert it to Unicode? [c] yes, [k] no", among: ["c", "k"]) == "c"
    }

    private func answer(_ vi: String, _ en: String, among answers: [String]) -> String? {
        while true {
            Terminal.ask((language == .vietnamese ? vi : en) + " ")
            // Nobody answers any more.
            guard let line = readLine(strippingNewline: true) else { return nil }
            let text = line.trimmingCharacters(in: .whitespaces).lowercased()
            if text.isEmpty { return answers[0] }
            if answers.contains(text) { return text }
        }
    }
}
