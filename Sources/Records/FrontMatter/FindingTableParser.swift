import Diagnostics

/// Reads the list of a survey's tables; the CSV files themselves are read by the loader.
enum FindingTableParser {
    static func read(_ fields: inout FieldReader) -> [FindingTable] {
        var seen = Set<String>()
        return fields.mappings("tables", example: "tables: [{id: q1, question: …, data: q1.csv}]") { reader in
            let id = identifier(&reader)
            let question = reader.requiredString("question")
            let data = fileName(&reader, "data")
            if !reader.has("data") {
                reader.report(Diagnostic(.missingKey, at: reader.start, "\(reader.prefix)data"))
            }
            let by = reader.string("by")
            let weights = fileName(&reader, "weights")
            let answers = reader.choice("answers", AnswerForm.self) ?? .one
            let title = reader.string("title")
            let chart = reader.choice("chart", ChartForm.self)
            let series = reader.string("series")
            let nets = reader.mapping("nets", example: "nets: {Hài lòng (gộp): [Rất hài lòng, Hài lòng]}") { nets in
                nets.keys.map { FindingTable.Net(name: $0, parts: nets.strings($0).map(\.text)) }
            }
            let filter = filter(&reader)
            guard let id, let question, let data else { return nil }
            guard seen.insert(id).inserted else {
                reader.report(Diagnostic(.repeatedTable, at: reader.span(ofKey: "id"), id))
                return nil
            }
            return FindingTable(
                id: id, question: question, data: data, by: by, weights: weights, answers: answers, title: title,
                chart: chart, series: series, nets: nets ?? [], filter: filter, span: reader.span(ofKey: "id"))
        }
    }

    private static func filter(_ reader: inout FieldReader) -> FindingTable.Filter {
        if reader.plainText("filter") == "none" {
            _ = reader.string("filter")
            return .none
        }
        let filter = reader.mapping("filter", example: "filter: {question: q1, answers: [Có]}") { filter in
            let question = filter.requiredString("question")
            let answers = filter.strings("answers").map(\.text)
            if !filter.has("answers") {
                filter.report(Diagnostic(.missingKey, at: filter.start, "\(filter.prefix)answers"))
            }
            return question.map { FindingTable.Filter.those(question: $0, answers: answers) }
        }
        return filter ?? .notStated
    }

    /// Ids name files of the site and anchors of the page.
    private static func identifier(_ reader: inout FieldReader) -> String? {
        guard let placed = reader.placedString("id") else {
            if !reader.has("id") { reader.report(Diagnostic(.missingKey, at: reader.start, "\(reader.prefix)id")) }
            return nil
        }
        guard RecordIdentity.isIdentifier(placed.text), placed.text.utf8.count <= 60 else {
            reader.report(Diagnostic(.wrongID, at: placed.span, placed.text))
            return nil
        }
        if let reserved = FileNames.diagnostic(of: placed.text, at: placed.span) { reader.report(reserved) }
        return placed.text
    }

    /// A file beside the record or below its folder: what lies elsewhere may be published as an attachment.
    private static func fileName(_ reader: inout FieldReader, _ key: String) -> String? {
        guard let placed = reader.placedString(key) else { return nil }
        let parts = placed.text.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0 == ".." || $0.isEmpty || $0.hasPrefix(".") }) else {
            reader.report(Diagnostic(.missingTableFile, at: placed.span, placed.text))
            return nil
        }
        return placed.text
    }
}
