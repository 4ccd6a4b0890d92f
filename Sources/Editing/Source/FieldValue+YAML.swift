import Records

extension FieldValue {
    /// Reads what an editor typed as the YAML of one value; nil where it cannot be read.
    public init?(yaml: String) {
        var bytes = Array(yaml.utf8)
        if bytes.last != 0x0A { bytes.append(0x0A) }
        guard case .success(let tree) = YAMLTree.root(of: bytes[...], file: "", lineOffset: 0) else { return nil }
        self =
            tree.map { SourceTreeBuilder(bytes: bytes, yaml: bytes.indices).node($0).value.inNormalForm } ?? .null
    }
}
