import Diagnostics
import VietnameseText

/// Finds names that Windows refuses or confuses: of files in the content folder, and of pages of the site.
enum FileNames {
    /// - Parameter files: Paths relative to the content folder, in byte order.
    static func diagnostics(of files: [String]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for file in files {
            for name in file.utf8.split(separator: UInt8(ascii: "/")) {
                guard let problem = PortableName.problem(name) else { continue }
                let text = String(decoding: name, as: UTF8.self)
                found.append(Diagnostic(.unportableName, at: SourceSpan(file: file), text, problem.vi, problem.en))
                break
            }
        }
        return found + collisions(of: files)
    }

    /// What a record's own ids would name files of the site by.
    static func diagnostics(of record: Record) -> [Diagnostic] {
        let former = record.formerIDs.compactMap { diagnostic(of: $0, at: record.span("former-ids")) }
        // Where the file's own name is refused, the id made of it needs no second word.
        let name = record.path.utf8.split(separator: UInt8(ascii: "/")).last
        guard name.flatMap({ PortableName.problem($0) }) == nil else { return former }
        return [diagnostic(of: record.id, at: SourceSpan(file: record.path))].compactMap(\.self) + former
    }

    static func diagnostic(of id: String, at span: SourceSpan) -> Diagnostic? {
        PortableName.problem(id.utf8).map { Diagnostic(.unportableName, at: span, id, $0.vi, $0.en) }
    }

    /// Files and folders whose names differ in case or composition alone.
    private static func collisions(of files: [String]) -> [Diagnostic] {
        // Names in lower case and ASCII cannot meet.
        guard files.contains(where: { !isPlain($0) }) else { return [] }
        var spellings: [String: Substring] = [:]
        var found: [Diagnostic] = []
        for file in files {
            var end = file.endIndex
            while true {
                let path = file[..<end]
                let key = Normalization.nfc(path.lowercased())
                if let earlier = spellings[key] {
                    guard !earlier.utf8.elementsEqual(path.utf8) else { break }
                    found.append(
                        Diagnostic(.namesDifferInCase, at: SourceSpan(file: file), String(path), String(earlier)))
                    break
                }
                spellings[key] = path
                guard let slash = path.lastIndex(of: "/") else { break }
                end = slash
            }
        }
        return found
    }

    private static func isPlain(_ path: String) -> Bool {
        path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    }
}
