/// Slips of typing, copying and merging: TC010–TC019, TC140–TC150, TC152–TC159, TC820–TC829.
extension DiagnosticKind {
    public static let conflictMarker = DiagnosticKind(
        "TC010", .error,
        message: BilingualText(
            vi: "tệp còn dấu xung đột của git", en: "the file still holds conflict markers of git"),
        hint: BilingualText(
            vi: "Giữ một trong hai đoạn, xóa đoạn kia và các dòng “<<<<<<<”, “=======”, “>>>>>>>”.",
            en: "Keep one of the two passages; delete the other and the lines “<<<<<<<”, “=======”, “>>>>>>>”."))

    public static let blankBeforeFrontMatter = DiagnosticKind(
        "TC140", .error,
        message: BilingualText(
            vi: "trước dòng “---” đầu tiên có dòng trống", en: "blank lines stand before the first line “---”"),
        hint: BilingualText(
            vi: "Xóa các dòng trống ấy, hoặc chạy `tracuu check --fix`.",
            en: "Delete them, or run `tracuu check --fix`."))

    public static let yamlTab = DiagnosticKind(
        "TC141", .error,
        message: BilingualText(
            vi: "đầu dòng dùng phím Tab; YAML chỉ nhận khoảng trắng",
            en: "the line begins with a tab; YAML takes blanks only"),
        hint: BilingualText(
            vi: "Thay mỗi dấu Tab bằng hai khoảng trắng, hoặc chạy `tracuu check --fix`.",
            en: "Put two blanks for each tab, or run `tracuu check --fix`."))

    /// Arguments: the key, or the start of the line.
    public static let yamlMissingColon = DiagnosticKind(
        "TC142", .error,
        message: BilingualText(vi: "thiếu dấu hai chấm sau “{0}”", en: "the colon after “{0}” is missing"),
        hint: BilingualText(
            vi: "Viết “{0}: giá trị”; nếu dòng này nối tiếp giá trị ở trên thì thụt vào hai khoảng trắng.",
            en: "Write “{0}: value”; if the line goes on with the value above, indent it by two blanks."))

    /// Arguments: the key.
    public static let yamlMissingBlank = DiagnosticKind(
        "TC143", .error,
        message: BilingualText(
            vi: "sau dấu hai chấm của “{0}” phải có một khoảng trắng",
            en: "a blank must follow the colon of “{0}”"),
        hint: BilingualText(
            vi: "Viết “{0}: giá trị”, hoặc chạy `tracuu check --fix`.",
            en: "Write “{0}: value”, or run `tracuu check --fix`."))

    /// Arguments: the key.
    public static let yamlColonInValue = DiagnosticKind(
        "TC144", .error,
        message: BilingualText(
            vi: "giá trị của “{0}” có dấu hai chấm mà không đặt trong dấu nháy",
            en: "the value of “{0}” holds a colon and is not quoted"),
        hint: BilingualText(
            vi: "Đặt cả giá trị trong dấu nháy kép, hoặc chạy `tracuu check --fix`.",
            en: "Put the whole value in double quotes, or run `tracuu check --fix`."))

    /// Arguments: the key.
    public static let yamlUnclosedQuote = DiagnosticKind(
        "TC145", .error,
        message: BilingualText(
            vi: "dấu nháy mở ở giá trị của “{0}” không được đóng lại",
            en: "the quotation mark that opens the value of “{0}” is never closed"),
        hint: BilingualText(
            vi: "Thêm dấu nháy ở cuối giá trị. Trong nháy kép, dấu nháy kép của văn bản viết là \\\".",
            en:
                "Add the mark at the end of the value. Within double quotes, a double quote of the text is written \\\"."
        ))

    /// Arguments: the key.
    public static let yamlTextAfterQuote = DiagnosticKind(
        "TC146", .error,
        message: BilingualText(
            vi: "sau dấu nháy đóng ở giá trị của “{0}” còn chữ",
            en: "text follows the closing quotation mark of the value of “{0}”"),
        hint: BilingualText(
            vi: "Đặt cả giá trị trong một cặp nháy đơn '…', hoặc dùng nháy cong “…” cho chữ trong văn bản.",
            en: "Put the whole value in single quotes '…', or use curly quotation marks “…” within the text."))

