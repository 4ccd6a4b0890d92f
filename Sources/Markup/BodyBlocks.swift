// Paragraphs, headings, lists, quotations and code.

extension BodyWriter {
    /// Whether numbers and letters here are the document's own structure.
    private var isInStructure: Bool {
        quoteDepth == 0 && !footnotes.isInside
            && (lists.isEmpty || (lists.count == 1 && lists[0]))
    }

    /// Whether a bullet here may be a point of the document, as converters write them: “- a) …”.
    private var mayBePoint: Bool {
        quoteDepth == 0 && !footnotes.isInside && lists.count <= 2 && lists.last == false
            && lists.dropLast().allSatisfy { $0 }
    }

    // MARK: Paragraphs

    mutating func openParagraph(_ node: borrowing MarkdownWalker) {
        text.beginBlock()
        beginBlock(node)
        let hasElement = !node.isInTightList
        let isStructure = isInStructure
        guard isStructure || mayBePoint else {
            node.withLeadingText { paths.beginBlock($0) }
            if hasElement { html.write("<p>") }
            return
        }
        node.withLeadingText { start in
            paths.beginBlock(start)
            guard let mark = ProvisionMark.read(start), isStructure || mark.isBulleted,
                let claimed = claim(mark)
            else {
                if hasElement { html.write("<p>") }
                return
            }
            html.write(hasElement ? "<p" : "<span")
            writeProvision(claimed)
            html.write(hasElement ? ">" : "></span>")
        }
    }

    /// The attributes of an element that is a provision.
    private mutating func writeProvision(_ claimed: Claimed) {
        html.write(" id=\"")
        html.write(claimed.anchor)
        html.write("\" class=\"provision ")
        html.write(claimed.name)
        html.write("\"")
        writeCitation(claimed)
    }

    /// How a provision is cited, where its anchor does not say it.
    private mutating func writeCitation(_ claimed: Claimed) {
        guard let words = claimed.words else { return }
        html.write(" data-cite=\"")
        html.writeEscaped(words)
        html.write("\"")
    }

    mutating func closeParagraph(_ node: borrowing MarkdownWalker) {
        if !node.isInTightList { html.write("</p>\n") }
        text.text.withUnsafeBufferPointer { bytes in
            let block = UnsafeBufferPointer(rebasing: bytes[min(blockText, bytes.count)...])
            paths.endBlock(block)
        }
    }

    mutating func beginBlock(_ node: borrowing MarkdownWalker) {
        blockHTML = html.count
        blockText = text.position
        blockLines = node.startLine..<max(node.startLine, node.endLine) + 1
        linkSearch.beginBlock()
    }

    /// Points and numbers that begin a line of a paragraph get a line of their own on the page, as printed.
    mutating func writeSoftBreak(_ node: borrowing MarkdownWalker) {
        text.space()
        guard imageDepth == 0 else {
            alternative.append(UInt8(ascii: " "))
            return
        }
        if isInStructure, inlineDepth == 0, openLinks.isEmpty, writeLineMark(node) { return }
        if isRunWaiting { run.append(UInt8(ascii: "\n")) } else { html.append(UInt8(ascii: "\n")) }
    }

    private mutating func writeLineMark(_ node: borrowing MarkdownWalker) -> Bool {
        guard let mark = node.withFollowingText({ ProvisionMark.read($0) }) else { return false }
        // Wrapped prose may begin a line with an amount: only the next number is a number.
        if case .number(let parts) = mark, parts.count > 1 || Int(parts[0]) != lastNumber + 1 { return false }
        // What was said before the mark stands under the provision before it.
        finishRun()
        guard let claimed = claim(mark) else { return false }
        html.write("<br>\n<span")
        writeProvision(claimed)
        html.write("></span>")
        return true
    }

    /// An anchor given, with what its element says.
    private struct Claimed {
        var anchor: String
        var name: String
        /// How it is cited, where that is not read off the anchor; empty when it cannot be cited.
        var words: String?

