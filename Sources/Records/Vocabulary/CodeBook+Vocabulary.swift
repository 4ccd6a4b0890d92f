import Citations

extension CodeBook {
    /// The standard abbreviations, with the vocabulary's own over them.
    /// `numbers` adds the organs that the collection's own numbers name, so that they are understood however they are typed.
    public init(vocabulary: Vocabulary, numbers: some Sequence<DocumentNumber> = []) {
        self.init(
            types: vocabulary.types.compactMap { type in
                type.abbreviation.map { (abbreviation: $0, name: type.name, nameEN: type.nameEN) }
            },
            issuers: vocabulary.issuers.compactMap(\.abbreviation) + Set(numbers.flatMap(\.organs)).sorted())
    }
}
