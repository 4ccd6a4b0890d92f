import Testing

@testable import Citations

/// Lists of provisions, as relations and running text write them: each part its own, a range everything inside it.
@Suite("Lists of provisions")
struct ProvisionListTests {
    static let lists: [(text: String, provisions: [String])] = [
        ("khoản 7 Điều 15 và Phụ lục I", ["khoản 7 Điều 15", "Phụ lục I"]),
        ("khoản 7 Điều 15, Phụ lục I", ["khoản 7 Điều 15", "Phụ lục I"]),
        ("khoản 7 Điều 15; Phụ lục I", ["khoản 7 Điều 15", "Phụ lục I"]),
        ("khoản 7 Điều 15 hoặc Phụ lục I", ["khoản 7 Điều 15", "Phụ lục I"]),
        ("Phụ lục I và khoản 7 Điều 15", ["Phụ lục I", "khoản 7 Điều 15"]),
        ("Phụ lục I, khoản 7 Điều 15", ["Phụ lục I", "khoản 7 Điều 15"]),
        ("Điều 15 và Chương II", ["Điều 15", "Chương II"]),
        ("Chương II và Phụ lục I", ["Chương II", "Phụ lục I"]),
        ("Điều 5, Điều 6 và Chương I", ["Điều 5", "Điều 6", "Chương I"]),
        ("Điều 6 Phụ lục I", ["Điều 6 Phụ lục I"]),
        ("Điều 6 của Phụ lục I", ["Điều 6 Phụ lục I"]),
        ("điểm a khoản 2 Điều 5 và Phụ lục I", ["điểm a khoản 2 Điều 5", "Phụ lục I"]),
        ("khoản 1 các Điều 1, 15", ["khoản 1 Điều 1", "khoản 1 Điều 15"]),
        ("khoản 1 các Điều 5, 6 và Điều 9", ["khoản 1 Điều 5", "khoản 1 Điều 6", "khoản 1 Điều 9"]),
        (
            "khoản 1 và khoản 2 các Điều 5, 6",
            ["khoản 1 Điều 5", "khoản 2 Điều 5", "khoản 1 Điều 6", "khoản 2 Điều 6"]
        ),
        ("khoản 1 Điều 5, Điều 6", ["khoản 1 Điều 5", "Điều 6"]),
        (
            "các điểm a, b và c khoản 2 Điều 5",
            ["điểm a khoản 2 Điều 5", "điểm b khoản 2 Điều 5", "điểm c khoản 2 Điều 5"]
        ),
        (
            "khoản 1, 2 và điểm a khoản 3 Điều 5",
            ["khoản 1 Điều 5", "khoản 2 Điều 5", "điểm a khoản 3 Điều 5"]
        ),
        ("khoản 1,2 Điều 5", ["khoản 1 Điều 5", "khoản 2 Điều 5"]),
        ("Điều 5 khoản 2 điểm a", ["điểm a khoản 2 Điều 5"]),
        ("Điều 5, khoản 2, điểm a", ["điểm a khoản 2 Điều 5"]),
        ("Điều 5 khoản 2 và khoản 3", ["khoản 2 Điều 5", "khoản 3 Điều 5"]),
        ("Điều 5 khoản 2 và Điều 6", ["khoản 2 Điều 5", "Điều 6"]),
        ("điểm a, khoản 2, Điều 5", ["điểm a khoản 2 Điều 5"]),
        ("Điều 3, khoản 2, Điều 6", ["Điều 3", "khoản 2 Điều 6"]),
        ("từ Điều 5 đến Điều 9", ["Điều 5 đến Điều 9"]),
        ("Điều 5 đến 9", ["Điều 5 đến Điều 9"]),
        ("Điều 5 – 9", ["Điều 5 đến Điều 9"]),
        ("khoản 1 đến khoản 3 Điều 5", ["khoản 1 đến khoản 3 Điều 5"]),
        ("từ điểm a đến điểm đ khoản 2 Điều 5", ["điểm a đến điểm đ khoản 2 Điều 5"]),
        ("từ khoản 1 Điều 5 đến khoản 3 Điều 7", ["khoản 1 Điều 5 đến khoản 3 Điều 7"]),
        ("Điều 2 đến Điều 7 và các Điều 9, 10", ["Điều 2 đến Điều 7", "Điều 9", "Điều 10"]),
        ("các Phụ lục I, II và III", ["Phụ lục I", "Phụ lục II", "Phụ lục III"]),
        ("Phụ lục I-1, Phụ lục IV.1 và Phụ lục IIIa", ["Phụ lục I-1", "Phụ lục IV.1", "Phụ lục IIIa"]),
        ("Chương IVa", ["Chương IVa"]),
        ("Tiểu mục 2 Mục 1 Chương II", ["Tiểu mục 2 Mục 1 Chương II"]),
        ("Mục Đ Phần B", ["Mục Đ Phần B"]),
        ("II.1", ["Mục II.1"]),
        ("Điều 5 khoản 1 và 2, Điều 6", ["khoản 1 Điều 5", "khoản 2 Điều 5", "Điều 6"]),
        ("Điều 5 các khoản 1, 2, Điều 6", ["khoản 1 Điều 5", "khoản 2 Điều 5", "Điều 6"]),
        (
            "Điều 5 khoản 1, khoản 2, Điều 6 khoản 3",
            ["khoản 1 Điều 5", "khoản 2 Điều 5", "khoản 3 Điều 6"]
        ),
        ("Điều 5, khoản 2, Điều 6 khoản 3", ["khoản 2 Điều 5", "khoản 3 Điều 6"]),
        ("Điều 5 khoản 2, khoản 3 Điều 6", ["khoản 2 Điều 5", "khoản 3 Điều 6"]),
        ("khoản 1 Điều 5, khoản 2", ["khoản 1 Điều 5", "khoản 2 Điều 5"]),
        ("khoản 1 Điều 5 điểm a", ["điểm a khoản 1 Điều 5"]),
        ("Mục 1 Chương II, Mục 2", ["Mục 1 Chương II", "Mục 2 Chương II"]),
        ("Mục 1 Chương II, Điều 11", ["Mục 1 Chương II", "Điều 11"]),
        ("Điều 4 Chương II, Điều 11", ["Điều 4 Chương II", "Điều 11"]),
        ("Mục 1 Phụ lục I, Điều 5", ["Mục 1 Phụ lục I", "Điều 5"]),
        ("khoản 2, mục III, Điều 1", ["khoản 2 Mục III Điều 1"]),
        ("Phụ lục I, Điều 5", ["Phụ lục I", "Điều 5"]),
        ("từ Điều 5 đến hết Điều 9", ["Điều 5 đến Điều 9"]),
        ("Phụ lục I-III", ["Phụ lục I đến Phụ lục III"]),
        ("Chương I - III", ["Chương I đến Chương III"]),
        ("điểm a-c khoản 1 Điều 5", ["điểm a đến điểm c khoản 1 Điều 5"]),
    ]

