/// How far a share in a probability sample may lie from that in the population.
public struct ConfidenceInterval: Sendable, Hashable {
    /// Shares from 0 to 1.
    public var lower: Double
    public var upper: Double

    /// The 97.5th percentile of the standard normal distribution: 95 % intervals.
    public static let z = 1.959964

    /// Wilson's score interval (1927): centre (p + z²/2n)/(1 + z²/n), half-width z√(p(1−p)/n + z²/4n²)/(1 + z²/n).
    ///
    /// - Parameters:
    ///   - share: The share found, 0 to 1; weighted where the sample is.
    ///   - effectiveSize: Respondents over the design effect; more than 0. With `populationSize` the effective size grows by
    ///     (N − 1)/(N − n), which narrows the half-width as √((N − n)/(N − 1)) does.
    ///   - sampleSize: Respondents, for the finite population.
    ///   - populationSize: People in the population, when it is small enough to matter.
    public static func wilson(
        share: Double, effectiveSize: Double, sampleSize: Double? = nil, populationSize: Double? = nil
    ) -> ConfidenceInterval? {
        guard effectiveSize > 0, (0...1).contains(share) else { return nil }
        var n = effectiveSize
        if let population = populationSize {
            let sample = sampleSize ?? effectiveSize
            // Whoever was asked all is known: no sampling error.
            guard population > sample, population > 1 else { return nil }
            n *= (population - 1) / (population - sample)
        }
        let z2 = z * z
        let scale = 1 + z2 / n
        let centre = (share + z2 / (2 * n)) / scale
        let half = z * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot() / scale
        return ConfidenceInterval(lower: max(0, centre - half), upper: min(1, centre + half))
    }

    /// Half the width of the simple (Wald) interval at a share, in percentage points: what is called “±”.
    ///
    /// z√(p(1−p)/n), times √((N − n)/(N − 1)) for a finite population.
    public static func marginInPoints(
        share: Double = 0.5, effectiveSize: Double, sampleSize: Double? = nil, populationSize: Double? = nil
    ) -> Double? {
        guard effectiveSize > 0 else { return nil }
        var correction = 1.0
        if let population = populationSize {
            let sample = sampleSize ?? effectiveSize
            guard population > sample, population > 1 else { return nil }
            correction = ((population - sample) / (population - 1)).squareRoot()
        }
        return 100 * z * (share * (1 - share) / effectiveSize).squareRoot() * correction
    }
}
