/// The parts of a file that is a zip of others, such as a Word file.
public enum PackedParts {
    /// Their bytes, unpacked, in no particular order; nil for what is no such file, or is larger than a reader takes.
    public static func read(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> [[UInt8]]? {
        (try? ZipContainer(bytes, limits: limits) { _ in true }).map { Array($0.entries.values) }
    }
}
