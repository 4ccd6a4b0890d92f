/// The steps of a save.
enum SaveStep: CaseIterable, Sendable {
    case begin
    /// The old file was read.
    case read
    /// The new file stands beside it.
    case written
    /// They have changed places.
    case exchanged
    /// They have changed places again, since another program had written.
    case givenBack
}
