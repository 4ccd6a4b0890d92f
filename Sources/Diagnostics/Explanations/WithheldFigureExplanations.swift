extension Explanation {
    /// TC73x: how the figures of a survey hang together.
    static let withheldFigures: [Explanation] = [
        Explanation(
            "TC730",
            vi:
                "Người đọc biết tỉnh nào ở vùng nào và cộng lại được; công cụ không tìm ra thì phải giữ kín cả cách chia nhỏ.",
            en:
                "Readers know which province lies in which region and can add up; what the command cannot find out, it withholds.",
            wrong: "by: tỉnh", right: "groupings: {tỉnh: {within: vùng, map: {Miền Bắc: [Tỉnh A, Tỉnh B]}}}"),
        Explanation(
            "TC731",
            vi: "Vài con số nhỏ có thể cộng khớp do tình cờ; chỉ người lập bảng biết có lồng nhau thật không.",
            en: "A few small figures may add up by chance; only who made the tables knows whether the groups nest.",
            wrong: "by: tuổi", right: "groupings: {tuổi: {within: none}}"),
        Explanation(
            "TC732",
            vi: "Nhóm nhỏ phải cộng đúng bằng nhóm lớn trong mọi bảng; nếu không thì tên hoặc số liệu sai.",
            en: "Groups add up to the larger one in every table, or a name or figure is wrong.",
            wrong: "map: {Bắc: [A]}   # Bắc gồm A và B", right: "map: {Bắc: [A, B]}"),
        Explanation(
            "TC733",
            vi: "Câu chỉ hỏi người đã chọn một ý có số người bằng đúng ô ấy: in ra là lộ ô đã ẩn.",
            en:
                "A question put only to those who gave an answer has that answer's count as its base: printing it tells a hidden cell.",
            wrong: "- {id: q2, question: Biết từ đâu?, data: q2.csv}",
            right: "- {id: q2, question: Biết từ đâu?, data: q2.csv, filter: {question: q1, answers: [Có]}}"),
        Explanation(
            "TC734",
            vi: "Bộ lọc phải chỉ đến câu hỏi và câu trả lời có thật, với ít nhất ngần ấy người.",
            en: "A filter names a question and answers that exist, with at least as many people.",
            wrong: "filter: {question: q9, answers: [Có]}", right: "filter: {question: q1, answers: [Có]}"),
        Explanation(
            "TC735",
            vi: "Khi không cách ẩn nào đủ rộng, cả bảng chỉ còn số chung: không in thì không lộ.",
            en: "Where no pattern leaves enough room, only totals are printed: what is not printed is not told.",
            wrong: "Nhóm: 63 tỉnh, mỗi tỉnh vài người", right: "Nhóm: 6 vùng"),
        Explanation(
            "TC736", vi: "Số đã in ở lần công bố trước không rút lại được; công cụ chỉ có thể không in thêm.",
            en: "What an earlier release printed cannot be called back; the command can only print no more.",
            wrong: "(thêm bảng mới sau khi công bố)", right: "(công bố các bảng cùng một lần)"),
        Explanation(
            "TC737",
            vi: "Sổ ghi những gì đã in giúp lần dựng sau không in thêm số làm lộ ô đã ẩn.",
            en: "The ledger keeps later builds from printing what, with earlier figures, tells a hidden cell.",
            wrong: "tracuu build", right: "tracuu build --record-release"),
        Explanation(
            "TC738", vi: "Sửa số liệu đã công bố thì hai bản in đặt cạnh nhau cho biết chênh lệch.",
            en: "When released figures are changed, both prints side by side tell the difference.",
            wrong: "Có;60 (đã in), Có;58 (nay)", right: "(nói rõ việc sửa trong bản ghi)"),
        Explanation(
            "TC739", vi: "Sổ do `tracuu build --record-release` ghi; hỏng thì không biết đã in những gì.",
            en: "`tracuu build --record-release` writes the ledger; broken, nobody knows what was printed.",
            wrong: "{", right: "{\"format\": 1, …}"),
        Explanation(
            "TC740", vi: "Bảng chứa số người; phần trăm gõ vào sẽ bị coi là số người và cho ra cỡ mẫu 100.",
            en: "Tables hold people; percentages typed in would be taken for them, with a sample of 100.",
            wrong: "Có;62;58\nKhông;38;42", right: "Có;310;290\nKhông;190;210"),
        Explanation(
            "TC741", vi: "Dòng gộp đếm lại những người đã có ở dòng khác, nên phải nói ra để không cộng hai lần.",
            en: "A net counts people of other rows again, so it is stated, lest they be added twice.",
            wrong: "Hài lòng (gộp);90", right: "nets: {Hài lòng (gộp): [Rất hài lòng, Hài lòng]}"),
        Explanation(
            "TC742", vi: "Dòng gộp bằng đúng tổng các dòng của nó, ở mọi cột.",
            en: "A net is exactly the sum of its rows, in every column.",
            wrong: "nets: {Gộp: [A, B]}   # 60, không phải 30 + 25", right: "nets: {Gộp: [A, B]}   # 55"),
        Explanation(
            "TC743",
            vi:
                "Cột tổng lớn hơn các nhóm cộng lại thì hoặc gõ nhầm, hoặc có người không rõ nhóm; trang hiện số ấy thành một cột.",
            en:
                "Where a column of totals exceeds its groups, a figure is mistyped or some belong to no known group; the page shows them as a column.",
            wrong: "Câu trả lời;Thành thị;Nông thôn;Tổng\nĐồng ý;600;550;1151",
            right: "Câu trả lời;Thành thị;Nông thôn;Tổng\nĐồng ý;600;550;1150"),
        Explanation(
            "TC744",
            vi:
                "Bảng cho người đọc rộng được quyết định mà không nhìn bảng của người đọc hẹp; ai đọc cả hai sẽ tính được ô ẩn.",
            en:
                "Tables for more readers are decided without those for fewer; whoever reads both could compute a hidden cell.",
            wrong: "audience: public      # bảng mới, sau bảng internal đã in", right: "audience: internal"),
    ]
}
