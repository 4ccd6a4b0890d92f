/// TC4xx: Markdown, links and attachments.
extension DiagnosticKind {
    /// Arguments: the destination, why it leads nowhere.
    public static let brokenLink = DiagnosticKind(
        "TC401", .error,
        message: BilingualText(
            vi: "liên kết “{0}” không dẫn đến bản ghi nào", en: "the link “{0}” leads to no record"),
        hint: BilingualText(
            vi: "Viết đường dẫn tương đối đến tệp .md của bản ghi, hoặc “id:” và mã của bản ghi.",
            en: "Write the relative path to the record's .md file, or “id:” and the record's id."))

    /// Arguments: the destination, the anchor.
    public static let brokenAnchor = DiagnosticKind(
        "TC402", .error,
        message: BilingualText(
            vi: "liên kết “{0}”: không có chỗ nào mang neo “{1}”", en: "the link “{0}”: nothing bears the anchor “{1}”"),
        hint: BilingualText(
            vi: "Neo của điều khoản có dạng “dieu-5-khoan-2-diem-a”; chép từ dấu ¶ bên cạnh đề mục.",
            en: "Anchors of provisions look like “dieu-5-khoan-2-diem-a”; copy one from the ¶ beside a heading."))

    /// Arguments: the destination.
    public static let missingAttachment = DiagnosticKind(
        "TC403", .error,
        message: BilingualText(
            vi: "không có tệp đính kèm “{0}”", en: "there is no attachment “{0}”"),
        hint: BilingualText(
            vi: "Đặt tệp vào thư mục attachments và viết đúng đường dẫn tương đối.",
            en: "Put the file into the attachments folder and write its relative path."))

    /// Arguments: the destination.
    public static let missingImage = DiagnosticKind(
        "TC404", .error,
        message: BilingualText(vi: "không có ảnh “{0}”", en: "there is no image “{0}”"),
        hint: BilingualText(
            vi: "Đặt ảnh vào thư mục attachments và viết đúng đường dẫn tương đối.",
            en: "Put the image into the attachments folder and write its relative path."))

    /// Arguments: the start of what was left out.
    public static let rawHTMLDropped = DiagnosticKind(
        "TC405", .warning,
        message: BilingualText(
            vi: "mã HTML “{0}” không được giữ lại", en: "the raw HTML “{0}” is not kept"),
        hint: BilingualText(
            vi: "Viết bằng Markdown; nếu là chữ của văn bản thì đặt “\\” trước dấu “<”.",
            en: "Write it in Markdown; if it is text of the document, put “\\” before “<”."))

    /// Arguments: the scheme.
    public static let unsafeURLDropped = DiagnosticKind(
        "TC406", .warning,
        message: BilingualText(
            vi: "địa chỉ bắt đầu bằng “{0}:” không an toàn nên đã bị bỏ",
            en: "an address that begins with “{0}:” is not safe and was dropped"),
        hint: BilingualText(
            vi: "Chỉ dùng http, https, mailto, tel hoặc đường dẫn tương đối.",
            en: "Use only http, https, mailto, tel or a relative path."))

    public static let emptyLink = DiagnosticKind(
        "TC407", .warning,
        message: BilingualText(
            vi: "liên kết không có chữ hoặc không có địa chỉ", en: "a link without text or without a destination"),
        hint: BilingualText(
            vi: "Viết [chữ hiện ra](địa chỉ).", en: "Write [text shown](destination)."))

    /// Arguments: the destination.
    public static let imageWithoutText = DiagnosticKind(
        "TC408", .warning,
        message: BilingualText(
            vi: "ảnh “{0}” không có lời thay thế", en: "the image “{0}” has no alternative text"),
        hint: BilingualText(
            vi: "Viết ![ảnh cho thấy gì](địa chỉ) cho người đọc không nhìn thấy ảnh.",
            en: "Write ![what the image shows](destination) for readers who cannot see it."))

    /// Arguments: the footnote's label.
    public static let undefinedFootnote = DiagnosticKind(
        "TC409", .warning,
        message: BilingualText(
            vi: "chú thích “[^{0}]” không có nội dung", en: "the footnote “[^{0}]” is not defined"),
        hint: BilingualText(
            vi: "Thêm một dòng “[^{0}]: nội dung”.", en: "Add a line “[^{0}]: text”."))

    /// Arguments: the footnote's label, the line of the first definition.
    public static let duplicateFootnote = DiagnosticKind(
        "TC410", .warning,
        message: BilingualText(
            vi: "chú thích “[^{0}]” đã có nội dung ở dòng {1}; nội dung này không hiện ra",
            en: "the footnote “[^{0}]” is already defined on line {1}; this text is not shown"),
        hint: BilingualText(vi: "Đổi nhãn của một trong hai chú thích.", en: "Rename one of the two."))

