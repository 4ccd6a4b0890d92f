/// Names for addresses and files: ASCII letters, digits and hyphens.
public enum Slug {
    /// `Kết luận 100` as `ket-luan-100`: folded, with one hyphen for every run of other characters. Letters without an
    /// ASCII counterpart are left out, so text without any Latin letter or digit gives the empty string.
    public static func make(_ text: String) -> String {
        var slug: [UInt8] = []
        var needsHyphen = false
        for byte in Folding.fold(text).utf8 {
            if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
                if needsHyphen, !slug.isEmpty { slug.append(0x2D) }
                needsHyphen = false
                slug.append(byte)
            } else {
                needsHyphen = true
            }
        }
        return String(decoding: slug, as: UTF8.self)
    }
}
