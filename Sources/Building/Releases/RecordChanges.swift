import Foundation
import Publishing

/// What changed between two published trees, by record: read from the data files that each of them holds, so that trees of
/// any age can be compared.
public struct RecordChanges: Sendable, Encodable {
    public struct Item: Sendable, Encodable {
        public var id: String
        public var title: String
        public var path: String
        /// Fields of the data files that differ, and `text`; nil for a record that came or went.
        public var fields: [String]?
    }

    /// An address that leads nowhere any more.
    public struct Address: Sendable, Encodable {
        public var path: String
        /// The record that stood there.
        public var record: String?
        /// The new record that is the same document by its number or title, and what its front matter must say to keep the
        /// address.
        public var successor: String?
        public var line: String?
    }

    public var added: [Item] = []
    public var changed: [Item] = []
    public var removed: [Item] = []
    public var vanished: [Address] = []

    public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty && vanished.isEmpty }

    /// - Parameter old: The folder of the tree before; nil where there is none, so that everything is new.
    public init(from old: String?, to new: String) throws {
        let before = try old.map(PublishedRecords.init) ?? PublishedRecords()
        let after = try PublishedRecords(new)
        for id in after.ids {
            guard let item = after.item(id) else { continue }
            guard before.has(id) else {
                added.append(item)
                continue
            }
            let fields = after.differences(of: id, from: before)
            if !fields.isEmpty {
                changed.append(Item(id: id, title: item.title, path: item.path, fields: fields))
            }
        }
        removed = before.ids.filter { !after.has($0) }.compactMap(before.item)
        vanished = before.addresses.subtracting(after.addresses).sorted().map { path in
            address(path, before: before, after: after)
        }
    }

    private func address(_ path: String, before: PublishedRecords, after: PublishedRecords) -> Address {
        guard let gone = removed.first(where: { $0.path == path }) else { return Address(path: path) }
        let successor = added.first { after.isSameDocument($0.id, as: gone.id, of: before) }
        return Address(
            path: path, record: gone.id, successor: successor?.id,
            line: successor.map { _ in "former-ids: [\(gone.id)]" })
    }
}

/// The records of a published tree, as its data files say them: each on a line of its own, read no further than it must be.
private struct PublishedRecords {
    private var folder = ""
    private var lines: [String: Substring] = [:]
    /// SHA-256 of pages and attachments, by path.
    private var hashes: [String: String] = [:]

    init() {}

    init(_ folder: String) throws {
        self.folder = folder
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(Manifest.fileName)")))
        let manifest = try Manifest(reading: bytes)
        for file in manifest.files where file.path.hasSuffix(".html") || file.path.hasPrefix("tep/") {
            hashes[file.path] = file.sha256
        }
        for file in manifest.files where file.path.hasPrefix("api/v1/records/") {
            let text = try String(contentsOf: URL(filePath: "\(folder)/\(file.path)"), encoding: .utf8)
            for line in text.split(separator: "\n") {
                guard let id = Self.value(of: "id", in: line), line.hasPrefix("{\"id\":") else { continue }
                lines[id] = line
            }
        }
    }

    /// The first value of a key, which in the ids and paths at a line's start has nothing that JSON escapes.
    private static func value(of key: String, in line: Substring) -> String? {
        guard let start = line.range(of: "\"\(key)\":\"") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" })
    }

    var ids: [String] { lines.keys.sorted() }

    /// What a reader can have noted down: pages and attachments.
    var addresses: Set<String> { Set(hashes.keys) }

    func has(_ id: String) -> Bool { lines[id] != nil }

    func item(_ id: String) -> RecordChanges.Item? {
        let record = fields(of: id)
        guard let title = record["title"]?.text, let path = record["path"]?.text else { return nil }
        return RecordChanges.Item(id: id, title: title, path: path)
    }

    private func fields(of id: String) -> [String: JSONValue] {
        guard var line = lines[id] else { return [:] }
        // The comma to the next record, or the end of the file.
        while let last = line.last, last != "}" { line.removeLast() }
        if let record = try? JSONDecoder().decode([String: JSONValue].self, from: Data(line.utf8)) { return record }
        let last = line.dropLast(2)
        return (try? JSONDecoder().decode([String: JSONValue].self, from: Data(last.utf8))) ?? [:]
    }

    func differences(of id: String, from other: PublishedRecords) -> [String] {
        guard let now = lines[id], let before = other.lines[id] else { return [] }
        var names: [String] = []
        if now != before {
            let (now, before) = (fields(of: id), other.fields(of: id))
            names = Set(now.keys).union(before.keys).filter { now[$0] != before[$0] }.sorted()
        }
        if let path = Self.value(of: "path", in: now), let old = Self.value(of: "path", in: before),
            hashes[path] != other.hashes[old], text(path) != other.text(old)
        {
            names.append("text")
        }
        return names
    }

    /// What a page shows of its record's text.
    private func text(_ path: String) -> Data? {
        guard let page = try? Data(contentsOf: URL(filePath: "\(folder)/\(path)")),
            let start = page.range(of: Data("<div class=\"body\"".utf8))
        else { return nil }
        let rest = start.upperBound..<page.endIndex
        let ends = ["<div class=\"evidence\">", "<section class=\"obligations"].compactMap {
            page.range(of: Data($0.utf8), in: rest)?.lowerBound
        }
        return page[start.lowerBound..<(ends.min() ?? page.endIndex)]
    }

    func isSameDocument(_ id: String, as gone: String, of other: PublishedRecords) -> Bool {
        let (now, before) = (fields(of: id), other.fields(of: gone))
        if let number = now["number"], number == before["number"], now["type"] == before["type"] { return true }
        return now["title"] == before["title"]
    }
}

/// JSON as it comes, to be compared.
private enum JSONValue: Decodable, Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
