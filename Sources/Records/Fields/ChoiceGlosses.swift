import VietnameseText

/// What the fixed values of fields mean in Vietnamese: for messages, and to tell which one was meant.
public enum ChoiceGlosses {
    /// Some values mean one thing in several fields.
    private static let words: [String: String] = [
        "in-force": "còn hiệu lực", "not-yet": "chưa có hiệu lực", "partly-expired": "hết hiệu lực một phần",
        "expired": "hết hiệu lực", "suspended": "ngưng hiệu lực", "unverified": "chưa xác minh",
        "directive": "văn bản chỉ đạo", "guidance": "hướng dẫn", "finding": "kết quả", "page": "trang",
        "open": "chưa xong", "done": "đã xong", "lapsed": "không còn phải làm",
        "survey": "điều tra", "monitoring": "nắm bắt", "review": "tổng kết",
        "probability": "xác suất", "quota": "hạn ngạch", "purposive": "có chủ đích",
        "self-selected": "tự nguyện", "census": "toàn bộ", "unknown": "không rõ",
        "one": "chọn một", "several": "chọn nhiều ý", "scale": "thang có thứ tự",
        "based-on": "căn cứ", "implements": "thi hành", "guides": "hướng dẫn", "details": "quy định chi tiết",
        "promulgates": "ban hành kèm theo", "replaces": "thay thế", "repeals": "bãi bỏ", "amends": "sửa đổi, bổ sung",
        "corrects": "đính chính", "consolidates": "hợp nhất", "suspends": "đình chỉ", "reviews": "tổng kết",
        "informs": "cung cấp thông tin cho", "party": "Đảng", "state": "Nhà nước",
        "full": "toàn văn", "excerpt": "trích nguyên văn", "summary": "tóm tắt",
        "da-so": "đa số", "nhieu-y-kien": "nhiều ý kiến", "mot-so-y-kien": "một số ý kiến", "tan-thanh": "tán thành",
        "ban-khoan": "băn khoăn", "phan-doi": "phản đối", "chua-ro": "chưa rõ", "true": "có", "false": "không",
    ]

    /// Other ways to say it.
    private static let otherWords: [String: String] = [
        "dang co hieu luc": "in-force", "con hieu luc thi hanh": "in-force", "het hieu luc toan bo": "expired",
        "da het hieu luc": "expired", "chua co hieu luc": "not-yet", "het mot phan": "partly-expired",
        "tam dinh chi": "suspended", "dinh chi": "suspended", "chua ro": "unverified", "khong ro": "unverified",
        "chua kiem tra": "unverified", "sua doi": "amends", "bo sung": "amends", "so ket": "review",
        "dang lam": "open", "chua lam": "open", "hoan thanh": "done", "da hoan thanh": "done",
    ]

    /// The audience whose name, or usual Vietnamese name, was typed.
    static func audience(meant text: String, among audiences: [Audience]) -> String? {
        let sought = folded(text)
        if let named = audiences.first(where: { folded($0.name) == sought }) { return named.id }
        let usual = ["cong khai": "public", "moi nguoi": "public", "noi bo": "internal"][sought]
        return audiences.first { $0.id == usual }?.id
    }

    /// What a value is called; nil for one that no field has.
    public static func word(_ value: String) -> String? { words[value] }

    /// `in-force (còn hiệu lực), expired (hết hiệu lực)`.
    static func list(_ values: [String]) -> String {
        values.map { value in words[value].map { "\(value) (\($0))" } ?? value }.joined(separator: ", ")
    }

    /// The value whose Vietnamese words were typed, with diacritics or without.
    static func value(meant text: String, among values: [String]) -> String? {
        let sought = folded(text)
        if let other = otherWords[sought], values.contains(other) { return other }
        return values.first { words[$0].map(folded) == sought }
    }

    private static func folded(_ text: String) -> String {
        Slug.make(text).split(separator: "-").joined(separator: " ")
    }
}
