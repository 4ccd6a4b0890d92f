extension Explanation {
    /// TC32x: validity, and who may change what.
    static let validity: [Explanation] = [
        Explanation(
            "TC320", vi: "Tình trạng người biên tập ghi trái với ngày có hiệu lực hoặc hết hiệu lực của chính văn bản.",
            en: "The status that the editor gives contradicts the document's own dates of effect or expiry.",
            wrong: "expires: 2020-03-05\nstatus: {value: in-force, checked: 2026-11-23}",
            right: "expires: 2020-03-05\nstatus: {value: expired, checked: 2026-11-23}"),
        Explanation(
            "TC321",
            vi: "Cơ quan cấp dưới không sửa, thay hay bãi bỏ được văn bản của cấp trên; quan hệ có thể ghi ngược.",
            en: "A lower body cannot amend, replace or repeal a higher one's document; the relation may be backwards.",
            wrong: "# văn bản của tỉnh\nrelations: [{type: repeals, target: 30/2020/NĐ-CP}]",
            right: "# văn bản của tỉnh\nrelations: [{type: based-on, target: 30/2020/NĐ-CP}]"),
        Explanation(
            "TC322", vi: "Căn cứ đã hết hiệu lực không tự làm văn bản này hết hiệu lực, nhưng người đọc cần biết.",
            en: "A basis that has ended does not end the document by itself, but readers need to know.",
            wrong: "relations: [{type: based-on, target: nd-110-cp-2004}]   # đã hết hiệu lực",
            right:
                "relations: [{type: based-on, target: nd-110-cp-2004}]\nstatus: {value: unverified, note: Căn cứ đã hết hiệu lực.}"
        ),
        Explanation(
            "TC323",
            vi: "Điều khoản nêu trong quan hệ không có trong nội dung của văn bản kia: gõ nhầm, hoặc viết khác đề mục.",
            en:
                "The provision that a relation names is not in the other's text: mistyped, or written otherwise than its heading.",
            wrong: "provisions: [Điều 500]", right: "provisions: [Điều 5 khoản 2]"),
    ]
}
