import Drawing
import Pictures
import Testing

struct PictureTests {
    static let sizes = [1, 2, 7, 20, 48, 200, 1000]

    static func drawings(_ count: Int) -> [Scan] {
        FigureWidth.allCases.map { width in
            Scan(Samples.timeline(count).svg(width, labelledBy: "a", describedBy: "b"))
        }
    }

    @Test(arguments: sizes)
    func noTextLeavesThePictureOrRunsIntoAnother(count: Int) {
        for scan in Self.drawings(count) {
            #expect(!scan.texts.isEmpty)
            #expect(scan.outside == [])
            #expect(scan.colliding == [])
        }
    }

    @Test(arguments: sizes)
    func noStyleNoScriptAndEverythingEscaped(count: Int) {
        for scan in Self.drawings(count) {
            #expect(!scan.svg.contains("style=") && !scan.svg.contains("<script") && !scan.svg.contains("<nâng"))
            #expect(!scan.svg.contains("1&b"))
            #expect(scan.svg.contains("aria-labelledby=\"a\" aria-describedby=\"b\""))
            #expect(scan.count(of: "<a ") == scan.count(of: "</a>"))
        }
    }

    @Test(arguments: FigureWidth.allCases)
    func aTimelineShowsEveryDocumentOrCountsIt(width: FigureWidth) {
        for count in Self.sizes {
            let timeline = Samples.timeline(count)
            let scan = Scan(timeline.svg(width, labelledBy: "a", describedBy: "b"))
            let counted = scan.svg.matches(of: /<text class="pic-count"[^>]*>([0-9]+)</).compactMap { Int($0.1) }
            #expect(counted.reduce(0, +) + scan.count(of: "class=\"pic-label\"") == count)
        }
    }

    @Test func whatIsKnownToTheYearIsAsWideAsTheYear() {
        let event = Timeline.Event(document: Samples.document(1), when: 2010...2011)
        let timeline = Timeline(
            life: [.init(from: 2006, to: nil, status: .init(code: "in-force", word: "Còn hiệu lực"))],
            lanes: [.init(label: "Được hướng dẫn bởi", address: "#a", events: [event])], today: 2026,
            words: .init(itself: "Văn bản này", today: "hôm nay"))
        let svg = Scan(timeline.svg(.wide, labelledBy: "a", describedBy: "b")).svg
        let span = svg.firstMatch(of: /<line class="pic-span" x1="([0-9.]+)" [^>]*x2="([0-9.]+)"/)
        let bar = svg.firstMatch(of: /<rect class="life life-in-force" [^>]*width="([0-9.]+)"/)
        let year = (span.flatMap { Double($0.2) } ?? 0) - (span.flatMap { Double($0.1) } ?? 0)
        #expect(abs((bar.flatMap { Double($0.1) } ?? 0) / 20 - year) < 0.2)
    }

    @Test(arguments: Samples.states)
    func aStateHasAShapeOfItsOwn(code: String) {
        func shape(_ code: String) -> String {
            var document = Samples.document(1)
            document.status = PictureStatus(code: code, word: "Từ")
            let timeline = Timeline(
                life: [],
                lanes: [.init(label: "a", address: "#a", events: [.init(document: document, when: 2010...2010)])],
                today: 2026, words: .init(itself: "Văn bản này", today: "hôm nay"))
            let svg = Scan(timeline.svg(.wide, labelledBy: "a", describedBy: "b")).svg
            let marks = svg.matches(of: /<[a-z]+ class="mark mark-[^>]*>/).map { String($0.0) }
            return marks.filter { $0.contains("mark-\(code)") || $0.contains("mark-half") }.map { $0.prefix(5) }
                .joined()
        }
        // Full, thin and dashed circles differ by the style sheet; an ended document is a line, whoever ended it.
        let isCircle = ["in-force", "unverified"].contains(code)
        #expect(shape(code).contains("circ") == (isCircle || code == "partly-expired"))
        #expect((shape(code) == shape("expired")) == ["expired", "replaced"].contains(code))
    }

    @Test func textIsCutBetweenWordsAndSaysSo() {
        let text = "nâng cao chất lượng công tác điều tra, nắm bắt, nghiên cứu dư luận xã hội"
        let lines = TextFit.lines(text, width: 120, most: 2)
        #expect(lines.count == 2 && lines[1].hasSuffix(" …"))
        #expect(lines.allSatisfy { TextFit.width($0) <= 120 })
        #expect(text.hasPrefix(lines.joined(separator: " ").replacing(" …", with: "")))
        #expect(TextFit.lines(text, width: 1000) == [text])
        #expect(TextFit.width(TextFit.line("NGHỊQUYẾTRẤTDÀIKHÔNGCÓCHỖNGẮT", width: 90)) <= 90)
    }
}