        init(_ base: ProvisionPaths.Base, anchor: String) {
            self.anchor = anchor
            name = base.name
            if anchor != base.anchor { words = "" } else if !base.isPlain { words = base.words }
        }
    }

    /// Gives a mark its anchor; nil when it is none of the document's own.
    private mutating func claim(_ mark: ProvisionMark, printed: String? = nil) -> Claimed? {
        guard let base = paths.base(of: mark) else { return nil }
        let anchor = anchors.claim(base.anchor, joint: "--")
        paths.enter(mark, base, anchor: anchor)
        if case .number(let parts) = mark { lastNumber = Int(parts[0]) ?? 0 }
        provisions.append(
            Provision(anchor: anchor, unit: base.name, label: printed ?? mark.label, outer: base.outer))
        return Claimed(base, anchor: anchor)
    }

    // MARK: Headings

    private var isTopLevel: Bool { quoteDepth == 0 && lists.isEmpty && !footnotes.isInside }

    mutating func openHeading(_ node: borrowing MarkdownWalker) {
        if isTopLevel { text.beginHeading() } else { text.beginBlock() }
        beginBlock(node)
        // A heading inside a quotation or list is no part of this document's outline.
        if !isTopLevel { html.write("<p class=\"quoted-heading\">") }
    }

    mutating func closeHeading(_ node: borrowing MarkdownWalker) {
        guard isTopLevel else {
            html.write("</p>\n")
            return
        }
        let title = text.takeHeading()
        let depth = levels.depth(ofWritten: node.headingLevel)
        let (claimed, short) = node.withFollowingParagraph { anchorHeading(title, followedBy: $0) }
        let anchor = claimed.anchor
        outline.append(OutlineEntry(level: depth, title: title, anchor: anchor))
        text.openSection(anchor: anchor, heading: title)

        let tag = UInt8(ascii: "0") + UInt8(min(depth + 1, 6))
        var opening: [UInt8] = []
        opening.write("<h")
        opening.append(tag)
        opening.write(" id=\"")
        opening.write(anchor)
        if !claimed.name.isEmpty {
            opening.write("\" class=\"")
            opening.write(claimed.name)
        }
        opening.write("\"")
        if let words = claimed.words {
            opening.write(" data-cite=\"")
            opening.writeEscaped(words)
            opening.write("\"")
        }
        opening.write(">")
        html.insert(contentsOf: opening, at: blockHTML)
        // What was noted in the heading now stands behind its tag, and under its own anchor.
        for index in noted.indices.reversed() {
            guard noted[index].html.lowerBound >= blockHTML else { break }
            let range = noted[index].html
            noted[index].html = range.lowerBound + opening.count..<range.upperBound + opening.count
            noted[index].anchor = anchor
        }
        // The link stands after the heading, so that a screen reader reads the heading's words alone.
        html.write("</h")
        html.append(tag)
        html.write(">")
        html.write(Permalink.opening)
        html.write(anchor)
        html.write("\" aria-label=\"")
        html.writeEscaped(labels.permalink)
        html.append(UInt8(ascii: " "))
        html.writeEscaped(short)
        html.write("\">¶")
        html.write(Permalink.closing)
        html.write("\n")
    }

    /// The heading's anchor and unit, and a short name for it.
    private mutating func anchorHeading(
        _ heading: String, followedBy next: UnsafeBufferPointer<UInt8>
    ) -> (claimed: Claimed, short: String) {
        var title = heading
        lastNumber = 0
        if let unit = title.withUTF8({ HeadingUnit.read($0) ?? AttachmentHeading.read($0, followedBy: next) }) {
            let base = paths.base(of: unit)
            let anchor = anchors.claim(base.anchor)
            paths.enter(unit, base, anchor: anchor)
            provisions.append(Provision(anchor: anchor, unit: base.name, label: unit.label, outer: base.outer))
            return (Claimed(base, anchor: anchor), HeadingName.short(title))
        }
        paths.pause()
        let base = ProvisionPaths.Base(
            anchor: anchors.claim(HeadingName.slug(title)), name: "", words: "", isPlain: true)
        return (Claimed(base, anchor: base.anchor), title)
    }

