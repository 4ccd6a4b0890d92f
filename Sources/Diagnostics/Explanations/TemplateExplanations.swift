extension Explanation {
    /// TC5xx: templates, interface strings and assets.
    static let templates: [Explanation] = [
        Explanation(
            "TC501", vi: "Thẻ {{…}} phải đóng trên cùng dòng, nếu không phần còn lại của trang bị nuốt mất.",
            en: "A tag {{…}} closes on its line, or it would swallow the rest of the page.", wrong: "<h1>{{title</h1>",
            right: "<h1>{{title}}</h1>"),
        Explanation(
            "TC502", vi: "Mỗi phần mở bằng # hoặc ^ cần một thẻ đóng cùng tên.",
            en: "Every section opened by # or ^ needs a closing tag of its name.",
            wrong: "{{#records}}<li>{{title}}</li>",
            right: "{{#records}}<li>{{title}}</li>{{/records}}"),
        Explanation(
            "TC503", vi: "Thẻ đóng sai tên, thừa, hoặc các phần đóng không theo thứ tự mở.",
            en: "The closing tag is misnamed or superfluous, or sections close out of order.",
            wrong: "{{#a}}{{#b}}{{/a}}{{/b}}", right: "{{#a}}{{#b}}{{/b}}{{/a}}"),
        Explanation(
            "TC504", vi: "Mẫu chỉ dùng một phần nhỏ của Mustache, để kiểm tra được trước khi dựng.",
            en: "Templates use a small part of Mustache, so that they can be checked beforehand.", wrong: "{{=<% %>=}}",
            right: "{{title}}"),
        Explanation(
            "TC505", vi: "Tên viết sai trong mẫu sẽ để lại một chỗ trống trên trang mà không ai biết.",
            en: "A misspelt name would leave an empty spot that nobody notices.", wrong: "{{titel}}", right: "{{title}}"
        ),
        Explanation(
            "TC506", vi: "Giá trị là danh sách hay cờ thì mở bằng #; là chữ thì đặt trong hai ngoặc.",
            en: "Lists and flags are opened with #; texts stand in two braces.", wrong: "{{records}}",
            right: "{{#records}}…{{/records}}"),
        Explanation(
            "TC507", vi: "Trang hoặc mẫu khác gọi đến một mẫu không có.",
            en: "A page or template calls one that is not there.",
            wrong: "{{> thanh-ben}}", right: "{{> footer}}"),
        Explanation(
            "TC508", vi: "Mẫu cha không có ô ấy nên nội dung viết trong đó không bao giờ hiện ra.",
            en: "The parent has no such block, so what is written for it is never shown.",
            wrong: "{{<layout}}{{$than}}…{{/than}}{{/layout}}", right: "{{<layout}}{{$main}}…{{/main}}{{/layout}}"),
        Explanation(
            "TC509", vi: "Trang gọi một tệp giao diện không có trong thư mục assets.",
            en: "A page asks for an asset that the folder does not have.", wrong: "assets/sitee.css",
            right: "assets/site.css"),
        Explanation(
            "TC510", vi: "Trình duyệt chặn mã và kiểu viết thẳng trong trang theo chính sách bảo mật của trang.",
            en: "The site's security policy makes browsers block code and style inside the page.",
            wrong: "<p style=\"color: red\">", right: "<p class=\"warning\">"),
        Explanation(
            "TC511", vi: "Mẫu gọi một câu chữ mà strings.ini không có.",
            en: "A template asks for a string that strings.ini lacks.",
            wrong: "{{strings.tim-kiem}}", right: "[tim-kiem]\nvi = Tìm kiếm\nen = Search"),
        Explanation(
            "TC512", vi: "Giao diện có hai thứ tiếng; mỗi câu chữ cần đủ cả hai.",
            en: "The interface has two languages; every string needs both.", wrong: "[search]\nvi = Tìm kiếm",
            right: "[search]\nvi = Tìm kiếm\nen = Search"),
        Explanation(
            "TC513", vi: "Câu chữ không được dùng ở đâu: có thể tên bị viết sai ở mẫu.",
            en: "Nothing uses the string: its name may be misspelt in a template.", wrong: "[serach]", right: "[search]"
        ),
        Explanation(
            "TC514", vi: "strings.ini chỉ có dòng [tên], dòng vi = …, en = … và dòng chú thích.",
            en: "strings.ini has lines [name], vi = …, en = … and comments only.", wrong: "vi: Tìm kiếm",
            right: "vi = Tìm kiếm"),
        Explanation(
            "TC515", vi: "Các mẫu gọi nhau thành vòng thì dựng mãi không xong.",
            en: "Templates that include one another in a circle would never end.",
            wrong: "a.mustache: {{> b}}\nb.mustache: {{> a}}",
            right: "a.mustache: {{> b}}"),
        Explanation(
            "TC516", vi: "Tệp mẫu phải là UTF-8 như mọi tệp chữ khác.",
            en: "Templates are UTF-8 like every other text file.",
            wrong: "<p>K\u{FFFD}t lu\u{FFFD}n</p>", right: "<p>Kết luận</p>"),
        Explanation(
            "TC517", vi: "Không trang nào dùng mẫu này: có thể tên tệp bị viết sai.",
            en: "No page uses the template: its file may be misnamed.", wrong: "recrod.mustache",
            right: "record.mustache"),
    ]
}
