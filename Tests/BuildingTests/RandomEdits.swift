import Foundation

/// Random edits of a collection as editors make them, good and bad, and their mending. The same seed gives the same edits.
struct RandomEdits {
    let content: URL
    let templates: URL
    var random: SplitMix
    /// Files as they were before the first edit, by path; nil for files that edits made.
    private var originals: [URL: Data?] = [:]
    /// The same files, the last edited last.
    private var changed: [URL] = []
    var made = 0

    init(content: URL, templates: URL, seed: UInt64) {
        self.content = content
        self.templates = templates
        random = SplitMix(state: seed)
    }

    /// Makes one edit, and says what it did. Errors are mostly mended soon, the last edit first.
    mutating func next(hasErrors: Bool) throws -> String {
        let isMending = Int.random(in: 0..<8, using: &random) < (hasErrors ? 6 : 1)
        if isMending, let file = hasErrors ? changed.last : changed.randomElement(using: &random) {
            return try mend(file)
        }
        let records = try files(in: content, ending: ".md")
        guard let record = records.randomElement(using: &random), let other = records.randomElement(using: &random)
        else { return try add() }
        switch Int.random(in: 0..<24, using: &random) {
        case 0...3: return try append("\n\nThêm một câu \(made).\n", to: record)
        case 4: return try append("\n\n## Điều \(made + 90). Phần mới\n\nMột đoạn nữa.\n", to: record)
        case 5: return try append("\n\nTheo Kết luận số 100-KL/TW và Luật số 80/2015/QH13, Điều 3.\n", to: record)
        case 6: return try append("\n\nTheo Luật Ban hành văn bản quy phạm pháp luật.\n", to: record)
        case 7:
            return try append("\n\nXem [bản kia](\(Self.link(from: record, to: other, below: content))).\n", to: record)
        case 8: return try append("\n\nXem [bản kia](../guidance/khong-co-\(made).md#dau).\n", to: record)
        case 9: return try replace(#/\ntitle: /#, with: "\ntitle: Lần \(made) ", in: record)
        case 10: return try replace(#/\nnumber: (\d)/#, with: "\nnumber: \(made)", in: record)
        case 11: return try replace(#/\nissued: \d{4}/#, with: "\nissued: 2019", in: record)
        case 12: return try replace(#/\ntype: \S+/#, with: "\ntype: ket-luan", in: record)
        case 13: return try replace(#/\ntitle: /#, with: "\ntitle: [", in: record)
        case 14: return try replace(#/\naudience: \S+/#, with: "\naudience: internal", in: record)
        case 15: return try remove(record)
        case 16: return try rename(record)
        case 17, 18: return try add()
        case 19: return try edit("vocabulary/types.yml", in: content, #/name: /#, with: "name: Loại ")
        case 20: return try edit("site.yml", in: content, #/title: /#, with: "title: Lần \(made) ")
        case 21: return try edit("layout.mustache", in: templates, #/<main/#, with: "<main data-round=\"\(made)\"")
        case 22: return try attach(to: record)
        default: return try rewrite(record)
        }
    }

    /// A record comes, goes, stands in another file, or has another number or year.
    mutating func comeOrGo() throws -> String {
        let records = try files(in: content, ending: ".md").filter { !$0.path.contains("/findings/") }
        guard let record = records.randomElement(using: &random) else { return try add() }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return try remove(record)
        case 1: return try rename(record)
        case 2: return try replace(#/\nnumber: (\d)/#, with: "\nnumber: \(made)", in: record)
        case 3: return try replace(#/\nissued: \d{4}/#, with: "\nissued: 20\(10 + made % 13)", in: record)
        default: return try add()
        }
    }

    // MARK: Kinds of edit

    private mutating func append(_ text: String, to file: URL) throws -> String {
        try write(Data(contentsOf: file) + Data(text.utf8), to: file)
        return "append to \(file.lastPathComponent): \(text)"
    }

    private mutating func replace(_ pattern: some RegexComponent, with text: String, in file: URL) throws -> String {
        let old = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try write(Data(old.replacing(pattern, with: text, maxReplacements: 1).utf8), to: file)
        return "\(file.lastPathComponent): \(text)"
    }

    private mutating func edit(
        _ path: String, in folder: URL, _ pattern: some RegexComponent, with text: String
    ) throws -> String {
        try replace(pattern, with: text, in: folder.appending(path: path))
    }

    private mutating func remove(_ file: URL) throws -> String {
        try keep(file)
        try FileManager.default.removeItem(at: file)
        return "remove \(file.lastPathComponent)"
    }

    private mutating func rename(_ file: URL) throws -> String {
        let target = file.deletingLastPathComponent().appending(path: "ten-moi-\(made).md")
        try keep(file)
        try keep(target)
        made += 1
        if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
        try FileManager.default.moveItem(at: file, to: target)
        return "rename \(file.lastPathComponent) to \(target.lastPathComponent)"
    }

    private mutating func add() throws -> String {
        let file = content.appending(path: "directives/mau-\(made).md")
        let text = """
            ---
            number: \(500 + made)-KL/TW
            type: ket-luan
            issuer: ban-bi-thu
            title: Bản mẫu thứ \(made)
            issued: 2024-03-0\(made % 9 + 1)
            relations:
              - {type: guides, target: 100-KL/TW}
            ---

            ## Điều 1. Phạm vi

            Bản mẫu, theo Kết luận số \(500 + made + 1)-KL/TW.

            """
        try write(Data(text.utf8), to: file)
        return "add \(file.lastPathComponent)"
    }

    private mutating func attach(to file: URL) throws -> String {
        let attachment = content.appending(path: "attachments/tep-\(made).txt")
        try FileManager.default.createDirectory(
            at: attachment.deletingLastPathComponent(), withIntermediateDirectories: true)
        let name = attachment.lastPathComponent
        try write(Data("tệp \(made)".utf8), to: attachment)
        return try append("\n\nXem [tệp](../attachments/\(name)).\n", to: file)
    }

    /// Saves a file without a change.
    private mutating func rewrite(_ file: URL) throws -> String {
        try write(Data(contentsOf: file), to: file)
        return "rewrite \(file.lastPathComponent)"
    }

    /// Brings one file back to what it was.
    private mutating func mend(_ file: URL) throws -> String {
        changed.removeAll { $0 == file }
        if let original = originals.removeValue(forKey: file) ?? nil {
            try original.write(to: file)
        } else {
            try? FileManager.default.removeItem(at: file)
        }
        return "mend \(file.lastPathComponent)"
    }

    // MARK: Files

    private mutating func keep(_ file: URL) throws {
        if originals[file] == nil { originals[file] = .some(try? Data(contentsOf: file)) }
        changed.removeAll { $0 == file }
        changed.append(file)
    }

    mutating func write(_ bytes: Data, to file: URL) throws {
        try keep(file)
        made += 1
        // Half of the editors write in place, half beside and rename.
        try bytes.write(to: file, options: Bool.random(using: &random) ? .atomic : [])
    }

    private func files(in folder: URL, ending: String) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }.sorted()
            .map { folder.appending(path: $0) }
    }

    private static func link(from file: URL, to other: URL, below folder: URL) -> String {
        let depth = file.pathComponents.count - folder.pathComponents.count - 1
        let path = other.pathComponents[folder.pathComponents.count...].joined(separator: "/")
        return String(repeating: "../", count: depth) + path
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
