import Catalogue
import Documents
import Hashing
import Output
import Parallel
import Records
import Synchronization

/// Looks in every file of an edition for what only records say that the edition withholds: their numbers, titles, ids, names
/// of files, every other field, runs of words of their texts, and their attachments.
///
/// Nothing that is withheld should be there to be found, since it is dropped before anything is linked. The scanner knows
/// nothing of how pages are made, so that it also finds what a mistake of the program would let out. A run of words that
/// stands in the edition's own sources as well tells nothing and is not looked for.
final class LeakScanner: Sendable {
    private let words: WithheldWords
    /// SHA-256 of withheld attachments, with the file.
    private let attachments: [SHA256Digest: String]
    private let found = Mutex<Set<Leak>>([])

    /// Never the text itself: a report of a leak must not be one.
    struct Leak: Hashable, Sendable {
        /// The withheld record's or attachment's file in the content folder.
        var source: String
        /// The file of the site.
        var output: String
    }

    /// - Parameters:
    ///   - withheld: Records that the edition leaves out.
    ///   - own: Those that it holds, without the attachments that it leaves out.
    ///   - others: Bytes of what else pages are made of: vocabulary, templates.
    ///   - attachments: Content of the withheld attachments, by their paths in the content folder.
    init(withheld: [Record], own: [Record], others: [[UInt8]], attachments: [String: [UInt8]]) {
        var runs = withheld.flatMap { record in
            Self.runs(of: record).map { (words: $0, owner: record.path) }
        }
        runs += attachments.keys.map { path in
            (words: CanonicalText.of(Array((path.split(separator: "/").last ?? "").utf8)), owner: path)
        }
        var words = WithheldWords(runs)
        let sources = words
        let common = ParallelMap.ask(own.count + others.count) { index in
            index < own.count
                ? sources.found(in: CanonicalText.of(Self.source(of: own[index])))
                : sources.found(in: CanonicalText.of(others[index - own.count]))
        }
        words = words.removing(common.reduce(into: []) { $0.formUnion($1) })
        self.words = words
        self.attachments = Dictionary(
            attachments.map { (SHA256.hash($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Looks at one file. May be called from many tasks.
    func look(at file: OutputFile) {
        var leaks: Set<Leak> = []
        var seen = words.found(in: CanonicalText.of(file.bytes))
        if file.path.hasSuffix(".html") || file.path.hasSuffix(".xml") {
            seen.formUnion(words.found(in: CanonicalText.of(file.bytes, skippingTags: true)))
        }
        if file.path.hasSuffix(".docx"), let parts = PackedParts.read(file.bytes) {
            for part in parts {
                seen.formUnion(words.found(in: CanonicalText.of(part)))
                seen.formUnion(words.found(in: CanonicalText.of(part, skippingTags: true)))
            }
        }
        seen.formUnion(words.found(in: CanonicalText.of(Array(file.path.utf8))))
        for index in seen { leaks.insert(Leak(source: words.runs[index].owner, output: file.path)) }
        if !attachments.isEmpty, let source = attachments[SHA256.hash(file.bytes)] {
            leaks.insert(Leak(source: source, output: file.path))
        }
        guard !leaks.isEmpty else { return }
        found.withLock { $0.formUnion(leaks) }
    }

    /// Sorted; empty where nothing was found.
    var leaks: [Leak] { found.withLock { $0 }.sorted { ($0.source, $0.output) < ($1.source, $1.output) } }

    /// Throws where anything was found.
    func refuseLeaks() throws {
        let leaks = leaks
        guard !leaks.isEmpty else { return }
        throw BuildError.leaks(leaks.map { ($0.source, $0.output) })
    }

    // MARK: What is looked for

    /// Words of a text that make a run, and how many runs of one text are looked for.
    private static let runLength = 10
    private static let mostRuns = 16

    private static func runs(of record: Record) -> [[UInt8]] {
        let name = record.path.split(separator: "/").last.map(String.init) ?? record.path
        var runs = ([record.id, name, record.number?.printed].compactMap { $0 } + record.aliases + record.formerIDs).map
        {
            CanonicalText.of(Array($0.utf8))
        }
        // A word or two stand anywhere.
        runs += texts(of: record).map { CanonicalText.of(Array($0.utf8)) }.filter { wordCount($0) >= 4 }
        return (runs + textRuns(of: record)).filter { wordCount($0) >= 3 }
    }

    /// Runs from all over a text, without figures: dates and numbers are put together by pages of other records, too.
    private static func textRuns(of record: Record) -> [[UInt8]] {
        var all: [[UInt8]] = []
        for line in record.body.bytes.split(separator: 0x0A) {
            var run: [ArraySlice<UInt8>] = []
            for word in CanonicalText.of(Array(line)).split(separator: 0x20) {
                if word.contains(where: { (0x30...0x39).contains($0) }) {
                    run = []
                    continue
                }
                run.append(word)
                if run.count == runLength {
                    all.append([0x20] + Array(run.joined(separator: [0x20])) + [0x20])
                    run = []
                }
            }
        }
        guard all.count > mostRuns else { return all }
        return (0..<mostRuns).map { all[$0 * all.count / mostRuns] }
    }

    private static func wordCount(_ words: [UInt8]) -> Int { words.count { $0 == 0x20 } - 1 }

    /// Whatever a record says in words. Provisions are left out: pages of other records put the same words together.
    private static func texts(of record: Record) -> [String] {
        var texts = [record.title]
        texts += [record.summary, record.term, record.place, record.letterhead].compactMap { $0 }
        texts += record.issuers + record.topics
        if let signer = record.signer { texts += [signer.name, signer.position ?? "", signer.capacity ?? ""] }
        if let status = record.status { texts += [status.source ?? "", status.note ?? ""] }
        for relation in record.relations { texts += [relation.target, relation.note ?? ""] }
        for obligation in record.obligations { texts += [obligation.task, obligation.responsible ?? ""] }
        for source in record.sources { texts += [source.title, source.url ?? "", source.note ?? ""] }
        for attachment in record.attachments { texts += [attachment.file, attachment.title] }
        texts += record.history.map(\.change)
        if let finding = record.finding {
            texts += finding.themes.flatMap { [$0.theme, $0.text ?? ""] } + finding.informs + finding.reviews
        }
        return texts
    }

    /// All that a record of the edition says, as one text.
    private static func source(of record: Record) -> [UInt8] {
        let names = [record.id, record.path, record.number?.printed ?? ""] + record.aliases + record.formerIDs
        var source = Array((names + texts(of: record)).joined(separator: "\n").utf8)
        source.append(0x0A)
        return source + record.body.bytes
    }
}
