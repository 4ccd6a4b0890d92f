extension Explanation {
    /// TC7xx: aggregated findings.
    static let findings: [Explanation] = [
        Explanation(
            "TC701",
            vi: "Ý kiến do cộng tác viên gửi về không phải mẫu: không có số người, nên không tính được phần trăm.",
            en: "What collaborators send in is no sample: without a number of people there is no percentage.",
            wrong: "form: monitoring\ntext: 60% băn khoăn", right: "form: monitoring\ntext: Nhiều ý kiến băn khoăn"),
        Explanation(
            "TC702", vi: "Sai số lấy mẫu suy ra từ việc chọn ngẫu nhiên; mẫu hạn ngạch hay tự nguyện không có bước ấy.",
            en: "A sampling error follows from drawing by chance, which quota or volunteer samples do not do.",
            wrong: "sampling: quota\nmargin-of-error: 4", right: "sampling: quota"),
        Explanation(
            "TC703", vi: "Người đọc chỉ đánh giá được kết quả khi biết ai hỏi, hỏi ai, hỏi thế nào.",
            en: "Readers can judge a result only when they know who asked whom, and how.",
            wrong: "disclosure: {sponsor: Ban A}", right: "disclosure: {sponsor: Ban A, conductor: unknown, …}"),
        Explanation(
            "TC704", vi: "Nói là không rõ thì trung thực hơn bỏ trống; trang in đúng như vậy.",
            en: "To say that it is unknown is more honest than silence; the page prints it.", wrong: "mode: unknown",
            right: "mode: Phỏng vấn tại nhà"),
        Explanation(
            "TC705", vi: "Tệp CSV nằm cùng thư mục với bản ghi hoặc thư mục con, và được gọi đúng tên.",
            en: "The CSV file lies in the record's folder or below, and is called by its exact name.",
            wrong: "data: ../q1.csv", right: "data: q1.csv"),
        Explanation(
            "TC706", vi: "Bảng có một dòng tên cột, rồi mỗi dòng một câu trả lời; tên không lặp lại.",
            en: "A table has a line of names, then one line per answer; no name twice.",
            wrong: "Trả lời;Nam;Nam\nCó;10;20", right: "Trả lời;Nam;Nữ\nCó;10;20"),
        Explanation(
            "TC707", vi: "Ô ghi số người, không ghi tỷ lệ; dấu chấm hay phẩy có hai cách hiểu.",
            en: "Cells hold people, not shares; a point or comma can be read in two ways.", wrong: "Có;1.234",
            right: "Có;1234"),
        Explanation(
            "TC708", vi: "Tổng phải bằng hoặc lớn hơn các phần; nếu không thì có số bị gõ nhầm.",
            en: "A total is at least the sum of its parts, or a figure is mistyped.",
            wrong: "Có;60\nKhông;50\nbase;100",
            right: "Có;60\nKhông;40\nbase;100"),
        Explanation(
            "TC709",
            vi: "Số định danh, số điện thoại, thư điện tử chỉ đích danh một người; kết quả tổng hợp không cần đến.",
            en: "IDs, telephone numbers and e-mail addresses single out a person; findings need none.",
            wrong: "(số điện thoại của người trả lời)", right: "(bỏ đi)"),
        Explanation(
            "TC710", vi: "Ý kiến được tóm lại bằng lời chung, không kèm tên người nói.",
            en: "Opinions are summed up in general words, without who said them.", wrong: "Theo ông …, giá cao",
            right: "Một số ý kiến cho là giá cao"),
        Explanation(
            "TC711", vi: "Ô dưới năm người cho biết câu trả lời của từng người, nên ngưỡng không được thấp hơn.",
            en: "A cell of fewer than five tells what each answered, so the threshold is never lower.",
            wrong: "thresholds: {cell: 3}", right: "thresholds: {cell: 10}"),
        Explanation(
            "TC712",
            vi: "Hai bảng cùng mã, hoặc cùng câu hỏi và cùng cách chia, làm người đọc không biết tin bảng nào.",
            en: "Two tables with one id, or with one question and grouping, leave readers in doubt which holds.",
            wrong: "tables: [{id: q1, …}, {id: q1, …}]", right: "tables: [{id: q1, …}, {id: q2, …}]"),
        Explanation(
            "TC713", vi: "Chia quá nhỏ thì phần lớn số ô phải giấu để không lộ ai.",
            en: "Broken down too far, most cells must be withheld so that nobody is disclosed.",
            wrong: "Nhóm: 63 tỉnh", right: "Nhóm: 6 vùng"),
        Explanation(
            "TC714", vi: "Số người trong bảng không thể nhiều hơn số người được hỏi.",
            en: "A table cannot hold more people than were asked.", wrong: "sample-size: 250   # bảng có 300 người",
            right: "sample-size: 300"),
        Explanation(
            "TC715", vi: "Mỗi nhóm của bảng cần đúng một quyền số dương.",
            en: "Every group of the table has exactly one positive weight.", wrong: "Nam;1,2",
            right: "Nam;1,2\nNữ;0,8"),
        Explanation(
            "TC716", vi: "Bản tổng kết thường có đủ sáu phần; phần nguồn không nói đến cũng nên ghi rõ.",
            en: "A review usually has six parts; one that the source is silent on is best kept and said so.",
            wrong: "## Kết quả", right: "## Kết quả\n## Hạn chế\nNguồn không nêu."),
        Explanation(
            "TC717",
            vi: "Mỗi hình thức có phần không thể thiếu: điều tra có bảng, nắm bắt có chủ đề, tổng kết có văn bản.",
            en: "Each form has what it cannot lack: tables, themes, or the documents reviewed.",
            wrong: "form: monitoring", right: "form: monitoring\nperiod: {…}\nthemes: [{…}]"),
    ]
}
