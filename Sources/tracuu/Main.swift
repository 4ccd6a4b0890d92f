import ArgumentParser
import Building
import Diagnostics
import Foundation
import Publishing
import Signing

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
            if case .leaks = error { return .contentErrors }
            return .wrongUse
        case let error as PublishError:
            Terminal.complain("tracuu: \(error.message(.vietnamese)) (\(error.message(.english)))")
            return error.isWrongUse ? .wrongUse : .machineFailed
        case let error as SigningError:
            Terminal.complain("tracuu: \(error.message(.vietnamese)) (\(error.message(.english)))")
            return .wrongUse
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

extension SigningError {
    func message(_ language: Language) -> String {
        switch (self, language) {
        case (.unreadableKey(let name), .vietnamese): "\(name) không phải khóa của minisign"
        case (.unreadableKey(let name), .english): "\(name) is no key of minisign"
        case (.protectedKey(let name), .vietnamese):
            "khóa \(name) có mật khẩu; hãy tạo khóa không mật khẩu bằng minisign -G -W và giữ tệp khóa kín"
        case (.protectedKey(let name), .english):
            "\(name) has a password; make a key without one by minisign -G -W, and guard its file"
        case (.unreadableCertificate(let name), .vietnamese):
            "\(name): không đọc được chứng thư hoặc khóa (PEM), hoặc hai tệp không đi với nhau"
        case (.unreadableCertificate(let name), .english):
            "\(name): no certificate or key in PEM, or they do not go together"
        case (.failed, .vietnamese): "không ký được"
        case (.failed, .english): "signing failed"
        }
    }
}
