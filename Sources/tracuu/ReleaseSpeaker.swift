import Building
import Diagnostics
import Foundation
import Publishing

/// Tells people of releases and of what changed between them.
struct ReleaseSpeaker {
    let language: Language

    func complain(_ vietnamese: String, _ english: String) {
        Terminal.complain(language == .vietnamese ? vietnamese : english)
    }

    /// One line a release: number, edition, day, manifest, and a star at the one in service.
    func list(_ folder: ReleaseFolder) throws {
        for number in folder.numbers {
            let note = folder.note(of: number)
            let mark = number == folder.inService ? " *" : ""
            try Terminal.output(
                "\(number)\t\(note?.edition ?? "?")\t\(note?.asOf ?? "?")\t\(note?.manifest ?? "?")\(mark)")
        }
    }

    func tell(_ changes: RecordChanges) {
        for item in changes.added { complain("mới: \(item.id) – \(item.title)", "new: \(item.id) – \(item.title)") }
        for item in changes.changed {
            let fields = (item.fields ?? []).joined(separator: ", ")
            complain("sửa: \(item.id): \(fields)", "changed: \(item.id): \(fields)")
        }
        for item in changes.removed {
            complain("gỡ: \(item.id) – \(item.title)", "removed: \(item.id) – \(item.title)")
        }
        for address in changes.vanished {
            var (vietnamese, english) = ("địa chỉ mất: \(address.path)", "address gone: \(address.path)")
            if let line = address.line, let successor = address.successor {
                vietnamese += "; thêm “\(line)” vào \(successor) để giữ"
                english += "; “\(line)” in \(successor) keeps it"
            }
            complain(vietnamese, english)
        }
        complain(
            "\(changes.added.count) bản ghi mới, \(changes.changed.count) bản ghi sửa, \(changes.removed.count) bản ghi gỡ, "
                + "\(changes.vanished.count) địa chỉ mất",
            "\(changes.added.count) new records, \(changes.changed.count) changed, \(changes.removed.count) removed, "
                + "\(changes.vanished.count) addresses gone")
    }
}
