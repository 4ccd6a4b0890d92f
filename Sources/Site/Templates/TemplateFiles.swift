import FoundationEssentials
import Glibc

/// The templates folder as bytes: `*.mustache`, `strings.ini`, `bundles.txt` and `assets/`, by path relative to the folder.
public struct TemplateFiles: Sendable, Equatable {
    public var files: [String: [UInt8]]

    public init(files: [String: [UInt8]]) { self.files = files }

    /// Reads a folder. Hidden files are left out. Throws what the file system throws.
    public static func read(directory: String) throws -> TemplateFiles {
        var files: [String: [UInt8]] = [:]
        // The walk does not enter a folder that is itself a link.
        let directory = URL(filePath: directory).resolvingSymlinksInPath().path(percentEncoded: false)
        for path in try FileManager.default.subpathsOfDirectory(atPath: directory) {
            guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            let whole = "\(directory)/\(path)"
            var isFolder = false
            guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder else {
                continue
            }
            files[path] = [UInt8](try Data(contentsOf: URL(filePath: whole)))
        }
        return TemplateFiles(files: files)
    }
}
