import Drawing

/// A document as pictures show it. Words come ready in the reader's language; nothing here knows of records.
public struct PictureDocument: Sendable, Hashable {
    /// Its number, else its title.
    public var label: String
    /// Its title, where the label is a number.
    public var title: String?
    /// As far as its source shows it.
    public var date: String?
    public var status: PictureStatus?
    /// Address of its page, from the page of the picture; without one it is not in the collection.
    public var address: String?
    /// Language of label and title, where it is not that of the page.
    public var language: String?

    public init(
        label: String, title: String? = nil, date: String? = nil, status: PictureStatus? = nil, address: String? = nil
    ) {
        self.label = label
        self.title = title
        self.date = date
        self.status = status
        self.address = address
    }

    /// What stands below its label: date and state in words.
    var detail: String { [date, status?.word].compactMap { $0 }.joined(separator: " · ") }

    /// The same in lines; where one does not do, the state has lines of its own.
    func detailLines(width: Double) -> [String] {
        guard let date, let word = status?.word, TextFit.width(detail) > width else {
            return TextFit.lines(detail, width: width, most: 2)
        }
        return [date] + TextFit.lines(word, width: width, most: 2)
    }
}

/// A document's state: the code that gives it shape and colour, and its word.
public struct PictureStatus: Sendable, Hashable {
    public var code: String
    public var word: String

    public init(code: String, word: String) {
        self.code = code
        self.word = word
    }
}
