import Drawing

/// A document in the middle of what it bears on and what bears on it, one group for each verb.
public struct RelationMap: Sendable, Hashable {
    public var center: PictureDocument
    /// What it bears on: left of it, or above.
    public var outgoing: [Group]
    /// What bears on it: right of it, or below.
    public var incoming: [Group]

    public struct Group: Sendable, Hashable {
        public var verb: String
        /// Where the whole list stands.
        public var address: String
        public var documents: [PictureDocument]
        /// How many documents there are, in words: “143 văn bản”.
        public var count: String

        public init(verb: String, address: String, documents: [PictureDocument], count: String) {
            self.verb = verb
            self.address = address
            self.documents = documents
            self.count = count
        }
    }

    public init(center: PictureDocument, outgoing: [Group], incoming: [Group]) {
        self.center = center
        self.outgoing = outgoing
        self.incoming = incoming
    }

    /// How much is said of each neighbour: the more there are, the less.
    var detail: Detail {
        let count = (outgoing + incoming).reduce(0) { $0 + $1.documents.count }
        return count <= 10 ? .titled : count <= 24 ? .named : .counted
    }

    enum Detail: Sendable {
        /// Number, date, state and title.
        case titled
        /// Number, date and state.
        case named
        /// Groups of more than a few documents by how many are in which state.
        case counted

        /// From how many documents on a group is counted.
        var foldsFrom: Int { self == .counted ? 5 : .max }
    }

    /// The map as an SVG element; the arguments are ids of elements of the page that name it and put it into words.
    public func svg(_ width: FigureWidth, labelledBy: String, describedBy: String) -> [UInt8] {
        var writer = SVGWriter()
        let drawing = MapDrawing(map: self)
        let height = width == .wide ? drawing.drawAbreast(&writer) : drawing.drawBelow(&writer)
        return writer.document(
            width: width.points, height: height, name: "pic pic-\(width.rawValue)", labelledBy: labelledBy,
            describedBy: describedBy)
    }
}
