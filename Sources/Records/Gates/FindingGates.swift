import Diagnostics

/// What is asked of a finding's file beyond its fields: no personal data, no figure that its form cannot have.
enum FindingGates {
    /// Refuses shares in monitoring reports and margins of samples that have none; warns of names in opinions.
    static func diagnostics(for record: Record, in file: SourceFile) -> [Diagnostic] {
        guard let finding = record.finding else { return [] }
        var found: [Diagnostic] = []
        switch finding.form {
        case .monitoring:
            found += StatedShares.find(in: file.bytes).map {
                Diagnostic(.percentageInMonitoring, at: file.span(at: $0.offset))
            }
            for (index, theme) in finding.themes.enumerated() {
                for (key, text) in [("theme", theme.theme), ("text", theme.text ?? "")]
                where PersonName.looksNamed(in: text) {
                    found.append(Diagnostic(.nameInAnswer, at: record.span("themes[\(index)].\(key)")))
                }
            }
        case .survey:
            if let sampling = finding.disclosure?.sampling, sampling != .probability {
                found += StatedShares.find(in: file.bytes).filter(\.isMargin).map {
                    Diagnostic(.marginWithoutProbability, at: file.span(at: $0.offset), sampling.rawValue)
                }
            }
        case .review:
            found += missingSections(record)
        }
        return found
    }

    /// The parts that a review is expected to have, by words of their headings.
    private static let sections: [(name: String, words: [String])] = [
        ("Kết quả", ["kết quả"]), ("Mô hình, cách làm hay", ["mô hình", "cách làm"]),
        ("Hạn chế", ["hạn chế", "tồn tại"]), ("Nguyên nhân", ["nguyên nhân"]), ("Giải pháp", ["giải pháp"]),
        ("Nhiệm vụ", ["nhiệm vụ", "việc cần làm", "phương hướng"]),
    ]

    private static func missingSections(_ record: Record) -> [Diagnostic] {
        let headings = record.body.bytes.split(separator: UInt8(ascii: "\n"))
            .filter { $0.first == UInt8(ascii: "#") }.map { String(decoding: $0, as: UTF8.self).lowercased() }
        return sections.filter { section in
            !headings.contains { heading in section.words.contains { heading.contains($0) } }
        }.map { Diagnostic(.reviewWithoutSection, at: SourceSpan(file: record.path), $0.name) }
    }
}
