/// A word of state with its mark, as lists and pages have it: written `[Còn hiệu lực](status:in-force)`.
enum StateMark {
    private static let states: Set<String> = [
        "in-force", "not-yet", "partly-expired", "replaced", "expired", "suspended", "unverified",
    ]

    /// The state that such a destination names; nil for anything else.
    static func state(in destination: String) -> String? {
        guard destination.hasPrefix("status:") else { return nil }
        let state = String(destination.dropFirst("status:".count))
        return states.contains(state) ? state : nil
    }
}
