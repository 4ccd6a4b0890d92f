import VietnameseText

/// The words of marks: what may stand in a line or a column that is a mark and nothing else.
enum MarkWords {
    /// The mark that a short text is, apart from its signs, figures and blanks.
    ///
    /// - Parameter isHead: Whether it stands among the first lines of a document, where a degree in any letters is a mark.
    static func mark(_ text: String, isHead: Bool = false) -> HeaderMarks.Mark? {
        let letters = letters(of: text)
        guard !letters.isEmpty else { return nil }
        let capitals = letters.uppercased()
        if isSecrecy(letters, capitals, hasColon: text.utf8.contains(UInt8(ascii: ":"))) { return .secrecy }
        if isTypedDegree(capitals, isHead: isHead) { return .secrecy }
        let ending = capitals.hasPrefix("DỰTHẢOLẦN") ? "DỰTHẢO" : capitals
        return circulation.contains(ending) ? .circulation : nil
    }

    /// Letters alone, as stamped; the forms without any diacritics are how they come out of old systems, the last ones
    /// those of TCVN3 and VNI, whose capitals are told from small letters by the font.
    private static let degrees: Set<String> = [
        "MẬT", "TỐIMẬT", "TUYỆTMẬT", "MAT", "TOIMAT", "TUYETMAT", "MËT", "TÈIMËT", "TUYÖTMËT", "MAÄT", "TOÁIMAÄT",
        "TUYEÄTMAÄT",
    ]
    private static let circulation: Set<String> = [
        "LƯUHÀNHNỘIBỘ", "TÀILIỆULƯUHÀNHNỘIBỘ", "DỰTHẢO", "LUUHANHNOIBO", "DUTHAO",
    ]
    /// After these any letters are a degree.
    private static let labels = [
        "DẤUCHỈĐỘMẬT", "DẤUCHỈMỨCĐỘMẬT", "MỨCĐỘMẬT", "DẤUĐỘMẬT", "ĐỘMẬT", "DẤUMẬT", "DẤU", "DAUCHIDOMAT", "MUCDOMAT",
        "DOMAT", "DAU",
    ]
    /// What stands before a degree and makes it no less one.
    private static let kinds = [
        "TÀILIỆU", "VĂNBẢN", "BÁOCÁO", "CÔNGVĂN", "HỒSƠ", "BẢN", "LOẠI", "TAILIEU", "VANBAN", "BAOCAO", "CONGVAN",
        "HOSO",
    ]
    /// Marks of urgency, and what the law prints beside a degree.
    private static let urgency = [
        "HỎATỐCHẸNGIỜ", "HOẢTỐCHẸNGIỜ", "HỎATỐC", "HOẢTỐC", "THƯỢNGKHẨN", "KHẨN", "HOATOCHENGIO", "HOATOC",
        "THUONGKHAN", "KHAN",
    ]
    private static let companions =
        urgency + [
            "BẢNSỐ", "BANSO", "BẢNCHÍNH", "CHỈNGƯỜICÓTÊNMỚIĐƯỢCBÓCBÌ", "THUHỒI",
        ]

    private static func isSecrecy(_ letters: String, _ capitals: String, hasColon: Bool) -> Bool {
        let inner = withoutCompanions(capitals)
        if hasColon {
            for label in labels where inner.hasPrefix(label) {
                if degrees.contains(String(inner.dropFirst(label.count))) { return true }
            }
        }
        // Without a label only capitals are a stamp: “Mật” alone may be a word in a table.
        let kind = (kinds + labels).first { inner.hasPrefix($0) && inner.count > $0.count } ?? ""
        for degree in [inner, String(inner.dropFirst(kind.count))] where degrees.contains(degree) {
            if letters.contains(degree) { return true }
        }
        return isOldStamp(letters)
    }

    /// A degree in any letters, beside a mark of urgency or among a document's first lines. “Mat” without diacritics may be
    /// any word.
    private static func isTypedDegree(_ capitals: String, isHead: Bool) -> Bool {
        let inner = withoutUrgency(capitals)
        guard isHead || inner.count < capitals.count else { return false }
        let kind = isHead ? kinds.first { inner.hasPrefix($0) && inner.count > $0.count } ?? "" : ""
        return [inner, String(inner.dropFirst(kind.count))].contains { degrees.contains($0) && $0 != "MAT" }
    }

    private static func withoutUrgency(_ capitals: String) -> String {
        for word in urgency where capitals.count > word.count {
            if capitals.hasPrefix(word) { return String(capitals.dropFirst(word.count)) }
            if capitals.hasSuffix(word) { return String(capitals.dropLast(word.count)) }
        }
        return capitals
    }

    /// In an old encoding the font made capitals of small letters with diacritics: `TèI MËT`.
    private static func isOldStamp(_ letters: String) -> Bool { ["TèIMËT", "TUYÖTMËT"].contains(letters) }

    private static func withoutCompanions(_ capitals: String) -> String {
        var text = capitals[...]
        var isDone = false
        while !isDone {
            isDone = true
            for word in companions where text.count > word.count {
                if text.hasPrefix(word) {
                    text = text.dropFirst(word.count)
                    isDone = false
                } else if text.hasSuffix(word) {
                    text = text.dropLast(word.count)
                    isDone = false
                }
            }
        }
        return String(text)
    }

    /// Letters of a text in NFC without its tags, with its character references read.
    private static func letters(of text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        if scalars.contains("<") { scalars = withoutTags(scalars) }
        if scalars.contains("&") { scalars = Array(decoded(scalars).unicodeScalars) }
        return String(String.UnicodeScalarView(scalars.filter(\.properties.isAlphabetic)))
    }

    private static func withoutTags(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        var index = 0
        while index < scalars.count {
            if scalars[index] == "<", let end = scalars[index...].firstIndex(of: ">") {
                index = end + 1
            } else {
                kept.append(scalars[index])
                index += 1
            }
        }
        return kept
    }

    /// `M&#7852;T`, `M&#x1EAC;T` and `&nbsp;`; other names are no letters of a mark.
    private static func decoded(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "&", let end = scalars[index...].prefix(12).firstIndex(of: ";") else {
                text.append(scalars[index])
                index += 1
                continue
            }
            let name = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
            let digits = name.dropFirst(name.lowercased().hasPrefix("#x") ? 2 : 1)
            if name.hasPrefix("#"), let value = UInt32(digits, radix: digits.count < name.count - 1 ? 16 : 10),
                let scalar = Unicode.Scalar(value)
            {
                text.append(scalar)
            }
            index = end + 1
        }
        return Normalization.nfc(String(text))
    }
}
