import Citations

extension CodeBook {
    /// The standard abbreviations, with the vocabulary's own over them.
    public init(vocabulary: Vocabulary) {
        self.init(
            types: vocabulary.types.compactMap { type in
                type.abbreviation.map { (abbreviation: $0, name: type.name, nameEN: type.nameEN) }
            },
            issuers: vocabulary.issuers.compactMap(\.abbreviation))
    }
}
