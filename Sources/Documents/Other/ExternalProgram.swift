import Foundation

/// Runs a program of the system on a file in a folder of its own, with a time limit, and removes the folder.
enum ExternalProgram {
    static func path(of name: String) -> String? {
        for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":") {
            let path = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        return nil
    }

    /// The bytes of the file that the program wrote.
    static func run(
        _ name: String, on bytes: [UInt8], inputName: String, outputName: String, seconds: Double,
        arguments: (_ folder: String) -> [String]
    ) throws(ReadingError) -> [UInt8] {
        let outputs = try run(
            name, on: [(inputName, bytes)], outputNames: [outputName], seconds: seconds, arguments: arguments)
        guard let output = outputs[0] else { throw .programFailed(name) }
        return output
    }

    /// The bytes of the files that the program wrote, in the order of their names; nil for one that it did not write.
    static func run(
        _ name: String, on inputs: [(name: String, bytes: [UInt8])], outputNames: [String], seconds: Double,
        arguments: (_ folder: String) -> [String]
    ) throws(ReadingError) -> [[UInt8]?] {
        guard let program = path(of: name) else { throw .programMissing(name) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(at: folder) }
            for input in inputs { try Data(input.bytes).write(to: folder.appending(path: input.name)) }
            let process = Process()
            process.executableURL = URL(filePath: program)
            process.arguments = arguments(folder.path)
            process.currentDirectoryURL = folder
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            var environment = ProcessInfo.processInfo.environment
            environment["HOME"] = folder.path
            process.environment = environment
            try process.run()
            let end = Date().addingTimeInterval(seconds)
            while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
            if process.isRunning { process.terminate() }
            return outputNames.map { name in
                FileManager.default.contents(atPath: folder.appending(path: name).path).map { [UInt8]($0) }
            }
        } catch {
            throw .programFailed(name)
        }
    }
}
