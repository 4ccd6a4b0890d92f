import Diagnostics

/// The words that the renderer itself puts into a page.
public struct RendererLabels: Sendable {
    /// Says what the ¶ beside a heading is; the heading's name follows.
    public var permalink: String
    /// Heading of the footnotes, and with its number the name of one.
    public var footnotes: String
    /// Leads from a footnote back to where it is called.
    public var backToText: String
    /// Name of a table, before its number.
    public var table: String
    public var taskDone: String
    public var taskOpen: String

    public init(
        permalink: String, footnotes: String, backToText: String, table: String, taskDone: String, taskOpen: String
    ) {
        self.permalink = permalink
        self.footnotes = footnotes
        self.backToText = backToText
        self.table = table
        self.taskDone = taskDone
        self.taskOpen = taskOpen
    }

    public init(_ language: Language = .vietnamese) {
        switch language {
        case .vietnamese:
            self.init(
                permalink: "Liên kết tới", footnotes: "Chú thích", backToText: "Quay lại nội dung", table: "Bảng",
                taskDone: "Đã xong", taskOpen: "Chưa xong")
        case .english:
            self.init(
                permalink: "Link to", footnotes: "Footnote", backToText: "Back to the text", table: "Table",
                taskDone: "Done", taskOpen: "Not done")
        }
    }
}
