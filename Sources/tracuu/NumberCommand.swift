import ArgumentParser
import Citations
import Records

/// `tracuu number`
struct NumberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number", abstract: "Đọc một số hiệu theo bất kỳ cách viết nào (reads a document number).")

    @Argument(help: ArgumentHelp("What was typed.", valueName: "text"))
    var text: [String]

    @Option(help: ArgumentHelp("Folder whose vocabulary gives types and bodies.", valueName: "dir"))
    var content: String?

    mutating func run() async throws {
        var grammar = NumberGrammar()
        if let content {
            grammar = try await ContentLoader(folder: ContentFolder(content), jobs: 1).load().grammar
        }
        try Terminal.output(grammar.read(text.joined(separator: " ")).summary)
    }
}
