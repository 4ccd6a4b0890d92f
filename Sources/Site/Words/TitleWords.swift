/// Titles where there is little room.
enum TitleWords {
    /// The title as far as so many scalars, cut between words.
    static func shortened(_ title: String, to length: Int) -> String {
        guard title.unicodeScalars.count > length else { return title }
        let cut = String(title.unicodeScalars.prefix(length))
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? cut) + "…"
    }
}
