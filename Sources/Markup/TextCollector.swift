/// Gathers the text without markup, cut at headings, blocks parted by line feeds.
struct TextCollector {
    private(set) var sections: [TextSection] = []
    /// The text of the section being read; while a heading is read, of the heading.
    private(set) var text: [UInt8] = []
    private var anchor = ""
    private var heading = ""
    private var isAfterLabel = false

    /// Where the next byte will stand, to take a block's text later.
    var position: Int { text.count }

    mutating func beginBlock() {
        if isAfterLabel {
            isAfterLabel = false
        } else if let last = text.last, last != UInt8(ascii: "\n") {
            text.append(UInt8(ascii: "\n"))
        }
    }

    /// A list item's number, which stands on the line of the block that follows.
    mutating func label(_ digits: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) {
        beginBlock()
        text.append(contentsOf: digits)
        text.append(delimiter)
        text.append(UInt8(ascii: " "))
        isAfterLabel = true
    }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

    mutating func space() { text.append(UInt8(ascii: " ")) }

    mutating func separateCells() { text.write(" | ") }

    /// Ends the section before a heading; what is added next is the heading's.
    mutating func beginHeading() {
        finishSection()
        text.removeAll(keepingCapacity: true)
    }

    /// The heading's text; what is added next belongs to its section.
    mutating func takeHeading() -> String {
        defer { text.removeAll(keepingCapacity: true) }
        return String(decoding: text, as: UTF8.self)
    }

    mutating func openSection(anchor: String, heading: String) {
        self.anchor = anchor
        self.heading = heading
        isAfterLabel = false
    }

    mutating func finishSection() {
        while let last = text.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: " ") { text.removeLast() }
        guard !text.isEmpty || !anchor.isEmpty else { return }
        sections.append(TextSection(anchor: anchor, heading: heading, text: Array(text)))
        anchor = ""
        heading = ""
    }
}
