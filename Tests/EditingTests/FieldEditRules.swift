import Foundation
import Records
import Testing

@testable import Editing

@Suite("Fields are changed without disturbing what is around them")
struct FieldEditRules {
    private static let order = FieldOrder.of(.directive)

    private static func text(_ front: String) -> String { "---\n\(front)---\n\nVăn bản.\n" }

    /// The front matter after some edits, given as JSON would have them.
    private static func edited(_ front: String, _ edits: (String, FieldEdit.Change)...) throws -> String {
        let source = try RecordSource(bytes: Array(text(front).utf8))
        let list = try edits.map { path, change in
            FieldEdit(try #require(FieldPath(path)), change, old: source.values[try #require(FieldPath(path))])
        }
        let bytes = try source.applying(list, body: nil, order: order)
        let after = String(decoding: bytes, as: UTF8.self)
        #expect(after.hasPrefix("---\n") && after.hasSuffix("---\n\nVăn bản.\n"))
        return String(after.dropFirst(4).dropLast("---\n\nVăn bản.\n".count))
    }

    @Test("a value keeps its quotes, and the comment after it stays")
    func scalars() throws {
        let front = """
            number: "07-CT/TW"  # như in
            title: 'về việc ''mới'''
            term: XII # khóa
            note:   aligned

            """
        #expect(
            try Self.edited(
                front, ("number", .set(.string("08-CT/TW"))), ("title", .set(.string("về 'một' việc"))),
                ("term", .set(.string("XIII"))), ("note", .set(.string("moved")))) == """
                    number: "08-CT/TW"  # như in
                    title: 'về ''một'' việc'
                    term: XIII # khóa
                    note:   moved

                    """)
    }

