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
        Explanation(
            "TC324", vi: "Một giá trị của “provisions” không nêu điều khoản nào, nên không ghi chú được ở đâu.",
            en: "A value of “provisions” names no provision, so that nothing can be said at one.",
            wrong: "provisions: [phần lớn]", right: "provisions: [Chương II và Phụ lục I]"),
        Explanation(
            "TC325",
            vi: "Nội dung dẫn một điều khoản mà văn bản được dẫn không có ở đây; liên kết chỉ đến được phần chứa nó.",
            en:
                "The text cites a provision that the cited text does not have here; the link leads to what would contain it.",
            wrong: "Theo Điều 51 Nghị định số 30/2020/NĐ-CP.", right: "Theo Điều 15 Nghị định số 30/2020/NĐ-CP."),
        Explanation(
            "TC326", vi: "Ngày ban hành, ngày xem nguồn hay ngày sửa không thể sau ngày dựng trang.",
            en: "A day of issue, of seeing a source or of a change cannot lie after the day of the build.",
            wrong: "issued: 2102-05-05", right: "issued: 2012-05-05"),
        Explanation(
            "TC327", vi: "Ngày kiểm tra tình trạng ở tương lai làm cho lần kiểm tra không bao giờ quá hạn.",
            en: "A status checked on a day to come would never be found stale.",
            wrong: "status: {value: in-force, checked: 2062-11-23, source: \"https://…\"}",
            right: "status: {value: in-force, checked: 2026-11-23, source: \"https://…\"}"),
        Explanation(
            "TC328", vi: "Năm trước 1945 thường là gõ nhầm; văn kiện cũ của Đảng thì giữ nguyên.",
            en: "A year before 1945 is mostly mistyped; old documents of the Party keep theirs.",
            wrong: "issued: 0202-05-05", right: "issued: 2020-05-05"),
        Explanation(
            "TC329", vi: "Số hiệu có năm thì năm ấy là năm ban hành.",
            en: "A number that has a year has that of its issue.",
            wrong: "number: 30/2020/NĐ-CP\nissued: 2002-03-05", right: "number: 30/2020/NĐ-CP\nissued: 2020-03-05"),
        Explanation(
            "TC330",
            vi:
                "Văn bản của Đảng không có sổ đăng ký công khai: còn hay hết hiệu lực chỉ nói được theo nguồn, có ngày xem.",
            en:
                "Party documents have no public register: whether one is in force or ended can be said only by a source and the day it was seen.",
            wrong: "status: {value: in-force}",
            right: "status: {value: in-force, checked: 2026-11-23, source: \"https://…\"}"),
        Explanation(
            "TC331", vi: "Chưa có ngày kiểm tra và nguồn thì trang không ghi là đã kiểm tra.",
            en: "Without a day and a source the page does not say that it was checked.",
            wrong: "status: {value: in-force}",
            right: "status: {value: in-force, checked: 2026-11-23, source: \"https://…\"}"),
    ]
}
