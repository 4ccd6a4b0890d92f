extension Explanation {
    /// TC0xx: files and encoding.
    static let sources: [Explanation] = [
        Explanation(
            "TC001",
            vi: "Mọi tệp chữ phải là UTF-8. Tệp cũ thường được lưu bằng bảng mã của Windows hoặc là tệp Word đổi đuôi.",
            en: "Every text file must be UTF-8. Old files are often in a Windows code page, or are Word files renamed.",
            wrong: "title: K\u{FFFD}t lu\u{FFFD}n", right: "title: Kết luận"),
        Explanation(
            "TC002",
            vi: "Chỉ bốn thư mục được đọc thành bản ghi; tệp nằm ngoài sẽ không có trên trang mà không ai hay.",
            en: "Four folders are read for records; a file elsewhere would be missing from the site without a word.",
            wrong: "content/directive/kl-100.md\ncontent/pages/GIOI-THIEU.MD",
            right: "content/directives/kl-100.md\ncontent/pages/gioi-thieu.md"),
        Explanation(
            "TC003",
            vi: "Tệp có tên trong thư mục nhưng không mở ra được: liên kết tượng trưng gãy hoặc tên không đọc được.",
            en: "The folder lists the file and it cannot be opened: a broken symbolic link or an unreadable name.",
            wrong: "pages/a.md -> ../khong-con-nua.md", right: "pages/a.md"),
    ]
}
