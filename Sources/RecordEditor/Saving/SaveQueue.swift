/// Lets one save of a record go on at a time; later ones wait for their turn.
actor SaveQueue {
    private var last: [String: Task<Void, Never>] = [:]

    func run<Value: Sendable>(
        _ path: String, _ act: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let before = last[path]
        let task = Task {
            await before?.value
            return try await act()
        }
        last[path] = Task { _ = try? await task.value }
        return try await task.value
    }
}
