import Pictures

/// Made-up documents in every state, with long and short labels.
enum Samples {
    static let states = ["in-force", "not-yet", "partly-expired", "expired", "replaced", "suspended", "unverified"]
    static let verbs = ["Được hướng dẫn bởi", "Được sửa đổi, bổ sung bởi", "Là căn cứ của"]

    static func document(_ number: Int) -> PictureDocument {
        PictureDocument(
            label: number % 9 == 4 ? "Tổng kết mười năm thực hiện văn bản ở cơ sở số \(number)" : "\(number)-HD/MAU",
            title: "về việc <nâng cao> chất lượng & hiệu quả công tác nghiên cứu, hướng dẫn và tổng kết ở cơ sở",
            date: "\(number % 28 + 1)/5/20\(10 + number % 15)",
            status: number % 11 == 5
                ? PictureStatus(code: "wanted", word: "chưa có trong kho")
                : PictureStatus(code: states[number % 7], word: "Trạng thái \(number % 7)"),
            address: number % 11 == 5 ? nil : "../van-ban/hd-\(number)/index.html?a=1&b=2")
    }

    static func timeline(_ count: Int) -> Timeline {
        let lanes = verbs.enumerated().map { place, verb in
            let numbers = stride(from: place, to: count, by: verbs.count)
            let events = numbers.map { number in
                let start = 2006 + Double(number) * 19 / Double(max(count, 1))
                let year = start.rounded(.down)
                // Every fourth is known to the year only.
                return Timeline.Event(
                    document: document(number), when: number % 4 == 0 ? year...(year + 1) : start...start)
            }
            return Timeline.Lane(
                label: verb, address: "#_v\(place)", events: events.sorted { $0.when.lowerBound < $1.when.lowerBound },
                undated: place == 1 ? "Không rõ năm: 1-CT/MAU, 2-CT/MAU" : nil)
        }
        let life = [
            Timeline.Stretch(from: 2005.3, to: 2005.6, status: .init(code: "not-yet", word: "Chưa có hiệu lực")),
            Timeline.Stretch(from: 2005.6, to: 2019, status: .init(code: "in-force", word: "Còn hiệu lực")),
            Timeline.Stretch(from: 2019, to: nil, status: .init(code: "partly-expired", word: "Hết hiệu lực một phần")),
        ]
        return Timeline(
            life: life, lanes: lanes, today: 2026.9, words: .init(itself: "Văn bản này", today: "25/11/2026"))
    }
}
