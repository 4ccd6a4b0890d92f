extension Explanation {
    /// TC3xx: identity and relations.
    static let catalogue: [Explanation] = [
        Explanation(
            "TC301",
            vi: "Cùng cơ quan, loại, số và năm nghĩa là cùng một văn bản: có thể chép bản ghi mà quên sửa một trường.",
            en: "Same body, type, number and year mean one document: a record was copied and a field forgotten.",
            wrong: "# a.md\nnumber: 100-KL/TW\nissued: 2014-08-18\n# b.md\nnumber: 100-KL/TW\nissued: 2014-09-01",
            right: "# b.md\nnumber: 101-KL/TW\nissued: 2014-09-01"),
        Explanation(
            "TC302", vi: "Mã bản ghi là địa chỉ của nó; hai bản ghi không thể ở cùng một địa chỉ.",
            en: "A record's id is its address; two cannot live at one.",
            wrong: "pages/gioi-thieu.md\nfindings/gioi-thieu.md",
            right: "pages/gioi-thieu.md\nfindings/tong-ket-2023.md"),
        Explanation(
            "TC303", vi: "Mã viết sai, bản ghi đã đổi mã, hoặc văn bản chưa có trong sưu tập.",
            en: "The id is misspelt, the record has another id now, or the document is not in the collection.",
            wrong: "relations: [{type: guides, target: kl-100-tw-2041}]",
            right: "relations: [{type: guides, target: kl-100-tw-2014}]"),
        Explanation(
            "TC304", vi: "Số văn bản của Đảng lặp lại mỗi nhiệm kỳ, nên một số có thể thuộc về nhiều văn bản.",
            en: "Party numbers start again in every term, so one number can belong to several documents.",
            wrong: "relations: [{type: based-on, target: 16-NQ/TW}]",
            right: "relations: [{type: based-on, target: 16-NQ/TW, issued: 2007-08-01}]"),
        Explanation(
            "TC305", vi: "A thay thế B mà B cũng thay thế A: một trong hai quan hệ ghi ngược.",
            en: "A replaces B and B replaces A: one of the relations is the wrong way round.",
            wrong: "# a.md\nrelations: [{type: replaces, target: b}]\n# b.md\nrelations: [{type: replaces, target: a}]",
            right: "# a.md\nrelations: [{type: replaces, target: b}]"),
        Explanation(
            "TC306",
            vi: "Văn bản thường chỉ tác động đến văn bản có trước; có thể ngày bị gõ nhầm hoặc quan hệ ghi ngược.",
            en: "Documents act on earlier ones; a date may be mistyped or the relation turned round.",
            wrong: "issued: 2014-08-18\nrelations: [{type: guides, target: kl-34-vd-2015}]",
            right: "issued: 2015-12-26\nrelations: [{type: guides, target: kl-34-vd-2015}]"),
        Explanation(
            "TC307", vi: "Một văn bản thường chỉ bị một văn bản thay thế toàn bộ.",
            en: "A document is usually replaced as a whole by one other.",
            wrong: "# b.md và c.md cùng ghi\nrelations: [{type: replaces, target: a}]",
            right: "# c.md thay thế b.md\nrelations: [{type: replaces, target: b}]"),
        Explanation(
            "TC308",
            vi: "Hai bản ghi nói khác nhau về hiệu lực của cùng một văn bản; người đọc cần một câu trả lời đúng.",
            en: "Two records disagree on whether a document is in force; readers need one true answer.",
            wrong: "status: {value: in-force, checked: 2026-11-23}   # đã bị văn bản khác thay thế",
            right: "status: {value: expired, checked: 2026-11-23}"),
        Explanation(
            "TC309", vi: "“target” ghi chính mã của bản ghi này, thường do chép từ bản ghi khác.",
            en: "“target” names the record itself, most often after copying.",
            wrong: "# kl-100-tw-2014.md\nrelations: [{type: guides, target: kl-100-tw-2014}]",
            right: "relations: [{type: based-on, target: 16-NQ/TW}]"),
        Explanation(
            "TC310", vi: "Quan hệ cần trỏ đến một mã bản ghi hoặc một số hiệu đầy đủ thì mới nối được.",
            en: "A relation must point to a record's id or a whole number to be linked.",
            wrong: "relations: [{type: based-on, target: nghị quyết Trung ương}]",
            right: "relations: [{type: based-on, target: 16-NQ/TW}]"),
        Explanation(
            "TC311", vi: "Cách viết khác dẫn đến hai văn bản, nên người đọc sẽ phải chọn.",
            en: "The alias leads to two documents, so readers have to choose.", wrong: "aliases: [100-KL/TW]",
            right: "aliases: [KL100]"),
        Explanation(
            "TC312", vi: "Văn bản được dẫn chưa có bản ghi; nó được liệt kê trong số văn bản cần bổ sung.",
            en: "The document has no record yet; it joins the list of wanted ones.",
            wrong: "relations: [{type: based-on, target: 56-CV/VD}]",
            right: "# directives/cv-56-vd-2015.md\nnumber: 56-CV/VD"),
        Explanation(
            "TC313", vi: "Bản ghi công khai dẫn đến bản ghi nội bộ: mã của nó sẽ lộ ra trên trang công khai.",
            en: "A public record refers to an internal one: its id would show on the public site.",
            wrong: "# audience: public\nrelations: [{type: guides, target: kl-1-noi-bo-2020}]",
            right: "relations: [{type: guides, target: 1-KL/VD}]"),
    ]
}
