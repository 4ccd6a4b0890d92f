import Diagnostics

/// Brings a survey's CSV files to its record, through the same gates as the record itself.
struct FindingFiles: Sendable {
    let folder: ContentFolder

    /// Adds the files that the record's tables name; a file that a gate refuses stays away.
    func attach(to record: inout Record) throws -> [Diagnostic] {
        guard var finding = record.finding, !finding.tables.isEmpty else { return [] }
        var diagnostics: [Diagnostic] = []
        let parent = record.path.split(separator: "/").dropLast().joined(separator: "/")
        for index in finding.tables.indices {
            let table = finding.tables[index]
            finding.tables[index].counts = try read("\(parent)/\(table.data)", named: table.data, table, &diagnostics)
            if let weights = table.weights {
                finding.tables[index].weightFile = try read("\(parent)/\(weights)", named: weights, table, &diagnostics)
            }
        }
        record.finding = finding
        return diagnostics
    }

    private func read(
        _ path: String, named name: String, _ table: FindingTable, _ diagnostics: inout [Diagnostic]
    ) throws -> SourceFile? {
        let bytes: [UInt8]
        switch try folder.reading(path, limit: Limits.tableFileBytes) {
        case .file(let read, _): bytes = read
        case .missing:
            diagnostics.append(Diagnostic(.missingTableFile, at: table.span, name))
            return nil
        case .refused(var entry):
            // The record names the file; the file may lie anywhere.
            entry.path = table.span.file
            var refusal = entry.diagnostic
            refusal.span = table.span
            diagnostics.append(refusal)
            return nil
        }
        switch TextIntake.take(path: path, bytes: bytes) {
        case .failure(let diagnostic):
            diagnostics.append(diagnostic)
            return nil
        case .success(let intake):
            let file = intake.file
            let marks = HeaderMarks.marks(in: file).filter { $0.mark == .secrecy }
            let refused =
                marks.map { Diagnostic(.secrecyMark, at: $0.span) } + PersonalData.diagnostics(in: file)
                + [ConflictMarkers.diagnostic(in: file), Placeholders.diagnostic(inTable: file)].compactMap { $0 }
            diagnostics += refused + (refused.isEmpty ? intake.notes : [])
            return refused.isEmpty ? file : nil
        }
    }
}