    public static let yamlIndentation = DiagnosticKind(
        "TC147", .error,
        message: BilingualText(
            vi: "dòng này thụt vào khác các dòng cùng cấp",
            en: "the line is indented otherwise than the lines of its level"),
        hint: BilingualText(
            vi: "Các trường cùng cấp bắt đầu ở cùng một cột; trường ngoài cùng bắt đầu ở đầu dòng.",
            en: "Keys of one level begin in the same column; the outermost ones at the start of the line."))

    /// Arguments: the text after the dash.
    public static let yamlDashWithoutBlank = DiagnosticKind(
        "TC148", .error,
        message: BilingualText(
            vi: "sau dấu gạch đầu dòng phải có một khoảng trắng: “- {0}”",
            en: "a blank must follow the dash of a list: “- {0}”"),
        hint: BilingualText(
            vi: "Viết “- {0}”, hoặc chạy `tracuu check --fix`.", en: "Write “- {0}”, or run `tracuu check --fix`."))

    /// Arguments: the bracket.
    public static let yamlUnclosedBracket = DiagnosticKind(
        "TC149", .error,
        message: BilingualText(
            vi: "dấu ngoặc “{0}” mở ở đây không được đóng lại",
            en: "the bracket “{0}” that opens here is never closed"),
        hint: BilingualText(
            vi: "Thêm dấu ngoặc đóng. Dấu “#” sau khoảng trắng cắt bỏ phần còn lại của dòng, cả dấu ngoặc.",
            en: "Add the closing bracket. A “#” after a blank cuts the rest of a line off, brackets included."))

    /// Arguments: the key, the sign.
    public static let yamlReservedStart = DiagnosticKind(
        "TC150", .error,
        message: BilingualText(
            vi: "giá trị của “{0}” bắt đầu bằng “{1}”, dấu có nghĩa riêng trong YAML",
            en: "the value of “{0}” begins with “{1}”, which has a meaning of its own in YAML"),
        hint: BilingualText(
            vi: "Đặt cả giá trị trong dấu nháy kép, hoặc chạy `tracuu check --fix`.",
            en: "Put the whole value in double quotes, or run `tracuu check --fix`."))

    /// Arguments: the sign.
    public static let yamlNoField = DiagnosticKind(
        "TC154", .error,
        message: BilingualText(
            vi: "dòng bắt đầu bằng “{0}” ở chỗ phải là tên một trường",
            en: "the line begins with “{0}” where the name of a field should stand"),
        hint: BilingualText(
            vi: "Bỏ dấu ấy; nếu dòng là một mục của danh sách thì đặt dưới trường của nó, trường ấy để trống giá trị.",
            en:
                "Take it out; if the line is an item of a list, put it below its field, which then has no value of its own."
        ))

    /// Arguments: the backslash and what follows it.
    public static let yamlUnknownEscape = DiagnosticKind(
        "TC155", .error,
        message: BilingualText(
            vi: "trong dấu nháy kép, “{0}” không có nghĩa gì đối với YAML",
            en: "within double quotes “{0}” means nothing to YAML"),
        hint: BilingualText(
            vi: "Viết dấu gạch chéo ngược hai lần, hoặc dùng nháy đơn '…', hoặc chạy `tracuu check --fix`.",
            en: "Write the backslash twice, or use single quotes '…', or run `tracuu check --fix`."))

    /// Arguments: what is cut off.
    public static let valueCutAtHash = DiagnosticKind(
        "TC159", .warning,
        message: BilingualText(
            vi: "dấu “#” sau khoảng trắng cắt mất phần sau của giá trị: “{0}”",
            en: "a “#” after a blank cuts off the rest of the value: “{0}”"),
        hint: BilingualText(
            vi: "Đặt cả giá trị trong dấu nháy kép; nếu là lời chú thì viết “# ” có khoảng trắng.",
            en: "Put the whole value in double quotes; if it is a comment, put a blank after “#”."))

    /// Arguments: the key, the markup.
    public static let markupInField = DiagnosticKind(
        "TC152", .warning,
        message: BilingualText(
            vi: "“{0}” là chữ trơn: “{1}” sẽ hiện ra đúng như đã gõ",
            en: "“{0}” is plain text: “{1}” will be shown as it is typed"),
        hint: BilingualText(
            vi: "Bỏ dấu Markdown và mã HTML khỏi trường này; định dạng chỉ có trong nội dung.",
            en: "Take Markdown and HTML out of the field; only the body is formatted."))

