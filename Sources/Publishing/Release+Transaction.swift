extension Release {
    /// Runs a publication to its end, and abandons it when it comes to nothing or fails: whoever publishes need not think of it.
    public func orAbandon<Outcome>(
        isolation: isolated (any Actor)? = #isolation, _ publish: () async throws -> Outcome?
    ) async rethrows -> Outcome? {
        do {
            guard let outcome = try await publish() else {
                abandon()
                return nil
            }
            return outcome
        } catch {
            abandon()
            throw error
        }
    }
}
