import VietnameseText

/// Reads document numbers: strictly as printed, and generously as typed.
public struct NumberGrammar: Sendable {
    public let codeBook: CodeBook

    public init(codeBook: CodeBook = .standard) { self.codeBook = codeBook }

    /// What a person who typed this may have meant. Words around the number are set aside.
    public func read(_ typed: String) -> NumberReading { readTyped(typed).reading }

    /// The same with the type that the words say, and whether anything else was typed.
    public func readTyped(_ typed: String) -> TypedNumber {
        TypedNumberReader(typed, codeBook).read()
    }

    /// A full number exactly as printed on a document, with nothing around it; nil for everything else. Spelling is
    /// corrected where the code book knows better (`QÐ`, `TTG`, `TƯ`), separators where the rules on form do.
    public func parse(_ printed: String) -> DocumentNumber? {
        PrintedNumberParser(codeBook).parse(printed)
    }

    /// Whether letters of a number may stand for a type, given by its name in lower case: `QĐ` for quyết định and quy định.
    public func mayStand(_ letters: String, forType name: String) -> Bool {
        (codeBook.typesByAbbreviation[CodeBook.letters(letters)] ?? []).contains { $0.name.lowercased() == name }
    }
}
