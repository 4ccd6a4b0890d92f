import ArgumentParser

/// `tracuu new`: a record to fill in. Without a further word it is that of a numbered document; `new finding` is a finding.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Tạo một bản ghi để điền, từ số hiệu (makes a record to fill in, from a number).",
        subcommands: [
            NewDocumentCommand.self, NewFindingCommand.self, NewIssuerCommand.self, NewTypeCommand.self,
            NewTopicCommand.self,
        ],
        defaultSubcommand: NewDocumentCommand.self)
}
