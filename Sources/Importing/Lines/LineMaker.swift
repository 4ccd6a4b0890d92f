import Documents
import OfficialText
import VietnameseText

/// Turns blocks into lines.
struct LineMaker {
    /// The number that each note of the document gets in the record.
    var noteNumbers: [Int: Int] = [:]
    /// Names of pictures in the record's attachments.
    var imageNames: [String: String] = [:]

    func items(_ blocks: [Block]) -> [SourceItem] {
        blocks.flatMap { block -> [SourceItem] in
            switch block {
            case .table(let table): [.table(table)]
            case .paragraph(let paragraph): lines(paragraph).map { .line($0) }
            }
        }
    }

    /// The lines of all paragraphs in a list of blocks, those of tables included.
    func lines(_ blocks: [Block]) -> [SourceLine] {
        blocks.flatMap { block -> [SourceLine] in
            switch block {
            case .paragraph(let paragraph): return lines(paragraph)
            case .table(let table):
                return table.rows.flatMap { $0.flatMap { lines($0.blocks) } }.map { line in
                    var line = line
                    line.isInTable = true
                    return line
                }
            }
        }
    }

    func lines(_ paragraph: Paragraph) -> [SourceLine] {
        var parts: [[Run]] = [[]]
        for run in paragraph.runs {
            if run.content == .lineBreak {
                parts.append([])
                continue
            }
            if case .text(let text) = run.content, text.contains("\n") {
                for (index, piece) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                    if index > 0 { parts.append([]) }
                    var run = run
                    run.content = .text(String(piece))
                    parts[parts.count - 1].append(run)
                }
                continue
            }
            parts[parts.count - 1].append(run)
        }
        var lines: [SourceLine] = []
        var isAfterBlank = false
        for (index, runs) in parts.enumerated() {
            var line = self.line(runs, label: index == 0 ? paragraph.label : nil)
            if line.isEmpty, line.markdown.isEmpty {
                isAfterBlank = true
                continue
            }
            line.alignment = paragraph.alignment
            line.continuesParagraph = !lines.isEmpty && !isAfterBlank
            isAfterBlank = false
            lines.append(line)
        }
        return lines
    }

    private func line(_ runs: [Run], label: String?) -> SourceLine {
        var printed = ""
        var markdown = ""
        var bold = 0
        var letters = 0
        var boldPrefix = 0
        var isPrefixBold = true
        if let label {
            let label = TextCleaning.clean(label)
            printed += label + " "
            markdown += MarkdownText.escaped(label) + " "
        }
        // Runs part words anywhere: letters are composed and cleaned over their borders.
        var pending = ""
        func flush() {
            guard !pending.isEmpty else { return }
            let cleaned = TextCleaning.clean(pending)
            printed += cleaned
            markdown += MarkdownText.escaped(cleaned)
            pending = ""
        }
        for run in runs {
            switch run.content {
            case .text(let text):
                let shown = run.isCapitals ? text.uppercased() : text
                pending += shown
                let count = shown.count { $0.isLetter }
                letters += count
                if run.isBold { bold += count }
                if isPrefixBold {
                    if run.isBold || count == 0 {
                        boldPrefix += shown.withSingleBlanks.count
                    } else {
                        isPrefixBold = false
                    }
                }
            case .tab:
                pending += "\t"
            case .lineBreak: pending += " "
            case .note(let index):
                flush()
                if let number = noteNumbers[index] { markdown += "[^\(number)]" }
            case .image(let name):
                flush()
                if let file = imageNames[name] { markdown += "![](../attachments/\(file))" }
            }
        }
        flush()
        let text = printed.withSingleBlanks
        return SourceLine(
            printed: printed, text: text, markdown: markdown.withSingleBlanks, slug: Slug.make(text),
            isBold: letters > 0 && bold * 10 >= letters * 8,
            boldPrefix: bold == 0 ? 0 : boldPrefix + (label.map { $0.count + 1 } ?? 0))
    }
}

/// Text made safe for Markdown: nothing in it is taken for markup.
enum MarkdownText {
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">": result += "\\"
            case "&":
                let next = scalars.index(after: index)
                if next < scalars.endIndex, scalars[next] == "#" || scalars[next].properties.isAlphabetic {
                    result += "\\"
                }
            default: break
            }
            result.unicodeScalars.append(scalar)
            index = scalars.index(after: index)
        }
        return result
    }

    /// A line that begins a block: what would make it a heading, a rule, a quotation or code is escaped.
    static func blockStart(_ markdown: String) -> String {
        guard let first = markdown.unicodeScalars.first else { return markdown }
        if first == "#" || first == "~" || first == "=" { return "\\" + markdown }
        if first == "|" { return markdown }
        if first == "-" || first == "+" {
            let rest = markdown.dropFirst()
            if rest.isEmpty || rest.unicodeScalars.allSatisfy({ $0 == first || $0 == " " }) { return "\\" + markdown }
        }
        // A year or an amount is no number of a list.
        let digits = markdown.prefix { $0.isASCII && $0.isNumber }
        if digits.count > 3, digits.endIndex < markdown.endIndex, ".)".contains(markdown[digits.endIndex]) {
            return digits + "\\" + markdown[digits.endIndex...]
        }
        return markdown
    }
}
