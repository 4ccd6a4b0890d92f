import OfficialText
import Records
import VietnameseText

/// The line that names the type of a document: “NGHỊ ĐỊNH”, “QUYẾT ĐỊNH của Bộ trưởng …”, “LUẬT HÓA CHẤT”.
struct TypeLine {
    /// The type's name as vocabularies write it: `Nghị định`.
    var name: String
    /// Id in the vocabulary, or the one that it would get.
    var id: String
    var isKnown: Bool
    /// What follows the name on the line.
    var rest: String

    private static let standard = [
        "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định",
        "Quyết định", "Thông tư liên tịch",
        "Thông tư", "Chỉ thị", "Quy định", "Quy chế", "Kết luận", "Thông tri", "Hướng dẫn", "Thông báo", "Báo cáo",
        "Kế hoạch", "Chương trình", "Đề án", "Dự án", "Phương án", "Tờ trình", "Biên bản", "Công điện", "Thông cáo",
        "Hợp đồng", "Giấy mời", "Điều lệ", "Cương lĩnh", "Chiến lược", "Tuyên bố", "Lời kêu gọi", "Quy hoạch",
        "Văn bản hợp nhất", "Công văn",
        "Bản ghi nhớ", "Bản thỏa thuận", "Giấy ủy quyền", "Giấy giới thiệu", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo",
        "Thư công", "Sắc lệnh", "Nội quy", "Quy trình",
    ]

    struct Reader {
        private let names: [(slug: String, name: String, id: String, isKnown: Bool)]

        init(_ vocabulary: Vocabulary) {
            var names = vocabulary.types.map { (Slug.make($0.name), $0.name, $0.id, true) }
            let known = Set(names.map(\.0))
            for name in TypeLine.standard where !known.contains(Slug.make(name)) {
                names.append((Slug.make(name), name, Slug.make(name), false))
            }
            self.names = names.map { (slug: $0.0, name: $0.1, id: $0.2, isKnown: $0.3) }.sorted {
                ($1.slug.utf8.count, $0.slug) < ($0.slug.utf8.count, $1.slug)
            }
        }

        func type(slug: String) -> (name: String, id: String, isKnown: Bool)? {
            names.first { $0.slug == slug }.map { ($0.name, $0.id, $0.isKnown) }
        }

        /// The type that a line names; nil when it names none, or only in a sentence.
        func read(_ line: SourceLine) -> TypeLine? {
            var text = line.text
            while let last = text.last, ":*. ".contains(last) { text.removeLast() }
            // “LUẬT[1]”: a mark of a typed note.
            if text.hasSuffix("]"), let open = text.lastIndex(of: "["), text[open...].count <= 5 {
                text = String(text[..<open]).trimmingBlanks()
            }
            let slug = Slug.make(text)
            for entry in names {
                guard slug == entry.slug || slug.hasPrefix(entry.slug + "-") else { continue }
                if slug == entry.slug {
                    return TypeLine(name: entry.name, id: entry.id, isKnown: entry.isKnown, rest: "")
                }
                let count = entry.name.split(separator: " ").count
                let words = text.split(separator: " ")
                guard words.count > count else { continue }
                let head = words.prefix(count).joined(separator: " ")
                let rest = words.dropFirst(count).joined(separator: " ")
                let isDisplayed = line.isBold || line.isCentred || line.isCapitals
                let isHeading = head.isAllCapitals || line.isCapitals || (isDisplayed && text.count < 300)
                guard isHeading, text.firstIsCapital else { return nil }
                return TypeLine(name: entry.name, id: entry.id, isKnown: entry.isKnown, rest: rest)
            }
            return nil
        }
    }
}
