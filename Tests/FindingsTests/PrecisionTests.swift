import Findings
import Testing

/// The vectors are those of norms 4.3 (z = 1.959964).
struct PrecisionTests {
    @Test(arguments: [
        (0, 10, 0.0000, 0.2775), (10, 10, 0.7225, 1.0000), (1, 30, 0.0059, 0.1667), (50, 100, 0.4038, 0.5962),
        (125, 250, 0.4385, 0.5615), (248, 250, 0.9713, 0.9978), (600, 1000, 0.5693, 0.6299),
    ])
    func wilsonIntervals(count: Int, size: Int, lower: Double, upper: Double) throws {
        let interval = try #require(
            ConfidenceInterval.wilson(share: Double(count) / Double(size), effectiveSize: Double(size)))
        #expect(abs(interval.lower - lower) < 0.00005)
        #expect(abs(interval.upper - upper) < 0.00005)
    }

    @Test(arguments: [(1000.0, 1.5, 0.5623, 0.6365), (250.0, 1.3, 0.5295, 0.6666)])
    func aDesignEffectWidensIntervals(size: Double, effect: Double, lower: Double, upper: Double) throws {
        let interval = try #require(ConfidenceInterval.wilson(share: 0.6, effectiveSize: size / effect))
        #expect(abs(interval.lower - lower) < 0.00005)
        #expect(abs(interval.upper - upper) < 0.00005)
    }

    @Test(arguments: [
        (100.0, 9.80), (250.0, 6.20), (400.0, 4.90), (600.0, 4.00), (1000.0, 3.10), (1500.0, 2.53), (2000.0, 2.19),
        (1000.0 / 1.5, 3.80), (250.0 / 1.3, 7.07),
    ])
    func largestMarginsInPoints(effectiveSize: Double, points: Double) throws {
        let margin = try #require(ConfidenceInterval.marginInPoints(effectiveSize: effectiveSize))
        #expect(abs(margin - points) < 0.005)
    }

    @Test(arguments: [(1, 30, 6.42), (125, 250, 6.20), (248, 250, 1.10), (600, 1000, 3.04), (0, 10, 0.0)])
    func waldMarginsInPoints(count: Int, size: Int, points: Double) throws {
        let margin = try #require(
            ConfidenceInterval.marginInPoints(share: Double(count) / Double(size), effectiveSize: Double(size)))
        #expect(abs(margin - points) < 0.006)
    }

    @Test func aFinitePopulationNarrowsTheMargin() throws {
        let margin = try #require(
            ConfidenceInterval.marginInPoints(effectiveSize: 250, sampleSize: 250, populationSize: 1000))
        #expect(abs(margin - 5.37) < 0.005)
        let finite = try #require(
            ConfidenceInterval.wilson(share: 0.5, effectiveSize: 250, sampleSize: 250, populationSize: 1000))
        let infinite = try #require(ConfidenceInterval.wilson(share: 0.5, effectiveSize: 250))
        #expect(finite.upper - finite.lower < infinite.upper - infinite.lower)
    }

    @Test func whoeverAskedEverybodyHasNoInterval() {
        #expect(ConfidenceInterval.wilson(share: 0.5, effectiveSize: 100, sampleSize: 100, populationSize: 100) == nil)
        #expect(ConfidenceInterval.marginInPoints(effectiveSize: 100, sampleSize: 100, populationSize: 100) == nil)
    }

    @Test func kishsDesignEffectOfWeights() {
        let classes: [(respondents: Int, weight: Double)] = [(50, 1), (30, 2), (20, 4)]
        #expect(abs(DesignEffect.kish(classes) - 1.35734) < 0.000005)
        #expect(abs(DesignEffect.effectiveSize(classes) - 73.673) < 0.0005)
    }
}
