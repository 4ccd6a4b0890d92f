import Foundation

@testable import Editing

/// A sample of changed files, for another reader of YAML to judge (`Tests/site/test_edited_fields.py`).
struct EditCases {
    private struct Case: Encodable {
        var before: String
        var after: String
        var meant: FieldValue
    }

    private var lines: [String] = []
    private let encoder = JSONEncoder()

    mutating func add(_ number: Int, _ before: [UInt8], _ after: [UInt8], _ meant: FieldValue) {
        guard number.isMultiple(of: 5) else { return }
        let one = Case(
            before: String(decoding: before, as: UTF8.self), after: String(decoding: after, as: UTF8.self), meant: meant
        )
        if let line = try? encoder.encode(one) { lines.append(String(decoding: line, as: UTF8.self)) }
    }

    /// Writes them into the build folder, one a line.
    func write() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let file = package.appending(path: ".build/edit-cases.jsonl")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
}
