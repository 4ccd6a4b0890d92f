/// The link to a heading's own address, which stands right after the heading.
public enum Permalink {
    /// Up to the anchor.
    public static let opening = "<a class=\"permalink\" href=\"#"
    public static let closing = "</a>"
}
