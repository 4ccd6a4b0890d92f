import ArgumentParser
import Diagnostics
import Foundation

/// The command. Each verb is a thin layer over a module.
struct Tracuu: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "tracuu",
        abstract: "Dựng trang tra cứu văn bản chỉ đạo, hướng dẫn từ các bản ghi Markdown.",
        discussion: """
            Builds a fast, searchable static site for a knowledge base of Vietnamese directives, guidance and findings.

            Exit codes: 0 done; 1 the content has errors, nothing is published; 2 wrong use; 3 the machine failed.
            """,
        version: version,
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, ExplainCommand.self, NewCommand.self,
            ImportCommand.self, InitCommand.self,
            SchemaCommand.self,
            SearchCommand.self, NumberCommand.self, WantedCommand.self, PublishCommand.self,
            ExportCommand.self, VerifyCommand.self,
        ])
}

/// What the command tells the shell.
enum ExitStatus: Int32 {
    case done = 0
    /// The content has errors; nothing was published.
    case contentErrors = 1
    case wrongUse = 2
    /// Disk, permission, memory.
    case machineFailed = 3

    var error: ExitCode { ExitCode(rawValue) }

    /// Ends the command at once, with all that it holds.
    func end() -> Never { exit(rawValue) }
}
