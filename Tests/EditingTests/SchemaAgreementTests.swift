import Diagnostics
import Foundation
import Records
import Testing

@testable import Editing

@Suite("Descriptions of fields and the parser agree")
struct SchemaAgreementTests {
    /// What the parser says it knows, when it meets a key that nobody has: the second argument of TC107.
    private static func known(_ text: String, _ path: String, key: String) -> Set<String>? {
        let found = (try? reader.get().diagnostics(of: Array(text.utf8), path: path)) ?? []
        return found.first { $0.kind == .unknownKey && $0.arguments[0].hasSuffix(key) }
            .map { Set($0.arguments[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }) }
    }

    private static let reader = Result {
        try ContentLoader(folder: ContentFolder("/nonexistent-tracuu"), jobs: 1).fileReader()
    }

    private static func record(_ kind: Kind, _ lines: String) -> String {
        // A form, so that a finding is read as one.
        "---\n\(kind == .finding ? "form: review\n" : "")\(lines)\n---\n"
    }

    @Test("the parser's keys of each kind are the described ones, also below", arguments: Kind.allCases)
    func records(kind: Kind) {
        let path = "\(kind.folder)/a.md"
        #expect(Self.known(Self.record(kind, "zzzz9: 1"), path, key: "zzzz9") == Set(RecordFields.of(kind).map(\.key)))
        for field in RecordFields.of(kind) where !field.inner.isEmpty {
            let value: String
            switch field.shape {
            case .listOfFields: value = "[{zzzz9: 1}]"
            default: value = "{zzzz9: 1}"
            }
            let known = Self.known(Self.record(kind, "\(field.key): \(value)"), path, key: "zzzz9")
            #expect(known == Set(field.inner.map(\.key)), "\(kind) \(field.key)")
        }
    }

    @Test("the keys of site.yml are the described ones, also below")
    func site() {
        #expect(Self.known("zzzz9: 1\n", "site.yml", key: "zzzz9") == Set(SiteFields.all.map(\.key)))
        for field in SiteFields.all where !field.inner.isEmpty {
            var isList = false
            if case .listOfFields = field.shape { isList = true }
            let known = Self.known(
                "\(field.key): \(isList ? "[{zzzz9: 1}]" : "{zzzz9: 1}")\n", "site.yml", key: "zzzz9")
            #expect(known == Set(field.inner.map(\.key)), "\(field.key)")
        }
    }

    @Test("the keys of the vocabulary are the described ones", arguments: VocabularyFields.lists)
    func vocabulary(list: String) {
        let known = Self.known("- {zzzz9: 1}\n", "vocabulary/\(list).yml", key: "zzzz9")
        #expect(known == Set(VocabularyFields.of(list).map(\.key)))
    }

    @Test("what the parser requires, the descriptions require", arguments: Kind.allCases)
    func required(kind: Kind) throws {
        let found = try Self.reader.get().diagnostics(
            of: Array("---\norder: 1\n---\n".utf8), path: "\(kind.folder)/a.md")
        let missing = Set(found.filter { $0.kind == .missingKey }.map { $0.arguments[0] })
        #expect(missing == Set(RecordFields.of(kind).filter(\.isRequired).map(\.key)))
    }

    @Test("every description speaks both languages")
    func languages() {
        func check(_ fields: [FieldDescription]) {
            for field in fields {
                #expect(!field.summary.vi.isEmpty && !field.summary.en.isEmpty, "\(field.key)")
                #expect(field.summary.vi != field.summary.en, "\(field.key)")
                check(field.inner)
            }
        }
        for kind in Kind.allCases { check(RecordFields.of(kind)) }
        check(SiteFields.all)
        for list in VocabularyFields.lists { check(VocabularyFields.of(list)) }
    }
}
