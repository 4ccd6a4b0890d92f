import Hashing
import Storage

extension DecisionMemo.Question {
    /// What the question is known by.
    var digest: SHA256Digest {
        var writer = ByteWriter()
        writer.number(rules.cell)
        writer.number(rules.base)
        writer.list(statements) { writer, statement in
            writer.text(statement.by.text)
            writer.optional(statement.within?.text)
            writer.parts(statement.parts)
        }
        writer.list(layers) { writer, layer in
            writer.list(layer.tables) { $0.table($1) }
            writer.list(layer.released) { $0.table($1) }
        }
        return SHA256.hash(writer.bytes)
    }
}

extension ByteWriter {
    fileprivate mutating func spellings(_ spellings: [SurveyTable.Spelling]) { list(spellings) { $0.text($1.text) } }

    fileprivate mutating func parts(_ parts: [SurveyTable.Spelling: [SurveyTable.Spelling]]) {
        list(parts.sorted { $0.key < $1.key }) { writer, part in
            writer.text(part.key.text)
            writer.spellings(part.value)
        }
    }

    fileprivate mutating func counts(_ counts: [Int?]) { list(counts) { $0.optional($1) { $0.number($1) } } }

    fileprivate mutating func flags(_ flags: [Bool]) { list(flags) { $0.flag($1) } }

    fileprivate mutating func table(_ table: SurveyTable) {
        text(table.question.text)
        spellings(table.answers)
        text(table.by.text)
        spellings(table.groups)
        list(table.counts) { $0.counts($1) }
        counts(table.groupBases)
        counts(table.totals)
        number(table.base)
        flag(table.isBasePrinted)
        flag(table.isExclusive)
        list(table.nets.sorted { $0.key < $1.key }) { writer, net in
            writer.number(net.key)
            writer.list(net.value) { $0.number($1) }
        }
        switch table.filter {
        case .notStated: number(0)
        case .none: number(1)
        case .those(let question, let answers):
            number(2)
            text(question.text)
            spellings(answers)
        }
    }
}

extension ByteReader {
    fileprivate mutating func spelling() throws -> SurveyTable.Spelling {
        var spelling = SurveyTable.Spelling("")
        spelling.text = try text()
        return spelling
    }

    fileprivate mutating func flags() throws -> [Bool] { try list { try $0.flag() } }
}

extension SHA256Digest {
    func store(_ writer: inout ByteWriter) { withBytes { writer.bytes(Array($0)) } }

    init(stored reader: inout ByteReader) throws {
        guard let digest = SHA256Digest(stored: try reader.bytes()) else { throw DamagedBytes() }
        self = digest
    }
}

extension SurveyDecision.Answer {
    func write(_ writer: inout ByteWriter) {
        writer.list(hidden) { writer, hidden in
            writer.flag(hidden.base)
            writer.flags(hidden.totals)
            writer.flags(hidden.groupBases)
            writer.list(hidden.cells) { $0.flags($1) }
            writer.flag(hidden.isBaseHiddenSomewhere)
            writer.flags(hidden.isAnswerTouched)
        }
        writer.list(concerns) { writer, concern in
            writer.number(concern.table)
            concern.kind.write(&writer)
        }
    }

    init(_ reader: inout ByteReader) throws {
        hidden = try reader.list { reader in
            SurveyDecision.Hidden(
                base: try reader.flag(), totals: try reader.flags(), groupBases: try reader.flags(),
                cells: try reader.list { try $0.flags() }, isBaseHiddenSomewhere: try reader.flag(),
                isAnswerTouched: try reader.flags())
        }
        concerns = try reader.list { reader in
            SurveyDecision.Concern(
                table: try reader.number(), kind: try SurveyDecision.Concern.Kind(&reader))
        }
    }
}

extension SurveyDecision.Concern.Kind {
    fileprivate func write(_ writer: inout ByteWriter) {
        switch self {
        case .groupingUndecided(let by, let other):
            writer.number(0)
            writer.spellings([by, other])
        case .groupingByChance(let by, let other, let parts):
            writer.number(1)
            writer.spellings([by, other])
            writer.parts(parts)
        case .groupingContradicted(let by, let other):
            writer.number(2)
            writer.spellings([by, other])
        case .filterFound(let table, let rows):
            writer.number(3)
            writer.number(table)
            writer.list(rows) { $0.number($1) }
        case .filterContradicted: writer.number(4)
        case .withheldWhole: writer.number(5)
        case .exposedByReleases: writer.number(6)
        case .exposedByWiderAudience: writer.number(7)
        }
    }

    fileprivate init(_ reader: inout ByteReader) throws {
        func pair(_ reader: inout ByteReader) throws -> (SurveyTable.Spelling, SurveyTable.Spelling) {
            let both = try reader.list { try $0.spelling() }
            guard both.count == 2 else { throw DamagedBytes() }
            return (both[0], both[1])
        }
        switch try reader.number() {
        case 0:
            let (by, other) = try pair(&reader)
            self = .groupingUndecided(by: by, other: other)
        case 1:
            let (by, other) = try pair(&reader)
            let parts = try reader.list { reader in (try reader.spelling(), try reader.list { try $0.spelling() }) }
            self = .groupingByChance(
                by: by, other: other, parts: Dictionary(parts, uniquingKeysWith: { first, _ in first }))
        case 2:
            let (by, other) = try pair(&reader)
            self = .groupingContradicted(by: by, other: other)
        case 3: self = .filterFound(table: try reader.number(), rows: try reader.list { try $0.number() })
        case 4: self = .filterContradicted
        case 5: self = .withheldWhole
        case 6: self = .exposedByReleases
        case 7: self = .exposedByWiderAudience
        default: throw DamagedBytes()
        }
    }
}
