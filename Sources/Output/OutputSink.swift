/// Takes the files of a site as they are made, from any task, in any order.
///
/// A sink lets pages leave memory as soon as they are rendered. What the sink does with them
/// (keep them, compare them, write them) must not depend on the order of the calls.
public protocol OutputSink: Sendable {
    /// Takes one file. Throws when the file cannot be kept (disk full, permission) or when its path was already taken.
    func write(_ file: OutputFile) throws
}
