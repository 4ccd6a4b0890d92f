import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What `tracuu new` writes where an editor is to fill something in, and how it is recognised when it was left so.
///
/// `‹điền tên kết quả›` is a placeholder, and so is `…` in place of a value. Texts of earlier samples are known, too.
public enum Placeholders {
    private static let opening = "‹điền "
    private static let openingEnglish = "‹fill in "

    /// A placeholder that says what belongs there.
    public static func text(_ vi: String) -> String { "\(opening)\(vi)›" }

    /// The same in English.
    public static func englishText(_ en: String) -> String { "\(openingEnglish)\(en)›" }

    /// Whether a value of a field is one.
    static func isUnfilled(_ value: String) -> Bool {
        let bytes = value.utf8
        // Almost no value has a sign that placeholders have, or is as short.
        guard bytes.count <= 5 || bytes.contains(0xE2) || formerValues.contains(value) else { return false }
        return value.hasPrefix(opening) || value.hasPrefix(openingEnglish) || blanks.contains(value)
            || value.contains(opening) || value.contains(openingEnglish) || value.hasPrefix("https://…")
            || formerValues.contains(value)
    }

    /// The value, short enough for a message.
    static func excerpt(_ value: String) -> String { value.count > 60 ? value.prefix(60) + "…" : value }

    private static let blanks: Set<String> = ["…", "...", "….", "TODO", "todo"]

    /// Values that earlier samples of findings bore.
    private static let formerValues: Set<String> = [
        "Điền tên kết quả", "Một hai câu: tìm thấy gì, ở đâu, khi nào.", "Chép nguyên văn câu hỏi",
        "Vấn đề được phản ánh", "Tóm ý bằng lời của người biên tập, không chép nguyên văn, không nêu tên ai.",
        "Việc phải làm", "Ai làm", "Tên trang hoặc báo cáo", "Câu nêu điều tìm thấy; trang lấy làm tên biểu đồ",
    ]

    private static let formerLines: Set<String> = [
        "Viết điều cần biết thêm. Không chép lời người trả lời, không nêu tên, số điện thoại, số định danh.",
        "Ai gửi, gửi thế nào, tổng hợp ra sao.",
        "Nguồn nói gì; nguồn không nói thì ghi rõ là không nói.",
    ]

    private static let formerTable = [
        "Câu trả lời;Thành thị;Nông thôn", "Đồng ý;60;45", "Không đồng ý;25;30", "Khó nói;20;20",
    ]

    /// The lines of a record's text that were left as they were written. An ellipsis alone on a line is one in findings:
    /// laws print it where they leave something out.
    static func diagnostics(inBodyOf record: Record) -> [Diagnostic] {
        let isFinding = record.kind == .finding
        guard isFinding || record.body.bytes.holdsPlaceholder else { return [] }
        var found: [Diagnostic] = []
        for (offset, line) in record.body.bytes.lines.enumerated() where !line.isEmpty {
            let text = String(decoding: line, as: UTF8.self).trimmingBlanks()
            let isUnfilled =
                text.contains(opening) || text.contains(openingEnglish)
                || isFinding && (text == "…" || formerLines.contains(text))
            guard isUnfilled else { continue }
            let place = SourceSpan(file: record.path, line: record.body.firstLine + offset, column: 1)
            found.append(Diagnostic(.unfilled, at: place, excerpt(text)))
        }
        return found
    }

    /// Of a table's file, which is left as it was written when one cell is.
    static func diagnostic(inTable file: SourceFile) -> Diagnostic? {
        let lines = file.bytes.lines.map { String(decoding: $0, as: UTF8.self).trimmingBlanks() }
        if lines.filter({ !$0.isEmpty }) == formerTable {
            return Diagnostic(.unfilled, at: SourceSpan(file: file.path), formerTable[0])
        }
        guard let index = lines.firstIndex(where: { $0.contains(opening) || $0.contains(openingEnglish) }) else {
            return nil
        }
        return Diagnostic(.unfilled, at: SourceSpan(file: file.path, line: index + 1), excerpt(lines[index]))
    }
}

extension [UInt8] {
    fileprivate var lines: [ArraySlice<UInt8>] {
        split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// Whether `‹điền` or `‹fill` may stand in it.
    fileprivate var holdsPlaceholder: Bool {
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            var start = 0
            // E2 80 B9 is ‹, C4 the first byte of đ.
            while start + 3 < bytes.count, let found = memchr(base + start, 0xE2, bytes.count - start - 3) {
                let index = UnsafeRawPointer(found) - base
                if bytes[index + 1] == 0x80, bytes[index + 2] == 0xB9, [0xC4, 0x66].contains(bytes[index + 3]) {
                    return true
                }
                start = index + 1
            }
            return false
        }
    }
}
