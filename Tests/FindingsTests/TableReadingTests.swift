import Diagnostics
import Testing

@testable import Findings
@testable import Records

struct TableReadingTests {
    private func read(
        _ text: String, answers: AnswerForm = .one, nets: [FindingTable.Net] = []
    ) -> (CountTable?, [String]) {
        let file = SourceFile(path: "findings/q.csv", bytes: Array(text.utf8))
        var table = FindingTable(
            id: "q", question: "?", data: "q.csv", by: "nhóm", weights: nil, answers: answers, title: nil, chart: nil,
            series: nil, counts: file, weightFile: nil, span: SourceSpan(file: "findings/a.md"))
        table.nets = nets
        var reader = CountTableReader(table, file)
        let counts = reader.read()
        return (counts, reader.diagnostics.map { "\($0.kind.code):\($0.span.line)" })
    }

    @Test(arguments: [
        "x,A,B\nCó,10,20\nKhông,30,40\n", "x;A;B\nCó;10;20\nKhông;30;40", "x\tA\tB\nCó\t10\t20\nKhông\t30\t40\n",
        "\"x\",\"A\",\"B\"\n\"Có\",\"10\",20\n\n\"Không\" , 30 , 40\n",
    ])
    func delimitersAndQuotesReadAlike(text: String) throws {
        let counts = try #require(read(text).0)
        #expect(counts.counts == [[10, 20], [30, 40]])
        #expect(counts.answers == [.text("Có"), .text("Không")])
        #expect(counts.base == 100)
    }

    @Test func aRowThatIsASumByChanceMayBeSaidToBeNone() throws {
        let text = "x;A;B\nTốt;500;600\nKém;300;250\nVừa;200;350\n"
        #expect(read(text).1 == ["TC741:2"])
        let (counts, problems) = read(text, nets: [.init(name: "Tốt", parts: ["none"])])
        #expect(problems.isEmpty && counts?.nets == [:])
        #expect(read(text, nets: [.init(name: "Kém", parts: ["none"])]).1 == ["TC741:2"])
    }

    @Test func quotedDelimitersLineEndsAndQuotesAreText() throws {
        let counts = try #require(read("x;A;B\n\"Có; và \"\"rất\"\"\nrõ\";1;2\nKhông;3;4").0)
        #expect(counts.answers == [.text("Có; và \"rất\"\nrõ"), .text("Không")])
    }

    @Test func whatBaseAndTotalHoldBeyondTheSumIsShown() throws {
        let counts = try #require(read("x,A,B,Tổng\nCó,10,20,35\nKhông,30,40,70\nbase,45,60,115\n").0)
        #expect(counts.groups == [.text("A"), .text("B"), .noGroup])
        #expect(counts.answers == [.text("Có"), .text("Không"), .noAnswer])
        #expect(counts.counts == [[10, 20, 5], [30, 40, 0], [5, 0, 5]])
        #expect(counts.totals == [35, 70, 10])
        #expect(counts.base == 115)
    }

    @Test func oneColumnPartsNobody() throws {
        let counts = try #require(read("x,Số người\nCó,10\nKhông,30\n").0)
        #expect(counts.groups.isEmpty && counts.totals == [10, 30])
    }

    @Test(arguments: [
        ("x,A\n\"Có,1\n", "TC706:2"), ("", "TC706:1"), ("x\nCó\n", "TC706:1"), ("x,A,B\nCó,1,2,3\n", "TC706:2"),
        ("x,A,A\nCó,1,2\n", "TC706:1"), ("x,A,B\nCó,1,2\nCó,1,2\n", "TC706:1"), ("x,A\nCó,1.234\n", "TC707:2"),
        ("x,A\nCó,12%\n", "TC707:2"), ("x,A\nCó,-1\n", "TC707:2"), ("x,A\nCó,\n", "TC707:2"),
        ("x,A,B\nCó,10,20\nbase,5,20\n", "TC708:3"), ("x,A,B,total\nCó,10,20,25\n", "TC708:2"),
    ])
    func whatIsWrongIsNamed(text: String, problem: String) {
        let (counts, problems) = read(text)
        #expect(counts == nil && problems == [problem])
    }

    @Test(arguments: [
        "Cộng", "cộng:", "Tổng  cộng", "TỔNG SỐ (người)", "Chung", "Tính chung", "Cả mẫu", "Total", "Overall",
    ])
    func aRowOfTotalsMustAddUp(name: String) throws {
        #expect(read("x,A,B\nCó,10,20\nKhông,30,40\n\(name),41,60\n").1 == ["TC708:4"])
        let counts = try #require(read("x,A,B\nCó,10,20\nKhông,30,40\n\(name),40,60\n").0)
        #expect(counts.answers == [.text("Có"), .text("Không")])
        #expect(read("x,A,B\nCó,10,20\n\(name),40,60\nbase,50,70\n", answers: .several).1 == ["TC706:3"])
    }

