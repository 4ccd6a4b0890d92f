import Editing
import FoundationEssentials
import HTTPServing

/// What a screen has changed in a record and not saved: fields and text, or the whole file as text.
struct ChangedRecord: Codable, Sendable {
    /// The record's file; told by the address where there is one.
    var path: String?
    /// Which version of the file was changed.
    var base: String?
    var edits: [FieldEdit]?
    /// Nil where the text stays as it is.
    var body: String?
    /// The whole file, where it is edited as text.
    var text: String?
    /// Whether it is saved in spite of errors that it brings.
    var force: Bool?
    /// When a draft was kept: milliseconds since 1970.
    var at: Double?

    /// - Throws: A refusal where the body of a request holds something else.
    init(_ request: HTTPRequest) throws {
        guard let read = try? JSONDecoder().decode(ChangedRecord.self, from: Data(request.body)) else {
            throw Endpoint.Refusal(.badRequest)
        }
        self = read
    }

    func json() throws -> [UInt8] { Array(try JSONEncoder().encode(self)) }

    var isEmpty: Bool { (edits ?? []).isEmpty && body == nil && text == nil }
}
