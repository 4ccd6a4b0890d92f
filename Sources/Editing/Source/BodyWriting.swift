import VietnameseText

/// Writes a new text below front matter. Lines that the old text had keep their bytes: decomposed letters and line breaks.
struct BodyWriting {
    let source: RecordSource

    func replacing(by body: String) -> [UInt8] {
        let bytes = source.bytes
        let old = String(decoding: bytes[source.range.bodyStart...], as: UTF8.self)
        if old == body { return bytes }
        let before = TextLines(old)
        let after = TextLines(body)
        if before.text == after.text { return bytes }
        let lineEnd = String(decoding: source.range.lineEnd, as: UTF8.self)
        var written: [UInt8] = []
        var matches = LineMatching(before.lines, after.lines).pairs[...]
        for (index, line) in after.lines.enumerated() {
            let isLast = index == after.lines.count - 1
            if let match = matches.first, match.new == index {
                matches.removeFirst()
                written += before.lines[match.old].utf8
                if !isLast { written += (before.ends[match.old].isEmpty ? lineEnd : before.ends[match.old]).utf8 }
            } else {
                written += Normalization.nfc(line).utf8
                if !isLast { written += lineEnd.utf8 }
            }
        }
        var head = Array(bytes[..<source.range.bodyStart])
        let hasBlankLine = source.range.bodyStart > source.range.closingEnd
        let isClosedByBreak = head.last == 0x0A || head.last == 0x0D
        if !written.isEmpty, !isClosedByBreak { head += source.range.lineEnd }
        // One empty line after the front matter is no part of the text.
        if !hasBlankLine, old.isEmpty && !written.isEmpty || written.first == 0x0A || written.first == 0x0D {
            head += source.range.lineEnd
        }
        return head + written
    }
}
