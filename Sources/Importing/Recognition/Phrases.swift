import OfficialText
import VietnameseText

/// The fixed phrases of official documents (Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW), compared as slugs.
enum Phrases {
    static func isMotto(_ slug: String) -> Bool {
        slug.hasPrefix("cong-hoa-xa-hoi-chu-nghia") || slug.hasPrefix("cong-hoa-xhcn")
            || slug == "dang-cong-san-viet-nam"
            || slug.hasPrefix("doc-lap-tu-do-hanh-phuc") || slug == "viet-nam-dan-chu-cong-hoa"
    }

    static func isNationalName(_ slug: String) -> Bool {
        slug.hasPrefix("cong-hoa-xa-hoi-chu-nghia") || slug.hasPrefix("cong-hoa-xhcn")
            || slug == "dang-cong-san-viet-nam"
            || slug == "viet-nam-dan-chu-cong-hoa"
    }

    /// Lines that state on what ground a document is issued.
    static func isBasis(_ slug: String) -> Bool {
        for start in [
            "can-cu-", "xet-", "theo-de-nghi-", "theo-", "thuc-hien-", "tren-co-so-", "thi-hanh-", "de-thuc-hien-",
        ]
        where slug.hasPrefix(start) { return true }
        return slug == "can-cu"
    }

    /// “QUYẾT ĐỊNH:”, “NGHỊ ĐỊNH :”, “QUYẾT NGHỊ:”, “CHỈ THỊ:”
    static func isEnactment(_ slug: String) -> Bool {
        ["quyet-dinh", "nghi-dinh", "quyet-nghi", "chi-thi", "thong-tu", "ban-hanh", "nghi-quyet", "thong-bao"]
            .contains(slug)
    }

    private static let organStarts = [
        "bo", "ban", "so", "uy-ban", "ubnd", "hdnd", "hoi-dong", "van-phong", "tong-cuc", "cuc", "vien", "truong",
        "dai-hoc", "hoc-vien", "chinh-phu", "quoc-hoi", "thu-tuong", "toa-an", "tinh-uy", "thanh-uy", "huyen-uy",
        "quan-uy", "thi-uy", "dang-uy", "dang-bo", "chi-bo", "doan", "cong-ty", "trung-tam", "phong", "chi-cuc",
        "lien-doan", "mat-tran", "uy-ban-mat-tran", "kiem-toan", "ngan-hang", "thanh-tra", "cong-an", "bch", "tap-doan",
        "tong-cong-ty", "chu-tich", "bo-truong", "tong", "hiep-hoi", "lien-hiep", "hoi", "benh-vien", "bao-hiem",
        "kho-bac", "vu", "trung-uong", "bo-chinh-tri", "ban-bi-thu", "thuong-truc", "thuong-vu", "to", "chanh-an",
        "giam-doc", "hieu-truong", "tong-thanh-tra", "tong-kiem-toan", "thong-doc", "bo-tu-lenh", "bo-chi-huy", "bql",
        "uy-ban-nhan-dan", "lien-bo", "quan-khu", "dang-uy-khoi", "tw-doan", "vptw",
    ]

    /// Whether a line may be the name of an organ.
    static func isOrgan(_ slug: String) -> Bool {
        organStarts.contains { slug == $0 || slug.hasPrefix($0 + "-") }
    }

    /// The names that go on in the next line of a letterhead: “ỦY BAN NHÂN DÂN” / “TỈNH LÀO CAI”.
    static func continuesOrgan(_ first: String, _ second: String) -> Bool {
        for place in ["tinh", "thanh-pho", "tp", "huyen", "quan", "xa", "phuong", "thi-xa", "thi-tran", "dac-khu"] {
            if second == place || second.hasPrefix(place + "-") {
                return ["uy-ban-nhan-dan", "hoi-dong-nhan-dan", "ubnd", "hdnd"].contains(first)
                    || first.hasSuffix("-va") || !isOrgan(second)
            }
        }
        if ["hoi-dong-tham-phan", "uy-ban-thuong-vu", "uy-ban-mttq", "ban-thuong-vu"].contains(first) { return true }
        if first.hasSuffix("-va") || first.hasSuffix("-nhan-dan-toi") || first.hasSuffix("-cua") { return true }
        return !isOrgan(second)
    }

    /// How a signature begins that is given for or on behalf of somebody.
    static func capacity(_ text: String) -> String? {
        let upper = text.trimmingBlanks().uppercased()
        for capacity in [
            "TM.", "TM ", "TM/", "T/M", "T.M", "KT.", "KT ", "KT/", "K/T", "K.T", "TL.", "TL ", "TL/", "T/L", "T.L",
            "TUQ.", "TUQ ", "TUQ/", "T/UQ", "T.UQ", "Q.", "THỪA LỆNH", "THAY MẶT",
        ]
        where upper.hasPrefix(capacity) { return capacity }
        return nil
    }

    static func isDistribution(_ slug: String) -> Bool {
        slug == "noi-nhan" || slug.hasPrefix("noi-nhan-") || slug == "noi-gui" || slug.hasPrefix("noi-gui-")
    }

    static func isSigned(_ slug: String) -> Bool {
        [
            "da-ky", "ky-ten-dong-dau", "da-ky-va-dong-dau", "ky-ten", "da-ki", "da-ky-ten", "da-ky-ten-va-dong-dau",
            "ky-ten-va-dong-dau", "chu-ky-cua-nguoi-co-tham-quyen-dau-chu-ky-so-cua-co-quan-to-chuc",
        ].contains(slug)
    }

