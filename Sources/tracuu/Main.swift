import ArgumentParser
import Building
import Diagnostics
import Foundation
import Publishing

@main
enum Main {
    /// Runs the verb and turns whatever it throws into a sentence and one of the four exit codes.
    static func main() async {
        ProcessMemory.growInLargeSteps()
        Terminal.guardStreams()
        do {
            var command = try Tracuu.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(code.rawValue)
        } catch {
            exit(report(error).rawValue)
        }
    }

    private static func report(_ error: any Error) -> ExitStatus {
        switch error {
        case let error as BuildError:
            Terminal.complain("tracuu: \(error.message(.vietnamese)) (\(error.message(.english)))")
            return .wrongUse
        case let error as PublishError:
            Terminal.complain("tracuu: \(error.message(.vietnamese)) (\(error.message(.english)))")
            return error.isWrongUse ? .wrongUse : .machineFailed
        default: break
        }
        let isUse = Tracuu.exitCode(for: error) != .failure
        if isUse {
            // `--help` and `--version` come this way too, with code 0.
            let message = Tracuu.fullMessage(for: error)
            if Tracuu.exitCode(for: error) == .success {
                do { try Terminal.output(message) } catch { return .machineFailed }
                return .done
            }
            Terminal.complain(message)
            return .wrongUse
        }
        Terminal.complain("tracuu: \(error)")
        return .machineFailed
    }
}

extension PublishError {
    /// Whether the user named the wrong folder, rather than the machine failing.
    fileprivate var isWrongUse: Bool {
        switch code {
        case .foreignFolder, .unusableOutput, .mountPoint, .lowerLayer, .noManifest: true
        default: false
        }
    }
}
