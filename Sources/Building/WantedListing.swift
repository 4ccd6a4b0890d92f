import Catalogue
import Markup
import Records

/// Documents that the collection mentions and lacks, with every place that mentions them: what the editors' page has, with
/// files and lines.
public struct WantedListing: Sendable {
    public struct Document: Sendable, Hashable {
        /// As the grammar prints it.
        public var number: String
        /// Files of records that bear the same number and are not meant: another date or type stands in the citation.
        public var namesakes: [String]
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

    init(_ catalogue: Catalogue, _ rendered: BodyRendering.Rendered) {
        documents = WantedRegister(catalogue, rendered.citations).entries.map { entry in
            let relations = entry.relations.compactMap { catalogue.record($0) }.map { record in
                let claim = record.relations.first { $0.target == entry.written }
                return Place(file: record.path, line: (claim?.span ?? record.span("relations")).line, surface: "")
            }
            let citations = entry.citations.compactMap { cited -> Place? in
                guard let record = catalogue.record(cited.id), let place = rendered.citations.place(cited),
                    let body = rendered.bodies[cited.id]
                else { return nil }
                return Place(file: record.path, line: place.line, surface: body.text(of: body.noted[cited.ordinal]))
            }
            return Document(
                number: entry.number,
                namesakes: catalogue.namesakes(of: entry).compactMap { catalogue.record($0)?.path },
                places: (relations + citations).sorted())
        }
    }
}
