import Editing
import Records

/// A record that was changed here and elsewhere: the changes made here, put on top of the version that stands there now.
/// A proposal only: nothing is saved by it.
struct MergeProposal: Sendable {
    var changes: ChangedRecord
    /// How many places both sides changed differently; there the proposal says what was written here.
    var conflicts: Int
    /// The file as it would be.
    var bytes: [UInt8]

    /// Nil where the versions cannot be brought together.
    init?(_ mine: ChangedRecord, base: [UInt8], theirs: [UInt8], etag: String, path: String) {
        var changes = ChangedRecord(base: etag)
        if let text = mine.text {
            let merged = TextMerge.merge(
                base: WholeFileText.shown(base), mine: text, theirs: WholeFileText.shown(theirs))
            changes.text = merged.text
            conflicts = merged.conflicts.count
            bytes = WholeFileText.written(merged.text, over: theirs)
            self.changes = changes
            return
        }
        guard let old = try? RecordSource(bytes: base, path: path),
            let now = try? RecordSource(bytes: theirs, path: path)
        else { return nil }
        let replay = EditReplay(mine.edits ?? [], base: old.values, on: now.values)
        conflicts = replay.conflicts.count
        var edits = replay.taken
        for conflict in replay.conflicts {
            guard case .set = conflict.edit.change else { continue }
            edits.append(FieldEdit(conflict.edit.path, conflict.edit.change, old: conflict.theirs))
        }
        if let body = mine.body {
            let merged = TextMerge.merge(base: old.body, mine: body, theirs: now.body)
            conflicts += merged.conflicts.count
            changes.body = merged.text == now.body ? nil : merged.text
        }
        let order = FieldOrder.of(RecordView.kind(of: now, path: path))
        if let bytes = try? now.applying(edits, body: changes.body, order: order) {
            (self.bytes, changes.edits) = (bytes, edits)
        } else if let bytes = try? now.applying(replay.taken, body: changes.body, order: order) {
            (self.bytes, changes.edits) = (bytes, replay.taken)
        } else {
            return nil
        }
        self.changes = changes
    }
}

extension ChangedRecord {
    /// No change yet of a version.
    init(base: String) { self.base = base }
}