    // MARK: Lists and quotations

    mutating func openList(_ node: borrowing MarkdownWalker) {
        let start = node.orderedListStart
        lists.append(start != nil)
        guard lists.count <= Self.nestingLimit else {
            listLabels.open(start: start)
            return
        }
        guard start != nil, let printed = printedNumber(node) else {
            listLabels.open(start: start)
            html.write(start == nil ? "<ul>\n" : "<ol>\n")
            return
        }
        listLabels.open(start: printed.number)
        html.write("<ol")
        if printed.number != 1 {
            html.write(" start=\"")
            html.write(printed.number)
            html.write("\"")
        }
        if printed.delimiter == UInt8(ascii: ")") {
            html.write(" class=\"parenthesis\"")
        } else if printed.digits.count > 1, source[printed.digits.lowerBound] == UInt8(ascii: "0") {
            html.write(" class=\"leading-zero\"")
        }
        html.write(">\n")
    }

    mutating func closeList() {
        let isNumbered = lists.removeLast()
        listLabels.close()
        if lists.count < Self.nestingLimit { html.write(isNumbered ? "</ol>\n" : "</ul>\n") }
    }

    private mutating func printedNumber(
        _ node: borrowing MarkdownWalker
    ) -> (number: Int, digits: Range<Int>, delimiter: UInt8)? {
        guard node.startLine > 0, node.startColumn > 0 else { return nil }
        let offset = lines.offset(ofLine: node.startLine) + node.startColumn - 1
        return ListLabels.read(source, at: offset)
    }

    mutating func openItem(_ node: borrowing MarkdownWalker) {
        let isNumbered = lists.last ?? false
        let printed = isNumbered ? printedNumber(node) : nil
        let label = listLabels.item(printed: printed?.number)
        if let printed {
            text.label(UnsafeBufferPointer(rebasing: source[printed.digits]), printed.delimiter)
        } else {
            text.beginBlock()
        }
        guard lists.count <= Self.nestingLimit else { return }
        html.write("<li")
        if let label, !label.isExpected {
            html.write(" value=\"")
            html.write(label.number)
            html.write("\"")
        }
        if let isDone = node.isTaskDone {
            html.write(" class=\"task\"><input type=\"checkbox\" disabled")
            if isDone { html.write(" checked") }
            html.write(" aria-label=\"")
            html.writeEscaped(isDone ? labels.taskDone : labels.taskOpen)
            html.write("\"> ")
            return
        }
        if let label, isInStructure {
            let printedLabel = printed.map { String(decoding: source[$0.digits], as: UTF8.self) }
            if let claimed = claim(.number([String(label.number)]), printed: printedLabel) { writeProvision(claimed) }
        }
        html.write(">")
    }

    mutating func openQuote() {
        if quoteDepth == 0 { quotationBeforeQuote = paths.quotation }
        quoteDepth += 1
        if quoteDepth <= Self.nestingLimit { html.write("<blockquote>\n") }
    }

    mutating func closeQuote() {
        if quoteDepth <= Self.nestingLimit { html.write("</blockquote>\n") }
        quoteDepth -= 1
        // Wording that a block quote begins ends with it, though nobody typed the closing mark.
        if quoteDepth == 0, !quotationBeforeQuote.isOpen { paths.quotation = quotationBeforeQuote }
    }

    // MARK: Code

    mutating func writeCodeBlock(_ node: borrowing MarkdownWalker) {
        text.beginBlock()
        checkFence(node)
        html.write("<pre tabindex=\"0\"><code")
        if let language = node.fenceInfo.split(separator: " ").first {
            html.write(" class=\"language-")
            html.writeEscaped(String(language))
            html.write("\"")
        }
        html.write(">")
        node.withLiteral {
            html.writeEscaped($0)
            text.add($0)
        }
        html.write("</code></pre>\n")
    }
}
