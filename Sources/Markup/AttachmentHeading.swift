/// Headings of documents that a text promulgates: “QUY CHẾ” over “(Ban hành kèm theo Quyết định số …)”. What stands below
/// numbers anew, and is cited as the attachment's.
enum AttachmentHeading {
    private struct Name {
        var spellings: [[UInt8]]
        var slug: String
        var label: String

        init(_ label: String, _ slug: String) {
            self.label = label
            self.slug = slug
            spellings = [label, label.uppercased()].map { Array($0.utf8) }
        }
    }

    private static let names = [
        Name("Quy chế", "quy-che"), Name("Quy định", "quy-dinh"), Name("Điều lệ", "dieu-le"),
        Name("Nội quy", "noi-quy"), Name("Quy trình", "quy-trinh"), Name("Chương trình", "chuong-trinh"),
        Name("Kế hoạch", "ke-hoach"), Name("Đề án", "de-an"), Name("Chiến lược", "chien-luoc"),
        Name("Quy tắc", "quy-tac"), Name("Hướng dẫn", "huong-dan"), Name("Danh mục", "danh-muc"),
        Name("Quy chuẩn", "quy-chuan"),
    ]
    private static let ties = ["kèm theo", "KÈM THEO", "Kèm theo"].map { Array($0.utf8) }
    /// Bytes of a title or of the line below it that are looked at.
    private static let reach = 300

    /// The unit that a heading opens, by its title and the text that follows.
    static func read(_ title: UnsafeBufferPointer<UInt8>, followedBy next: UnsafeBufferPointer<UInt8>) -> HeadingUnit? {
        guard let name = names.first(where: { name in name.spellings.contains { begins(title, with: $0) } }) else {
            return nil
        }
        let isBelow = next.first == UInt8(ascii: "(") && hasTie(next)
        guard isBelow || hasTie(title) else { return nil }
        return HeadingUnit(rank: .annex, slug: name.slug, label: name.label, isAttachment: true)
    }

    private static func begins(_ text: UnsafeBufferPointer<UInt8>, with word: [UInt8]) -> Bool {
        guard text.count >= word.count, text.prefix(word.count).elementsEqual(word) else { return false }
        return text.count == word.count || text[word.count] == 0x20 || text[word.count] == UInt8(ascii: ":")
    }

    private static func hasTie(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let head = UnsafeBufferPointer(rebasing: text.prefix(reach))
        return ties.contains { tie in
            guard head.count >= tie.count else { return false }
            return (0...head.count - tie.count).contains { start in
                head[start] == tie[0] && head[start..<start + tie.count].elementsEqual(tie)
            }
        }
    }
}
