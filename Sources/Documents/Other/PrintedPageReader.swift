/// The text layer of a PDF through poppler's `pdftotext`, with its printed lines joined into paragraphs.
enum PrintedPageReader {
    static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> ImportedDocument {
        let output = try ExternalProgram.run(
            "pdftotext", on: bytes, inputName: "input.pdf", outputName: "output.txt", seconds: 30
        ) { folder in ["-layout", "-enc", "UTF-8", "\(folder)/input.pdf", "\(folder)/output.txt"] }
        guard output.count <= limits.uncompressedBytes else { throw .tooLarge }
        let text = String(decoding: output, as: UTF8.self)
        let pages = text.split(separator: "\u{C}", omittingEmptySubsequences: true)
        let words = text.split { !$0.isLetter }.count
        // Signatures and stamps of a scan make a few words a page.
        guard words >= 60, words >= 25 * pages.count else { throw .scanned }
        var lines: [String] = []
        for page in pages {
            var ofPage = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            dropPageNumber(&ofPage)
            lines += ofPage
        }
        return PlainTextReader.document(lines: joined(lines))
    }

    private static func dropPageNumber(_ lines: inout [String]) {
        while let last = lines.last, last.trimmingBlanks().isEmpty { lines.removeLast() }
        if let first = lines.firstIndex(where: { !$0.trimmingBlanks().isEmpty }), isPageNumber(lines[first]) {
            lines.remove(at: first)
        }
        if let last = lines.last, isPageNumber(last) { lines.removeLast() }
    }

    private static func isPageNumber(_ line: String) -> Bool {
        let text = line.trimmingBlanks()
        return !text.isEmpty && text.count <= 4 && text.allSatisfy(\.isNumber)
    }

    /// Lines that go on to the right margin continue in the next one, unless that begins with a label or stands in columns.
    static func joined(_ lines: [String]) -> [String] {
        let widths = lines.map { $0.trimmingBlanks().isEmpty ? 0 : $0.count }
        let width = widths.sorted().dropLast(widths.count / 20).last ?? 0
        var result: [String] = []
        var continues = false
        for line in lines {
            let text = line.trimmingBlanks()
            if text.isEmpty {
                // A page ends in the middle of a sentence without ending a paragraph.
                if !continues { result.append("") }
                continue
            }
            let isColumns = text.contains("    ")
            let indent = line.prefix { $0 == " " }.count
            if continues, !isColumns, indent < 30, !ListMark.begins(text), let last = result.last, !last.isEmpty {
                result[result.count - 1] = last + " " + text
            } else {
                result.append(line)
            }
            let ends = text.last.map { ".;:!?".contains($0) } ?? false
            continues = !isColumns && line.count >= width - 14 && !(ends && line.count < width - 4)
        }
        return result
    }
}

/// Whether a line begins with the label of an official document's unit, so that it begins a paragraph.
enum ListMark {
    static func begins(_ text: String) -> Bool {
        let lower = text.lowercased()
        for word in ["điều ", "chương ", "mục ", "phần ", "phụ lục", "căn cứ", "- ", "+ ", "nơi nhận"]
        where lower.hasPrefix(word) {
            return true
        }
        let label = text.prefix { $0.isLetter || $0.isNumber || $0 == "." }
        guard label.count < text.count, !label.isEmpty, label.count <= 6 else { return false }
        let next = text[label.endIndex]
        if next == ")" { return label.count <= 3 }
        return label.hasSuffix(".")
            && (label.first?.isNumber ?? false || label.dropLast().allSatisfy { "IVX".contains($0) })
    }
}
