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
        Explanation(
            "TC021",
            vi: "Ống dẫn (FIFO), thiết bị và ổ cắm có tên như tệp, nhưng đọc chúng có thể không bao giờ xong.",
            en: "Pipes (FIFO), devices and sockets have names like files, but reading them may never end.",
            wrong: "content/site.yml (mkfifo)", right: "content/site.yml"),
        Explanation(
            "TC022",
            vi:
                "Một liên kết ra ngoài có thể đưa tệp riêng của máy dựng trang lên trang. Vì thế chỉ đi theo khi có --follow-links; “check --fix” không bao giờ ghi ra ngoài.",
            en:
                "A link to the outside could publish private files of the machine that builds. So such links are followed only with --follow-links, and “check --fix” never writes outside.",
            wrong: "content/attachments/qd.pdf -> /home/an/qd.pdf", right: "content/attachments/qd.pdf"),
        Explanation(
            "TC023",
            vi: "Thư mục liên kết đến chính nó hay đến thư mục chứa nó thì không bao giờ liệt kê xong.",
            en: "A folder that links to itself or to a folder above it could be listed without end.",
            wrong: "content/pages/tat-ca -> ..", right: "content/pages/"),
        Explanation(
            "TC024",
            vi:
                "Giới hạn giữ cho mọi lần dựng xong trong vài giây: văn bản 16 MB, bảng số liệu 1 MB, tệp đính kèm 256 MB.",
            en:
                "The limits keep every build within seconds: texts 16 MB, tables of counts 1 MB, attachments 256 MB.",
            wrong: "attachments/phim.mp4 (2 GB)", right: "attachments/qd.pdf (3 MB)"),
        Explanation(
            "TC025",
            vi: "Chữ có hàng chục dấu chồng lên nhau là lỗi chép hoặc cố ý phá; Unicode cho nhiều nhất 30 (UAX #15).",
            en:
                "A letter with dozens of marks is damage or mischief; Unicode's Stream-Safe Text Format allows 30 (UAX #15).",
            wrong: "a\u{301}\u{301}\u{301}… (200 lần)", right: "á"),
        Explanation(
            "TC026",
            vi:
                "Windows giữ riêng các tên con, prn, aux, nul, com1–com9, lpt1–lpt9 (cả khi có đuôi), không cho dấu chấm hay dấu cách ở cuối và các ký tự < > : \" | ? * \\.",
            en:
                "Windows keeps the names con, prn, aux, nul, com1–com9, lpt1–lpt9 (with any extension), allows no dot or blank at the end, and none of < > : \" | ? * \\.",
            wrong: "attachments/aux.pdf", right: "attachments/phu-luc.pdf"),
        Explanation(
            "TC027",
            vi: "Trên Windows và thẻ nhớ, hai tên như thế là một tệp: tệp sau đè lên tệp trước.",
            en: "On Windows and on sticks two such names are one file: the later one replaces the earlier.",
            wrong: "attachments/QD.pdf\nattachments/qd.pdf", right: "attachments/qd.pdf\nattachments/qd-2.pdf"),
        Explanation(
            "TC028",
            vi:
                "Tệp trong thư mục static/ được chép nguyên vẹn vào gốc của trang. Chỗ của trang chủ, danh mục, văn bản và dữ liệu "
                + "đã có chủ: một tệp đè lên sẽ làm mất trang mà không ai thấy.",
            en:
                "Files of static/ are copied as they are to the site's root. The places of the home page, lists, documents and "
                + "data are taken: a file over them would lose a page without anybody seeing it.",
            wrong: "static/index.html", right: "static/gioi-thieu-co-quan.html"),
    ]
}
