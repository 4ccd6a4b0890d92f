import Testing

@testable import Editing

@Suite("Changes are made again in another version of a record")
struct EditReplayTests {
    private static func values(_ yaml: String) throws -> FieldValue { try #require(FieldValue(yaml: yaml)) }

    private static func path(_ written: String) throws -> FieldPath { try #require(FieldPath(written)) }

    private static let base = """
        title: a
        term: XI
        topics: [x, y]
        relations: [{type: amends, target: "1"}, {type: guides, target: "2"}]
        """

    @Test("those whose old value still stands there are taken, the others are told")
    func taken() throws {
        let base = try Self.values(Self.base)
        let theirs = try Self.values(
            Self.base.replacing("title: a", with: "title: b\nplace: Hà Nội").replacing("term: XI\n", with: ""))
        let edits = [
            FieldEdit(try Self.path("title"), .set(.string("c")), old: .string("a")),
            FieldEdit(try Self.path("summary"), .set(.string("s"))),
            FieldEdit(try Self.path("place"), .set(.string("Huế"))),
            FieldEdit(try Self.path("term"), .remove, old: .string("XI")),
            FieldEdit(try Self.path("relations[1].target"), .set(.string("3")), old: .string("2")),
            FieldEdit(try Self.path("relations[1].note"), .set(.string("n"))),
        ]
        let replay = EditReplay(edits, base: base, on: theirs)
        #expect(replay.taken == [edits[1], edits[4], edits[5]])
        #expect(
            replay.conflicts == [
                .init(edit: edits[0], theirs: .string("b")), .init(edit: edits[2], theirs: .string("Hà Nội")),
            ])
    }

    @Test("an item is found where it has moved to, and one that is gone is told")
    func items() throws {
        let base = try Self.values(Self.base)
        let shifted = try Self.values(
            Self.base.replacing("relations: [", with: "relations: [{type: informs, target: \"0\"}, ")
                .replacing("topics: [x, y]", with: "topics: [y]"))
        let edits = [
            FieldEdit(try Self.path("relations[1].target"), .set(.string("3")), old: .string("2")),
            FieldEdit(try Self.path("relations[1].type"), .set(.string("amends")), old: .string("guides")),
            FieldEdit(try Self.path("topics[0]"), .set(.string("z")), old: .string("x")),
            FieldEdit(try Self.path("topics[2]"), .insert(.string("w"))),
        ]
        let replay = EditReplay(edits, base: base, on: shifted)
        #expect(replay.taken.map(\.path.description) == ["relations[2].target", "relations[2].type", "topics[1]"])
        #expect(replay.conflicts.map(\.edit.path.description) == ["topics[0]"])
        var after = shifted
        for edit in replay.taken { after = try after.applying(edit) }
        #expect(after[try Self.path("relations[2]")] == (try Self.values("{type: amends, target: \"3\"}")))
        #expect(after["topics"] == .list([.string("y"), .string("w")]))
    }

    @Test("the same change made by both is made once")
    func same() throws {
        let base = try Self.values(Self.base)
        let theirs = try Self.values(Self.base.replacing("title: a", with: "title: c"))
        let replay = EditReplay(
            [FieldEdit(try Self.path("title"), .set(.string("c")), old: .string("a"))], base: base, on: theirs)
        #expect(replay.taken.isEmpty && replay.conflicts.isEmpty)
    }
}
