import ArgumentParser
import Building
import Diagnostics
import Foundation
import Importing
import Records
import VietnameseText

/// What the verbs that add an entry to the vocabulary share.
struct EntryOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Its name, in quotation marks.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("Folder of records, vocabulary and attachments.", valueName: "dir"))
    var content = "content"

    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        let slug = Slug.make(name)
        if slug.isEmpty || name.count > 200 { throw ValidationError("“\(name)” không phải một cái tên (is no name)") }
    }

    func vocabulary() async throws -> Vocabulary {
        let folder = ContentFolder(content)
        guard folder.exists else { throw BuildError.noContent(content) }
        return try await ContentLoader(folder: folder, jobs: 1).load().vocabulary
    }

    /// Writes an entry, unless one of that name is there.
    func add(_ addition: VocabularyAddition, isThere: Bool) throws {
        let file = "\(content)/vocabulary/\(addition.list.rawValue).yml"
        guard !isThere else {
            Terminal.complain(
                speech.language == .vietnamese ? "“\(name)” đã có trong \(file)" : "“\(name)” is in \(file) already")
            throw ExitStatus.contentErrors.error
        }
        try addition.append(to: URL(filePath: content), remark: nil)
        try Terminal.output(addition.id)
        Terminal.complain(
            speech.language == .vietnamese
                ? "đã thêm vào \(file): \(addition.line)" : "added to \(file): \(addition.line)")
    }
}

/// `tracuu new issuer "Bộ Nội vụ" --abbreviation BNV`
struct NewIssuerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issuer", abstract: "Thêm một cơ quan vào danh mục (adds an issuing body to the vocabulary).")

    @OptionGroup var entry: EntryOptions

    @Option(help: ArgumentHelp("As numbers show it: BNV.", valueName: "letters"))
    var abbreviation: String?

    @Option(help: ArgumentHelp("Where it works, for bodies of provinces and communes.", valueName: "place"))
    var place: String?

    mutating func run() async throws {
        let vocabulary = try await entry.vocabulary()
        let slug = Slug.make(entry.name)
        let isThere = vocabulary.issuers.contains { issuer in issuer.names.contains { Slug.make($0.name) == slug } }
        let addition = VocabularyAddition.issuer(
            name: entry.name, abbreviation: abbreviation, place: place, vocabulary: vocabulary
        ).addition
        try entry.add(addition, isThere: isThere)
    }
}

/// `tracuu new type "Quy hoạch"`
struct NewTypeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "type", abstract: "Thêm một loại văn bản vào danh mục (adds a type of document).")

    @OptionGroup var entry: EntryOptions

    @Option(help: ArgumentHelp("As numbers show it: QH.", valueName: "letters"))
    var abbreviation: String?

    mutating func run() async throws {
        let vocabulary = try await entry.vocabulary()
        let slug = Slug.make(entry.name)
        try entry.add(
            .type(name: entry.name, abbreviation: abbreviation, vocabulary: vocabulary),
            isThere: vocabulary.types.contains { Slug.make($0.name) == slug })
    }
}

/// `tracuu new topic "Cải cách hành chính"`
struct NewTopicCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topic", abstract: "Thêm một chủ đề vào danh mục (adds a topic).")

    @OptionGroup var entry: EntryOptions

    @Option(help: ArgumentHelp("Id of a wider topic.", valueName: "id"))
    var broader: String?

    mutating func run() async throws {
        let vocabulary = try await entry.vocabulary()
        if let broader, vocabulary.topic(broader) == nil {
            throw ValidationError("--broader: không có chủ đề “\(broader)” (there is no such topic)")
        }
        let slug = Slug.make(entry.name)
        try entry.add(
            .topic(name: entry.name, broader: broader, vocabulary: vocabulary),
            isThere: vocabulary.topics.contains { Slug.make($0.name) == slug })
    }
}
