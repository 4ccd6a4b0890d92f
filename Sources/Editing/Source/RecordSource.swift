import Diagnostics
import Records

/// The bytes of a record's file, taken apart without changing one of them.
///
/// ```swift
/// let source = try RecordSource(bytes: bytes)
/// let edit = FieldEdit(FieldPath("status.value")!, .set(.string("expired")), old: .string("in-force"))
/// let after = try source.applying([edit], body: nil, order: FieldOrder.of(.directive))
/// ```
public struct RecordSource: Sendable {
    public let bytes: [UInt8]
    /// The front matter, a mapping.
    public let values: FieldValue
    let range: FrontMatterRange
    /// Nil where the front matter says nothing.
    let root: SourceNode?

    /// - Parameter path: The file's name in diagnostics.
    public init(bytes: [UInt8], path: String = "") throws(RecordSourceFault) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw RecordSourceFault(.notText, path: path, bytes: bytes)
        }
        self = try RecordSource(text: bytes, path: path)
    }

    /// - Parameter text: Valid UTF-8.
    private init(text bytes: [UInt8], path: String) throws(RecordSourceFault) {
        guard let range = FrontMatterRange(in: bytes) else {
            throw RecordSourceFault(.noFrontMatter, path: path, bytes: bytes)
        }
        let tree: YAMLNode?
        switch YAMLTree.root(of: bytes[range.yaml], file: path, lineOffset: 1) {
        case .success(let read): tree = read
        case .failure(let raw): throw RecordSourceFault(.yaml, path: path, bytes: bytes, raw: raw)
        }
        self.bytes = bytes
        self.range = range
        guard let tree, !tree.isNull else {
            root = nil
            values = .mapping([])
            return
        }
        let root = SourceTreeBuilder(bytes: bytes, yaml: range.yaml).node(tree)
        guard case .mapping = root.content else { throw RecordSourceFault(.yaml, path: path, bytes: bytes) }
        self.root = root
        values = root.value
    }

    /// The YAML text of a value, each line without the indentation of the first.
    public func raw(at path: FieldPath) -> String? {
        guard let node = root?.node(at: path) else { return nil }
        let text = String(decoding: bytes[node.range], as: UTF8.self)
        guard node.isBlockCollection || node.isBlockScalar else { return text }
        let lines = SourceLines(bytes: bytes)
        let excess = node.isBlockCollection ? lines.column(of: node.range.lowerBound) : 0
        return TextLines(text).lines.map { line in
            let blanks = line.unicodeScalars.prefix { $0 == " " }.count
            return String(line.unicodeScalars.dropFirst(min(blanks, excess)))
        }.joined(separator: "\n")
    }

    /// The text below the front matter, with LF at the ends of its lines.
    public var body: String {
        TextLines(String(decoding: bytes[range.bodyStart...], as: UTF8.self)).lines.joined(separator: "\n")
    }

    /// The file after some changes. Bytes that no change touches are as they were; without a change, all are. What is given out
    /// was read again: it says what was meant, and nothing else is different.
    ///
    /// - Parameters:
    ///   - edits: One after the other; each path is that of the state after the edits before it.
    ///   - body: The new text; nil where it stays.
    ///   - order: The keys in the order in which files have them, below as `status.checked`; a new field goes after the nearest
    ///     one before it.
    public func applying(
        _ edits: [FieldEdit], body: String?, order: [String]
    ) throws(EditRefusal) -> [UInt8] {
        var source = self
        var meant = values
        for edit in edits {
            let edit = edit.inNormalForm
            guard edit.holdsOnlyNumbers else { throw EditRefusal(edit.path, .notANumber) }
            meant = try meant.applying(edit)
            for step in try source.values.simpleEdits(of: edit) {
                source = try source.applying(simple: step, order: order)
            }
        }
        guard source.values.saysTheSame(as: meant) else {
            throw EditRefusal(edits.last?.path ?? FieldPath([]), .unusualWriting)
        }
        guard let body else { return source.bytes }
        let written = BodyWriting(source: source).replacing(by: body)
        guard let again = try? RecordSource(text: written, path: ""), again.body == TextLines(body).text,
            again.values == source.values
        else { throw EditRefusal(FieldPath([]), .unreadableText) }
        return written
    }

    /// The first way to write the change that is read again as it was meant.
    private func applying(simple edit: FieldEdit, order: [String]) throws(EditRefusal) -> RecordSource {
        let meant = try values.applying(edit)
        for patch in SourcePatches(self, order: order).ways(for: edit) {
            let written = TextEdit.apply(patch, to: bytes)
            if let source = try? RecordSource(text: written, path: ""), source.values == meant,
                ChangeBounds(self, source).hold(for: edit)
            {
                return source
            }
        }
        throw EditRefusal(edit.path, .unusualWriting)
    }
}
