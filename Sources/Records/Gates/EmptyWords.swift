import VietnameseText

/// Words that stand where a source is asked for and name none: “chưa có”, “không rõ”, “?”.
enum EmptyWords {
    static func isOne(_ value: String) -> Bool {
        let words = value.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        if words.isEmpty { return true }
        guard value.utf8.count <= 60 else { return false }
        let folded = Folding.fold(value).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
        return all.contains(folded)
    }

    private static let all: Set<String> = [
        "chua co", "chua co nguon", "chua ro", "chua ro nguon", "chua biet", "chua xac dinh", "chua xac minh",
        "chua kiem tra", "chua tim thay", "chua tim duoc", "chua thay", "chua cap nhat", "chua bo sung", "chua ghi",
        "dang cap nhat", "dang tim", "cap nhat sau", "bo sung sau", "se bo sung", "se cap nhat", "can bo sung",
        "khong", "khong co", "khong co nguon", "khong ro", "khong ro nguon", "khong biet", "khong xac dinh",
        "khong thay", "khong tim thay", "none", "no source", "unknown", "not known", "not found", "n a", "na", "nil",
        "null", "tbd", "tba", "todo", "to do", "x", "xx", "xxx",
    ]
}
