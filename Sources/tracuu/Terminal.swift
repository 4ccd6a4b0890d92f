import Diagnostics
import Foundation

/// Text for people goes to standard error, results to standard output.
///
/// Messages that cannot be written are lost, and the exit code says what happened all the same: the reader of a message may
/// have gone, and a full disk behind it is no reason to stop. Results that cannot be written are a failure of the machine.
enum Terminal {
    /// A sentence for people. What comes of names and content cannot steer the terminal.
    static func complain(_ text: String) { tell(VisibleText.of(text, keepingLines: true)) }

    /// Text that is fit for a terminal already, with its colours.
    static func tell(_ text: String) {
        _ = write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
    }

    /// A question, without a line end after it.
    static func ask(_ text: String) { _ = write(VisibleText.of(text, keepingLines: true), to: STDERR_FILENO) }

    /// A result. Programs get it as it is, a terminal what it can show.
    /// - Throws: `OutputError` when it cannot be written wholly.
    static func output(_ text: String, terminator: String = "\n") throws {
        let isShown = isatty(STDOUT_FILENO) == 1
        let failure = write((isShown ? VisibleText.of(text, keepingLines: true) : text) + terminator, to: STDOUT_FILENO)
        if let failure { throw OutputError(number: failure) }
    }

    /// Whether a person is there to answer: at both ends of a terminal.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Colour only on a terminal whose reader did not ask for none (no-color.org).
    static var usesColour: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    /// Makes writing fail rather than do harm: a reader that goes away ends no command by a signal, and where a standard
    /// stream is closed, no file that is opened later takes its number and the messages with it.
    static func guardStreams() {
        signal(SIGPIPE, SIG_IGN)
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // Open for reading alone, so that writing to it is an error.
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// The error number of the system; nil when all was written.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var text = text
        return text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = Foundation.write(
                    descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                if count > 0 {
                    written += count
                } else if count < 0, errno == EINTR {
                    continue
                } else if count < 0, errno == EAGAIN {
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&waiting, 1, -1)
                } else {
                    return count < 0 ? errno : EIO
                }
            }
            return nil
        }
    }
}

/// A result could not be written to standard output.
struct OutputError: Error, CustomStringConvertible {
    var number: Int32

    var description: String {
        let reason = String(cString: strerror(number))
        return "không ghi được kết quả ra đầu ra chuẩn (\(reason); the result cannot be written to standard output)"
    }
}
