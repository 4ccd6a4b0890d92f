import Editing
import FoundationEssentials

/// The drafts of all records, as screens send them, each with the file that it was typed over.
struct DraftShelf: Sendable {
    let store: DraftStore

    /// Nil where there is none that can be read.
    func read(_ path: String) -> ChangedRecord? {
        guard let draft = try? store.read(path) else { return nil }
        return try? JSONDecoder().decode(ChangedRecord.self, from: Data(draft.bytes))
    }

    /// The file that a record's draft was typed over; nil where there is no draft, or none of such a file.
    func base(of path: String) -> [UInt8]? { try? store.read(path)?.base }

    /// Keeps a draft with the time of now.
    func keep(_ draft: ChangedRecord, of path: String, over base: [UInt8]) throws {
        var draft = draft
        draft.at = (Date().timeIntervalSince1970 * 1000).rounded()
        do {
            try store.write(DraftStore.Draft(key: path, bytes: try draft.json(), base: base))
        } catch let fault as StoreFault {
            throw StoreAnswer.refusal(fault)
        }
    }

    func drop(_ path: String) { try? store.remove(path) }

    /// Paths of records with a draft.
    var paths: Set<String> { Set(((try? store.all()) ?? []).map(\.key)) }
}
