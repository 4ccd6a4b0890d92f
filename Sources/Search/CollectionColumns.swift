/// A run of neighbouring records with one value of a column.
struct ColumnRun: Sendable, Equatable {
    var value: Int
    var records: Range<Int>

    /// Reads what `CollectionColumns` writes: by how much each value is more than the last, and how long each run is.
    static func all(in text: String) -> [ColumnRun] {
        let parts = text.utf8.split(separator: SymbolCode.separator, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return [] }
        var (value, from) = (0, 0)
        return zip(SymbolCode.numbers(in: parts[0]), SymbolCode.numbers(in: parts[1])).map { step, more in
            value &+= step
            defer { from += more + 1 }
            return ColumnRun(value: value, records: from..<from + more + 1)
        }
    }
}

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

    /// Runs of records that have the same year: by how much it is later than that of the run before, and how many records more
    /// than one. Years of the undated are 0.
    static func years(_ documents: [SearchDocument]) -> String {
        runs(documents.map { $0.dateKey / 10_000 })
    }

    /// The same of dates, each as a number: year times 416 plus month times 32 plus day, with 0 for what is not known.
    static func dates(_ documents: [SearchDocument]) -> Shard {
        .text(
            "dates",
            runs(
                documents.map { ($0.dateKey / 10_000) * 416 + ($0.dateKey / 100 % 100) * 32 + $0.dateKey % 100 }))
    }

    private static func runs(_ values: [Int]) -> String {
        var steps: [UInt8] = []
        var lengths: [UInt8] = []
        var last = 0
        var start = 0
        for (index, value) in values.enumerated() where index + 1 == values.count || values[index + 1] != value {
            SymbolCode.append(max(0, value - last), to: &steps)
            SymbolCode.append(index - start, to: &lengths)
            last = value
            start = index + 1
        }
        return String(decoding: steps + [SymbolCode.separator] + lengths, as: UTF8.self)
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