    /// Arguments: the signs.
    public static let yamlExcessBracket = DiagnosticKind(
        "TC156", .error,
        message: BilingualText(
            vi: "sau dấu ngoặc đóng còn thừa “{0}”", en: "after the closing bracket stands “{0}” too much"),
        hint: BilingualText(
            vi: "Xóa phần thừa, hoặc chạy `tracuu check --fix`.", en: "Delete it, or run `tracuu check --fix`."))

    /// Arguments: what was left, shortened.
    public static let unfilled = DiagnosticKind(
        "TC153", .error,
        message: BilingualText(
            vi: "chưa điền: “{0}” vẫn như mẫu của `tracuu new`",
            en: "not filled in: “{0}” is still as `tracuu new` wrote it"),
        hint: BilingualText(
            vi: "Thay bằng nội dung thật, hoặc xóa cả dòng nếu không dùng.",
            en: "Put what is true in its place, or delete the line if it is not used."))

    /// Arguments: how many.
    public static let invisibleSigns = DiagnosticKind(
        "TC820", .note,
        message: BilingualText(
            vi: "{0} ký tự không nhìn thấy trong tệp này",
            en: "{0} characters of this file cannot be seen"),
        hint: BilingualText(
            vi: "Trang, tìm kiếm và số hiệu đọc như không có chúng; `tracuu check --fix` xóa khỏi tệp.",
            en: "Pages, search and numbers are read without them; `tracuu check --fix` takes them out of the file."))

    /// Arguments: how many.
    public static let privateBullets = DiagnosticKind(
        "TC821", .note,
        message: BilingualText(
            vi: "{0} dấu đầu dòng của phông Symbol hay Wingdings trong tệp này",
            en: "{0} bullets of the fonts Symbol or Wingdings in this file"),
        hint: BilingualText(
            vi: "Trang đọc thành gạch đầu dòng; `tracuu check --fix` sửa trong tệp.",
            en: "Pages read them as lists; `tracuu check --fix` writes them so in the file."))

    /// Arguments: the code point, how many.
    public static let privateSigns = DiagnosticKind(
        "TC822", .warning,
        message: BilingualText(
            vi: "ký tự riêng {0} của một phông chữ, người đọc chỉ thấy ô trống ({1} chỗ trong tệp này)",
            en: "{0} is a character of a private font; readers see an empty box ({1} places in this file)"),
        hint: BilingualText(
            vi: "Đối chiếu với bản gốc và gõ lại ký hiệu ấy (≥, ×, °, α…).",
            en: "Look at the original and type the sign anew (≥, ×, °, α…)."))

    public static let slips: [DiagnosticKind] = [
        conflictMarker, blankBeforeFrontMatter, yamlTab, yamlMissingColon, yamlMissingBlank, yamlColonInValue,
        yamlUnclosedQuote, yamlTextAfterQuote, yamlIndentation, yamlDashWithoutBlank, yamlUnclosedBracket,
        yamlReservedStart, yamlNoField, yamlUnknownEscape, yamlExcessBracket, valueCutAtHash, markupInField, unfilled,
        invisibleSigns,
        privateBullets, privateSigns,
    ]
}

extension DiagnosticKind {
    /// Whether such an error keeps the fields of a file from being read at all.
    public var makesUnreadable: Bool { Self.unreadable.contains(self) }

    private static let unreadable: Set<DiagnosticKind> = [
        invalidUTF8, yamlSyntax, duplicateKey, yamlIndirection, yamlTooDeep, yamlTooLarge, conflictMarker,
        missingFrontMatter,
        unclosedFrontMatter, blankBeforeFrontMatter, yamlTab, yamlMissingColon, yamlMissingBlank, yamlColonInValue,
        yamlUnclosedQuote, yamlTextAfterQuote, yamlIndentation, yamlDashWithoutBlank, yamlUnclosedBracket,
        yamlReservedStart, yamlNoField, yamlUnknownEscape, yamlExcessBracket,
    ]
}
