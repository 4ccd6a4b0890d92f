// Tables: in a region of their own that scrolls and can be reached with the keyboard.

extension BodyWriter {
    mutating func openTable(_ node: borrowing MarkdownWalker) {
        tableCount += 1
        alignments = node.columnAlignments
        isBodyOpen = false
        html.write("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.writeEscaped(labels.table)
        html.append(UInt8(ascii: " "))
        html.write(tableCount)
        html.write("\">\n<table>\n")
    }

    mutating func closeTable() {
        if isBodyOpen { html.write("</tbody>\n") }
        html.write("</table>\n</div>\n")
    }

    mutating func openRow(_ node: borrowing MarkdownWalker) {
        isHeaderRow = node.isHeaderRow
        column = 0
        text.beginBlock()
        beginBlock(node)
        checkRow(node)
        if isHeaderRow {
            html.write("<thead>\n")
        } else if !isBodyOpen {
            html.write("<tbody>\n")
            isBodyOpen = true
        }
        html.write("<tr>")
    }

    mutating func closeRow() { html.write(isHeaderRow ? "</tr>\n</thead>\n" : "</tr>\n") }

    mutating func openCell(_ node: borrowing MarkdownWalker) {
        if column > 0 { text.separateCells() }
        // An empty heading says nothing to those who hear it: the corner of a table is a plain cell.
        isHeaderCell = isHeaderRow && node.hasChildren
        html.write(isHeaderCell ? "<th scope=\"col\"" : "<td")
        switch column < alignments.count ? alignments[column] : 0 {
        case UInt8(ascii: "l"): html.write(" class=\"align-left\"")
        case UInt8(ascii: "c"): html.write(" class=\"align-center\"")
        case UInt8(ascii: "r"): html.write(" class=\"align-right\"")
        default: break
        }
        html.write(">")
        column += 1
    }

    mutating func closeCell() { html.write(isHeaderCell ? "</th>" : "</td>") }
}
