/// What the index says of all records in the order of their numbers, beside what it says of each.
struct CollectionColumns {
    /// Records no longer in force, as gaps in the index's alphabet.
    let inactive: String
    /// What scores rise by for how many records cite each, the highest level first.
    let cited: String
    let facets: Shard

    init(_ documents: [SearchDocument], _ parameters: SearchParameters) {
        var inactive: [UInt8] = []
        SymbolCode.append(ids: documents.indices.filter { documents[$0].isInactive }, to: &inactive)
        self.inactive = String(decoding: inactive, as: UTF8.self)
        cited = Self.cited(documents, parameters)
        facets = FacetColumns(documents).shard
    }

    private static func cited(_ documents: [SearchDocument], _ parameters: SearchParameters) -> String {
        let levels = documents.map { document in
            let doublings = Int.bitWidth - 1 - (document.citers + 1).leadingZeroBitCount
            return min(parameters.citedStep * doublings, parameters.citedLimit, SymbolCode.maximumLevel)
        }
        var bytes: [UInt8] = []
        for level in Set(levels).sorted(by: >) where level > 0 {
            bytes.append(SymbolCode.character(level))
            SymbolCode.append(ids: documents.indices.filter { levels[$0] == level }, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
