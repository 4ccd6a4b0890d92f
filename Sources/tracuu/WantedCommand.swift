import ArgumentParser
import Building

/// `tracuu wanted`
struct WantedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wanted",
        abstract: "Văn bản được nhắc tới mà sưu tập chưa có (documents mentioned and not in the collection).",
        discussion: """
            The most mentioned first, with each place: relations in front matter, and citations in running text. \
            --format tsv prints a line for each place: number, mentions of the number, file, line, text.
            """)

    @OptionGroup var content: ContentOptions

    @Option(help: ArgumentHelp("Form of the list.", valueName: "text|tsv"))
    var format: Form = .text

    @Option(help: ArgumentHelp("How many documents; all with 0.", valueName: "n"))
    var limit = 50

    enum Form: String, CaseIterable, ExpressibleByArgument { case text, tsv }

    /// Places shown of one document; the table has them all.
    private static let shownPlaces = 5

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit: cần số từ 0 trở lên (a number from 0 on)") }
    }

    mutating func run() async throws {
        let documents = try await SiteBuild(content.buildOptions).wanted().documents
        let shown = limit == 0 ? documents[...] : documents.prefix(limit)
        switch format {
        case .text: try list(shown, of: documents.count)
        case .tsv: try table(shown)
        }
    }

    private func list(_ shown: ArraySlice<WantedListing.Document>, of count: Int) throws {
        for document in shown {
            let others = document.namesakes.map { "\(content.content)/\($0)" }.joined(separator: ", ")
            try Terminal.output(
                "\(document.places.count)×  \(document.number)\(others.isEmpty ? "" : "  (≠ \(others))")")
            for place in document.places.prefix(Self.shownPlaces) {
                try Terminal.output(
                    "      \(content.content)/\(place.file):\(place.line)\(place.surface.isEmpty ? "" : "  \(place.surface)")"
                )
            }
            if document.places.count > Self.shownPlaces {
                try Terminal.output("      … +\(document.places.count - Self.shownPlaces)")
            }
        }
        if shown.count < count { try Terminal.output("… +\(count - shown.count) (--limit 0)") }
    }

    private func table(_ shown: ArraySlice<WantedListing.Document>) throws {
        try Terminal.output("number\tmentions\tfile\tline\ttext")
        for document in shown {
            for place in document.places {
                let text = place.surface.split(separator: "\t").joined(separator: " ")
                try Terminal.output(
                    "\(document.number)\t\(document.places.count)\t\(place.file)\t\(place.line)\t\(text)")
            }
        }
    }
}
