import FoundationEssentials
import Hashing

/// What stands against a release beside its files: empty where everything that could be checked is sound.
public struct SealReport: Sendable, Hashable {
    public enum Fault: Sendable, Hashable {
        /// `SHA256SUMS` says otherwise than the manifest.
        case checksums
        /// `release.json` cannot be read, or names another manifest.
        case note
        /// The release before is there and is another one than this one was made after.
        case chain(Int)
        /// A signature is wrong, or by another key.
        case signature(String)
        /// A signature was to be checked and is not there.
        case noSignature(String)
    }

    public var note: ReleaseNote?
    public var faults: [Fault] = []
    /// Signatures that were found sound.
    public var sound: [String] = []
    /// Signatures that nobody gave a key for.
    public var unchecked: [String] = []

    public init() {}
}

/// Checks what vouches for a published tree beside its manifest.
///
/// - Parameter signatures: Checks for signatures by their names, given the signature and what is signed.
public func verifySeals(
    directory: String, signatures: [String: (_ signature: [UInt8], _ signed: [UInt8]) throws -> Bool]
) throws -> SealReport {
    var report = SealReport()
    func read(_ name: String) -> [UInt8]? { ReleaseFolder.read("\(directory)/\(name)") }
    guard let manifestBytes = read(Manifest.fileName) else { throw PublishError(.noManifest, path: directory) }
    let manifest = try Manifest(reading: manifestBytes, path: "\(directory)/\(Manifest.fileName)")
    let manifestHash = SHA256.hash(manifestBytes).hexadecimal
    let noteBytes = read(ReleaseSeals.note)
    if let noteBytes {
        report.note = ReleaseNote(reading: noteBytes)
        if report.note?.manifest != manifestHash { report.faults.append(.note) }
        if let previous = report.note?.previous,
            let before = ReleaseFolder.read("\(directory)/../\(previous.number)/\(ReleaseSeals.note)"),
            SHA256.hash(before).hexadecimal != previous.note
        {
            report.faults.append(.chain(previous.number))
        }
    }
    let checksums = read(ReleaseSeals.checksums)
    if let checksums {
        let lines = ReleaseSeals.lines(
            manifest, manifestHash: manifestHash, noteHash: noteBytes.map { SHA256.hash($0).hexadecimal })
        if checksums != lines { report.faults.append(.checksums) }
    }
    for name in [ReleaseSeals.minisign, ReleaseSeals.certificate] {
        guard let signature = read(name) else {
            if signatures[name] != nil { report.faults.append(.noSignature(name)) }
            continue
        }
        guard let isSound = signatures[name] else {
            report.unchecked.append(name)
            continue
        }
        if let checksums, try isSound(signature, checksums) {
            report.sound.append(name)
        } else {
            report.faults.append(.signature(name))
        }
    }
    return report
}
