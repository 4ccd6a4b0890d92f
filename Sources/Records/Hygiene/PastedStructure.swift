import Diagnostics
import OfficialText

/// Tells where the headings of a pasted document are plain lines, so that its provisions have no addresses.
enum PastedStructure {
    static func diagnostics(of record: Record, path: String) -> [Diagnostic] {
        guard record.kind == .directive || record.kind == .guidance else { return [] }
        let body = record.body.bytes
        guard body.withUnsafeBufferPointer({ PastedText.mayBeIn($0) }) else { return [] }
        let pasted = PastedText(String(decoding: body, as: UTF8.self))
        guard let first = pasted.changes.first else { return [] }
        return [
            Diagnostic(
                .pastedStructure, at: SourceSpan(file: path, line: record.body.firstLine + first.line),
                String(pasted.headings))
        ]
    }
}
