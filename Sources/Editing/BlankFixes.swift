/// Takes blanks off the ends of lines where they mean nothing: in front matter and YAML outside of block texts, and in
/// Markdown where they are neither a line break (two blanks) nor code.
enum BlankFixes {
    static func edits(in bytes: [UInt8], yaml: Range<Int>) -> [TextEdit] {
        let lines = LineTable(bytes)
        var edits: [TextEdit] = []
        var block: Int?
        var inFence = false
        for number in 0..<lines.count {
            let line = lines.range(number)
            let isYAML = yaml.contains(line.lowerBound)
            let text = bytes[line]
            let indent = text.prefix { $0 == 0x20 }.count
            let isEmpty = text.allSatisfy(isBlank)
            if isYAML {
                if let outer = block, isEmpty || indent > outer { continue }
                block = beginsBlock(text) ? indent : nil
            } else {
                let mark = text.drop { $0 == 0x20 }
                if mark.starts(with: Array("```".utf8)) || mark.starts(with: Array("~~~".utf8)) {
                    inFence.toggle()
                    continue
                }
                if inFence || indent >= 4 || text.first == 0x09 { continue }
            }
            var end = line.upperBound
            while end > line.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
            guard end < line.upperBound else { continue }
            // Two blanks at the end of a line with text break it, in Markdown.
            if !isYAML, !isEmpty, bytes[line.upperBound - 1] == 0x20, line.upperBound - end >= 2 { continue }
            edits.append(TextEdit(range: end..<line.upperBound, replacement: []))
        }
        return edits
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// `key: |`, `key: >-`, `- |2` and so on: what is set in below is taken as it stands.
    private static func beginsBlock(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line, as: UTF8.self)
        return text.firstMatch(of: /(^|[:\-] )[|>][+\-0-9]*[ \t]*(#.*)?$/) != nil
    }
}
