import Hashing

/// What is published now, as found when the build began, and the open folder that it lies in.
///
/// A class because it owns the open folder; nothing in it changes.
final class LiveTree: Sendable {
    /// What we know of one file beside its stamp.
    private struct Knowledge: OptionSet {
        var rawValue: UInt8
        /// What is in it: the hash holds.
        static let content = Knowledge(rawValue: 1)
        /// Its permissions are those we gave it.
        static let mode = Knowledge(rawValue: 2)
    }

    let folder: Descriptor
    /// Inode of the root folder.
    let root: UInt64
    /// Every regular file, the manifest included. The hashes hold for those whose content is known.
    let files: FileTable
    private let knowledge: [Knowledge]
    /// The root left out.
    let folders: PathTable
    /// Links, pipes and the like, which we never publish.
    let hasStrays: Bool
    /// Whether every file and folder was known from the state, so that noting it again would bring nothing.
    let isFullyKnown: Bool
    /// Whether it is, to the last file and folder, what was published.
    let isWhole: Bool

    /// Looks at every file without reading it.
    init(surveying opened: consuming Descriptor, _ location: OutputLocation) throws {
        folder = opened
        root = try folder.stamp(naming: location.site).inode
        let state = TreeState.load(location, root: root) ?? .unknown(root: root)
        let survey = try TreeSurvey(of: folder, state)
        let (paths, known) = survey.files
        let stamps = try FileStamp.of(paths, in: folder.number)
        var found = Findings(state)
        if stamps.allSatisfy({ $0?.isRegularFile == true }) {
            for (place, stamp) in stamps.enumerated() {
                if let stamp { found.add(stamp, known[place]) }
            }
            files = FileTable(paths: paths, stamps: found.stamps, hashes: found.hashes)
        } else {
            // A file that vanishes meanwhile is one that is not there.
            var there = PathTable()
            for (place, stamp) in stamps.enumerated() {
                guard let stamp, stamp.isRegularFile else { continue }
                there.append(place..<(place + 1), of: paths)
                found.add(stamp, known[place])
            }
            files = FileTable(paths: there, stamps: found.stamps, hashes: found.hashes)
        }
        hasStrays = survey.others.contains { $0.kind == .other }
        isFullyKnown = survey.isAsLeft && found.knowledge.allSatisfy { $0.contains(.content) }
        for place in found.noted {
            let path = files.paths[place]
            if (try? folder.open(path, 0).hash(naming: path.string)) == files.hashes[place] {
                found.knowledge[place].insert(.content)
            }
        }
        folders = survey.folderPaths
        // A file whose content is known is one that the state has.
        isWhole =
            !hasStrays && files.count == state.files.count
            && found.knowledge.allSatisfy { $0 == [.content, .mode] } && folders == state.folderPaths
        knowledge = found.knowledge
    }

    /// Columns for what is found, held against what we left.
    private struct Findings {
        let state: TreeState
        var stamps: [FileStamp] = []
        var hashes: [SHA256Digest] = []
        var knowledge: [Knowledge] = []
        /// Files that were noted so shortly after they were written that they are looked at again.
        var noted: [Int] = []

        init(_ state: TreeState) {
            self.state = state
            stamps.reserveCapacity(state.files.count)
            hashes.reserveCapacity(state.files.count)
            knowledge.reserveCapacity(state.files.count)
        }

        /// - Parameter known: The file's place in the state.
        mutating func add(_ stamp: FileStamp, _ known: Int?) {
            let isOurs = stamp.permissions == SpareTree.fileMode
            stamps.append(stamp)
            guard let known else {
                hashes.append(SHA256.hash([]))
                knowledge.append(isOurs ? .mode : [])
                return
            }
            let left = state.files.stamps[known]
            hashes.append(state.files.hashes[known])
            if left != stamp {
                knowledge.append(isOurs || left.mode == stamp.mode ? .mode : [])
            } else if state.isSettled(stamp.modified) {
                knowledge.append([.content, .mode])
            } else {
                noted.append(stamps.count - 1)
                knowledge.append(.mode)
            }
        }
    }

    /// The hash of a file, as far as we know without reading it that this is in it.
    func knownHash(_ place: Int) -> SHA256Digest? { knowledge[place].contains(.content) ? files.hashes[place] : nil }

    /// The stamp of its file when that has just this content; reads it when we do not know what is in it.
    func holding(_ path: TreePath, size: Int, hash: SHA256Digest) -> FileStamp? {
        guard let place = files.place(of: path) else { return nil }
        let stamp = files.stamps[place]
        guard stamp.size == Int64(size), knowledge[place].contains(.mode) else { return nil }
        // A file that cannot be read is one to replace.
        let held = knownHash(place) ?? (try? folder.open(path, 0).hash(naming: path.string))
        return held == hash ? stamp : nil
    }
}
