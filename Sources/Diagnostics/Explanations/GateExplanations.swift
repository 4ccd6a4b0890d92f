extension Explanation {
    /// TC6xx: editions and gates.
    static let gates: [Explanation] = [
        Explanation(
            "TC601",
            vi:
                "Một dòng của tệp là dấu chỉ độ mật. Công cụ dừng ngay, không chép nội dung vào bất cứ đâu, kể cả vào thông báo.",
            en:
                "A line of the file is a secrecy mark. The tool stops and copies the text nowhere, not even into a message.",
            wrong: "Độ mật: (ghi một trong ba mức)", right: "(không đưa văn bản này vào sưu tập)"),
        Explanation(
            "TC602",
            vi: "Văn bản có dấu hạn chế lưu hành hoặc còn là dự thảo thì không thuộc về ấn bản nhiều người đọc nhất.",
            en: "A text with a mark of limited circulation, or a draft, does not belong in the widest edition.",
            wrong: "audience: public   # đầu văn bản ghi “LƯU HÀNH NỘI BỘ”", right: "audience: internal"),
        Explanation(
            "TC603", vi: "Hai trang ra cùng một địa chỉ thì một trang sẽ đè mất trang kia.",
            en: "With one address for two pages, one would overwrite the other.", wrong: "pages/a.md, pages/A.md",
            right: "pages/a.md, pages/b.md"),
    ]
}
