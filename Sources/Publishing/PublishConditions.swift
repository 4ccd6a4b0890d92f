/// What a test may change about the world around a publication.
struct PublishConditions: Sendable {
    /// Whether the file system is asked to exchange two folders.
    var canExchange = true
    /// Whether the file system is asked for a second name for a file.
    var canLink = true
    /// Called at every step; an error thrown here stops the build on the spot, as a kill would.
    var reached: @Sendable (PublishStep) throws -> Void = { _ in }
}

/// The steps at which a publication may be cut short.
enum PublishStep: Hashable, Sendable {
    case spareMarked
    case writing(String)
    case written(String)
    case pruned
    case adopted
    case manifestWritten
    case synced
    case stateSaved
    case oldMovedAway
    case exchanged
}