    private static let positions = [
        "bo-truong", "thu-truong", "chu-tich", "pho-chu-tich", "giam-doc", "pho-giam-doc", "thu-tuong", "pho-thu-tuong",
        "cuc-truong", "pho-cuc-truong", "vu-truong", "pho-vu-truong", "chanh-van-phong", "pho-chanh-van-phong",
        "truong-ban", "pho-truong-ban", "bi-thu", "pho-bi-thu", "tong-bi-thu", "chanh-an", "pho-chanh-an",
        "vien-truong",
        "pho-vien-truong", "hieu-truong", "pho-hieu-truong", "tong-cuc-truong", "pho-tong-cuc-truong", "chu-nhiem",
        "pho-chu-nhiem", "tong-giam-doc", "pho-tong-giam-doc", "tong-thanh-tra", "pho-tong-thanh-tra", "tong-kiem-toan",
        "thong-doc", "pho-thong-doc", "thuong-truc", "truong-phong", "pho-truong-phong", "chanh-thanh-tra",
        "tong-thu-ky",
        "tu-lenh", "chinh-uy", "chu-toa", "thu-ky", "quyen", "uy-vien", "thanh-vien", "nguoi-lap", "ky-thay",
        "thua-lenh",
        "thay-mat", "thua-uy-quyen", "dai-dien",
    ]

    static func isPosition(_ slug: String) -> Bool { positions.contains { slug == $0 || slug.hasPrefix($0 + "-") } }

    /// “Ban hành kèm theo Quyết định số …”
    static func isCarriedBy(_ slug: String) -> Bool {
        let slug = slug.hasPrefix("duoc-") ? String(slug.dropFirst(5)) : slug
        return slug.hasPrefix("ban-hanh-kem-theo") || slug.hasPrefix("kem-theo") || slug.hasPrefix("ban-hanh-theo")
            || slug.hasPrefix("phe-duyet-kem-theo") || slug.hasPrefix("dinh-kem")
    }

    static func isAnnex(_ line: SourceLine) -> Bool {
        guard line.slug == "phu-luc" || line.slug.hasPrefix("phu-luc-") else { return false }
        guard line.text.hasPrefix("PHỤ LỤC") || line.text.hasPrefix("Phụ lục") || line.text.hasPrefix("Phụ Lục") else {
            return false
        }
        let isHeading = line.isCentred || line.isBold || line.isCapitals || line.alignment == .end
        return isHeading && line.text.count < 200 && !line.text.hasSuffix(";")
            || line.text.count <= 14
    }
}

/// Names of persons as signatures print them.
enum SignerName {
    private static let ranks = [
        "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá",
        "gs.ts.",
        "gs.ts", "pgs.ts.", "pgs.ts", "gs. ts.", "pgs. ts.", "pgs, ts.", "ts.", "ths.", "bs.", "ks.", "gs.", "ông",
        "bà", "đ/c", "đồng chí",
        "bscki.", "bsckii.", "pgs.", "cn.", "ts", "ths", "luật sư",
    ]

    private static let surnames: Set<String> = Set(
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý trương đinh lâm mai trịnh đào đoàn cao hà lưu lương thái tô tạ châu quách tống phùng vương chu quản triệu la kiều tăng nông lò vi hứa khổng giàng thào tòng cầm quàng hầu ma lù sùng vàng mùa thạch sơn kim danh văn từ ông âu bạch bành cù cung diệp doãn đàm đậu điền giáp hàn khúc khuất lại liễu lộ lục mạc mã nghiêm nhan ninh phí phó phương quan tào thân thi tiêu tôn trang trà tưởng ứng viên yên an âm bế biện cát công dư hạ hồng hùng khương khưu kha lã lăng lường mẫn mông nhâm nhữ niê y h điểu hvương quyền sầm tiết thiều trầm ung vi vừ xa a rơ siu ksor rcom ka bhling alăng"
            .split(separator: " ").map(String.init))

    /// The name alone, without rank or degree; nil when a line is none.
    static func read(_ line: String) -> String? {
        var text = line.withSingleBlanks
        while let last = text.last, ".,;".contains(last) { text.removeLast() }
        var removed = true
        while removed {
            removed = false
            let lower = text.lowercased()
            for rank in ranks where lower.hasPrefix(rank) {
                let rest = text.dropFirst(rank.count)
                guard rank.hasSuffix(".") || rest.first == " " || rest.first == "." else { continue }
                text = String(rest.drop { " .".contains($0) })
                removed = true
                break
            }
        }
        let words = text.split(separator: " ")
        guard (2...6).contains(words.count), text.count <= 40 else { return nil }
        for word in words {
            guard word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" }), String(word).firstIsCapital else {
                return nil
            }
        }
        let isCapitals = text.isAllCapitals
        guard surnames.contains(words[0].lowercased()) else { return nil }
        let slug = Slug.make(text)
        if Phrases.isPosition(slug) || Phrases.isMotto(slug) { return nil }
        guard isCapitals else {
            // Only the first letter of each word is a capital.
            return words.allSatisfy { !$0.dropFirst().contains { $0.isUppercase } || $0.contains("-") } ? text : nil
        }
        guard words.count <= 5, !Phrases.isOrgan(slug) else { return nil }
        return words.map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
    }
}
