extension Explanation {
    /// Slips in Markdown.
    static let markupSlips: [Explanation] = [
        Explanation(
            "TC440", vi: "Số cột của bảng là số ô của hàng đầu; ô thừa ở hàng dưới bị bỏ mà người đọc không biết.",
            en: "The head gives a table its columns; further cells below are dropped, and no reader knows.",
            wrong: "| Hành vi | Mức phạt |\n|---|---|\n| Hai | có tình tiết | 2.000.000 |",
            right: "| Hành vi | Tình tiết | Mức phạt |\n|---|---|---|\n| Hai | có tình tiết | 2.000.000 |"),
        Explanation(
            "TC441", vi: "Hàng “---” dưới hàng đầu phải có đúng bằng ấy ô thì Markdown mới nhận ra bảng.",
            en: "Markdown sees a table only where the row “---” has as many cells as the head.",
            wrong: "| Hành vi | Mức phạt |\n|---|", right: "| Hành vi | Mức phạt |\n|---|---|"),
        Explanation(
            "TC442", vi: "Khoảng trắng kết thúc địa chỉ của liên kết, nên cả đoạn thành chữ thường.",
            en: "A blank ends the destination of a link, so the whole becomes plain text.",
            wrong: "[bản chụp](../attachments/ban chup 1.pdf)", right: "[bản chụp](<../attachments/ban chup 1.pdf>)"),
        Explanation(
            "TC443", vi: "Dấu sao nằm giữa một chữ cái và một dấu câu thì Markdown không coi là mở hay đóng chữ đậm.",
            en: "Between a letter and a punctuation mark Markdown takes asterisks neither to open nor to close.",
            wrong: "gọi là**“cơ sở”**sau đây", right: "gọi là “**cơ sở**” sau đây"),
        Explanation(
            "TC444", vi: "“//máy-chủ/…” mượn giao thức của trang đang xem; trang mở từ đĩa hay USB thì không có.",
            en: "“//host/…” borrows the scheme of the page shown; a page opened from a disk has none.",
            wrong: "[Cổng thông tin](//vanban.example.vn/1)", right: "[Cổng thông tin](https://vanban.example.vn/1)"),
        Explanation(
            "TC445", vi: "Lời chú HTML không đi vào trang; nếu đó là chữ của văn bản thì người đọc bị thiếu.",
            en: "HTML comments do not go into the page; if one is text of the document, readers miss it.",
            wrong: "<!-- Nơi nhận: như trên -->", right: "Nơi nhận: như trên"),
        Explanation(
            "TC446", vi: "Lời chú không đóng nuốt mọi thứ đến cuối văn bản.",
            en: "A comment that is not closed swallows all up to the end of the text.",
            wrong: "<!-- kiểm tra lại\n\n## Điều 2", right: "<!-- kiểm tra lại -->\n\n## Điều 2"),
        Explanation(
            "TC447",
            vi:
                "Dòng bắt đầu bằng một thẻ như <div>, <p>, <table> mở một khối HTML kéo đến dòng trống; trang không nhận HTML.",
            en:
                "A line that begins with a tag such as <div>, <p> or <table> opens a block of HTML up to a blank line; pages take no HTML.",
            wrong: "<p align=\"center\">Điều 1. Phạm vi</p>", right: "### Điều 1. Phạm vi"),
        Explanation(
            "TC448", vi: "Dòng như “[1]: địa chỉ” là định nghĩa liên kết của Markdown; nó không hiện ra ở đâu.",
            en: "A line like “[1]: address” defines a link in Markdown; it is shown nowhere.",
            wrong: "[1]: https://example.vn/", right: "Xem [văn bản][1].\n\n[1]: https://example.vn/"),
        Explanation(
            "TC449", vi: "Thiếu dòng ``` đóng thì đề mục và điều khoản phía sau không còn là đề mục.",
            en: "Without the closing line ``` headings and provisions that follow are none.",
            wrong: "```\nmã\n\n## Điều 2", right: "```\nmã\n```\n\n## Điều 2"),
        Explanation(
            "TC450", vi: "Bảng kết thúc ở dòng trống; dòng chữ viết liền dưới bảng bị coi là một hàng.",
            en: "A table ends at a blank line; a line of text right below it counts as a row.",
            wrong: "| a | b |\n|---|---|\n| 1 | 2 |\nGhi chú: số làm tròn.",
            right: "| a | b |\n|---|---|\n| 1 | 2 |\n\nGhi chú: số làm tròn."),
        Explanation(
            "TC457",
            vi: "Thiếu khoảng trắng sau “#” thì dòng ấy là chữ thường, không vào mục lục và không dẫn đến được.",
            en: "Without a blank after “#” the line is plain text, in no outline and without an address.",
            wrong: "##Điều 5. Phạm vi", right: "## Điều 5. Phạm vi"),
        Explanation(
            "TC458", vi: "Bảng cần một hàng gạch dưới hàng đầu; thiếu nó thì trang hiện các dấu “|”.",
            en: "A table needs a row of dashes below its head; without it the page shows the bars.",
            wrong: "| a | b |\n| 1 | 2 |", right: "| a | b |\n|---|---|\n| 1 | 2 |"),
    ]
}
