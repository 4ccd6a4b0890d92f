import VietnameseText

/// What fields are called in Vietnamese, to tell which key was meant.
enum KeyGlosses {
    /// A name that several keys share stands for the first that is asked for.
    private static let words: [String: [String]] = [
        "tieu de": ["title"], "ten": ["title", "name"], "ten goi": ["title", "name"], "trich yeu": ["title"],
        "ten van ban": ["title"], "so": ["number"], "so hieu": ["number"], "so ky hieu": ["number"],
        "so va ky hieu": ["number"], "loai": ["type"], "loai van ban": ["type"], "the loai": ["type"],
        "co quan": ["issuer"], "co quan ban hanh": ["issuer"], "noi ban hanh": ["place", "issuer"],
        "dia danh": ["place"],
        "ngay ban hanh": ["issued"], "ban hanh": ["issued"], "ngay": ["date", "issued"], "hieu luc tu": ["effective"],
        "ngay hieu luc": ["effective"], "ngay co hieu luc": ["effective"], "co hieu luc tu": ["effective"],
        "ngay het hieu luc": ["expires"], "het hieu luc": ["expires"], "hieu luc": ["status", "effective"],
        "tinh trang": ["status", "state"], "tinh trang hieu luc": ["status"], "chu de": ["topics"],
        "tom tat": ["summary"],
        "nguoi ky": ["signer"], "nguon": ["sources", "source"], "quan he": ["relations"],
        "van ban lien quan": ["relations"],
        "tep": ["attachments", "file"], "tep dinh kem": ["attachments"], "tep kem theo": ["attachments"],
        "dinh kem": ["attachments"], "lich su": ["history"], "nhiem vu": ["obligations", "task"],
        "nguoi doc": ["audience"],
        "doi tuong": ["audience"], "doi tuong doc": ["audience"], "khoa": ["term"], "ghi chu": ["note"],
        "dia chi": ["url"], "duong dan": ["url"], "lien ket": ["url"], "ngay xem": ["seen"], "xem ngay": ["seen"],
        "ngay kiem tra": ["checked"], "kiem tra": ["checked"], "gia tri": ["value"], "cau hoi": ["question"],
        "ten khac": ["aliases"], "ma cu": ["former-ids"], "thu tu": ["order"], "chuc vu": ["position"],
        "ho ten": ["name"], "ho va ten": ["name"], "thoi han": ["due"], "han": ["due"], "dieu khoan": ["provisions"],
        "noi dung sua": ["change"], "ly do": ["reason"], "toan van": ["text"], "van ban": ["target"],
        "bang": ["tables"],
        "hinh thuc": ["form"], "so lieu": ["data"], "ma": ["id"], "ngon ngu": ["language"],
    ]

    /// The key whose Vietnamese name was typed, with diacritics or without.
    static func key(meant typed: String, among keys: [String]) -> String? {
        words[Slug.make(typed).split(separator: "-").joined(separator: " ")]?.first(where: keys.contains)
    }
}
