import VietnameseText

/// Where attached files stand in the site.
enum AttachmentPath {
    static func path(of file: String) -> String { "tep/\(Normalization.nfc(file))" }
}
