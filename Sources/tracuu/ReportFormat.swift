import ArgumentParser

/// How `tracuu check` reports.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people, on standard error.
    case text
    /// One JSON object of the tool's own, on standard output.
    case json
    /// SARIF 2.1.0, on standard output.
    case sarif
    /// Workflow commands of GitHub's runner, on standard output.
    case github
}
