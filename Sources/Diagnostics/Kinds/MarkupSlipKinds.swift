/// Slips in Markdown by which a text is shown otherwise than it was meant, or not at all: TC440–TC459.
extension DiagnosticKind {
    /// Arguments: the cells that are left out, how many columns the table has.
    public static let extraTableCells = DiagnosticKind(
        "TC440", .warning,
        message: BilingualText(
            vi: "hàng này có nhiều ô hơn {1} cột của bảng; “{0}” không hiện ra",
            en: "the row has more cells than the table's {1} columns; “{0}” is not shown"),
        hint: BilingualText(
            vi: "Bớt dấu “|” thừa, viết “\\|” cho dấu gạch đứng của văn bản, hoặc thêm cột vào hàng đầu và hàng “---”.",
            en:
                "Drop the extra “|”, write “\\|” for a bar of the text, or add a column to the head and to the row “---”."
        ))

    /// Arguments: cells of the head, cells of the row below it.
    public static let noTable = DiagnosticKind(
        "TC441", .warning,
        message: BilingualText(
            vi: "đây không thành bảng: hàng đầu có {0} ô, hàng “---” có {1} ô",
            en: "this is no table: the head has {0} cells and the row “---” has {1}"),
        hint: BilingualText(
            vi: "Viết cho hai hàng có cùng số ô.", en: "Give both rows the same number of cells."))

    /// Arguments: the link as it is written.
    public static let literalLink = DiagnosticKind(
        "TC442", .warning,
        message: BilingualText(
            vi: "“{0}” không thành liên kết; trang hiện đúng như đã gõ",
            en: "“{0}” is no link; the page shows it as it is typed"),
        hint: BilingualText(
            vi: "Đặt địa chỉ có khoảng trắng trong <…>, và không để khoảng trắng giữa “]” và “(”.",
            en: "Put a destination with blanks in <…>, and no blank between “]” and “(”."))

    /// Arguments: the text with its signs.
    public static let literalEmphasis = DiagnosticKind(
        "TC443", .warning,
        message: BilingualText(
            vi: "“{0}” không thành chữ đậm hay nghiêng; trang hiện cả dấu sao",
            en: "“{0}” is not set in bold or italics; the page shows the asterisks"),
        hint: BilingualText(
            vi: "Đặt dấu sao sát vào chữ, phía trong dấu nháy: “**chữ**”, hoặc cách chữ bên ngoài một khoảng trắng.",
            en:
                "Put the asterisks next to the letters, within the quotation marks: “**text**”, or part them from the word outside by a blank."
        ))

    /// Arguments: the address.
    public static let networkAddress = DiagnosticKind(
        "TC444", .warning,
        message: BilingualText(
            vi: "địa chỉ “{0}” không có http: hay https:, nên mở từ đĩa thì không đi đâu",
            en: "the address “{0}” lacks http: or https: and leads nowhere when the page is opened from disk"),
        hint: BilingualText(
            vi: "Viết cả “https:”, hoặc chạy `tracuu check --fix`.",
            en: "Write “https:”, or run `tracuu check --fix`."))

    /// Arguments: the start of the comment.
    public static let hiddenComment = DiagnosticKind(
        "TC445", .note,
        message: BilingualText(
            vi: "lời chú HTML “{0}” không hiện ra trên trang", en: "the HTML comment “{0}” is not shown on the page"),
        hint: BilingualText(
            vi: "Để nguyên nếu là lời nhắc cho người biên tập; nếu là chữ của văn bản thì bỏ “<!--” và “-->”.",
            en: "Leave it if it reminds editors; if it is text of the document, drop “<!--” and “-->”."))

    public static let unclosedComment = DiagnosticKind(
        "TC446", .error,
        message: BilingualText(
            vi: "lời chú “<!--” không được đóng lại: mọi chữ từ đây đến cuối không hiện ra",
            en: "the comment “<!--” is never closed: nothing from here to the end is shown"),
        hint: BilingualText(vi: "Thêm “-->” ở cuối lời chú.", en: "Add “-->” at the end of the comment."))

    /// Arguments: the start of the block.
    public static let htmlBlockDropped = DiagnosticKind(
        "TC447", .warning,
        message: BilingualText(
            vi: "khối HTML “{0}” không được giữ lại, cả chữ bên trong",
            en: "the block of HTML “{0}” is not kept, nor is the text in it"),
        hint: BilingualText(
            vi: "Viết lại bằng Markdown; chữ của văn bản bắt đầu bằng “<” thì đặt “\\” trước.",
            en: "Write it in Markdown; where the document's own text begins with “<”, put “\\” before it."))

    /// Arguments: the label.
    public static let unusedLinkDefinition = DiagnosticKind(
        "TC448", .warning,
        message: BilingualText(
            vi: "dòng “[{0}]: …” đặt địa chỉ cho một liên kết mà không chỗ nào dùng; dòng này không hiện ra",
            en: "the line “[{0}]: …” defines a link that nothing uses; it is not shown"),
        hint: BilingualText(
            vi: "Viết “[chữ][{0}]” ở chỗ cần liên kết; nếu là chữ của văn bản thì viết “\\[{0}]: …”.",
            en: "Write “[text][{0}]” where the link belongs; if it is text of the document, write “\\[{0}]: …”."))

    public static let unclosedFence = DiagnosticKind(
        "TC449", .warning,
        message: BilingualText(
            vi: "khối mã mở ở đây không được đóng lại: mọi chữ từ đây đến cuối hiện ra như mã",
            en: "the block of code that opens here is never closed: all text from here on is shown as code"),
        hint: BilingualText(
            vi: "Thêm một dòng như dòng này ở cuối khối.", en: "Add a line like this one at the end of the block."))

    /// Arguments: the line's start.
    public static let textJoinsTable = DiagnosticKind(
        "TC450", .warning,
        message: BilingualText(
            vi: "“{0}” ngay dưới bảng trở thành một hàng của bảng",
            en: "“{0}”, right below the table, becomes a row of it"),
        hint: BilingualText(
            vi: "Để một dòng trống sau bảng, hoặc chạy `tracuu check --fix`.",
            en: "Leave a blank line after the table, or run `tracuu check --fix`."))

    /// Arguments: the line's start.
    public static let headingWithoutBlank = DiagnosticKind(
        "TC457", .warning,
        message: BilingualText(
            vi: "“{0}” không thành đề mục: sau dấu “#” thiếu một khoảng trắng",
            en: "“{0}” is no heading: a blank is missing after the “#”"),
        hint: BilingualText(
            vi: "Thêm một khoảng trắng, hoặc chạy `tracuu check --fix`.",
            en: "Put a blank there, or run `tracuu check --fix`."))

    /// Arguments: the row that is missing.
    public static let tableWithoutDelimiter = DiagnosticKind(
        "TC458", .warning,
        message: BilingualText(
            vi: "các dòng này không thành bảng: dưới hàng đầu thiếu hàng “{0}”",
            en: "these lines are no table: below the head the row “{0}” is missing"),
        hint: BilingualText(vi: "Thêm hàng ấy dưới hàng đầu.", en: "Put that row below the head."))

    public static let markupSlips: [DiagnosticKind] = [
        extraTableCells, noTable, literalLink, literalEmphasis, networkAddress, hiddenComment, unclosedComment,
        htmlBlockDropped, unusedLinkDefinition, unclosedFence, textJoinsTable,
        headingWithoutBlank, tableWithoutDelimiter,
    ]
}
