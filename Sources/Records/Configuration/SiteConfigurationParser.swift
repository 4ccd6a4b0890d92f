import Diagnostics
import VietnameseText

/// Reads `site.yml`. Everything in it is optional.
enum SiteConfigurationParser {
    static func read(_ file: SourceFile?) -> (SiteConfiguration, [Diagnostic]) {
        var configuration = SiteConfiguration.standard
        guard let file else { return (configuration, []) }
        var fields: FieldReader
        switch FieldReader.open(file.bytes[...], file: file.path, lineOffset: 0) {
        case .success(let reader): fields = reader
        case .failure(let diagnostic): return (configuration, [diagnostic])
        }
        if let title = fields.string("title") { configuration.title = title }
        configuration.description = fields.string("description")
        configuration.notice = fields.string("notice")
        configuration.baseURL = baseURL(&fields)
        configuration.translation = translation(&fields)
        if let language = fields.choice("language", Language.self) { configuration.language = language }
        let audiences = fields.mappings("audiences", example: "audiences: [{id: internal, name: Nội bộ}]") { reader in
            let (id, name) = (reader.requiredString("id"), reader.string("name"))
            return id.map { Audience(id: $0, name: name ?? $0) }
        }
        refuseRepeats(of: audiences.map(\.id), "audiences", &fields)
        if fields.has("audiences"), !audiences.isEmpty {
            configuration.audiences = audiences
            configuration.editions = audiences.map { Edition(id: $0.id, audience: $0.id, title: nil, baseURL: nil) }
        }
        let known = configuration.audiences.map(\.id)
        let editions = fields.mappings("editions", example: "editions: [{id: public, audience: public}]") {
            edition(&$0, audiences: known)
        }
        refuseRepeats(of: editions.map(\.id), "editions", &fields)
        if fields.has("editions") { configuration.editions = editions }
        configuration.namesEditions = fields.has("editions") || fields.has("audiences")
        if let days = fields.integer("status-check-days") { configuration.statusCheckDays = max(1, days) }
        if let severities = fields.mapping("severities", example: "severities: {TC114: off}", SeverityParser.read) {
            configuration.severities = severities
        }
        if let thresholds = thresholds(&fields) { configuration.thresholds = thresholds }
        if let separator = fields.choice("csv-separator", Separator.self) {
            configuration.csvSeparator = separator.sign
        }
        configuration.securityContact = securityContact(&fields)
        configuration.hasAkomaNtoso = fields.choice("akoma-ntoso", Switch.self) == .on
        configuration.hasWordFiles = fields.choice("word-files", Switch.self) == .on
        configuration.hasMarkdownFiles = fields.choice("markdown-files", Switch.self) == .on
        configuration.examples = fields.choice("examples", Switch.self) == .on
        fields.reportUnknownKeys()
        return (configuration, fields.diagnostics)
    }

    private enum Switch: String, CaseIterable {
        case on = "true"
        case off = "false"
    }

    private enum Separator: String, CaseIterable {
        case comma, semicolon

        var sign: String { self == .comma ? "," : ";" }
    }

    /// Nothing below `DisclosureThresholds.least` is taken from a file: it would be a hole, not a choice.
    private static func thresholds(_ fields: inout FieldReader) -> DisclosureThresholds? {
        fields.mapping("thresholds", example: "thresholds: {cell: 10, base: 30}") { reader in
            var thresholds = DisclosureThresholds()
            for (key, path) in [("cell", \DisclosureThresholds.cell), ("base", \DisclosureThresholds.base)] {
                guard let value = reader.integer(key) else { continue }
                if value < DisclosureThresholds.least {
                    reader.report(
                        Diagnostic(
                            .lowThreshold, at: reader.span(ofKey: key), key, String(value),
                            String(DisclosureThresholds.least)))
                } else {
                    thresholds[keyPath: path] = value
                }
            }
            return thresholds
        }
    }

    /// An id that is given twice, or a list without any, would decide silently who reads what.
    private static func refuseRepeats(of ids: [String], _ key: String, _ fields: inout FieldReader) {
        guard fields.has(key) else { return }
        let place = fields.span(ofKey: key)
        if ids.isEmpty { fields.report(Diagnostic(.emptyValue, at: place, key)) }
        var seen = Set<String>()
        for id in ids where !seen.insert(id).inserted {
            fields.report(Diagnostic(.duplicateVocabularyID, at: place, id))
        }
    }

    private static func edition(_ fields: inout FieldReader, audiences: [String]) -> Edition? {
        let id = fields.requiredString("id")
        let title = fields.string("title")
        let url = baseURL(&fields)
        let audience = fields.placedString("audience")
        let editorsPage = fields.choice("editors-page", Switch.self).map { $0 == .on }
        guard let id else { return nil }
        // The word stands for everything: an edition of that name could never be told from it.
        if id == Edition.everything {
            fields.report(Diagnostic(.wrongID, at: fields.start, id))
            return nil
        }
        let name = audience?.text ?? id
        guard audiences.contains(name) else {
            fields.report(
                Diagnostic(
                    .unknownAudience, at: audience?.span ?? fields.start, name, audiences.joined(separator: ", "),
                    suggestion: Spelling.nearest(name, among: audiences)))
            return nil
        }
        return Edition(id: id, audience: name, title: title, baseURL: url, editorsPage: editorsPage)
    }

    private static func securityContact(_ fields: inout FieldReader) -> String? {
        guard let placed = fields.placedString("security-contact") else { return nil }
        let isAddress = ["mailto:", "https://"].contains { placed.text.hasPrefix($0) && placed.text != $0 }
        guard isAddress, placed.text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            fields.report(Diagnostic(.wrongContact, at: placed.span, placed.text))
            return nil
        }
        return placed.text
    }

    private static func baseURL(_ fields: inout FieldReader) -> String? {
        address("base-url", isRelativeAllowed: false, &fields)
    }

    private static func translation(_ fields: inout FieldReader) -> String? {
        address("translation", isRelativeAllowed: true, &fields)
    }

    /// An absolute http address, or a path where one is allowed, made to end in `/`.
    private static func address(_ key: String, isRelativeAllowed: Bool, _ fields: inout FieldReader) -> String? {
        guard let placed = fields.placedString(key) else { return nil }
        let text = placed.text
        let hasScheme = text.hasPrefix("https://") || text.hasPrefix("http://")
        let isRelative = !text.contains(":") && !text.hasPrefix("/")
        let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }
        guard hasScheme || isRelativeAllowed && isRelative, isClean, !text.contains("?"), !text.contains("#") else {
            fields.report(Diagnostic(.wrongBaseURL, at: placed.span, text))
            return nil
        }
        return text.hasSuffix("/") ? text : text + "/"
    }
}
