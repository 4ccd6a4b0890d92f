// Paragraphs, headings, lists, quotations and code.

extension BodyWriter {
    /// Whether numbers and letters here are the document's own structure.
    private var isInStructure: Bool {
        quoteDepth == 0 && !footnotes.isInside
            && (lists.isEmpty || (lists.count == 1 && lists[0]))
    }

    // MARK: Paragraphs

    mutating func openParagraph(_ node: borrowing MarkdownWalker) {
        text.beginBlock()
        beginBlock(node)
        let hasElement = !node.isInTightList
        guard isInStructure else {
            if hasElement { html.write("<p>") }
            return
        }
        node.withLeadingText { start in
            paths.beginBlock(start)
            guard let mark = ProvisionMark.read(start), let (anchor, name) = claim(mark) else {
                if hasElement { html.write("<p>") }
                return
            }
            html.write(hasElement ? "<p id=\"" : "<span id=\"")
            html.write(anchor)
            html.write("\" class=\"provision ")
            html.write(name)
            html.write(hasElement ? "\">" : "\"></span>")
        }
    }

    mutating func closeParagraph(_ node: borrowing MarkdownWalker) {
        if !node.isInTightList { html.write("</p>\n") }
        guard isInStructure else { return }
        text.text.withUnsafeBufferPointer { bytes in
            paths.endBlock(UnsafeBufferPointer(rebasing: bytes[min(blockText, bytes.count)...]))
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
        if run.isEmpty { html.append(UInt8(ascii: "\n")) } else { run.append(UInt8(ascii: "\n")) }
    }

    private mutating func writeLineMark(_ node: borrowing MarkdownWalker) -> Bool {
        guard let mark = node.withFollowingText({ ProvisionMark.read($0) }) else { return false }
        // Wrapped prose may begin a line with an amount: only the next number is a number.
        if case .number(let parts) = mark, parts.count > 1 || Int(parts[0]) != lastNumber + 1 { return false }
        // What was said before the mark stands under the provision before it.
        finishRun()
        guard let (anchor, name) = claim(mark) else { return false }
        html.write("<br>\n<span id=\"")
        html.write(anchor)
        html.write("\" class=\"provision ")
        html.write(name)
        html.write("\"></span>")
        return true
    }

    /// Gives a mark its anchor; nil when it is none of the document's own.
    private mutating func claim(_ mark: ProvisionMark, printed: String? = nil) -> (anchor: String, name: String)? {
        guard let base = paths.base(of: mark) else { return nil }
        let anchor = anchors.claim(base.anchor)
        paths.enter(mark, anchor: anchor)
        if case .number(let parts) = mark { lastNumber = Int(parts[0]) ?? 0 }
        provisions.append(Provision(anchor: anchor, unit: base.name, label: printed ?? mark.label))
        return (anchor, base.name)
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
        let (anchor, name, short) = anchorHeading(title)
        outline.append(OutlineEntry(level: depth, title: title, anchor: anchor))
        text.openSection(anchor: anchor, heading: title)

        let tag = UInt8(ascii: "0") + UInt8(min(depth + 1, 6))
        var opening: [UInt8] = []
        opening.write("<h")
        opening.append(tag)
        opening.write(" id=\"")
        opening.write(anchor)
        if let name {
            opening.write("\" class=\"")
            opening.write(name)
        }
        opening.write("\">")
        html.insert(contentsOf: opening, at: blockHTML)
        html.write(" <a class=\"permalink\" href=\"#")
        html.write(anchor)
        html.write("\" aria-label=\"")
        html.writeEscaped(labels.permalink)
        html.append(UInt8(ascii: " "))
        html.writeEscaped(short)
        html.write("\">¶</a></h")
        html.append(tag)
        html.write(">\n")
    }

    /// The heading's anchor, its unit's name when it is one, and a short name for it.
    private mutating func anchorHeading(_ heading: String) -> (anchor: String, name: String?, short: String) {
        var title = heading
        lastNumber = 0
        if let unit = title.withUTF8({ HeadingUnit.read($0) }) {
            let base = paths.base(of: unit)
            let anchor = anchors.claim(base.anchor)
            paths.enter(unit, anchor: anchor)
            provisions.append(Provision(anchor: anchor, unit: base.name, label: unit.label))
            return (anchor, base.name, HeadingName.short(title))
        }
        paths.pause()
        return (anchors.claim(HeadingName.slug(title)), nil, title)
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
            if let (anchor, name) = claim(.number([String(label.number)]), printed: printedLabel) {
                html.write(" id=\"")
                html.write(anchor)
                html.write("\" class=\"provision ")
                html.write(name)
                html.write("\"")
            }
        }
        html.write(">")
    }

    mutating func openQuote() {
        quoteDepth += 1
        if quoteDepth <= Self.nestingLimit { html.write("<blockquote>\n") }
    }

    mutating func closeQuote() {
        if quoteDepth <= Self.nestingLimit { html.write("</blockquote>\n") }
        quoteDepth -= 1
    }

    // MARK: Code

    mutating func writeCodeBlock(_ node: borrowing MarkdownWalker) {
        text.beginBlock()
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
