import Catalogue
import Citations
import Parallel
import Records

/// Documents that the collection mentions and lacks, with every place that mentions them.
public struct WantedListing: Sendable {
    public struct Document: Sendable, Hashable {
        /// As the grammar prints it.
        public var number: String
        public var places: [Place]
    }

    /// Where a record's relations or its text name the document.
    public struct Place: Sendable, Hashable, Comparable {
        public var file: String
        /// From 1, in the file.
        public var line: Int
        /// As the text has it; empty for a relation in the front matter.
        public var surface: String

        public static func < (a: Place, b: Place) -> Bool {
            a.file != b.file ? a.file.utf8.lexicographicallyPrecedes(b.file.utf8) : a.line < b.line
        }
    }

    /// The most mentioned first.
    public let documents: [Document]

    init(catalogue: Catalogue, jobs: Int) async throws {
        let resolver = CitationResolver(catalogue)
        let records = catalogue.records
        let found = try await ParallelMap.map(Chunks.of(records.count, jobs: jobs), jobs: jobs) { range in
            let scanner = CitationScanner(grammar: catalogue.grammar, names: resolver.names)
            return records[range].flatMap { Self.wanted(in: $0, scanner, resolver) }
        }
        var places: [String: [Place]] = [:]
        for (number, place) in found.joined() { places[number, default: []].append(place) }
        for wanted in catalogue.wanted {
            let number = catalogue.grammar.parse(wanted.number)?.canonical ?? wanted.number
            for record in wanted.wantedBy.compactMap({ catalogue.record($0) }) {
                let claim = record.relations.first { $0.target == wanted.number }
                places[number, default: []].append(
                    Place(file: record.path, line: (claim?.span ?? record.span("relations")).line, surface: ""))
            }
        }
        documents = places.map { Document(number: $0, places: $1.sorted()) }.sorted {
            $0.places.count != $1.places.count
                ? $0.places.count > $1.places.count : $0.number.utf8.lexicographicallyPrecedes($1.number.utf8)
        }
    }

    private static func wanted(
        in record: Record, _ scanner: CitationScanner, _ resolver: CitationResolver
    ) -> [(String, Place)] {
        var found: [(String, Place)] = []
        record.body.bytes.withUnsafeBufferPointer { body in
            var line = record.body.firstLine
            var counted = 0
            for block in TextBlocks.of(body) {
                for citation in scanner.scan(UnsafeBufferPointer(rebasing: body[block])) {
                    guard case .number(let cited) = citation.document, resolver.resolve(citation, in: record) == .wanted
                    else { continue }
                    let range =
                        (block.lowerBound + citation.range.lowerBound)..<(block.lowerBound + citation.range.upperBound)
                    line += body[counted..<range.lowerBound].count { $0 == 0x0A }
                    counted = range.lowerBound
                    let surface = String(decoding: body[range].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
                    found.append((cited.number.canonical, Place(file: record.path, line: line, surface: surface)))
                }
            }
        }
        return found
    }
}
