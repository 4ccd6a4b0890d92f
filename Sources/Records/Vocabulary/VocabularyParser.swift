import Diagnostics
import VietnameseText

/// Reads the files of `vocabulary/`, all of them optional.
public enum VocabularyParser {
    /// `refused` holds the paths of files that are there and cannot be read as text.
    static func read(_ files: [String: SourceFile], refused: Set<String> = []) -> (VocabularyChecks, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var unread = refused
        var claimed: [String: Set<String>] = [:]
        func entries<Entry>(_ name: String, _ read: (inout FieldReader) -> Entry?) -> [(Entry, SourceSpan)] {
            guard let file = files["vocabulary/\(name).yml"] else { return [] }
            let (readers, problems) = FieldReader.openList(file.bytes[...], file: file.path)
            diagnostics += problems
            if readers.isEmpty, !problems.isEmpty { unread.insert(file.path) }
            var found: [(Entry, SourceSpan)] = []
            for reader in readers {
                var reader = reader
                let entry = read(&reader)
                if entry == nil, let id = reader.plainText("id") { claimed[file.path, default: []].insert(id) }
                reader.reportUnknownKeys()
                diagnostics += reader.diagnostics
                if let entry { found.append((entry, reader.start)) }
            }
            return found
        }
        let types = entries("types", type)
        let issuers = entries("issuers", issuer)
        let topics = entries("topics", topic)
        let synonyms = entries("synonyms", synonymGroup)
        diagnostics += duplicates(types, id: \.id) + duplicates(issuers, id: \.id) + duplicates(topics, id: \.id)
        diagnostics += sharedCodes(types, id: \.id, code: \.code)
        diagnostics += sharedCodes(issuers, id: \.id, code: \.code, sharedWith: \.abbreviation)
        diagnostics += dangling(
            issuers, links: { [$0.parent, $0.successor, $0.letterhead] }, id: \.id, file: "issuers")
        diagnostics += dangling(topics, links: { [$0.broader] }, id: \.id, file: "topics")
        diagnostics += circles(issuers, id: \.id, up: \.parent) + circles(topics, id: \.id, up: \.broader)
        let vocabulary = Vocabulary(
            types: unique(types, \.id), issuers: unique(issuers, \.id), topics: unique(topics, \.id),
            synonyms: synonyms.map(\.0))
        let closed = VocabularyChecks.List.allCases.filter { files[$0.file] != nil }
        let checks = VocabularyChecks(
            vocabulary: vocabulary, closed: Set(closed),
            unread: Set(VocabularyChecks.List.allCases.filter { unread.contains($0.file) }),
            claimed: claimed)
        return (checks, diagnostics)
    }

    // MARK: Entries

    private static func type(_ fields: inout FieldReader) -> DocumentType? {
        let id = identifier(&fields)
        let name = fields.requiredString("name")
        let entry = DocumentType(
            id: id ?? "", name: name ?? "", nameEN: fields.string("name-en"),
            abbreviation: fields.string("abbreviation"),
            code: code(&fields), system: fields.choice("system", DocumentSystem.self), rank: fields.integer("rank"))
        return id == nil || name == nil ? nil : entry
    }

    private static func issuer(_ fields: inout FieldReader) -> Issuer? {
        let id = identifier(&fields)
        var names = fields.mappings("names", example: "names: [{name: …, from: 2025-02-03}]") { reader -> DatedName? in
            let name = reader.requiredString("name")
            let from = reader.date("from")
            let to = reader.date("to")
            return name.map { DatedName(name: $0, from: from, to: to) }
        }
        if let name = fields.string("name") { names.append(DatedName(name: name, from: nil, to: nil)) }
        if names.isEmpty, !fields.has("name"), !fields.has("names") {
            fields.report(Diagnostic(.missingKey, at: fields.start, "name"))
        }
        let entry = Issuer(
            id: id ?? "", names: names, nameEN: fields.string("name-en"), abbreviation: fields.string("abbreviation"),
            code: code(&fields), letterhead: fields.string("letterhead"), place: fields.string("place"),
            parent: fields.string("parent"),
            successor: fields.string("successor"))
        return id == nil || names.isEmpty ? nil : entry
    }

    private static func topic(_ fields: inout FieldReader) -> Topic? {
        let id = identifier(&fields)
        let name = fields.requiredString("name")
        let entry = Topic(
            id: id ?? "", name: name ?? "", nameEN: fields.string("name-en"), broader: fields.string("broader"),
            synonyms: fields.strings("synonyms").map(\.text))
        return id == nil || name == nil ? nil : entry
    }