    @Test(
        "a field that says more than is understood names nothing",
        arguments: [
            ("từ Điều 5 đến Điều 9, trừ Điều 7", "trừ"), ("Điều 5, trừ khoản 2", "trừ"),
            ("từ Điều 13 đến hết", "đến hết"), ("Điều 5 và các biểu mẫu", "và các biểu mẫu"),
            ("Điều 5; Danh mục kèm theo", "Danh mục kèm theo"), ("Điều 5 và Điều VI", "và Điều VI"),
            ("Điều 9 đến Điều 5", "Điều 9 đến Điều 5"), ("phần lớn", "phần lớn"),
            ("Điều 5 và Quy chế làm việc", "và Quy chế làm việc"), ("Điều 5, Quy chế làm việc", "Quy chế làm việc"),
            ("Điều 6 và cụm từ “x” tại Điều 5", "và cụm từ “x” tại"),
        ])
    func unread(_ text: String, _ unread: String) {
        let written = WrittenProvision(text)
        #expect(written.provisions.isEmpty && written.unread == unread)
    }

    @Test(
        "words inside a provision are less than the provision",
        arguments: ["cụm từ “văn thư” tại Điều 5", "tên Điều 5", "đoạn mở đầu Điều 5"])
    func part(_ text: String) {
        let written = WrittenProvision(text)
        #expect(written.provisions.map(\.words) == ["Điều 5"] && written.isOfPart && written.unread.isEmpty)
        #expect(!WrittenProvision("Điều 5 của Nghị định số 30/2020/NĐ-CP").isOfPart)
    }

    @Test("the stretches of a list never overlap", arguments: lists.filter { $0.text != "II.1" })
    func stretches(_ text: String, _ provisions: [String]) {
        for part in zip(
            citations("Theo \(text) Nghị định số 30/2020/NĐ-CP.").flatMap(\.parts),
            citations("Theo \(text) Nghị định số 30/2020/NĐ-CP.").flatMap(\.parts).dropFirst())
        {
            #expect(part.0.range.upperBound <= part.1.range.lowerBound)
        }
    }

    @Test("a field names each part", arguments: lists)
    func written(_ text: String, _ provisions: [String]) {
        #expect(WrittenProvision(text).provisions.map(\.words) == provisions)
    }

