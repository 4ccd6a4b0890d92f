import Diagnostics
import Records

/// What is wrong in single editions only, such as a link to a record that the edition's readers may not see.
enum EditionComparison {
    /// The report of everything with the diagnostics of the editions that it lacks. What is wrong in all editions is
    /// said once and names none.
    static func report(
        _ report: BuildReport, of options: BuildOptions, _ check: (String) async throws -> BuildReport
    ) async throws -> BuildReport {
        let loader = ContentLoader(folder: ContentFolder(options.content), jobs: options.jobs)
        let configuration = try loader.configuration()
        guard configuration.namesEditions else { return report }
        let editions = configuration.editions.map(\.id)
        let known = Set(report.diagnostics)
        var found: [Diagnostic: [String]] = [:]
        for edition in editions {
            for diagnostic in Set(try await check(edition).diagnostics).subtracting(known) {
                found[diagnostic, default: []].append(edition)
            }
        }
        let added = found.map { diagnostic, names in
            var diagnostic = diagnostic
            if names.count < editions.count { diagnostic.editions = names }
            return diagnostic
        }
        return report.adding(added)
    }
}
