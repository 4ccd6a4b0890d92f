extension Explanation {
    /// TC4xx: Markdown, links and attachments.
    static let markup: [Explanation] = [
        Explanation(
            "TC401", vi: "Tệp được liên kết không có, đã đổi tên, hoặc đường dẫn không tính từ tệp này.",
            en: "The file is not there, has another name now, or the path is not relative to this file.",
            wrong: "[Kết luận 100](kl-100.md)", right: "[Kết luận 100](../directives/kl-100-tw-2014.md)"),
        Explanation(
            "TC402", vi: "Bản ghi có đó, nhưng không đề mục hay điều khoản nào mang neo này.",
            en: "The record is there, and no heading or provision bears the anchor.",
            wrong: "[Điều 5](nd-30-cp-2020.md#dieu5)", right: "[Điều 5](nd-30-cp-2020.md#dieu-5)"),
        Explanation(
            "TC403", vi: "Tệp đính kèm phải nằm trong content/attachments và được gọi đúng tên, kể cả chữ hoa.",
            en: "Attachments lie in content/attachments and are called by their exact names, capitals included.",
            wrong: "attachments: [{file: Ban-chup.PDF}]", right: "attachments: [{file: ban-chup.pdf}]"),
        Explanation(
            "TC404", vi: "Ảnh phải nằm trong content/attachments để đi cùng trang.",
            en: "Images lie in content/attachments, so that they travel with the site.", wrong: "![Sơ đồ](so-do.png)",
            right: "![Sơ đồ tổ chức](../attachments/so-do.png)"),
        Explanation(
            "TC405", vi: "Mã HTML trong nội dung có thể làm hỏng trang hoặc mang mã lạ, nên bị bỏ.",
            en: "HTML in a body can break the page or carry foreign code, so it is dropped.",
            wrong: "<b>Quan trọng</b>",
            right: "**Quan trọng**"),
        Explanation(
            "TC406", vi: "Địa chỉ kiểu javascript: hay data: có thể chạy mã trên máy người đọc.",
            en: "Addresses such as javascript: or data: can run code on the reader's machine.",
            wrong: "[Xem](javascript:alert(1))", right: "[Xem](https://example.vn/)"),
        Explanation(
            "TC407", vi: "Liên kết không có chữ thì không bấm được; không có địa chỉ thì không đi đâu.",
            en: "Without text there is nothing to press; without a destination it leads nowhere.",
            wrong: "[](kl-100.md)",
            right: "[Kết luận 100](kl-100.md)"),
        Explanation(
            "TC408", vi: "Người dùng trình đọc màn hình chỉ nghe được lời thay thế của ảnh.",
            en: "Readers who use a screen reader hear the alternative text only.",
            wrong: "![](../attachments/so-do.png)",
            right: "![Sơ đồ tổ chức của Ban](../attachments/so-do.png)"),
        Explanation(
            "TC409", vi: "Trong bài có dấu gọi chú thích mà cuối bài không có nội dung chú thích.",
            en: "A footnote is called in the text and its text is nowhere.", wrong: "Theo báo cáo[^1].",
            right: "Theo báo cáo[^1].\n\n[^1]: Báo cáo năm 2023."),
        Explanation(
            "TC410", vi: "Hai chú thích dùng chung một nhãn, nên nội dung thứ hai không bao giờ hiện ra.",
            en: "Two footnotes share a label, so the second text is never shown.", wrong: "[^1]: Một.\n[^1]: Hai.",
            right: "[^1]: Một.\n[^2]: Hai."),
        Explanation(
            "TC411", vi: "Chú thích có nội dung mà trong bài không có chỗ gọi.",
            en: "A footnote has a text and nothing in the body calls it.",
            wrong: "Theo báo cáo.\n\n[^1]: Báo cáo năm 2023.",
            right: "Theo báo cáo[^1].\n\n[^1]: Báo cáo năm 2023."),
        Explanation(
            "TC412", vi: "Trang không tải gì từ bên ngoài, để dùng được khi không có mạng và không lộ người đọc.",
            en: "The site loads nothing from outside, so that it works without a network and gives no reader away.",
            wrong: "![Sơ đồ](https://example.vn/so-do.png)", right: "![Sơ đồ tổ chức](../attachments/so-do.png)"),
        Explanation(
            "TC413", vi: "Giới hạn này chặn tệp hỏng làm treo máy; văn bản thật không lồng sâu như vậy.",
            en: "The bound stops broken files; real documents do not nest like that.", wrong: "> > > > > > > > …",
            right: "> …"),
        Explanation(
            "TC414", vi: "Một trang dài như vậy không ai mở nổi; thường là dán nhầm dữ liệu.",
            en: "Nobody could open such a page; most often data was pasted by mistake.",
            wrong: "luat-dat-dai.md (60 MB)", right: "luat-dat-dai-1.md, luat-dat-dai-2.md"),
        Explanation(
            "TC451",
            vi:
                "Trang của Tra Cứu không chạy mã lạ; một tệp HTML, hay SVG có script, mở từ cùng địa chỉ thì chạy được và đọc được mọi thứ trên trang nội bộ. Vì vậy tệp như thế không được xuất bản, kể cả khi đổi đuôi.",
            en:
                "Pages of the site run no foreign code; an HTML file, or an SVG with scripts, opened from the same address would, and could read all of an internal site. Such files are not published, whatever they are called.",
            wrong: "attachments/so-do.svg: <svg onload=\"…\">",
            right: "attachments/so-do.svg: <svg><path d=\"…\"/></svg>"),
        Explanation(
            "TC452",
            vi: "Người đọc tải về một tệp không mở được: tệp Word đổi đuôi thành .pdf, hay trang báo lỗi lưu nhầm.",
            en: "Readers download what does not open: a Word file renamed .pdf, or a saved error page.",
            wrong: "attachments/qd.pdf (Word)", right: "attachments/qd.docx"),
        Explanation(
            "TC453",
            vi: "Không ai đọc được bảng rộng như thế trên màn hình hay giấy, và xử lý nó tốn rất nhiều thời gian.",
            en: "Nobody reads a table so wide on a screen or on paper, and it takes very long to process.",
            wrong: "| a | b | … (20.000 cột)", right: "[Bảng số liệu](../attachments/bang.xlsx)"),
        Explanation(
            "TC454",
            vi: "Dòng thiếu ô được điền ô trống cho đủ cột; vài nghìn dòng ngắn dưới vài nghìn cột thành hàng triệu ô.",
            en:
                "Short rows are filled up with empty cells; thousands of them under thousands of columns make millions.",
            wrong: "| a | b | c | d | … |\n|---|---|---|---|---|\n| 1 |\n| 2 |", right: "| a |\n|---|\n| 1 |\n| 2 |"),
        Explanation(
            "TC455",
            vi: "Văn bản dài nhất có vài nghìn dòng; nhiều hơn thế này là tệp nhật ký hay dữ liệu, không phải văn bản.",
            en: "The longest documents have some thousand lines; more than this is a log or data, not a document.",
            wrong: "(1.000.000 dòng)", right: "(chia thành nhiều tệp)"),
        Explanation(
            "TC456",
            vi: "Các dấu này được so với nhau trong cả đoạn; hàng chục nghìn dấu trong một đoạn chỉ có khi tệp hỏng.",
            en: "These signs are compared within a paragraph; tens of thousands in one come from damage or mischief.",
            wrong: "![[]()![[]()![[]()… (50.000 lần)", right: "![Sơ đồ](../attachments/so-do.png)"),
    ]
}
