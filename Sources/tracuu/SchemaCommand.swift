import ArgumentParser
import Diagnostics
import Editing
import Foundation

extension JSONSchema.Subject: ExpressibleByArgument {}

/// `tracuu schema`
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "In lược đồ JSON cho trình soạn thảo (prints JSON Schema 2020-12 for editors).")

    @Argument(
        help: ArgumentHelp(
            "front-matter, or one kind of it: directive, guidance, finding, page; site; vocabulary, or one list of it: types, issuers, topics, synonyms.",
            valueName: "subject"))
    var subject: JSONSchema.Subject?

    @Option(
        name: .customLong("vscode"),
        help: ArgumentHelp(
            "Folder to write .vscode/settings.json and the schemas into, for VS Code's YAML extension.",
            valueName: "dir"))
    var editorFolder: String?

    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        guard (subject == nil) != (editorFolder == nil) else {
            throw ValidationError("cần một lược đồ, hoặc --vscode (name a schema, or --vscode)")
        }
    }

    mutating func run() throws {
        let schema = JSONSchema(language: speech.language)
        if let subject { try Terminal.output(try schema.text(for: subject), terminator: "") }
        if let editorFolder { try write(to: editorFolder) }
    }

    /// Settings are an editor's own, so ones that are there already stay.
    private func write(to path: String) throws {
        let folder = URL(filePath: path, directoryHint: .isDirectory).appending(path: ".vscode")
        let settings = folder.appending(path: "settings.json")
        guard !FileManager.default.fileExists(atPath: settings.path) else {
            throw ValidationError("\(settings.path) đã có, không ghi đè (is there already and stays)")
        }
        try EditorSettings.write(language: speech.language, to: URL(filePath: path, directoryHint: .isDirectory))
    }
}

/// The settings with which VS Code checks configuration and vocabulary while they are written.
enum EditorSettings {
    static func write(language: Language, to root: URL) throws {
        let schema = JSONSchema(language: language)
        let folder = root.appending(path: ".vscode")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "tracuu"), withIntermediateDirectories: true)
        for subject in [JSONSchema.Subject.site, .types, .issuers, .topics, .synonyms] {
            try Data(schema.text(for: subject).utf8)
                .write(to: folder.appending(path: "tracuu/\(subject.rawValue).json"), options: .atomic)
        }
        try Data(settings.utf8).write(to: folder.appending(path: "settings.json"), options: .atomic)
    }

    private static let settings = """
        {
          "files.encoding": "utf8",
          "files.eol": "\\n",
          "files.insertFinalNewline": true,
          "editor.wordWrap": "on",
          "yaml.schemas": {
            "./.vscode/tracuu/site.json": "content/site.yml",
            "./.vscode/tracuu/types.json": "content/vocabulary/types.yml",
            "./.vscode/tracuu/issuers.json": "content/vocabulary/issuers.yml",
            "./.vscode/tracuu/topics.json": "content/vocabulary/topics.yml",
            "./.vscode/tracuu/synonyms.json": "content/vocabulary/synonyms.yml"
          }
        }

        """
}
