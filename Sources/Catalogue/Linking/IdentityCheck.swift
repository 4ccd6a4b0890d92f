import Diagnostics
import Records

/// No two records may be one document, and no two may have one id.
enum IdentityCheck {
    /// The records by id, in byte order, without those that repeat an id.
    static func check(_ records: [Record]) -> ([Record], [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var pathOfKey: [RecordKey: String] = [:]
        var pathOfID: [RecordID: String] = [:]
        var kept: [Record] = []
        for record in records {
            if let key = RecordKey(record) {
                if let other = pathOfKey[key] {
                    diagnostics.append(Diagnostic(.sameKey, at: record.span("number"), other, record.path))
                    continue
                }
                pathOfKey[key] = record.path
            }
            if let other = pathOfID[record.id] {
                diagnostics.append(Diagnostic(.sameID, at: record.span("number"), record.id, other, record.path))
                continue
            }
            pathOfID[record.id] = record.path
            kept.append(record)
        }
        var idOfFolder: [String: RecordID] = [:]
        for record in kept {
            let folder = PagePath.folder(of: record)
            if let other = idOfFolder.updateValue(record.id, forKey: folder) {
                let both = "\(folder) (\(other), \(record.id))"
                diagnostics.append(Diagnostic(.sameAddress, at: record.span("number"), both))
            }
        }
        for record in records {
            for former in record.formerIDs {
                if let other = pathOfID[former], other != record.path {
                    diagnostics.append(Diagnostic(.sameID, at: record.span("former-ids"), former, other, record.path))
                }
                pathOfID[former] = record.path
            }
        }
        return (kept.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }, diagnostics)
    }
}
