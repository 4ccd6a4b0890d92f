import Charts
import Testing

struct ChartTests {
    static let marks = [
        Chart.Mark(label: "Đồng ý <hẳn> & rõ", value: 0.6, lower: 0.55, upper: 0.65, text: "60%"),
        Chart.Mark(label: "Không", value: nil, text: "không công bố"),
    ]
    static let all: [Chart] = [
        .bars(marks), .dots(marks),
        .stacked(rows: [.init(label: "Tất cả", parts: marks)], scale: ["Đồng ý", "Không"], withheld: "không công bố"),
        .multiples([.init(title: "Nam", marks: marks), .init(title: "Nữ", marks: marks)]),
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
}
