import Diagnostics
import Foundation

@testable import Records

/// A content folder in a temporary place, removed with the value.
final class ContentFixture {
    let path: String

    init(_ files: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tracuu-\(UUID().uuidString)")
        path = folder.path
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func load(jobs: Int = 2) async throws -> Content {
        try await ContentLoader(folder: ContentFolder(path), jobs: jobs).load()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The vocabulary that most fixtures share.
let smallVocabulary = [
    "vocabulary/types.yml": """
    - {id: ket-luan, name: Kết luận, abbreviation: KL, code: kl}
    - {id: huong-dan, name: Hướng dẫn, abbreviation: HD, code: hd}
    - {id: quyet-dinh, name: Quyết định, abbreviation: QĐ, code: qd}
    """,
    "vocabulary/issuers.yml": """
    - {id: ban-a, name: Ban A, abbreviation: TW, code: tw}
    - id: ban-b
      names: [{name: Ban Cũ, to: 2020-01-31}, {name: Ban Mới, from: 2020-02-01}]
      abbreviation: BBTW
      code: bbtw
      parent: ban-a
    """,
    "vocabulary/topics.yml": "- {id: chu-de, name: Chủ đề}",
]

extension [Diagnostic] {
    /// `TC107 directives/a.md:3:1` and so on.
    var places: [String] { map { "\($0.kind.code) \($0.span.file):\($0.span.line):\($0.span.column)" } }
}
