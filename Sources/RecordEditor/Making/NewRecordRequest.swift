import Editing
import FoundationEssentials
import HTTPServing
import Records

/// What the screen for new records asks to be made: a document by its number, a record by a name, or what a file was read as.
struct NewRecordRequest: Decodable, Sendable {
    /// The number as typed; nil for a record without one.
    var number: String?
    var kind: String?
    var type: String?
    var issuer: String?
    var issued: String?
    var title: String?
    /// The form of a finding.
    var form: String?
    /// The file's name, without folder and ending, where there is no number to make it of.
    var name: String?
    /// The key of a file that was read.
    var imported: String?
    /// Whether it is made although the collection has a record that looks the same.
    var isOther: Bool?
    /// Whether it is made in spite of errors that it brings.
    var force: Bool?

    init(_ request: HTTPRequest) throws {
        guard let read = try? JSONDecoder().decode(NewRecordRequest.self, from: Data(request.body)) else {
            throw Endpoint.Refusal(.badRequest)
        }
        self = read
    }

    /// Where the record goes and what its file says; nil where the request does not tell.
    func record(in content: Content) -> (path: String, text: String)? {
        guard let number else { return unnumbered }
        guard var record = NewRecord(typed: number, content: content) else { return nil }
        if let type { record.type = type }
        if let issuer { record.issuer = issuer }
        record.issued = issued.flatMap(PartialDate.init(written:)) ?? record.issued
        record.title = title
        record.statedKind = kind.flatMap(Kind.init(rawValue:))
        let fields = [
            ("number", record.number.canonical), ("type", record.type), ("issuer", record.issuer), ("title", title),
            ("issued", record.issued?.iso),
        ]
        return (record.path, Self.file(fields))
    }

    /// The record that the new one is, as far as is known.
    func sameDocument(in content: Content) -> Record? {
        guard let number, var record = NewRecord(typed: number, content: content) else { return nil }
        if let type { record.type = type }
        if let issuer { record.issuer = issuer }
        record.issued = issued.flatMap(PartialDate.init(written:)) ?? record.issued
        return record.sameDocument
    }

    private var unnumbered: (path: String, text: String)? {
        guard let kind = kind.flatMap(Kind.init(rawValue:)), let name, Self.isName(name) else { return nil }
        var fields: [(String, String?)] = []
        if kind == .finding { fields.append(("form", form)) }
        if kind != .page { fields += [("type", type), ("issuer", issuer)] }
        fields += [("title", title), ("issued", issued.flatMap(PartialDate.init(written:))?.iso)]
        return ("\(kind.folder)/\(name).md", Self.file(fields))
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix("-")
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    private static func file(_ fields: [(String, String?)]) -> String {
        var text = "---\n"
        for (key, value) in fields {
            guard let value, !value.isEmpty else { continue }
            text += "\(key): \(RecordTemplate.scalar(value))\n"
        }
        return text + "---\n\n"
    }
}
