import Catalogue
import Diagnostics
import Encodings
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
    /// What is searched, as bytes: a picker looks through all records at every key.
    private let folded: [UInt8]
    private let squeezed: [UInt8]

    init(_ record: Record, in catalogue: Catalogue) {
        (path, id, kind) = (record.path, record.id, record.kind)
        number = record.number?.printed
        title = record.title.isEmpty ? record.path : record.title
        issued = record.appeared == .unknown ? nil : record.appeared.iso
        state = catalogue.shownStatus(of: record).map(StateWords.of)
        let number = record.number?.printed ?? ""
        folded = Array(Folding.fold("\(number) \(record.title) \(record.id) \(record.summary ?? "")").utf8)
        squeezed = Self.squeezed(Folding.fold("\(number) \(record.id)"))
    }

    /// A file that cannot be read as a record.
    init(unreadable path: String) {
        self.path = path
        id = ""
        kind = Kind.allCases.first { path.hasPrefix($0.folder + "/") } ?? .directive
        title = path
        folded = Array(Folding.fold(path).utf8)
        squeezed = []
    }

    /// How well it fits what was typed, smaller is better; nil where it does not. Every word must be in it, with or without
    /// diacritics; a number may be typed in any form.
    func rank(_ query: ListQuery) -> Int? {
        if !query.squeezed.isEmpty, squeezed.starts(with: query.squeezed) { return 0 }
        guard query.bytes.allSatisfy({ ByteRanges.next($0, in: folded, from: 0) != nil }) else {
            return query.squeezed.count > 2 && ByteRanges.next(query.squeezed, in: squeezed, from: 0) != nil ? 2 : nil
        }
        return 1
    }

    /// Letters and figures alone, so that it does not matter how the parts of a number are parted.
    static func squeezed(_ folded: String) -> [UInt8] {
        folded.utf8.filter { (0x30...0x39).contains($0) || $0 >= 0x61 }
    }
}

/// What was typed into a list's box.
struct ListQuery: Sendable {
    let words: [String]
    /// The same words.
    let bytes: [[UInt8]]
    let squeezed: [UInt8]

    init(_ typed: String) {
        let folded = Folding.fold(Normalization.nfc(typed))
        words = folded.split(whereSeparator: \.isWhitespace).map(String.init)
        bytes = words.map { Array($0.utf8) }
        squeezed = ListedRecord.squeezed(folded)
    }
}