    @Test("running text names the same parts", arguments: lists.filter { $0.text != "II.1" })
    func running(_ text: String, _ provisions: [String]) {
        for blank in [" ", "\n", "\u{A0}", "  "] {
            let found = citations("Theo \(text) Nghị định số 30/2020/NĐ-CP.".replacing(" ", with: blank))
            var words: [String] = []
            for part in found.flatMap(\.parts) {
                for word in part.words?.split(separator: "; ").map(String.init) ?? [] where !words.contains(word) {
                    words.append(word)
                }
            }
            #expect(found.count == 1)
            #expect(words == provisions)
        }
    }

    @Test(
        "words that merely end in a unit's name are not that unit",
        arguments: [
            "Danh mục I", "tài khoản 3", "thời điểm 2", "thành phần A", "huy chương I", "hạng mục 2", "địa điểm a",
        ])
    func compounds(_ text: String) {
        #expect(citations("\(text) Nghị định số 30/2020/NĐ-CP").flatMap(\.parts).compactMap(\.provision).isEmpty)
    }

    @Test("“này” belongs to the text it stands in, and what follows it to the document named")
    func own() {
        let found = citations("khoản 1 Điều này và Điều 3 Nghị định số 12/2020/NĐ-CP")
        #expect(found.map { $0.parts.map { $0.words ?? "" } } == [["khoản 1 Điều này"], ["Điều 3"]])
        #expect(found.first?.document == .this(type: ""))
        let point = citations("điểm a khoản này và Điều 3 Nghị định số 12/2020/NĐ-CP")
        #expect(point.map { $0.parts.map { $0.words ?? "" } } == [["điểm a khoản này"], ["Điều 3"]])
        let article = citations("khoản 1 Điều này và Điều 5 của Nghị định này")
        #expect(article.map(\.document) == [.this(type: ""), .this(type: "nghị định")])
        #expect(citations("Điều 6 và khoản 1 Điều này.").map { $0.parts.count } == [2])
    }

    @Test(
        "quoted wording of another document has nothing of the text's own",
        arguments: [
            "như sau: “2. Theo khoản 1 Điều này và Điều 5 Luật này.”", "\"Theo Điều 5 của Nghị định này\"",
        ])
    func quoted(_ text: String) {
        #expect(citations(text).isEmpty)
        #expect(citations("“x” Theo Điều 5 của Nghị định này").count == 1)
    }

    @Test("a paragraph that goes on with a quoted wording has nothing of its own until it ends")
    func goesOn() {
        let text = "Theo Điều 5 Luật này.” Theo Điều 6 Luật này."
        let found = Array(text.utf8).withUnsafeBufferPointer {
            CitationScanner(grammar: NumberGrammar()).scan($0, isQuoted: true)
        }
        #expect(found.flatMap(\.parts).map { $0.words ?? "" } == ["Điều 6"])
    }

    @Test(
        "a number and a type's name are the same however they are broken",
        arguments: [
            "Nghị định số 30/2020/NĐ-\u{AD}CP", "Nghị định số 30/2020/NĐ-\u{200B}CP", "Nghị\nđịnh số 30/2020/NĐ-CP",
            "Nghị\u{A0}định\u{A0}số\u{A0}30/2020/NĐ-CP", "Nghị  định   số 30/2020/NĐ-CP",
            "Ngh\u{200B}ị định số 3\u{2060}0/2020/NĐ-CP",
        ])
    func broken(_ text: String) {
        let found = citations("Điều 5 " + text)
        #expect(found.count == 1)
        guard case .number(let cited) = found.first?.document else {
            Issue.record("no number in \(text)")
            return
        }
        #expect(cited.number.canonical == "30/2020/NĐ-CP")
        #expect(cited.type == "nghị định")
        #expect(found.first?.range == 0..<("Điều 5 " + text).utf8.count)
    }

    @Test("date and issuer behind a number are read")
    func beside() {
        for text in [
            "Quyết định số 12/2019/QĐ-UBND ngày 20 tháng 3 năm 2019 của UBND tỉnh Nghệ An",
            "Quyết định số 12/2019/QĐ-UBND (ngày 20/3/2019) của UBND tỉnh Nghệ An",
        ] {
            guard case .number(let cited) = citations(text).first?.document else {
                Issue.record("no number in \(text)")
                continue
            }
            #expect(cited.date == CitedDate(year: 2019, month: 3, day: 20))
            #expect(cited.issuer == "UBND tỉnh Nghệ An")
        }
    }

    @Test("a provision of what a document promulgates is the attachment's")
    func attachments() {
        let found = citations("Điều 6 Quy chế làm việc ban hành kèm theo Quyết định số 12/2019/QĐ-TTg")
        #expect(found.first?.parts.first?.provision?.anchors() == ["quy-che-dieu-6", "quy-che"])
    }

    private func citations(_ text: String) -> [Citation] {
        Array(text.utf8).withUnsafeBufferPointer { CitationScanner(grammar: NumberGrammar()).scan($0) }
    }
}
