import Foundation
import Testing

/// Files that the JavaScript tests read too.
enum Vectors {
    struct Number: Decodable, Sendable, CustomTestStringConvertible {
        var typed: String
        var reading: String
        /// Keys of the candidates of a full number.
        var keys: [String]
        var testDescription: String { typed }
    }

    static let numbers: [Number] = load("numbers")

    /// The standard book as the JavaScript tests get it.
    static let codeBook: String = {
        guard let data = try? Data(contentsOf: file("code-book")) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }()

    private static func load<Value: Decodable>(_ name: String) -> [Value] {
        guard let data = try? Data(contentsOf: file(name)) else { return [] }
        return (try? JSONDecoder().decode([Value].self, from: data)) ?? []
    }

    private static func file(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("vectors/\(name).json")
    }
}
