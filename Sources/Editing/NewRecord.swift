import Citations
import Diagnostics
import Records

/// A record to fill in, worked out from a document number: type, bodies that may have issued it, folder and id.
public struct NewRecord: Sendable {
    /// The number in its printed form.
    public let number: DocumentNumber
    /// Types that the number may be of; QĐ is two.
    public let types: [DocumentType]
    /// Bodies whose abbreviation the number bears; several share TW or TU.
    public let issuers: [Issuer]
    public var type: String?
    public var issuer: String?
    public var issued: PartialDate?
    public var title: String?
    public let content: Content

    /// Nil when what was typed is no full number.
    public init?(typed: String, content: Content) {
        guard case .full(let numbers) = content.grammar.read(typed), let number = numbers.first else { return nil }
        self.number = number
        self.content = content
        let vocabulary = content.vocabulary
        types = Self.types(of: number, in: vocabulary)
        issuers = vocabulary.issuers.filter { issuer in
            number.organs.first.map { $0 == issuer.abbreviation } ?? false
        }
        type = types.count == 1 ? types[0].id : nil
        issuer = issuers.count == 1 ? issuers[0].id : nil
    }

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
        let same = content.records.filter { $0.type != nil && $0.type == type && $0.kind != .finding }
        let guidance = same.count { $0.kind == .guidance }
        if !same.isEmpty { return guidance * 2 > same.count ? .guidance : .directive }
        return Self.guidanceTypes.contains(number.type ?? "") ? .guidance : .directive
    }

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
