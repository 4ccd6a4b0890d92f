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
        guard let program = path(of: name) else { throw .programMissing(name) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(at: folder) }
            try Data(bytes).write(to: folder.appending(path: inputName))
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
            if process.isRunning {
                process.terminate()
                throw ReadingError.programFailed(name)
            }
            guard let output = FileManager.default.contents(atPath: folder.appending(path: outputName).path) else {
                throw ReadingError.programFailed(name)
            }
            return [UInt8](output)
        } catch let error as ReadingError {
            throw error
        } catch {
            throw .programFailed(name)
        }
    }
}

/// Word's old formats, by way of LibreOffice.
enum OfficeConverter {
    static func docx(from bytes: [UInt8], format: FileFormat, limits: ReadingLimits) throws(ReadingError) -> [UInt8] {
        try ExternalProgram.run(
            "soffice", on: bytes, inputName: "input.\(format.rawValue)", outputName: "input.docx", seconds: 60
        ) { folder in
            [
                "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, "\(folder)/input.\(format.rawValue)",
            ]
        }
    }
}
