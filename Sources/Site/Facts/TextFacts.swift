import Catalogue
import Markup
import Records
import Storage

/// What pages ask of records' texts.
public struct TextFacts: Sendable {
    /// What a text's facts are known by.
    public struct Digests: Sendable, Hashable, BitwiseCopyable {
        public var text: UInt64
        public var anchors: UInt64
        public var cited: UInt64

        public init(text: UInt64, anchors: UInt64, cited: UInt64) {
            self.text = text
            self.anchors = anchors
            self.cited = cited
        }
    }

    /// Where one can link into a record's text; nil for a record without one.
    public var anchors: @Sendable (RecordID) -> TextAnchors?
    /// Needed only where it matters what pages depend on.
    public var digests: [RecordID: Digests]

    public init(digests: [RecordID: Digests] = [:], anchors: @escaping @Sendable (RecordID) -> TextAnchors?) {
        self.anchors = anchors
        self.digests = digests
    }

    public init(_ bodies: [RecordID: RenderedBody], digests: [RecordID: Digests] = [:]) {
        self.init(digests: digests) { bodies[$0].map { TextAnchors($0) } }
    }
}

/// Where one can link into a text.
public struct TextAnchors: Sendable, Hashable {
    public var all: Set<String>
    /// Those of annexes.
    public var annexes: Set<String>

    public init(all: Set<String>, annexes: Set<String>) {
        self.all = all
        self.annexes = annexes
    }

    public init(_ body: RenderedBody) {
        self.init(
            all: body.anchors,
            annexes: Set(body.provisions.filter { $0.unit == "phu-luc" }.map(\.anchor)))
    }

    /// Whether an anchor is an annex's while a clause of another annex is meant: Phụ lục I-1, not clause 1 of Phụ lục I.
    func isOtherAnnex(_ anchor: String, amid outer: ArraySlice<String>) -> Bool {
        outer.contains { $0.contains("phu-luc-") } && anchor.contains("phu-luc-") && annexes.contains(anchor)
    }
}
