import Foundation

/// Shows an address in the browser of whoever sits at this machine, where there is one.
enum BrowserOpening {
    /// Does nothing where there is no screen or nothing to open addresses with: the address is printed anyway.
    static func open(_ address: String) {
        let environment = ProcessInfo.processInfo.environment
        let isWindowsSubsystem = environment["WSL_DISTRO_NAME"] != nil
        guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil || isWindowsSubsystem else {
            return
        }
        let names = isWindowsSubsystem ? ["wslview", "explorer.exe", "xdg-open"] : ["xdg-open"]
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        for name in names {
            guard
                let program = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile)
            else { continue }
            let process = Process()
            process.executableURL = URL(filePath: program)
            process.arguments = [address]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            if (try? process.run()) != nil { return }
        }
    }
}