    @Test(arguments: ["Tổng số người trả lời", "Số người được hỏi", "Cỡ mẫu", "Respondents"])
    func aRowOfPeopleIsTheBase(name: String) throws {
        for answers in [AnswerForm.one, .several] {
            let counts = try #require(read("x,A,B\nCó,10,20\nKhông,30,40\n\(name),45,60\n", answers: answers).0)
            #expect(counts.base == 105)
        }
    }

    @Test(arguments: ["Cộng", "Toàn bộ", "Tất cả", "Tổng số người trả lời", "Chung", "All"])
    func aColumnOfTotalsThatDoesNotAddUpIsNamed(name: String) throws {
        let (counts, problems) = read("x,A,B,\(name)\nCó,10,20,31\nKhông,30,40,70\n")
        #expect(problems == ["TC743:2"] && counts?.groups.last == .noGroup)
        #expect(read("x,A,B,\(name)\nCó,10,20,30\nKhông,30,40,70\n").1 == [])
    }

    @Test func anAnswerMayBeCalledAll() throws {
        let counts = try #require(read("x,A,B\nSách,10,20\nBáo,30,40\nTất cả,7,9\n").0)
        #expect(counts.answers.last == .text("Tất cả"))
    }

    @Test func sharesAreKnownWhereSeveralAnswersAreChosen() throws {
        let shares = try #require(read("x,A,B\nCó,60,55\nKhông,72,45\nbase,100,100\n", answers: .several).0)
        #expect(shares.looksLikeShares(sampleSize: 1200) && !shares.looksLikeShares(sampleSize: 200))
        let people = try #require(read("x,A,B\nCó,60,55\nKhông,72,45\nbase,100,110\n", answers: .several).0)
        #expect(!people.looksLikeShares(sampleSize: 1200))
    }

    @Test func severalAnswersNeedTheBase() {
        #expect(read("x,A,B\nCó,10,20\n", answers: .several).1 == ["TC706:1"])
        #expect(read("x,A,B\nCó,10,20\nbase,9,30\n", answers: .several).1 == ["TC708:2"])
        #expect(read("x,A,B\nCó,10,20\nCũng,10,20\nbase,11,30\n", answers: .several).0?.isExclusive == false)
    }

    @Test func weightsTakeADecimalComma() throws {
        let counts = try #require(read("x;A;B\nCó;10;20\n").0)
        let file = SourceFile(path: "w.csv", bytes: Array("nhóm;quyền số\nB;1,5\nA;0.75\n".utf8))
        #expect(try GroupWeights.read(file, for: counts).get().weights == [0.75, 1.5])
        for wrong in ["A;1\n", "A;1\nB;0\n", "A;1\nB;2\nC;3\n", "A;1\nA;2\nB;1\n", "A;1;2\n", "A;1\nB;x\n"] {
            let result = GroupWeights.read(SourceFile(path: "w.csv", bytes: Array(wrong.utf8)), for: counts)
            #expect(throws: Diagnostic.self) { try result.get() }
        }
    }

    /// Ten people of weight 1 and twenty of 2 in one column, and so on: sums of weights cell by cell.
    @Test func weightsOfRespondentsAreSumsInCells() throws {
        let counts = try #require(read("x;A;B\nCó;10;20\nKhông;30;40\n").0)
        func weights(_ text: String) -> Result<SurveyWeights, Diagnostic> {
            SurveyWeights.read(SourceFile(path: "w.csv", bytes: Array(text.utf8)), for: counts)
        }
        guard case .cells(let sums) = try weights("x;B;A\nCó;30;8,5\nKhông;40;31,5\nbình phương;90;50\n").get() else {
            Issue.record("not read as sums of cells")
            return
        }
        #expect(
            sums.cells == [[8.5, 30], [31.5, 40]] && sums.groupBases == [40, 70] && sums.totals == [38.5, 71.5])
        #expect(sums.base == 110 && sums.squares == 140)
        for wrong in [
            "x;A;B\nCó;1;2\n", "x;A;C\nCó;1;2\nKhông;1;2\n", "x;A;B\nCó;1;2\nKhông;1;x\n", "x;A;B\nCó;1;2\nKhông;1;0\n",
            "x;A;B\nCó;1;2\nKhông;1;2\nKhác;1;2\n",
        ] {
            #expect(throws: Diagnostic.self) { try weights(wrong).get() }
        }
    }

    @Test func weightsOfRespondentsFollowWhatTheTableImplies() throws {
        let counts = try #require(read("x,A,B,Tổng\nCó,10,20,35\nKhông,30,40,70\nbase,45,60,115\n").0)
        let file = SourceFile(
            path: "w.csv", bytes: Array("x,A,B,Tổng\nCó,11,19,35\nKhông,29,42,71\nbase,44,61,114\n".utf8))
        guard case .cells(let sums) = try SurveyWeights.read(file, for: counts).get() else { return }
        #expect(sums.cells == [[11, 19, 5], [29, 42, 0], [4, 0, 4]] && sums.base == 114)
    }
}
