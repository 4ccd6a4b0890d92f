import Foundation

/// Text for people goes to standard error, results to standard output.
enum Terminal {
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    /// A question, without a line end after it.
    static func ask(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    /// Whether a person is there to answer: at both ends of a terminal.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Colour only on a terminal whose reader did not ask for none (no-color.org).
    static var usesColour: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
}
