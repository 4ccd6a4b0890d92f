import Glibc
import Output

/// How much a publication waits for the disk.
///
/// `powerCut` asks the file system once, before the exchange, to store everything written so far (`syncfs`). Without
/// it a power cut within about half a minute could leave the new tree with empty or torn files. One `syncfs` costs
/// less than an `fsync` for each file as soon as there are a few, and also covers folders and links; it is slow only
/// when other programs have much unwritten data on the same disk.
public enum Durability: Sendable {
    /// After a power cut the site is wholly the old or wholly the new one.
    case powerCut
    /// The same after a kill or a crash of the program, but not of the machine: for previews and tests.
    case crash
}

/// Publishes sites into one output folder.
///
/// Beside the output `site` stands a hidden `.site.spare`: the last release, in which the next one is made and which
/// is then exchanged with the live one in one step. It holds what the last release held, so it is closed to others
/// (0700) and, like the output, belongs to one edition only.
public struct Publisher: Sendable {
    public var output: String
    public var durability: Durability
    /// Whether a publication of many new files also brings the spare up to date, at about half its own cost, so that the next
    /// edit need not.
    public var preparesSpare = true
    /// A folder for what builds leave for later ones, made when needed; nil for the private folder beside the output. What an
    /// edition withholds must not lie beside the edition.
    public var keptFiles: KeptFilesFolder?
    /// Sees each file that a release is given, before it is written. May be called from many tasks.
    public var inspect: (@Sendable (OutputFile) -> Void)?
    var conditions = PublishConditions()

    /// - Parameter output: the folder to publish to. It need not exist; folders above it are made as needed.
    public init(output: String, durability: Durability = .powerCut) {
        self.output = output
        self.durability = durability
    }

    /// Locks the output and looks at what is published there.
    /// - Throws: `PublishError`: `locked`, `foreignFolder`, `unusableOutput`, or what the machine refused.
    public func begin() throws -> Release {
        let location = try OutputLocation(output: output)
        // Looked at before anything is made, so that a mistyped folder gets no hidden neighbour.
        _ = try Self.openOwnTree(location)
        try PrivateFolder.make(location.container)
        return try Release(location, conditions, durability, preparesSpare: preparesSpare, inspect: inspect)
    }

    /// Opens the live tree when it is ours; nothing when there is none, or only an empty folder.
    /// - Throws: `PublishError.foreignFolder` when it has content without a manifest of ours and is not a tree whose
    ///   state we hold (so that a tree that lost its manifest can be repaired).
    static func openOwnTree(_ location: OutputLocation) throws -> Descriptor? {
        let number = open(location.site, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if number < 0 {
            switch errno {
            case ENOENT: return nil
            case ENOTDIR: throw PublishError(.unusableOutput, path: location.site, errorNumber: errno)
            default: throw PublishError.system(errno, location.site)
            }
        }
        let folder = Descriptor(number: number)
        if let manifest = try? folder.open(Manifest.path, 0),
            let start = try? manifest.start(Manifest.opening.count), start == Manifest.opening
        {
            return folder
        }
        if try FileTree.isEmpty(location.site) { return nil }
        let root = try folder.stamp(naming: location.site).inode
        if TreeState.load(location, root: root) != nil { return folder }
        throw PublishError(.foreignFolder, path: location.site)
    }
}
