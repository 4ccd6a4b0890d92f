import Foundation
import Testing

/// Files that the JavaScript tests read too.
enum TextVectors {
    struct Syllables: Decodable, Sendable, CustomTestStringConvertible {
        var text: String
        var folded: [String]
        var exact: [String]
        var testDescription: String { text }
    }

    struct Fold: Decodable, Sendable, CustomTestStringConvertible {
        var text: String
        var folded: String
        var testDescription: String { text }
    }

    static let syllables: [Syllables] = load("syllables")
    static let folding: [Fold] = load("folding")

    private static func load<Value: Decodable>(_ name: String) -> [Value] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("vectors/\(name).json")
        guard let data = try? Data(contentsOf: file) else { return [] }
        return (try? JSONDecoder().decode([Value].self, from: data)) ?? []
    }
}
