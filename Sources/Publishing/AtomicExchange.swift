import CLinux
import Glibc

/// Brings a finished tree into service.
enum AtomicExchange {
    /// Makes the spare the site, and the site, when there is one, the spare.
    ///
    /// Linux exchanges two names in one step (`renameat2`, RENAME_EXCHANGE), so that whoever opens the site gets the
    /// old tree or the new one. File systems without it (older FAT, some network and FUSE ones) answer EINVAL; there
    /// the old tree is renamed away and the new one in, which leaves the name missing for some microseconds. A build
    /// killed just then is put right by `recover` at the next. A symbolic link in the site's place would close that
    /// gap, but those file systems mostly have no symbolic links either.
    static func perform(_ location: OutputLocation, hasLive: Bool, conditions: PublishConditions) throws {
        guard hasLive else {
            // Replaces nothing or an empty folder; anything else makes it fail.
            if rename(location.spare, location.site) != 0 { throw failure(location) }
            return
        }
        if conditions.canExchange {
            let result = renameat2(
                AT_FDCWD, location.spare, AT_FDCWD, location.site, UInt32(TRACUU_RENAME_EXCHANGE))
            if result == 0 { return }
            if errno != EINVAL, errno != ENOSYS, errno != ENOTSUP { throw failure(location) }
        }
        if rename(location.site, location.retired) != 0 { throw failure(location) }
        do {
            try conditions.reached(.oldMovedAway)
            if rename(location.spare, location.site) != 0 { throw failure(location) }
        } catch let error as PublishError {
            _ = rename(location.retired, location.site)
            throw error
        }
        // The new tree is live; what to do with the old one can wait for the next build.
        _ = rename(location.retired, location.spare)
    }

    /// Ends what a kill between two renames left.
    static func recover(_ location: OutputLocation) throws {
        var status = stat()
        guard lstat(location.retired, &status) == 0 else { return }
        if lstat(location.site, &status) != 0 {
            try PublishError.check(location.site) { rename(location.retired, location.site) }
        } else if lstat(location.spare, &status) != 0 {
            try PublishError.check(location.spare) { rename(location.retired, location.spare) }
        } else {
            let folder = try Descriptor.folder(location.retired)
            try FileTree.removeContents(of: folder)
            try PublishError.check(location.retired) { rmdir(location.retired) }
        }
    }

    /// Whether a folder is on the same file system as the one that holds it: no mount point then, so that only an overlay
    /// (whose lower layers cannot be renamed) refuses so.
    private static func isOnFileSystemOfParent(_ path: String) -> Bool {
        var (own, above) = (stat(), stat())
        let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        return stat(path, &own) == 0 && stat(parent, &above) == 0 && own.st_dev == above.st_dev
    }

    private static func failure(_ location: OutputLocation) -> PublishError {
        switch errno {
        case EBUSY: PublishError(.mountPoint, path: location.site, errorNumber: errno)
        case EXDEV:
            // Both names are in one folder, so either of them is a mount point or an overlay refuses.
            PublishError(
                isOnFileSystemOfParent(location.site) ? .lowerLayer : .mountPoint, path: location.site,
                errorNumber: EXDEV)
        default: PublishError.system(errno, location.site)
        }
    }
}
