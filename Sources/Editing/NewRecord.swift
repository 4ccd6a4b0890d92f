import Citations
import Diagnostics
import Records
import VietnameseText

/// A record to fill in, worked out from a document number: type, bodies that may have issued it, folder and id.
public struct NewRecord: Sendable {
    /// The number in its printed form.
    public let number: DocumentNumber
    /// Types that the number may be of, as far as the words in front of it do not say which; QĐ is two.
    public let types: [DocumentType]
    /// Bodies of the vocabulary whose abbreviation the number bears; several share TW or TU.
    public let issuers: [Issuer]
    public var type: String?
    public var issuer: String?
    public var issued: PartialDate?
    public var title: String?
    /// What the editor says it is; nil where its type tells.
    public var statedKind: Kind?
    /// Words that were typed and say nothing that a record takes from a number.
    public let unused: [String]
    /// Where the body works, as typed: `tỉnh Lào Cai`.
    public let place: String?
    public let content: Content

    /// Nil when what was typed is no full number.
    /// - Parameters:
    ///   - typed: The number in any form, with its type in front and its date behind where they were typed, too.
    ///   - place: Where the body works, such as `Lào Cai` or `tỉnh Lào Cai`.
    public init?(typed: String, place: String? = nil, content: Content) {
        let words = typed.split { $0 == " " || $0 == "," }.map(String.init)
        let dated = PartialDate.find(in: words)
        let others = dated?.others ?? words
        let reading = content.grammar.readTyped(others.joined(separator: " "))
        guard case .full(let numbers) = reading.reading, let number = numbers.first else { return nil }
        let vocabulary = content.vocabulary
        self.number = number
        self.content = content
        issued = dated?.date
        let bearing = Self.types(of: number, in: vocabulary)
        let named = vocabulary.types.filter { reading.typeNames.contains($0.name) }
        types =
            bearing.isEmpty ? named : bearing.contains { named.contains($0) } ? bearing.filter(named.contains) : bearing
        let rest = reading.isWhole ? [] : Self.unused(others, named: reading.typeNames)
        let typedPlace = Self.place(in: rest)
        self.place = place ?? typedPlace.map { rest[$0].joined(separator: " ") }
        unused = typedPlace.map { Array(rest[..<$0.lowerBound] + rest[$0.upperBound...]) } ?? rest
        issuers = vocabulary.issuers.filter { issuer in
            number.organs.first.map { $0 == issuer.abbreviation } ?? false
        }
        type = types.count == 1 ? types[0].id : nil
        setIssuer(at: self.place)
    }

    /// Words that are neither the number nor its type nor “số”.
    private static func unused(_ words: [String], named types: [String]) -> [String] {
        var rest = words.filter { word in
            !word.contains { $0.isNumber || "/-".contains($0) } && !["so", "so:"].contains(Folding.fold(word))
        }
        for type in types.map({ Folding.fold($0).split(separator: " ").map(String.init) }) {
            let folded = rest.map { Folding.fold($0) }
            if folded.starts(with: type) { rest.removeFirst(type.count) }
        }
        return rest
    }

    /// `tỉnh Lào Cai` of `… UBND tỉnh Lào Cai về việc …`.
    private static func place(in words: [String]) -> Range<Int>? {
        let units = ["tinh", "pho", "huyen", "quan", "xa", "phuong"]
        guard let unit = words.firstIndex(where: { units.contains(Folding.fold($0)) }) else { return nil }
        let name = words[(unit + 1)...].prefix { $0.first?.isUppercase ?? false }
        guard !name.isEmpty else { return nil }
        let isTwoWords = unit > 0 && ["thanh", "thi"].contains(Folding.fold(words[unit - 1]))
        return (isTwoWords ? unit - 1 : unit)..<name.endIndex
    }

    // MARK: Its issuer

    /// Whether the letters of its organ stand for one in every place, as UBND and TU do: the number alone does not say whose.
    public var isLocal: Bool { number.organs.contains(where: Vocabulary.isLocalOrgan) }

    /// Letters of an organ that the vocabulary does not know; nil where it knows one.
    public var unknownOrgan: String? { issuers.isEmpty ? number.organs.first : nil }

