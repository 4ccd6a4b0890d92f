import Diagnostics

extension FieldReader {
    /// Reads YAML that must hold one mapping at its top.
    static func open(_ yaml: ArraySlice<UInt8>, file: String, lineOffset: Int) -> Result<FieldReader, Diagnostic> {
        switch YAMLTree.root(of: yaml, file: file, lineOffset: lineOffset) {
        case .failure(let diagnostic): return .failure(diagnostic)
        case .success(nil):
            let nowhere = YAMLMark(line: 0, column: 0, length: 0)
            return .success(FieldReader(file: file, lineOffset: lineOffset, entries: [], mark: nowhere))
        case .success(.mapping(let entries, let mark)?):
            var reader = FieldReader(file: file, lineOffset: lineOffset, entries: entries, mark: mark)
            for cut in YAMLCuts.diagnostics(
                of: .mapping(entries, mark), in: yaml, file: file, lineOffset: lineOffset)
            {
                reader.report(cut)
            }
            return .success(reader)
        case .success(let node?):
            let span = SourceSpan(file: file, line: node.mark.line + 1 + lineOffset, column: node.mark.column + 1)
            return .failure(
                Diagnostic(.wrongShape, at: span, file, "các trường có tên", "named fields", "title: …"))
        }
    }

    /// Reads YAML that must hold a list of mappings at its top, one reader for each.
    static func openList(_ yaml: ArraySlice<UInt8>, file: String) -> (readers: [FieldReader], diagnostics: [Diagnostic])
    {
        switch YAMLTree.root(of: yaml, file: file, lineOffset: 0) {
        case .failure(let diagnostic): return ([], [diagnostic])
        case .success(nil): return ([], [])
        case .success(.sequence(let items, _)?):
            var readers: [FieldReader] = []
            var diagnostics = items.flatMap { YAMLCuts.diagnostics(of: $0, in: yaml, file: file, lineOffset: 0) }
            for item in items {
                if case .mapping(let entries, let mark) = item {
                    readers.append(FieldReader(file: file, lineOffset: 0, entries: entries, mark: mark))
                } else {
                    diagnostics.append(listShape(item.mark, file))
                }
            }
            return (readers, diagnostics)
        case .success(let node?): return ([], [listShape(node.mark, file)])
        }
    }

    private static func listShape(_ mark: YAMLMark, _ file: String) -> Diagnostic {
        Diagnostic(
            .wrongShape, at: SourceSpan(file: file, line: mark.line + 1, column: mark.column + 1), file,
            "một danh sách các mục", "a list of entries", "- {id: …, name: …}")
    }
}

/// Reads a YAML text as a tree of values. What keeps it from being read is a diagnostic at its place.
package enum YAMLTree {
    /// The root; nil where the text holds no value.
    ///
    /// - Parameter lineOffset: Lines of the file before the YAML's first.
    package static func root(
        of yaml: ArraySlice<UInt8>, file: String, lineOffset: Int
    ) -> Result<YAMLNode?, Diagnostic> {
        do throws(YAMLProblem) {
            return .success(try YAMLReader.read(yaml))
        } catch {
            if case .syntax = error.reason,
                let slip = YAMLSlips(in: yaml, upTo: error.mark.line)?.diagnostic(file: file, lineOffset: lineOffset)
            {
                return .failure(slip)
            }
            let span = SourceSpan(
                file: file, line: error.mark.line + 1 + lineOffset, column: error.mark.column + 1,
                length: error.mark.length)
            let diagnostic =
                switch error.reason {
                case .syntax(let words): Diagnostic(.yamlSyntax, at: span, words)
                case .duplicateKey(let key): Diagnostic(.duplicateKey, at: span, key)
                case .indirection: Diagnostic(.yamlIndirection, at: span)
                case .tooDeep: Diagnostic(.yamlTooDeep, at: span)
                case .tooLarge(let vi, let en): Diagnostic(.yamlTooLarge, at: span, vi, en)
                }
            return .failure(diagnostic)
        }
    }
}
