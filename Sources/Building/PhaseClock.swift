#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Time spent in each phase of a build, for `--verbose`.
public struct PhaseClock: Sendable {
    /// Seconds by the clock on the wall and of all processors together.
    public struct Phase: Sendable {
        public var name: String
        public var wall: Double
        public var cpu: Double
    }

    public private(set) var phases: [Phase] = []
    private var wall = PhaseClock.now(CLOCK_MONOTONIC)
    private var cpu = PhaseClock.now(CLOCK_PROCESS_CPUTIME_ID)

    public init() {}

    /// Ends a phase that began where the last one ended.
    public mutating func lap(_ name: String) {
        let (wallNow, cpuNow) = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
        phases.append(Phase(name: name, wall: wallNow - wall, cpu: cpuNow - cpu))
        (wall, cpu) = (wallNow, cpuNow)
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