    /// Arguments: the footnote's label.
    public static let unusedFootnote = DiagnosticKind(
        "TC411", .warning,
        message: BilingualText(
            vi: "không chỗ nào gọi chú thích “[^{0}]”; nội dung của nó không hiện ra",
            en: "nothing refers to the footnote “[^{0}]”; its text is not shown"),
        hint: BilingualText(
            vi: "Viết “[^{0}]” ở chỗ cần chú thích, hoặc xóa nội dung này.",
            en: "Write “[^{0}]” where the note belongs, or delete the text."))

    /// Arguments: the address.
    public static let outsideImage = DiagnosticKind(
        "TC412", .warning,
        message: BilingualText(
            vi: "ảnh “{0}” nằm ngoài trang nên chỉ hiện thành liên kết",
            en: "the image “{0}” lies outside the site and is shown as a link only"),
        hint: BilingualText(
            vi: "Đặt một bản sao vào thư mục attachments.", en: "Put a copy into the attachments folder."))

    /// Arguments: the limit.
    public static let nestedTooDeep = DiagnosticKind(
        "TC413", .error,
        message: BilingualText(
            vi: "dòng này lồng hơn {0} lớp trích dẫn hoặc danh sách",
            en: "this line nests more than {0} levels of quotations or lists"),
        hint: BilingualText(
            vi: "Bỏ bớt dấu “>”, “-” hoặc số thứ tự ở đầu dòng.",
            en: "Remove some of the “>”, “-” or numbers at the start of the line."))

    /// Arguments: the limit in megabytes.
    public static let bodyTooLong = DiagnosticKind(
        "TC414", .error,
        message: BilingualText(
            vi: "nội dung dài hơn {0} MB", en: "the body is longer than {0} MB"),
        hint: BilingualText(vi: "Chia thành nhiều bản ghi.", en: "Divide it into several records."))

    /// Arguments: what would run.
    public static let activeAttachment = DiagnosticKind(
        "TC451", .error,
        message: BilingualText(
            vi: "trình duyệt sẽ chạy tệp đính kèm này như một trang có mã ({0})",
            en: "a browser would run this attachment as a page with code ({0})"),
        hint: BilingualText(
            vi: "Đính kèm bản PDF hoặc ảnh; với SVG, xuất lại dạng “plain SVG”, không có script và sự kiện.",
            en: "Attach a PDF or a picture; export SVG as “plain SVG”, without scripts and event handlers."))

    /// Arguments: the ending.
    public static let contentContradictsName = DiagnosticKind(
        "TC452", .warning,
        message: BilingualText(
            vi: "nội dung tệp không phải loại “{0}” như tên của nó",
            en: "the file is not of the kind “{0}” that its name says"),
        hint: BilingualText(
            vi: "Mở tệp để xem nó là gì, rồi lưu đúng loại hoặc đổi đuôi tên.",
            en: "Open it to see what it is, then save it as that kind or change its ending."))

    /// Arguments: the columns, the limit.
    public static let tableTooWide = DiagnosticKind(
        "TC453", .error,
        message: BilingualText(
            vi: "bảng có {0} cột; nhiều nhất là {1}", en: "the table has {0} columns; {1} is the most"),
        hint: BilingualText(
            vi: "Chia bảng, hoặc đính kèm tệp bảng tính.", en: "Divide the table, or attach a spreadsheet."))

    /// Arguments: the limit.
    public static let tableTooEmpty = DiagnosticKind(
        "TC454", .error,
        message: BilingualText(
            vi: "các dòng của bảng thiếu tất cả hơn {0} ô so với hàng tiêu đề",
            en: "the rows of tables lack more than {0} cells of their heads"),
        hint: BilingualText(
            vi: "Bỏ bớt cột ở hàng tiêu đề, hoặc chia bảng.", en: "Remove columns from the head, or divide the table."))

    /// Arguments: the limit.
    public static let tooManyLines = DiagnosticKind(
        "TC455", .error,
        message: BilingualText(vi: "nội dung có hơn {0} dòng", en: "the body has more than {0} lines"),
        hint: BilingualText(vi: "Chia thành nhiều bản ghi.", en: "Divide it into several records."))

    public static let tooManySigns = DiagnosticKind(
        "TC456", .error,
        message: BilingualText(
            vi: "đoạn này có quá nhiều dấu [ ] ! * _ ` < & nên không đọc được trong thời gian hợp lý",
            en: "this paragraph has more of the signs [ ] ! * _ ` < & than can be read in reasonable time"),
        hint: BilingualText(
            vi: "Chia đoạn bằng dòng trống; tệp có thể đã hỏng.",
            en: "Divide it by empty lines; the file may be damaged."))

    /// All of TC4xx, for the list of codes.
    public static let markup: [DiagnosticKind] = [
        brokenLink, brokenAnchor, missingAttachment, missingImage, rawHTMLDropped, unsafeURLDropped, emptyLink,
        imageWithoutText, undefinedFootnote, duplicateFootnote, unusedFootnote, outsideImage, nestedTooDeep,
        bodyTooLong, activeAttachment, contentContradictsName, tableTooWide, tableTooEmpty, tooManyLines, tooManySigns,
    ]
}
