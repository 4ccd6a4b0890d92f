import Catalogue
import Diagnostics
import Records
import VietnameseText

/// A record as the list and the pickers show it.
struct ListedRecord: Sendable {
    var path: String
    var id: RecordID
    var kind: Kind
    var number: String?
    /// Its path where it has no title that can be read.
    var title: String
    var issued: String?
    /// Words of its state; nil for what has none.
    var state: BilingualText?
    var errors = 0
    var warnings = 0
    private let folded: String
    private let squeezed: String

    init(_ record: Record, in catalogue: Catalogue) {
        (path, id, kind) = (record.path, record.id, record.kind)
        number = record.number?.printed
        title = record.title.isEmpty ? record.path : record.title
        issued = record.appeared == .unknown ? nil : record.appeared.iso
        state = catalogue.shownStatus(of: record).map(StateWords.of)
        folded = Folding.fold("\(record.number?.printed ?? "") \(record.title) \(record.id) \(record.summary ?? "")")
        squeezed = Self.squeezed(Folding.fold("\(record.number?.printed ?? "") \(record.id)"))
    }

    /// A file that cannot be read as a record.
    init(unreadable path: String) {
        self.path = path
        id = ""
        kind = Kind.allCases.first { path.hasPrefix($0.folder + "/") } ?? .directive
        title = path
        folded = Folding.fold(path)
        squeezed = ""
    }

    /// How well it fits what was typed, smaller is better; nil where it does not. Every word must be in it, with or without
    /// diacritics; a number may be typed in any form.
    func rank(_ query: ListQuery) -> Int? {
        if !query.squeezed.isEmpty, squeezed.hasPrefix(query.squeezed) { return 0 }
        guard query.words.allSatisfy({ folded.contains($0) }) else {
            return query.squeezed.utf8.count > 2 && squeezed.contains(query.squeezed) ? 2 : nil
        }
        return 1
    }

    static func squeezed(_ folded: String) -> String {
        String(decoding: folded.utf8.filter { (0x30...0x39).contains($0) || $0 >= 0x61 }, as: UTF8.self)
    }
}

/// What was typed into a list's box.
struct ListQuery: Sendable {
    let words: [String]
    let squeezed: String

    init(_ typed: String) {
        let folded = Folding.fold(Normalization.nfc(typed))
        words = folded.split(whereSeparator: \.isWhitespace).map(String.init)
        squeezed = ListedRecord.squeezed(folded)
    }
}
