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

    private static func load<Value: Decodable>(_ name: String) -> [Value] {
        guard let data = try? Data(contentsOf: file(name)) else { return [] }
        return (try? JSONDecoder().decode([Value].self, from: data)) ?? []
    }

    private static func file(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("vectors/\(name).json")
    }
}
