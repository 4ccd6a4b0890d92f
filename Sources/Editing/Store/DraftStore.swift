import Glibc

/// What editors have typed and not saved, each with the file that it was typed over.
public struct DraftStore: Sendable {
    private let state: StateFolder

    public init(_ state: StateFolder) { self.state = state }

    /// A draft as the editor sent it.
    public struct Draft: Sendable, Equatable {
        /// The record's path, or another name for a record that has none yet.
        public var key: String
        public var bytes: [UInt8]
        /// The file as it was when the draft was begun; empty for a new record.
        public var base: [UInt8]
        /// When it was stored, in seconds since 1970.
        public var stored: Int

        public init(key: String, bytes: [UInt8], base: [UInt8], stored: Int = 0) {
            self.key = key
            self.bytes = bytes
            self.base = base
            self.stored = stored
        }
    }

    public func write(_ draft: Draft) throws(StoreFault) {
        let head = "\(time(nil)) \(draft.key.utf8.count) \(draft.bytes.count) \(draft.base.count)\n"
        try folder().replaceOwn(
            StateFolder.name(for: draft.key), with: Array(head.utf8) + Array(draft.key.utf8) + draft.bytes + draft.base)
    }

    /// Nil where there is none, or none that is whole.
    public func read(_ key: String) throws(StoreFault) -> Draft? {
        do throws(StoreFault) {
            return Self.draft(try folder().read(StateFolder.name(for: key), limit: .max).bytes)
        } catch .missing {
            return nil
        }
    }

    public func remove(_ key: String) throws(StoreFault) {
        let folder = try folder()
        folder.remove(StateFolder.name(for: key))
        try folder.sync()
    }

    /// All drafts, the newest first.
    public func all() throws(StoreFault) -> [Draft] {
        let folder = try folder()
        return folder.names().filter { !$0.hasPrefix(".") }
            .compactMap { name in (try? folder.read(name, limit: .max)).flatMap { Self.draft($0.bytes) } }
            .sorted { $0.stored > $1.stored }
    }

    private func folder() throws(StoreFault) -> OpenFolder { try state.folder("drafts") }

    private static func draft(_ stored: [UInt8]) -> Draft? {
        guard let end = stored.firstIndex(of: 0x0A) else { return nil }
        let numbers = String(decoding: stored[..<end], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        let rest = stored[(end + 1)...]
        let lengths = numbers.dropFirst()
        guard lengths.count == 3, lengths.allSatisfy({ (0...rest.count).contains($0) }),
            lengths.reduce(0, +) == rest.count
        else { return nil }
        let key = rest.prefix(numbers[1])
        let bytes = rest.dropFirst(numbers[1]).prefix(numbers[2])
        return Draft(
            key: String(decoding: key, as: UTF8.self), bytes: Array(bytes), base: Array(rest.suffix(numbers[3])),
            stored: numbers[0])
    }
}
