/// A document that running text names, with the provisions it names of it.
public struct Citation: Sendable, Hashable {
    /// Byte offsets in the scanned text, from the first provision or the type's name to the end of the number or name.
    public var range: Range<Int>
    public var document: CitedDocument
    /// The provisions cited, each with the stretch of text that says it, in printed order and without overlap; one part
    /// without a provision where the document is cited as a whole.
    public var parts: [CitedPart]

    public init(range: Range<Int>, document: CitedDocument, parts: [CitedPart]) {
        self.range = range
        self.document = document
        self.parts = parts
    }
}

/// What tells which document is meant.
public enum CitedDocument: Sendable, Hashable {
    case number(CitedNumber)
    /// The text itself. “Nghị định này”: the name of the type in lower case; empty for “Điều này”.
    case this(type: String)
    /// A law by its name.
    case name(CitedName)
}

/// The name of a law with what stands round it.
public struct CitedName: Sendable, Hashable {
    /// The places of those who bear it in the list of `LawNames`.
    public var bearers: [Int]
    /// The year of the law, where the text says it: “Luật Đất đai năm 2013”.
    public var year: Int?
    /// The document in whose title the name stands, which speaks of the law of its own day: “Nghị định số 65/2013/NĐ-CP
    /// ngày 27/6/2013 quy định chi tiết một số điều của Luật …”.
    public var titled: CitedNumber?

    public init(bearers: [Int], year: Int? = nil, titled: CitedNumber? = nil) {
        self.bearers = bearers
        self.year = year
        self.titled = titled
    }
}

/// A printed number with what stands round it.
public struct CitedNumber: Sendable, Hashable {
    public var number: DocumentNumber
    /// The name of the type in front of the number, in lower case: `nghị định`; tells Quyết định from Quy định.
    public var type: String?
    /// The date behind it.
    public var date: CitedDate?
    /// The words after “của” behind number and date: whose document it is.
    public var issuer: String?
    /// The term that is said beside it, as a Roman number: “khóa XII”.
    public var term: String?

    public init(
        number: DocumentNumber, type: String? = nil, date: CitedDate? = nil, issuer: String? = nil, term: String? = nil
    ) {
        self.number = number
        self.type = type
        self.date = date
        self.issuer = issuer
        self.term = term
    }
}

/// A date as text gives it: a whole day, or a year alone.
public struct CitedDate: Sendable, Hashable {
    public var year: Int
    public var month: Int?
    public var day: Int?

    public init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The last day it can mean, as `yyyymmdd`.
    public var lastDay: Int { year * 10_000 + (month ?? 12) * 100 + (day ?? 31) }

    /// Whether a day given as `yyyymmdd`, or with 0 for what is not known, can be the one.
    public func agrees(with key: Int) -> Bool {
        guard key / 10_000 == year else { return false }
        if let month, key / 100 % 100 != 0, key / 100 % 100 != month { return false }
        if let day, key % 100 != 0, key % 100 != day { return false }
        return true
    }
}

/// A stretch of a citation and the provision it names.
public struct CitedPart: Sendable, Hashable {
    public var range: Range<Int>
    public var provision: ProvisionReference?
    /// The provisions in words: of a range at both its ends, and of several that one stretch names.
    public var words: String?

    public init(range: Range<Int>, provision: ProvisionReference?, words: String? = nil) {
        self.range = range
        self.provision = provision
        self.words = words ?? provision?.words
    }
}
