/// What a document promulgates, named between a provision and the document: “Điều 6 Quy chế làm việc ban hành kèm theo
/// Quyết định số …”. The provision is the attachment's, not the decision's.
public enum CitedAttachment {
    /// Names of types that are promulgated by another document, as anchors spell them.
    static let types = [
        ("quy chế", "quy-che"), ("quy định", "quy-dinh"), ("điều lệ", "dieu-le"), ("nội quy", "noi-quy"),
        ("quy trình", "quy-trinh"), ("chương trình", "chuong-trinh"), ("kế hoạch", "ke-hoach"), ("đề án", "de-an"),
        ("chiến lược", "chien-luoc"), ("quy tắc", "quy-tac"), ("hướng dẫn", "huong-dan"), ("danh mục", "danh-muc"),
        ("quy chuẩn", "quy-chuan"),
    ].map { (words: Array($0.0.utf8), slug: $0.1) }
    private static let ties = ["ban hành kèm theo ", "kèm theo ", "ban hành theo "].map { Array($0.utf8) }
    /// Bytes of the attachment's name, at most.
    private static let reach = 320

    /// As anchors spell it, the attachment that a type in lower case names; nil where it is no attachment's.
    public static func slug(ofType type: String) -> String? {
        types.first { $0.words.elementsEqual(type.utf8) }?.slug
    }

    /// The attachment whose name stands between two places.
    static func between(_ text: TextBytes, _ start: Int, _ end: Int) -> ProvisionReference.Step? {
        guard end - start <= reach, let tie = ties.first(where: { text.has($0, at: end - $0.count) }),
            let type = types.first(where: { text.hasWord($0.words, at: start) })
        else { return nil }
        for index in start..<end - tie.count {
            switch text[index] {
            // Another sentence, or another item of a list.
            case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"): return nil
            default: continue
            }
        }
        let name = text.string(start..<start + type.words.count)
        return ProvisionReference.Step(.attachment, slug: type.slug, label: name)
    }
}

extension CitedPart {
    /// The same provision of an attachment.
    func inside(_ attachment: ProvisionReference.Step) -> CitedPart {
        guard var inner = provision else { return self }
        inner.steps.insert(attachment, at: 0)
        if inner.isRange { inner.through.insert(attachment, at: 0) }
        return CitedPart(range: range, provision: inner, words: words.map { $0 + " " + attachment.label })
    }
}
