extension Explanation {
    /// TC8xx: upkeep of the collection.
    static let upkeep: [Explanation] = [
        Explanation(
            "TC801", vi: "Văn bản gõ bằng phông TCVN3 hay VNI, hoặc UTF-8 bị mở nhầm bảng mã, dán vào sẽ thành chữ lạ.",
            en:
                "Text typed in the fonts TCVN3 or VNI, or UTF-8 opened in a wrong code page, pastes as strange letters.",
            wrong: "B¸o c¸o kÕt qu¶ ®iÒu tra", right: "Báo cáo kết quả điều tra"),
        Explanation(
            "TC802",
            vi:
                "Máy Mac và một số bộ gõ viết chữ và dấu thành hai ký tự. Nhìn giống nhau, nhưng nhiều công cụ tìm không ra.",
            en:
                "Macs and some keyboards write letter and mark as two characters. They look alike; many tools do not find them.",
            wrong: "title: Ke\u{0302}\u{0301}t lua\u{0323}\u{0302}n", right: "title: Kết luận"),
        Explanation(
            "TC803", vi: "Ð (chữ Iceland) và Ɖ nhìn như Đ; tệp PDF và bộ gõ cũ hay cho ra các chữ này.",
            en: "Ð (Icelandic) and Ɖ look like Đ; PDF files and old keyboards produce them.",
            wrong: "number: 34/QÐ-TTg",
            right: "number: 34/QĐ-TTg"),
        Explanation(
            "TC804", vi: "Chép cả chữ “Số:”, dấu chấm hay khoảng trắng vào số hiệu thì tìm theo số có thể trượt.",
            en: "With “Số:”, a full stop or blanks copied into it, a number may not be found.",
            wrong: "number: \"Số: 100 - KL/TW.\"",
            right: "number: 100-KL/TW"),
        Explanation(
            "TC805", vi: "Kết quả tìm và danh sách hiện tóm tắt; không có thì người đọc chỉ thấy tên văn bản.",
            en: "Search results and lists show the summary; without one readers see the title alone.",
            wrong: "title: Về công tác văn thư",
            right: "title: Về công tác văn thư\nsummary: Quy định việc soạn thảo, quản lý và lưu trữ văn bản."),
        Explanation(
            "TC806", vi: "Không có chủ đề thì bản ghi không nằm trong trang chủ đề nào.",
            en: "Without a topic the record is on no topic's page.", wrong: "title: Về công tác văn thư",
            right: "title: Về công tác văn thư\ntopics: [van-thu]"),
        Explanation(
            "TC807", vi: "Hiệu lực đổi theo thời gian; lần kiểm tra đã lâu không còn là bằng chứng.",
            en: "Validity changes; a check of long ago is no evidence any more.",
            wrong: "status: {value: in-force, checked: 2023-01-05}",
            right: "status: {value: in-force, checked: 2026-11-23}"),
        Explanation(
            "TC808", vi: "Người đọc thấy “hết hiệu lực” sẽ hỏi: do văn bản nào, từ ngày nào?",
            en: "Readers who see “expired” will ask: by which document, since when?", wrong: "status: {value: expired}",
            right: "expires: 2020-03-05\nstatus: {value: expired, checked: 2026-11-23}"),
        Explanation(
            "TC809", vi: "Tệp nằm trong attachments mà không bản ghi nào nhắc đến: bị quên, hoặc đã đổi tên.",
            en: "A file in attachments that no record mentions: forgotten, or renamed.",
            wrong: "attachments/ban-chup.pdf", right: "attachments:\n  - {file: ban-chup.pdf, title: Bản chụp}"),
        Explanation(
            "TC810", vi: "Hai bản ghi cùng loại, cùng cơ quan, cùng tên: có thể là một văn bản ghi hai lần.",
            en: "Two records of one type, body and title may be one document recorded twice.",
            wrong: "# a.md, b.md\ntitle: Về công tác văn thư", right: "# b.md\ntitle: Về công tác văn thư năm 2020"),
        Explanation(
            "TC811",
            vi: "Đây là câu hỏi người biên tập ghi trong search-tests.tsv; nay tìm không còn ra bản ghi mong đợi.",
            en: "The editor put the query into search-tests.tsv; it no longer finds the record expected.",
            wrong: "100-KL/TW\tkl-100-tw-2015", right: "100-KL/TW\tkl-100-tw-2014"),
        Explanation(
            "TC812", vi: "Dòng thiếu phím Tab, thiếu một cột, hoặc nói đến bản ghi không có.",
            en: "The line lacks its tab or a column, or names a record that is not there.",
            wrong: "100-KL/TW kl-100-tw-2014", right: "100-KL/TW\tkl-100-tw-2014"),
        Explanation(
            "TC830",
            vi: "Văn bản dán từ Word mất đề mục: “Điều 2. …” thành đoạn thường, nên trích dẫn không dẫn đến đúng chỗ.",
            en: "Text pasted from Word loses its headings: “Điều 2. …” is a plain paragraph that no citation finds.",
            wrong: "Điều 1. Phạm vi\n1. Nội dung.\nĐiều 2. Hiệu lực",
            right: "## Điều 1. Phạm vi\n\n1. Nội dung.\n\n## Điều 2. Hiệu lực"),
    ]
}
