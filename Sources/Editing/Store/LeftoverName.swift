import Glibc
import Synchronization

/// Names of files that stand beside a record while it is saved: hidden, and of the form of editors' backups, so that no build
/// reads them.
enum LeftoverName {
    private static let count = Atomic<Int>(0)

    static func new(beside name: String) -> String {
        let number = count.add(1, ordering: .relaxed).newValue
        return ".\(name).\(getpid())-\(number).tracuu~"
    }

    /// The record's name, where the process that wrote it no longer runs; nil for any other file.
    static func record(of name: String) -> String? {
        guard name.hasPrefix("."), name.hasSuffix(".tracuu~") else { return nil }
        let parts = name.dropFirst().dropLast(".tracuu~".count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let process = parts.last?.split(separator: "-").first.flatMap({ pid_t($0) }),
            process > 0,
            process != getpid(), kill(process, 0) != 0, errno == ESRCH
        else { return nil }
        return parts.dropLast().joined(separator: ".")
    }
}
