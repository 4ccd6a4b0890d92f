import Citations
import Records
import VietnameseText

/// Relations that sentences of the text suggest. They are proposals for a person: each stands in the record as a comment
/// with the sentence that says it.
struct RelationProposals {
    let grammar: NumberGrammar
    let vocabulary: Vocabulary

    /// Lines of the preamble in which “Thực hiện …” says what a document carries out.
    private static let preamble = 12

    func comments(title: String?, body: [SourceItem]) -> [String] {
        var proposals: [(line: String, sentence: String)] = []
        var seen: Set<String> = []
        let scanner = CitationScanner(grammar: grammar)
        func propose(_ type: RelationType, _ text: String, from word: String? = nil, only first: Bool) {
            var bytes = Array((word.map { Self.clause(of: text, from: $0) } ?? text).utf8)
            bytes.append(0)
            let citations = bytes.withUnsafeBufferPointer { scanner.scan(UnsafeBufferPointer(rebasing: $0.dropLast())) }
            for citation in citations {
                guard case .number(let cited) = citation.document else { continue }
                let number = cited.number.canonical
                guard seen.insert("\(type.rawValue) \(number)").inserted else { continue }
                var line = "  - {type: \(type.rawValue), target: \(RecordDraft.scalar(number))"
                if let name = cited.type, let known = vocabulary.types.first(where: { $0.name.lowercased() == name }) {
                    line += ", of-type: \(known.id)"
                }
                if let date = cited.date, let day = date.day, let month = date.month {
                    line += ", issued: \(PartialDate.day(year: date.year, month: month, day: day).iso)"
                }
                let sentence = text.count > 300 ? text.prefix(300) + "…" : text[...]
                proposals.append((line + "}", String(sentence)))
                if first { return }
            }
        }
        if let title {
            let slug = Slug.make(title)
            if slug.contains("sua-doi") || slug.contains("bo-sung-mot-so") { propose(.amends, title, only: true) }
            if slug.contains("bai-bo") { propose(.repeals, title, only: false) }
            if slug.contains("thay-the") { propose(.replaces, title, only: true) }
        }
        for (place, item) in body.enumerated() {
            guard let line = item.line else { continue }
            if line.slug.hasPrefix("can-cu-") { propose(.basedOn, line.text, only: true) }
            if line.slug.hasPrefix("thuc-hien-"), place < Self.preamble { propose(.implements, line.text, only: true) }
            guard line.text.count < 1500 else { continue }
            if line.slug.contains("thay-the") {
                propose(.replaces, line.text, from: "thay thế", only: false)
            } else if line.slug.contains("bai-bo") || line.slug.contains("het-hieu-luc") {
                propose(.repeals, line.text, only: false)
            }
            if proposals.count > 40 { break }
        }
        guard !proposals.isEmpty else { return [] }
        var comments = [
            "Quan hệ đề nghị, theo câu chữ của văn bản. Kiểm tra rồi bỏ dấu “#” ở dòng “relations:” và ở những dòng đúng:",
            "#relations:",
        ]
        for proposal in proposals {
            comments.append("#\(proposal.line.trimmingBlanks())")
            comments.append("    “\(proposal.sentence)”")
        }
        return comments
    }

    /// The rest of a sentence from a word on; all of the text where the word is spelled otherwise.
    private static func clause(of text: String, from word: String) -> String {
        let capital = word.prefix(1).uppercased() + word.dropFirst()
        guard let start = (text.firstRange(of: word) ?? text.firstRange(of: capital))?.lowerBound else { return text }
        let rest = text[start...]
        return String(rest.firstRange(of: ". ").map { rest[..<$0.lowerBound] } ?? rest)
    }
}
