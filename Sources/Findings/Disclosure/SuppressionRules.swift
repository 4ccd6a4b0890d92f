import Records

/// From how many respondents on a figure is published. Unlike `site.yml`, the algorithm takes any.
public struct SuppressionRules: Sendable, Hashable {
    /// Least respondents behind a published cell. A cell of none counts as small: it says of everybody in its group what
    /// they did not answer.
    public var cell: Int
    /// Least respondents behind a published share.
    public var base: Int

    public init(cell: Int, base: Int) {
        self.cell = max(1, cell)
        self.base = max(1, base)
    }

    public init(_ thresholds: DisclosureThresholds) { self.init(cell: thresholds.cell, base: thresholds.base) }
}
