import Charts
import Testing

struct ChartTests {
    static let marks = [
        Chart.Mark(label: "Đồng ý <hẳn> & rõ", value: 0.6, lower: 0.55, upper: 0.65, text: "60%"),
        Chart.Mark(label: "Không", value: nil, text: "không công bố"),
    ]
    static let withheld = Chart.WithheldWords(long: "không công bố", short: "ẩn")
    static let all: [Chart] = [
        .bars(marks), .dots(marks),
        .stacked(
            rows: [.init(label: "Tất cả", parts: marks)], scale: [.init(label: "Đồng ý"), .init(label: "Không")],
            withheld: withheld),
        .multiples([.init(title: "Nam", marks: marks), .init(title: "Nữ", marks: marks)], isDense: false),
        .multiples([.init(title: "Nam", marks: marks), .init(title: "Nữ", marks: marks)], isDense: true),
        .trend(
            .init(
                times: [
                    .init(label: "2020", position: 2020),
                    .init(label: "2024", position: 2024, breakNote: "đổi cách hỏi"),
                ],
                lines: [.init(label: "Đồng ý", points: [marks[0], marks[0]])])),
    ]

    @Test(arguments: ChartTests.all, ChartWidth.allCases)
    func noStyleNoScriptAndEverythingEscaped(chart: Chart, width: ChartWidth) {
        let svg = String(decoding: chart.svg(width, label: "“A” <b> & c", describedBy: "mo-ta"), as: UTF8.self)
        #expect(!svg.contains("style=") && !svg.contains("<script") && !svg.contains("onload"))
        #expect(!svg.contains("<b>") && !svg.contains("<hẳn>"))
        #expect(svg.contains("role=\"img\"") && svg.contains("aria-describedby=\"mo-ta\""))
        #expect(svg.contains("aria-label=\"“A” &lt;b&gt; &amp; c\""))
    }

    @Test(arguments: ChartTests.all, ChartWidth.allCases)
    func theSameValuesDrawTheSameBytes(chart: Chart, width: ChartWidth) {
        #expect(chart.svg(width, label: "a", describedBy: "b") == chart.svg(width, label: "a", describedBy: "b"))
    }

    @Test func aBarIsAsLongAsItsShare() {
        let half = Chart.bars([.init(label: "a", value: 0.5, text: "50%"), .init(label: "b", value: 1, text: "100%")])
        let svg = String(decoding: half.svg(.wide, label: "a", describedBy: "b"), as: UTF8.self)
        let widths = svg.matches(of: /<rect class="chart-bar"[^>]* width="([0-9.]+)"/).compactMap { Double($0.1) }
        #expect(widths.count == 2 && abs(widths[0] * 2 - widths[1]) < 0.2)
    }

    @Test func aLineBreaksWhereTheWordingChanged() {
        let point = Chart.Mark(label: "", value: 0.4, text: "40%")
        func lines(_ note: String?) -> Int {
            let trend = Chart.trend(
                .init(
                    times: [
                        .init(label: "1", position: 1), .init(label: "2", position: 2),
                        .init(label: "3", position: 3, breakNote: note), .init(label: "4", position: 4),
                    ], lines: [.init(label: "a", points: [point, point, point, point])]))
            let svg = String(decoding: trend.svg(.wide, label: "a", describedBy: "b"), as: UTF8.self)
            return svg.matches(of: /<polyline/).count
        }
        #expect(lines(nil) == 1)
        #expect(lines("đổi cách hỏi") == 2)
    }

    private func drawn(_ chart: Chart, _ width: ChartWidth = .wide) -> String {
        String(decoding: chart.svg(width, label: "a", describedBy: "b"), as: UTF8.self)
    }