    /// Reads a file of groups of synonyms that is no part of the content.
    public static func synonyms(_ bytes: [UInt8], file: String) -> (groups: [SynonymGroup], problems: [Diagnostic]) {
        var (readers, diagnostics) = FieldReader.openList(bytes[...], file: file)
        var groups: [SynonymGroup] = []
        for index in readers.indices {
            if let group = synonymGroup(&readers[index]) { groups.append(group) }
            readers[index].reportUnknownKeys()
            diagnostics += readers[index].diagnostics
        }
        return (groups, diagnostics)
    }

    private static func synonymGroup(_ fields: inout FieldReader) -> SynonymGroup? {
        let terms = fields.strings("terms").map(\.text)
        if !fields.has("terms") { fields.report(Diagnostic(.missingKey, at: fields.start, "terms")) }
        return terms.count > 1 ? SynonymGroup(terms: terms) : nil
    }

    private static func identifier(_ fields: inout FieldReader) -> String? {
        guard let id = fields.placedString("id") else {
            if !fields.has("id") { fields.report(Diagnostic(.missingKey, at: fields.start, "id")) }
            return nil
        }
        return checkedIdentifier(id, &fields)
    }

    private static func code(_ fields: inout FieldReader) -> String? {
        fields.placedString("code").flatMap { checkedIdentifier($0, &fields) }
    }

    private static func checkedIdentifier(_ id: PlacedText, _ fields: inout FieldReader) -> String? {
        guard RecordIdentity.isIdentifier(id.text) else {
            fields.report(Diagnostic(.wrongID, at: id.span, id.text, suggestion: Slug.make(id.text)))
            return nil
        }
        // Ids name folders of the site.
        if let reserved = FileNames.diagnostic(of: id.text, at: id.span) { fields.report(reserved) }
        return id.text
    }

    // MARK: Checks across entries

    private static func duplicates<Entry>(
        _ entries: [(Entry, SourceSpan)], id: KeyPath<Entry, String>
    ) -> [Diagnostic] {
        var seen = Set<String>()
        return entries.compactMap { entry, span in
            seen.insert(entry[keyPath: id]).inserted
                ? nil : Diagnostic(.duplicateVocabularyID, at: span, entry[keyPath: id])
        }
    }

    /// Codes part ids, so two entries may share one only where their numbers share a series: bodies of one abbreviation,
    /// as those that all sign /TW.
    private static func sharedCodes<Entry>(
        _ entries: [(Entry, SourceSpan)], id: KeyPath<Entry, String>, code: KeyPath<Entry, String?>,
        sharedWith series: KeyPath<Entry, String?>? = nil
    ) -> [Diagnostic] {
        var owners: [String: Entry] = [:]
        return entries.compactMap { entry, span in
            guard let value = entry[keyPath: code] else { return nil }
            guard let other = owners[value] else {
                owners[value] = entry
                return nil
            }
            if let series, let own = entry[keyPath: series], own == other[keyPath: series] { return nil }
            return Diagnostic(.duplicateCode, at: span, value, other[keyPath: id], entry[keyPath: id])
        }
    }

    private static func dangling<Entry>(
        _ entries: [(Entry, SourceSpan)], links: (Entry) -> [String?], id: KeyPath<Entry, String>, file: String
    ) -> [Diagnostic] {
        let known = entries.map { $0.0[keyPath: id] }
        let set = Set(known)
        return entries.flatMap { entry, span in
            links(entry).compactMap { $0 }.filter { !set.contains($0) }.map {
                Diagnostic(
                    .unknownVocabularyID, at: span, $0, "vocabulary/\(file).yml",
                    suggestion: Spelling.nearest($0, among: known))
            }
        }
    }

    private static func circles<Entry>(
        _ entries: [(Entry, SourceSpan)], id: KeyPath<Entry, String>, up: KeyPath<Entry, String?>
    ) -> [Diagnostic] {
        let parents = Dictionary(
            entries.compactMap { entry in entry.0[keyPath: up].map { (entry.0[keyPath: id], $0) } },
            uniquingKeysWith: { first, _ in first })
        return entries.compactMap { entry, span in
            let start = entry[keyPath: id]
            var steps = 0
            var current = parents[start]
            while let next = current, steps <= parents.count {
                if next == start { return Diagnostic(.circularParent, at: span, start, parents[start] ?? start) }
                current = parents[next]
                steps += 1
            }
            return nil
        }
    }

    private static func unique<Entry>(_ entries: [(Entry, SourceSpan)], _ id: KeyPath<Entry, String>) -> [Entry] {
        var seen = Set<String>()
        return entries.map(\.0).filter { seen.insert($0[keyPath: id]).inserted }
    }
}
