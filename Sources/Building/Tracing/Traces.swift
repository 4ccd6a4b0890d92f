import Parallel
import Publishing
import Records
import Site
import Storage

/// What each page and each text asked for when it was last made, and what the answers were known by.
///
/// A page or text holds as long as every fact that it asked for has the digest that it had then. What it did not ask
/// for cannot matter. A trace that is missing or cannot be read stands for a page that has to be made.
struct Traces: Sendable {
    struct Page: Sendable {
        var path: String
        /// `SitePage.identity`.
        var identity: String
        /// Indices of facts.
        var facts: [Int]
    }

    /// The publication that the traces go with.
    var tag: String
    private(set) var facts: [Fact] = []
    private(set) var digests: [UInt64] = []
    private var indices: [Fact: Int] = [:]
    private(set) var pages: [Page] = []
    /// By record.
    private(set) var texts: [RecordID: [Int]] = [:]

    init(tag: String) { self.tag = tag }

    // MARK: Noting

    /// Takes what a page asked for; instead of what it asked for before, where there is an index.
    mutating func take(_ page: SitePage, _ asked: Set<Fact>, at index: Int? = nil) {
        let trace = Page(path: page.path, identity: page.identity, facts: numbers(of: asked))
        if let index { pages[index] = trace } else { pages.append(trace) }
    }

    /// Forgets pages and texts that are there no more.
    mutating func remove(_ paths: Set<String>, texts gone: Set<RecordID>) {
        if !paths.isEmpty { pages.removeAll { paths.contains($0.path) } }
        for id in gone { texts[id] = nil }
    }

    mutating func take(textOf id: RecordID, _ asked: Set<Fact>) { texts[id] = numbers(of: asked) }

    private mutating func numbers(of asked: Set<Fact>) -> [Int] {
        if indices.count != facts.count {
            indices = Dictionary(facts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return asked.map { fact in
            if let known = indices[fact] { return known }
            indices[fact] = facts.count
            facts.append(fact)
            return facts.count - 1
        }.sorted()
    }

    /// Takes what facts are known by that nobody asked for before.
    mutating func settle(_ digest: @Sendable (Fact) -> UInt64) {
        let fresh = Array(facts[digests.count...])
        digests += ParallelMap.ask(fresh.count) { digest(fresh[$0]) }
    }

    // MARK: Comparing

    /// Takes what facts of some kinds are known by now, and says which of them are known by another digest than before.
    mutating func changed(
        among isMeant: @Sendable (Fact.Kind) -> Bool, _ digest: @Sendable (Fact) -> UInt64
    ) -> Set<Int> {
        let (asked, before) = (facts, digests)
        digests = ParallelMap.ask(asked.count) { isMeant(asked[$0].kind) ? digest(asked[$0]) : before[$0] }
        return Set(digests.indices.filter { digests[$0] != before[$0] })
    }

    /// Why a page has to be made: which of its facts is another, or that it is new; nil where it holds.
    func reason(_ page: SitePage, _ index: Int?, among changed: Set<Int>) -> String? {
        guard let index, pages[index].identity == page.identity else { return "new" }
        return Self.reason(pages[index].facts, among: changed).map { facts[$0].description }
    }

    /// The first of these that a page or text asked for; nil where it holds.
    static func reason(_ asked: [Int], among changed: Set<Int>) -> Int? {
        changed.isEmpty ? nil : asked.first(where: changed.contains)
    }

    // MARK: Keeping

    static let name = "traces"
    private static let header = "tracuu-traces 2"

    static func load(_ publisher: Publisher, tag: String) -> Traces? {
        publisher.kept(name).flatMap { try? Traces($0, tag: tag) }
    }

    func save(_ publisher: Publisher) { publisher.keep(encoded, as: Self.name) }

    var encoded: [UInt8] {
        var writer = ByteWriter(reserving: facts.count * 40 + pages.count * 120)
        writer.text(tag)
        writer.list(facts.indices) {
            $0.number(facts[$1].kind.rawValue)
            $0.text(facts[$1].subject)
            $0.raw(digests[$1])
        }
        writer.list(pages) {
            $0.text($1.path)
            $0.text($1.identity)
            $0.ascending($1.facts)
        }
        writer.list(texts) {
            $0.text($1.key)
            $0.ascending($1.value)
        }
        return ChecksummedFile.sealed(writer.bytes, as: Self.header)
    }

    /// Throws `DamagedBytes` also for what goes with another publication.
    init(_ bytes: [UInt8], tag: String) throws {
        var reader = try ChecksummedFile.opened(bytes, as: Self.header)
        self.tag = try reader.text()
        guard self.tag == tag else { throw DamagedBytes() }
        let known = try reader.list { reader -> (Fact, UInt64) in
            guard let kind = Fact.Kind(rawValue: try reader.number(UInt8.self)) else { throw DamagedBytes() }
            return (Fact(kind, try reader.text()), try reader.raw(UInt64.self))
        }
        facts = known.map(\.0)
        digests = known.map(\.1)
        let count = facts.count
        pages = try reader.list {
            Page(path: try $0.text(), identity: try $0.text(), facts: try $0.ascending(below: count))
        }
        let traces = try reader.list { (try $0.text(), try $0.ascending(below: count)) }
        texts = Dictionary(traces, uniquingKeysWith: { first, _ in first })
    }
}

extension ByteWriter {
    /// Numbers that rise, as their differences.
    fileprivate mutating func ascending(_ numbers: [Int]) {
        var last = 0
        list(numbers) {
            $0.number($1 - last)
            last = $1
        }
    }
}

extension ByteReader {
    fileprivate mutating func ascending(below limit: Int) throws -> [Int] {
        var last = 0
        return try list { reader in
            let (number, overflows) = last.addingReportingOverflow(try reader.number())
            guard !overflows, (0..<limit).contains(number) else { throw DamagedBytes() }
            last = number
            return number
        }
    }
}
