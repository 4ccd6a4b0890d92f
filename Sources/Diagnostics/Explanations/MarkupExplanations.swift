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
    ]
}
