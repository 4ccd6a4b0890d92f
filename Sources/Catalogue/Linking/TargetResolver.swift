import Citations
import Diagnostics
import Records
import VietnameseText

/// Finds the record that a relation's target means: an id, or a number narrowed by type and date.
struct TargetResolver: Sendable {
    let records: [Record]
    let numbers: NumberRegister
    let grammar: NumberGrammar
    let withheld: Set<RecordID>
    let index: [RecordID: Int]
    let byFormerID: [RecordID: RecordID]

    enum Outcome {
        case record(RecordID)
        /// Nothing here bears the number.
        case wanted
        case ambiguous([RecordID])
        /// It looks like an id and is none; maybe a near one was meant.
        case unknownID(suggestion: String?)
        /// The id of a record that this edition's readers may not see.
        case withheld
        /// Neither an id nor a number.
        case unread
    }

    init(records: [Record], numbers: NumberRegister, grammar: NumberGrammar, withheld: Set<RecordID>) {
        self.records = records
        self.numbers = numbers
        self.grammar = grammar
        self.withheld = withheld
        index = Dictionary(records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var former: [RecordID: RecordID] = [:]
        for record in records {
            for old in record.formerIDs where index[old] == nil { former[old] = record.id }
        }
        byFormerID = former
    }

    func resolve(_ target: String, ofType: String? = nil, issued: PartialDate? = nil) -> Outcome {
        if index[target] != nil { return .record(target) }
        if let current = byFormerID[target] { return .record(current) }
        if withheld.contains(target) { return .withheld }
        let parsed = grammar.parse(target)
        let key = NumberRegister.key(RecordNumber(printed: target, parsed: parsed))
        let bearers = (numbers.bearers[key] ?? []).filter { fits($0, ofType, issued) }
        switch bearers.count {
        case 1: return .record(bearers[0])
        case 2...: return .ambiguous(bearers)
        default: break
        }
        if parsed != nil { return .wanted }
        if looksLikeID(target) {
            return .unknownID(suggestion: Spelling.nearest(target, among: records.map(\.id)))
        }
        return .unread
    }

    /// A type or a date narrows only when the record has one to compare.
    private func fits(_ id: RecordID, _ ofType: String?, _ issued: PartialDate?) -> Bool {
        guard let position = index[id] else { return false }
        let record = records[position]
        if let ofType, let type = record.type, type != ofType { return false }
        if let issued, issued.span != nil, record.issued.span != nil, !issued.agrees(with: record.issued) {
            return false
        }
        return true
    }

    private func looksLikeID(_ text: String) -> Bool {
        text.contains("-")
            && text.utf8.allSatisfy {
                ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
                    || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                    || $0 == UInt8(ascii: "-")
            }
    }
}