    /// Takes the issuer that works at a place; without a place, the only one that the number can be of.
    public mutating func setIssuer(at place: String?) {
        if let place {
            let wanted = Folding.fold(place)
            let there = issuers.filter { issuer in
                Folding.fold(issuer.name).hasSuffix(wanted)
                    || issuer.place.map { wanted.hasSuffix(Folding.fold($0)) } ?? false
            }
            issuer = there.count == 1 ? there[0].id : nil
        } else {
            issuer = issuers.count == 1 && !isLocal ? issuers[0].id : nil
        }
    }

    /// The name that a body has, by its letters and place: `Ủy ban nhân dân tỉnh Lào Cai`. Nil for letters that any body may have.
    public func localName(at place: String) -> String? {
        switch Folding.fold(number.organs.first ?? "") {
        case "ubnd": "Ủy ban nhân dân \(place)"
        case "hdnd": "Hội đồng nhân dân \(place)"
        default: nil
        }
    }

    // MARK: Where it goes

    /// Where the file goes, relative to the content folder: the folder where most records of its type are, and its id.
    public var path: String { "\(kind.folder)/\(id).md" }

    /// The id as it will be when nothing more is filled in.
    public var id: RecordID {
        var record = Record(id: "", kind: kind, path: "", body: RecordBody(bytes: [], firstLine: 1))
        record.number = RecordNumber(printed: number.canonical, parsed: number)
        record.type = type
        record.issuers = issuer.map { [$0] } ?? []
        record.issued = issued ?? .unknown
        return RecordIdentity(vocabulary: content.vocabulary).id(of: record)
    }

    /// Records that bear the number already. Numbers come again, so this is for the editor to judge.
    public var bearers: [Record] { content.records.filter { $0.number?.parsed?.key == number.key } }

    /// The record that this one is, as far as is known: it bears the number, and nothing that both say tells them apart.
    public var sameDocument: Record? {
        bearers.first { other in
            let isSameIssuer = issuer.map { other.issuers.isEmpty || other.issuers.contains($0) } ?? true
            let isSameType = type.map { other.type == nil || other.type == $0 } ?? true
            let days = issued?.span
            let isSameDay = days.flatMap { day in other.issued.span.map { $0.overlaps(day) } } ?? true
            return isSameIssuer && isSameType && isSameDay
        }
    }

    public var kind: Kind {
        if let statedKind { return statedKind }
        let same = content.records.filter { $0.type != nil && $0.type == type && $0.kind != .finding }
        let guidance = same.count { $0.kind == .guidance }
        if !same.isEmpty { return guidance * 2 > same.count ? .guidance : .directive }
        let abbreviation = number.type ?? content.vocabulary.types.first { $0.id == type }?.abbreviation
        return abbreviation.map(Self.guidanceTypes.contains) ?? false ? .guidance : .directive
    }

    /// Whether neither its type nor other records of that type tell what it is: a notice or a letter may guide or direct.
    public var isKindUnsure: Bool {
        guard statedKind == nil,
            !content.records.contains(where: { $0.type != nil && $0.type == type && $0.kind != .finding })
        else { return false }
        let abbreviation = number.type ?? content.vocabulary.types.first { $0.id == type }?.abbreviation
        return abbreviation.map(Self.unsureTypes.contains) ?? (type == nil)
    }

    private static let unsureTypes: Set<String> = ["TB", "CV", "BC", "TTr", "CĐ", "TC"]

    /// Types that say how something is carried out: guidance, plans, programmes, schemes, option plans.
    private static let guidanceTypes: Set<String> = ["HD", "KH", "CTr", "ĐA", "PA"]

    private static func types(of number: DocumentNumber, in vocabulary: Vocabulary) -> [DocumentType] {
        guard let abbreviation = number.type else {
            // Laws alone bear a legislature and no type.
            return number.organs == ["QH"] ? vocabulary.types.filter { $0.id == "luat" } : []
        }
        let all = vocabulary.types.filter { $0.abbreviation == abbreviation }
        let system: DocumentSystem = number.layout == .party ? .party : .state
        let fitting = all.filter { $0.system == nil || $0.system == system }
        return fitting.isEmpty ? all : fitting
    }
}
