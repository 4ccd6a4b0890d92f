/// What a publication did. The manifest is in none of the counts.
public struct PublishReport: Sendable, Hashable {
    /// Files of the site as it is now.
    public var files = 0
    /// Files that were written because they are new, differ from the live ones, or the live ones were damaged.
    public var written = 0
    /// Files that the live tree had already.
    public var unchanged = 0
    /// Files of the old tree that the new one does not have.
    public var removed = 0
    /// Size of the site.
    public var bytes: Int64 = 0
    /// Size of the written files.
    public var bytesWritten: Int64 = 0
    /// Whether a new tree was brought into service; when not, no file of the site was touched.
    public var changed = false

    public init() {}
}
