import Diagnostics
import Publishing
import Search

/// What a build did and found.
public struct BuildReport: Sendable {
    /// Everything found in the content and the templates, in source order.
    public private(set) var diagnostics: [Diagnostic] = []
    /// Records of the edition.
    public internal(set) var records = 0
    /// Records that other editions hold and this one does not.
    public internal(set) var withheld = 0
    /// What was published; nil when nothing was: a check, or errors.
    public internal(set) var publication: PublishReport?
    /// What the search index came to; nil when nothing was published.
    public internal(set) var index: SearchIndexReport?
    /// How long each phase took.
    public var phases: [PhaseClock.Phase] { clock.phases }

    /// The pages that were made again, each with the fact because of which; nil where everything was made.
    public private(set) var explanation: [(page: String, reason: String)]?

    private var clock = PhaseClock()
    /// What was made on the way, as long as somebody holds the report: a command that ends with it can leave all to the system,
    /// which is quicker than giving it back piece by piece.
    private var held: [any Sendable] = []

    init() {}

    /// Becomes the report of the build that a receipt tells of, already finished.
    mutating func repeats(_ receipt: BuildReceipt, _ publication: PublishReport) {
        repeats(receipt, receipt.diagnostics)
        self.publication = publication
    }

    /// Becomes the report of the build that a receipt tells of, with other findings, not finished yet.
    mutating func repeats(_ receipt: BuildReceipt, _ found: [Diagnostic]) {
        diagnostics = found
        (records, withheld) = (receipt.records, receipt.withheld)
        index = receipt.index
    }

    /// Weights as `site.yml` has them, for all that is added from now on.
    var severities = SeverityRules()

    /// Takes the findings of a phase that has just ended.
    mutating func add(_ found: [Diagnostic], ending phase: String) {
        diagnostics += severities.apply(to: found)
        lap(phase)
    }

    mutating func explain(_ pages: [(String, String)]) { explanation = pages.map { (page: $0.0, reason: $0.1) } }

    /// The report with more diagnostics, whose weights are those of `site.yml` already.
    func adding(_ found: [Diagnostic]) -> BuildReport {
        var report = self
        report.diagnostics = (diagnostics + found).inSourceOrder()
        return report
    }

    mutating func hold(_ made: any Sendable...) { held += made }

    mutating func lap(_ phase: String) { clock.lap(phase) }

    func finished() -> BuildReport {
        var report = self
        report.diagnostics = Consequences.removed(from: diagnostics).inSourceOrder()
        return report
    }
}
