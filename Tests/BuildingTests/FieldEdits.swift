import Foundation
import Records

/// Edits of single fields, made from the descriptions of the fields: a field that is added there is edited here without
/// another line.
extension RandomEdits {
    /// Sets or drops one field of a record, of `site.yml` or of an entry of the vocabulary; says what it did.
    mutating func nextField() throws -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return try editVocabulary()
        case 1: return try set(SiteFields.all, in: content.appending(path: "site.yml"))
        case 2: return try editTable()
        default: return try editRecord()
        }
    }

    /// Sets or drops one field of one record.
    mutating func editRecord() throws -> String {
        let records = try Workshop.records(in: content)
        guard let file = records.randomElement(using: &random) else { return "nothing" }
        let folder = file.pathComponents[content.pathComponents.count]
        let kind = Kind.allCases.first { $0.folder == folder } ?? .directive
        return try set(RecordFields.of(kind), in: file)
    }

    private mutating func set(_ fields: [FieldDescription], in file: URL) throws -> String {
        guard let field = fields.randomElement(using: &random) else { return "nothing" }
        let value = Int.random(in: 0..<4, using: &random) == 0 ? nil : try value(of: field)
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let end = file.pathExtension == "md" ? text.range(of: "\n---\n")?.lowerBound ?? text.endIndex : text.endIndex
        var lines = text[..<end].components(separatedBy: "\n")
        if let start = lines.firstIndex(where: { $0.hasPrefix("\(field.key):") }) {
            let rest = lines[(start + 1)...].prefix { $0.hasPrefix(" ") || $0.hasPrefix("-  ") || $0.hasPrefix("- ") }
            lines.removeSubrange(start..<rest.endIndex)
        }
        if let value { lines.append("\(field.key): \(value)") }
        text.replaceSubrange(..<end, with: lines.joined(separator: "\n"))
        try write(Data(text.utf8), to: file)
        return "\(file.lastPathComponent): \(field.key): \(value ?? "–")"
    }

    /// Entries of the vocabulary stand on a line each, between braces.
    private mutating func editVocabulary() throws -> String {
        let list = VocabularyFields.lists[Int.random(in: 0..<VocabularyFields.lists.count, using: &random)]
        let file = content.appending(path: "vocabulary/\(list).yml")
        guard let field = VocabularyFields.of(list).filter({ $0.key != "id" }).randomElement(using: &random),
            let value = try value(of: field)
        else { return "nothing" }
        var lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: "\n")
        let entries = lines.indices.filter { lines[$0].hasPrefix("- {") && lines[$0].hasSuffix("}") }
        guard let line = entries.randomElement(using: &random) else { return "nothing" }
        if let old = lines[line].range(
            of: "\(field.key): (\\[[^\\]]*\\]|\"[^\"]*\"|[^,}\\[]*)", options: .regularExpression)
        {
            lines[line].replaceSubrange(old, with: "\(field.key): \(value)")
        } else {
            lines[line] = "\(lines[line].dropLast()), \(field.key): \(value)}"
        }
        try write(Data(lines.joined(separator: "\n").utf8), to: file)
        return "\(list).yml: \(lines[line])"
    }

    /// Changes a figure of a survey's table.
    private mutating func editTable() throws -> String {
        let tables = try FileManager.default.subpathsOfDirectory(atPath: content.path).filter { $0.hasSuffix(".csv") }
            .sorted()
        guard let path = tables.randomElement(using: &random) else { return "nothing" }
        let file = content.appending(path: path)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let figures = text.ranges(of: #/\d+/#)
        guard let figure = figures.randomElement(using: &random), let number = Int(text[figure]) else {
            return "nothing"
        }
        try write(Data(text.replacingCharacters(in: figure, with: String(number + 1)).utf8), to: file)
        return "\(path): \(number + 1) for \(number)"
    }

    // MARK: Values

    /// A value as YAML that the field may have; nil for one that is left alone.
    private mutating func value(of field: FieldDescription) throws -> String? {
        switch field.key {
        // What is not free text, although any text is taken.
        case "number": return "\(300 + made)-KL/TW"
        case "audience": return made.isMultiple(of: 3) ? "internal" : "public"
        case "base-url", "translation", "url", "security-contact": return "https://vi.du/\(made)/"
        case "target", "reviews", "informs":
            let targets = ["kl-100-tw-2014", "hd-167-btgtw-2015", "705-KL/TW", "711-KL/TW", "9\(made)-CT/TW"]
            return targets.randomElement(using: &random)
        case "provisions": return "[\"Điều 1\", \"khoản 2 Điều 3\"]"
        case "file": return try attachment()
        case "kind", "audiences", "editions", "tables": return nil
        default: return try value(of: field.shape)
        }
    }

    private mutating func value(of shape: FieldDescription.Shape) throws -> String? {
        switch shape {
        case .text, .longText, .address, .record, .attachment, .audience: return "\"Chữ \(made), từ mới\(made)\""
        case .date:
            let day = "20\(10 + made % 16)-\(String(format: "%02d-%02d", made % 12 + 1, made % 28 + 1))"
            return [day, day, String(day.prefix(7)), String(day.prefix(4))].randomElement(using: &random)
        case .integer: return String(made % 60 + 5)
        case .decimal: return "1.\(made % 9)"
        case .choice(let choices): return choices.randomElement(using: &random)
        case .id(let list): return try ids(of: list).randomElement(using: &random)
        case .identifier: return "ma-\(made)-2015"
        case .oneOrMore(let one):
            let values = try [value(of: one), value(of: one)].compactMap { $0 }
            return Bool.random(using: &random) ? values.first : "[\(values.joined(separator: ", "))]"
        case .fields(let fields): return try object(fields)
        case .listOfFields(let fields): return "[\(try object(fields))]"
        case .truth: return made.isMultiple(of: 2) ? "true" : "false"
        case .named(let one): return try value(of: one).map { "{Tên \(made % 3): \($0)}" }
        case .either(let word, let other): return Bool.random(using: &random) ? word : try value(of: other)
        case .weights: return nil
        }
    }

    /// All fields that are required, and half of the others.
    private mutating func object(_ fields: [FieldDescription]) throws -> String {
        var pairs: [String] = []
        for field in fields where field.isRequired || Bool.random(using: &random) {
            if let value = try value(of: field) { pairs.append("\(field.key): \(value)") }
        }
        return "{\(pairs.joined(separator: ", "))}"
    }

    private func ids(of list: String) throws -> [String] {
        let text = String(
            decoding: try Data(contentsOf: content.appending(path: "vocabulary/\(list).yml")), as: UTF8.self)
        return text.matches(of: #/- \{id: ([a-z0-9-]+)/#).map { String($0.1) }
    }

    private mutating func attachment() throws -> String {
        let name = "kem-\(made % 4).txt"
        let file = content.appending(path: "attachments/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        if !FileManager.default.fileExists(atPath: file.path) { try write(Data("tệp".utf8), to: file) }
        return name
    }
}
