import Diagnostics

/// Tells what keeps a record's front matter from being read, as the builder says it.
package enum FrontMatterFault {
    /// The first thing that is wrong: bytes that are no text, front matter that is missing or open, YAML that cannot be read.
    package static func diagnostic(path: String, bytes: [UInt8]) -> Diagnostic? {
        switch TextIntake.source(path: path, bytes: bytes) {
        case .failure(let diagnostic): return diagnostic
        case .success(let file):
            switch FrontMatterSplit.split(file) {
            case .failure(let diagnostic): return diagnostic
            case .success(let split):
                switch YAMLTree.root(of: split.yaml, file: path, lineOffset: split.yamlLineOffset) {
                case .failure(let diagnostic): return diagnostic
                case .success(nil), .success(.mapping): return nil
                case .success(let node?):
                    return Diagnostic(
                        .wrongShape, at: SourceSpan(file: path, line: node.mark.line + 1 + split.yamlLineOffset),
                        path, "các trường có tên", "named fields", "title: …")
                }
            }
        }
    }
}
