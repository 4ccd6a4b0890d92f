import Findings
import Foundation
import Records

extension SiteBuild {
    /// Notes in the content folder what this edition prints of surveys, so that later builds decide on it first.
    ///
    /// - Returns: The files that were written, relative to the content folder.
    public func recordRelease() async throws -> [String] {
        var memo = BuildMemo()
        let (site, _) = try await assembled(&memo)
        guard let collection = site?.collection else { return [] }
        let folder = try contentFolder()
        let ledger = ReleaseLedger(reading: try ContentLoader(folder: folder, jobs: 1).releases())
        let edition = collection.edition.configuration.editions.first { $0.id == options.edition }
        let files = try ledger.noting(
            collection.surveys.tables, of: collection.edition.records, audience: edition?.audience)
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let url = URL(filePath: "\(folder.path)/\(path)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url, options: .atomic)
        }
        return files.keys.sorted()
    }
}
