import Diagnostics
import Publishing
import Search
import Storage

/// What a publication leaves beside its spare tree, so that a build with nothing changed need not be made again: what it
/// was made from, what was found, and which tree it came to. Damaged, old or foreign receipts are not understood, and the
/// build takes its usual way; deleting one does no harm.
struct BuildReceipt: Sendable {
    /// Of everything that the build depends on.
    var inputs: String
    /// Of the published tree.
    var manifest: String
    var records: Int
    var withheld: Int
    var index: SearchIndexReport?
    /// What was found.
    var diagnostics: [Diagnostic]

    init(inputs: String, manifest: String, of report: BuildReport) {
        self.inputs = inputs
        self.manifest = manifest
        (records, withheld) = (report.records, report.withheld)
        index = report.index
        diagnostics = report.diagnostics
    }

    private static let name = "receipt"
    /// Raised when the form changes. The command itself is among the inputs.
    private static let header = "tracuu-receipt 3"

    static func load(_ publisher: Publisher) -> BuildReceipt? {
        publisher.kept(name).flatMap { try? BuildReceipt($0) }
    }

    func leave(_ publisher: Publisher) { publisher.keep(encoded, as: Self.name) }

    var encoded: [UInt8] {
        var writer = ByteWriter(reserving: diagnostics.count * 120 + 1_000)
        writer.text(inputs)
        writer.text(manifest)
        writer.number(records)
        writer.number(withheld)
        writer.optional(index) { $1.write(to: &$0) }
        writer.list(diagnostics) { $0.diagnostic($1) }
        return ChecksummedFile.sealed(writer.bytes, as: Self.header)
    }

    init(_ bytes: [UInt8]) throws {
        var reader = try ChecksummedFile.opened(bytes, as: Self.header)
        inputs = try reader.text()
        manifest = try reader.text()
        records = try reader.number()
        withheld = try reader.number()
        index = try reader.optional { try SearchIndexReport(from: &$0) }
        diagnostics = try reader.list { try $0.diagnostic() }
    }
}