    @Test func everyAxisSaysItsValues() {
        let bars = drawn(.bars([.init(label: "a", value: 0.9, text: "90%")]))
        let ticks = ["0%", "25%", "50%", "75%", "100%"]
        #expect(ticks.allSatisfy { bars.contains(">\($0)</text>") })
        let parts = [Chart.Mark(label: "a", value: 0.4, text: "40%"), Chart.Mark(label: "b", value: 0.6, text: "60%")]
        let stacked = Chart.stacked(
            rows: [.init(label: "Tất cả", parts: parts)], scale: parts.map { .init(label: $0.label) },
            withheld: Self.withheld)
        for width in ChartWidth.allCases {
            #expect(ticks.allSatisfy { drawn(stacked, width).contains(">\($0)</text>") })
        }
    }

    /// No opinion is no point of the scale: the others keep the ends of the ramp, and it is hatched.
    @Test func noOpinionIsGreyAndLeavesTheScaleItsShades() {
        let parts = [("tốt", false), ("xấu", false), ("khó nói", true)].map {
            Chart.Mark(label: $0.0, value: 1.0 / 3, text: "33%", isNeutral: $0.1)
        }
        let svg = drawn(
            .stacked(
                rows: [.init(label: "Tất cả", parts: parts)],
                scale: parts.map { .init(label: $0.label, isNeutral: $0.isNeutral) }, withheld: Self.withheld))
        #expect(svg.contains("shade-0\"") && svg.contains("shade-12\"") && !svg.contains("shade-6\""))
        #expect(svg.contains("chart-part no-opinion") && svg.contains("chart-hatch"))
        #expect(drawn(.bars(parts)).matches(of: /chart-bar no-opinion/).count == 1)
    }

    /// The line that the title speaks of is the one in colour, whichever comes first.
    @Test func aTrendAccentsItsSubject() {
        let times = [1, 2].map { Chart.Trend.Time(label: "202\($0)", position: Double(2020 + $0)) }
        let lines = ["tốt", "xấu"].map { label in
            Chart.Trend.Line(label: label, points: [0.2, 0.4].map { Chart.Mark(label: label, value: $0, text: "x") })
        }
        let svg = drawn(.trend(Chart.Trend(times: times, lines: lines, subject: 1)))
        #expect(svg.contains("chart-line line-1 is-subject") && !svg.contains("line-0 is-subject"))
    }

    /// A gap has a word in it where one fits, and the bar names what it leaves out.
    @Test func aGapSaysThatItIsOne() {
        func gap(_ shown: Double) -> String {
            let parts = [
                Chart.Mark(label: "tốt", value: shown, text: "x"), Chart.Mark(label: "xấu", value: nil, text: "ẩn"),
                Chart.Mark(label: "rất xấu", value: nil, text: "ẩn"),
            ]
            return drawn(
                .stacked(
                    rows: [.init(label: "Tất cả", parts: parts)], scale: parts.map { .init(label: $0.label) },
                    withheld: Self.withheld))
        }
        #expect(gap(0.5).matches(of: />không công bố</).count == 2)
        #expect(gap(0.94).matches(of: />không công bố</).count == 1 && gap(0.94).contains(">ẩn<"))
        for shown in [0.5, 0.94, 0.99] { #expect(gap(shown).contains(">ẩn: xấu; rất xấu<")) }
    }

    /// On a narrow page a point's share stands clear of its interval.
    @Test func aShareDoesNotOverprintItsInterval() throws {
        let point = Chart.Mark(label: "", value: 0.4, lower: 0.2, upper: 0.6, text: "40%")
        let trend = Chart.trend(
            .init(
                times: [.init(label: "1", position: 1), .init(label: "2", position: 2)],
                lines: [.init(label: "a", points: [point, point])]))
        let svg = drawn(trend, .narrow)
        let line = try #require(
            svg.firstMatch(of: /chart-interval" x1="([0-9.]+)" y1="([0-9.]+)" x2="[0-9.]+" y2="([0-9.]+)"/))
        let (one, other) = (try #require(Double(line.2)), try #require(Double(line.3)))
        let texts = svg.matches(of: /chart-value" x="[0-9.]+" y="([0-9.]+)"/).compactMap { Double($0.1) }
        #expect(texts.count == 2 && texts.allSatisfy { $0 < min(one, other) || $0 - 12 > max(one, other) })
    }
}
