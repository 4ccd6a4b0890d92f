extension Explanation {
    /// TC1xx: front matter.
    static let frontMatter: [Explanation] = [
        Explanation(
            "TC101",
            vi:
                "Các trường của bản ghi (số hiệu, tên, ngày…) nằm giữa hai dòng “---” ở đầu tệp. Tệp này không bắt đầu như vậy.",
            en:
                "A record's fields (number, title, date…) stand between two lines “---” at the top. This file begins otherwise.",
            wrong: "# Giới thiệu\n\nTrang này…", right: "---\ntitle: Giới thiệu\naudience: public\n---\n\nTrang này…"),
        Explanation(
            "TC102",
            vi: "Dòng “---” thứ hai bị thiếu, nên không biết các trường kết thúc ở đâu và nội dung bắt đầu từ đâu.",
            en: "The second line “---” is missing, so nothing tells where the fields end and the text begins.",
            wrong: "---\ntitle: Giới thiệu\n\nNội dung…", right: "---\ntitle: Giới thiệu\n---\n\nNội dung…"),
        Explanation(
            "TC103",
            vi:
                "Các trường viết theo YAML. Thường gặp nhất: giá trị có dấu hai chấm mà không đặt trong nháy kép, thụt dòng lệch, dùng phím Tab.",
            en:
                "Fields are YAML. Most often a value with a colon is not quoted, lines are indented unevenly, or a tab was used.",
            wrong: "title: Thông báo: về việc họp", right: "title: \"Thông báo: về việc họp\""),
        Explanation(
            "TC104", vi: "Một trường chỉ có một giá trị; ghi hai lần thì không biết giá trị nào đúng.",
            en: "A key has one value; given twice, nothing tells which one is right.",
            wrong: "issued: 2014-08-18\nissued: 2014-08-19", right: "issued: 2014-08-18"),
        Explanation(
            "TC105", vi: "Neo, tham chiếu và thẻ của YAML che khuất giá trị thật của một trường nên không được dùng.",
            en: "Anchors, aliases and tags hide what a field says, so they are not used.",
            wrong: "title: *ten", right: "title: \"*ten\""),
        Explanation(
            "TC106", vi: "Giới hạn này chặn tệp hỏng hoặc cố ý làm treo máy; không trường nào cần lồng sâu đến vậy.",
            en: "The bound stops broken or hostile files; no field nests that deeply.",
            wrong: "topics: [[[[[[[[…]]]]]]]]", right: "topics: [van-thu]"),
        Explanation(
            "TC107", vi: "Tên trường viết sai, viết hoa hoặc viết bằng tiếng Việt, nên giá trị của nó sẽ bị bỏ qua.",
            en: "The key is misspelt, capitalised or in another language, so its value would be passed over.",
            wrong: "titel: Về công tác văn thư", right: "title: Về công tác văn thư"),
        Explanation(
            "TC108", vi: "Mỗi loại bản ghi có những trường riêng; một trang giới thiệu chẳng hạn không có số hiệu.",
            en: "Each kind of record has fields of its own; a page, for one, has no number.",
            wrong: "# pages/gioi-thieu.md\ntitle: Giới thiệu\nnumber: 12-HD/BVD", right: "title: Giới thiệu"),
        Explanation(
            "TC109", vi: "Trường này bắt buộc: không có nó thì bản ghi không thể hiện ra hoặc không có địa chỉ.",
            en: "The key is required: without it the record cannot be shown or has no address.",
            wrong: "number: 100-KL/TW", right: "number: 100-KL/TW\ntitle: Về công tác dư luận xã hội"),
        Explanation(
            "TC110", vi: "Trường cần một danh sách hay một nhóm trường con mà lại ghi một dòng chữ, hoặc ngược lại.",
            en: "A list or a group of fields is wanted where a text stands, or the other way round.",
            wrong: "sources: https://example.vn/", right: "sources:\n  - {title: Trang A, url: \"https://example.vn/\"}"
        ),
        Explanation(
            "TC111", vi: "Trường này chỉ nhận một số giá trị định sẵn.", en: "The key takes one of a few fixed values.",
            wrong: "status: {value: con-hieu-luc}", right: "status: {value: in-force}"),
        Explanation(
            "TC112",
            vi:
                "Ngày viết theo ISO 8601 để máy không hiểu lầm ngày với tháng; `tracuu check --fix` đổi được dạng 18/8/2014.",
            en:
                "Dates follow ISO 8601, so that day and month are never confused; `tracuu check --fix` turns 18/8/2014 round.",
            wrong: "issued: 18/8/2014", right: "issued: 2014-08-18"),
        Explanation(
            "TC113", vi: "Trường này để tính toán hoặc sắp xếp nên phải là một số.",
            en: "The field is reckoned or sorted with, so it must be a number.", wrong: "order: thứ nhất",
            right: "order: 1"),
        Explanation(
            "TC114", vi: "Không ghi ngày ban hành thì văn bản không xếp được theo thời gian; có thể chỉ là quên.",
            en: "Without an issue date the document has no place in time; it may just be forgotten.",
            wrong: "number: 100-KL/TW", right: "number: 100-KL/TW\nissued: 2014-08-18"),
        Explanation(
            "TC115", vi: "Số hiệu thiếu ký hiệu cơ quan hoặc viết khác thể thức, nên người đọc khó tìm theo số.",
            en: "The number lacks its organ or departs from the form, so readers will hardly find it by number.",
            wrong: "number: \"100\"", right: "number: 100-KL/TW"),
        Explanation(
            "TC116", vi: "Tên trường có đó mà không có giá trị; thường là mẫu chưa điền hết.",
            en: "The key is there without a value: most often a template not yet filled in.", wrong: "summary:",
            right: "summary: Một câu nói văn bản này về việc gì."),
        Explanation(
            "TC117", vi: "Hiếm khi một văn bản có hiệu lực trước ngày ban hành; thường là gõ nhầm ngày.",
            en: "A document seldom takes effect before it is issued; most often a date is mistyped.",
            wrong: "issued: 2014-08-18\neffective: 2014-07-01", right: "issued: 2014-08-18\neffective: 2014-09-01"),
        Explanation(
            "TC118", vi: "Văn bản hết hiệu lực trước khi có hiệu lực: một trong hai ngày bị gõ nhầm.",
            en: "The document expires before it takes effect: one of the two dates is mistyped.",
            wrong: "effective: 2014-09-01\nexpires: 2013-09-01", right: "effective: 2014-09-01\nexpires: 2023-09-01"),
        Explanation(
            "TC120",
            vi:
                "Điều tra cho tỷ lệ, nắm bắt cho nhận định, tổng kết cho kết quả thực hiện: trộn lẫn sẽ làm người đọc hiểu sai.",
            en:
                "A survey gives shares, monitoring gives judgements, a review gives results: mixed, they mislead the reader.",
            wrong: "form: review\nthemes: […]", right: "form: monitoring\nthemes: […]"),
        Explanation(
            "TC121",
            vi: "Địa chỉ thiếu “https://” hay gõ sai thì không thành liên kết, và mất khỏi trang.",
            en: "An address without “https://”, or a mistyped one, makes no link and vanishes from the page.",
            wrong: "sources: [{title: Công báo, url: www.congbao.example.vn/1}]",
            right: "sources: [{title: Công báo, url: \"https://www.congbao.example.vn/1\"}]"),
        Explanation(
            "TC122", vi: "“chưa có”, “không rõ” ở chỗ ghi nguồn thì người đọc tưởng là có nguồn.",
            en: "Words like “chưa có” in the place of a source would pass for one.",
            wrong: "status: {value: in-force, checked: 2026-11-23, source: chưa có}",
            right: "status: {value: unverified, checked: 2026-11-23}"),
        Explanation(
            "TC151",
            vi:
                "Phần đầu tệp và từ vựng dài vài chục dòng; hàng nghìn trường trong một mục là tệp hỏng hay dữ liệu đặt nhầm.",
            en:
                "Front matter has some dozen lines; thousands of keys in one mapping are damage, or data in the wrong place.",
            wrong: "k1: 1\nk2: 1\n… (1.001 trường)", right: "title: Kết luận"),
    ]
}