    @Test("a text that could be read as something else gets double quotes")
    func quotes() throws {
        for text in [
            "no", "true", "null", "12", "1.5", "a: b", "a #b", "- a", "[a", "", " a", "a ", "2014-02-31", "0x1F",
            "12:30", "@a", "*a", "a\tb", "1e3", "~", "=", "%a", "a:", "2014", "1_000", "0b1", "<<",
        ] {
            let after = try Self.edited("title: cũ\n", ("title", .set(.string(text))))
            #expect(after.hasPrefix("title: \"") && after.hasSuffix("\"\n"), "\(text): \(after)")
        }
        for text in ["2014-08-18", "2014-08", "--08-18", "16-NQ/TW", "về việc: không", "a#b", "(một)", "nq-16-tw-2007"]
        where text != "về việc: không" {
            #expect(try Self.edited("title: cũ\n", ("title", .set(.string(text)))) == "title: \(text)\n")
        }
        #expect(
            try Self.edited("title: cũ\n", ("title", .set(.string("a\nb\u{2028}c\"\\"))))
                == "title: \"a\\nb\\u2028c\\\"\\\\\"\n")
    }

    @Test("a number stays a number, also where its figures come as a text")
    func numbers() throws {
        #expect(try Self.edited("issued: 2014\n", ("issued", .set(.string("2015")))) == "issued: 2015\n")
        #expect(try Self.edited("issued: 2014\n", ("issued", .set(.string("2014")))) == "issued: 2014\n")
        #expect(try Self.edited("issued: 2014\n", ("issued", .set(.string("2014-08")))) == "issued: 2014-08\n")
        #expect(try Self.edited("order: 2\n", ("order", .set(.number("10")))) == "order: 10\n")
    }

    @Test("a new field goes after the nearest one before it in the usual order, written as its neighbours are")
    func insertion() throws {
        let front = """
            # Nhắc nhở
            type: chi-thi # loại
            title: "về việc"
            # trước ngày
            issued: 2016-09-05
            topics: [a, b]
            audience: public

            """
        #expect(
            try Self.edited(
                front, ("issuer", .set(.string("ban-bi-thu"))), ("summary", .set(.string("Một câu"))),
                ("effective", .set(.string("2016-10-01"))),
                ("aliases", .set(.list([.string("CT 7"), .string("x: y")]))),
                ("number", .set(.string("07-CT/TW"))),
                ("status.value", .set(.string("in-force"))), ("status.checked", .set(.string("2026-01-02"))),
                (
                    "sources",
                    .set(
                        .list([
                            .mapping([
                                .init(name: "title", value: .string("Trang")),
                                .init(name: "url", value: .string("https://a.vn/")),
                            ])
                        ]))
                ), ("lạ", .set(.string("cuối")))) == """
                    # Nhắc nhở
                    number: "07-CT/TW"
                    type: chi-thi # loại
                    issuer: ban-bi-thu
                    title: "về việc"
                    summary: "Một câu"
                    # trước ngày
                    issued: 2016-09-05
                    effective: 2016-10-01
                    topics: [a, b]
                    status:
                      value: in-force
                      checked: 2026-01-02
                    aliases: ["CT 7", "x: y"]
                    sources:
                      - title: "Trang"
                        url: "https://a.vn/"
                    audience: public
                    lạ: "cuối"

                    """)
    }

    @Test("a field is removed with its lines and the comment on them; comments on lines of their own stay")
    func removal() throws {
        let front = """
            # đầu
            title: a # bỏ
            # giữa
            status: # bỏ
              value: expired
              # trong
              source: |
                # không phải lời ghi chú
                dòng

            # cuối
            topics: [a]

            """
        #expect(
            try Self.edited(front, ("title", .remove), ("status", .remove)) == """
                # đầu
                # giữa
                # trong

                # cuối
                topics: [a]

                """)
        #expect(
            try Self.edited(front, ("status.value", .remove), ("topics[0]", .remove)) == """
                # đầu
                title: a # bỏ
                # giữa
                status: # bỏ
                  # trong
                  source: |
                    # không phải lời ghi chú
                    dòng

                # cuối
                topics: []

                """)
    }

    static let list = """
        relations:
        - type: based-on # một
          # về đích
          target: 16-NQ/TW
        # giữa
        - {type: amends, target: "1-CT/TW"}
        -   type: guides
            note: >-
              dài
              hơn
        history: [ {date: 2026-01-01, change: Thêm}, # sau
          {date: 2026-02-02, change: "Sửa, lại"} ]

        """

    @Test("items are inserted, removed and moved within lists")
    func items() throws {
        #expect(
            try Self.edited(
                Self.list, ("relations[0].type", .remove), ("relations[1].note", .set(.string("một, hai"))),
                ("relations[2].target", .set(.string("x"))), ("history[0].change", .set(.string("a, b"))),
                ("history[1].date", .remove)) == """
                    relations:
                    -
                      # về đích
                      target: 16-NQ/TW
                    # giữa
                    - {type: amends, target: "1-CT/TW", note: "một, hai"}
                    -   type: guides
                        target: x
                        note: >-
                          dài
                          hơn
                    history: [ {date: 2026-01-01, change: "a, b"}, # sau
                      {change: "Sửa, lại"} ]

                    """)
        #expect(
            try Self.edited(Self.list, ("relations[0]", .move(to: 2)), ("history[1]", .move(to: 0))) == """
                relations:
                - {type: amends, target: "1-CT/TW"}
                # giữa
                -   type: guides
                    note: >-
                      dài
                      hơn
                - type: based-on # một
                  # về đích
                  target: 16-NQ/TW
                history: [ {date: 2026-02-02, change: "Sửa, lại"}, # sau
                  {date: 2026-01-01, change: Thêm} ]

                """)
        #expect(
            try Self.edited(
                Self.list, ("relations[1]", .remove),
                ("relations[0]", .insert(.mapping([.init(name: "type", value: .string("guides"))]))),
                ("history[2]", .insert(.mapping([.init(name: "change", value: .string("c"))])))) == """
                    relations:
                    - type: guides
                    - type: based-on # một
                      # về đích
                      target: 16-NQ/TW
                    # giữa
                    -   type: guides
                        note: >-
                          dài
                          hơn
                    history: [ {date: 2026-01-01, change: Thêm}, # sau
                      {date: 2026-02-02, change: "Sửa, lại"}, {change: c} ]

                    """)
    }

    @Test("a whole list or mapping that is set over another changes only what differs")
    func wholes() throws {
        #expect(
            try Self.edited(
                "topics:\n  - a # một\n  # hai\n  - b\n  - c\n",
                ("topics", .set(.list([.string("a"), .string("c"), .string("d")]))))
                == "topics:\n  - a # một\n  # hai\n  - c\n  - d\n")
        #expect(
            try Self.edited("issuer: a # c\n", ("issuer", .set(.list([.string("a"), .string("b")]))))
                == "issuer: [a, b] # c\n")
        #expect(
            try Self.edited(
                "status: {value: expired} # c\nterm: XI\n", ("status", .set(.string("x"))),
                ("term", .set(.mapping([.init(name: "a", value: .string("b"))])))) == "status: x # c\nterm:\n  a: b\n")
        #expect(
            try Self.edited(
                "topics: # c\n  # d\n  - a\nterm:\n", ("topics", .set(.string("x"))),
                ("term", .set(.list([.mapping([.init(name: "a", value: .null)])]))))
                == "topics: x # c\n# d\nterm:\n  - a: null\n")
    }

    @Test("texts of several lines stay block scalars")
    func blocks() throws {
        let front = "summary: | # lời\n    Một.\n    Hai.\n\n\nsource: >-\n  gấp\n  lại\nterm: a\n"
        #expect(
            try Self.edited(
                front, ("summary", .set(.string("Ba.\n\n  Bốn.\n"))), ("source", .set(.string("x\ny"))),
                ("term", .set(.string("x\ny"))))
                == "summary: | # lời\n    Ba.\n\n      Bốn.\n\n\nsource: >-\n  x\n\n  y\nterm: \"x\\ny\"\n")
        #expect(
            try Self.edited(front, ("summary", .set(.string(" thụt\n"))), ("term", .remove))
                == "summary: |4 # lời\n     thụt\n\n\nsource: >-\n  gấp\n  lại\n")
        #expect(
            try Self.edited(front, ("summary", .set(.string("một dòng"))))
                == "summary: |- # lời\n    một dòng\n\n\nsource: >-\n  gấp\n  lại\nterm: a\n")
    }

    @Test("front matter without fields gets its first one")
    func empty() throws {
        #expect(try Self.edited("", ("title", .set(.string("a")))) == "title: a\n")
        #expect(
            try Self.edited("# chỉ có lời nhắc\n", ("title", .set(.string("a")))) == "# chỉ có lời nhắc\ntitle: a\n")
        #expect(try Self.edited("{}\n", ("title", .set(.string("a, b")))) == "{title: \"a, b\"}\n")
        #expect(try Self.edited("title: a\n", ("title", .remove)) == "")
        #expect(
            try Self.edited("title:\nstatus:\n", ("title", .set(.string("a"))), ("status.value", .set(.string("b"))))
                == "title: a\nstatus:\n  value: b\n")
    }

    @Test(
        "what cannot be taken apart is refused with its place",
        arguments: [
            ("---\na: &x 1\nb: *x\n---\n", RecordSourceFault.Kind.yaml), ("---\na: 1\na: 2\n---\n", .yaml),
            ("---\n- a\n---\n", .yaml),
            ("a: 1\n", .noFrontMatter), ("---\na: 1\n", .noFrontMatter), ("---\na: [1\n---\n", .yaml),
            ("---\na: !!str 1\n---\n", .yaml),
        ])
    func faults(text: String, kind: RecordSourceFault.Kind) {
        #expect { try RecordSource(bytes: Array(text.utf8)) } throws: { ($0 as? RecordSourceFault)?.kind == kind }
    }

    @Test("bytes that are no text are refused")
    func notText() {
        #expect { try RecordSource(bytes: Array("---\na: ".utf8) + [0xFF] + Array("\n---\n".utf8)) } throws: {
            ($0 as? RecordSourceFault)?.kind == .notText
        }
    }

    @Test("a field is shown as it is written")
    func raw() throws {
        let source = try RecordSource(bytes: Array(Self.text(Self.list).utf8))
        #expect(source.raw(at: try #require(FieldPath("relations[1]"))) == "{type: amends, target: \"1-CT/TW\"}")
        #expect(source.raw(at: try #require(FieldPath("relations[2]"))) == "type: guides\nnote: >-\n  dài\n  hơn")
        #expect(source.raw(at: try #require(FieldPath("relations[7]"))) == nil)
        #expect(
            FieldValue(yaml: "{a: [1, b]}") == .mapping([.init(name: "a", value: .list([.number("1"), .string("b")]))]))
    }

    @Test("the text below keeps the bytes of lines that stay")
    func body() throws {
        let decomposed = "đie\u{302}\u{300}u"
        let bytes = Array("\u{FEFF}---\r\ntitle: a\r\n---\r\n\r\nMột \(decomposed)\r\nhai\nba".utf8)
        let source = try RecordSource(bytes: bytes)
        #expect(source.body == "Một \(decomposed)\nhai\nba")
        #expect(try source.applying([], body: "Một điều\nhai\nba", order: []) == bytes)
        #expect(
            try source.applying([], body: "Một điều\ne\u{302}\nhai\nba\n", order: []).elementsEqual(
                "\u{FEFF}---\r\ntitle: a\r\n---\r\n\r\nMột \(decomposed)\r\n\u{EA}\r\nhai\nba\r\n".utf8))
        for (file, body, after) in [
            ("---\n---", "a", "---\n---\n\na"), ("---\n---\n", "a\n", "---\n---\n\na\n"),
            ("---\n---\nb\n", "a\n", "---\n---\na\n"),
            ("---\n---\n\n", "a\n", "---\n---\n\na\n"), ("---\n---\nb", "\na", "---\n---\n\n\na"),
            ("---\n---\n\nb", "", "---\n---\n\n"),
        ] {
            let source = try RecordSource(bytes: Array(file.utf8))
            let written = try source.applying([], body: body, order: [])
            #expect(String(decoding: written, as: UTF8.self) == after)
            #expect(try RecordSource(bytes: written).body == body)
        }
    }

    @Test("edits and values come and go as JSON")
    func json() throws {
        let text =
            #"[{"path":"nets[\"Rất tốt. [1]\"][0]","set":{"fields":[["b",{"number":"1.50"}],["a",[null,true,"x"]]]},"#
            + #""old":null},{"path":"topics[2]","move":0}]"#
        let edits = try JSONDecoder().decode([FieldEdit].self, from: Data(text.utf8))
        #expect(edits[0].path.steps == [.name("nets"), .name("Rất tốt. [1]"), .index(0)])
        #expect(edits[0].old == .null && edits[1].old == nil)
        #expect(
            edits[0].change
                == .set(
                    .mapping([
                        .init(name: "b", value: .number("1.50")),
                        .init(name: "a", value: .list([.null, .bool(true), .string("x")])),
                    ])))
        #expect(try JSONDecoder().decode([FieldEdit].self, from: JSONEncoder().encode(edits)) == edits)
        for path in ["relations[1].target", "a[\"\"].b", "", "x[\"a\\\"b\"]"] {
            #expect(FieldPath(path)?.description == path)
        }
        for path in ["[", "a..b", ".a", "a[x]", "a[1", "a]"] { #expect(FieldPath(path) == nil) }
    }

    @Test("a number that is none is refused, and what leads into another shape")
    func refusals() throws {
        let source = try RecordSource(bytes: Array(Self.text("title: a\ntopics: [b]\n").utf8))
        for (path, change, reason) in [
            ("title", FieldEdit.Change.set(.number("1,5")), EditRefusal.Reason.notANumber),
            ("title.x", .set(.string("a")), .wrongShape), ("topics[3]", .set(.string("a")), .nothingThere),
            ("topics[2]", .insert(.string("a")), .nothingThere), ("title[0]", .insert(.string("a")), .wrongShape),
            ("topics[0]", .move(to: 1), .nothingThere), ("title", .move(to: 0), .wrongShape),
        ] {
            let path = try #require(FieldPath(path))
            #expect(throws: EditRefusal(path, reason)) {
                try source.applying([FieldEdit(path, change)], body: nil, order: [])
            }
        }
    }

    @Test("the usual order holds every field of a kind, and no other", arguments: Kind.allCases)
    func order(kind: Kind) {
        let order = FieldOrder.of(kind)
        #expect(Set(order).count == order.count)
        #expect(Set(order.filter { !$0.contains(".") }) == Set(RecordFields.of(kind).map(\.key)))
        if kind == .directive { #expect(order.contains("relations[].target") && order.contains("status.checked")) }
    }
}
