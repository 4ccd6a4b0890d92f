import Diagnostics

/// Finds footnotes whose text the parser leaves out: defined twice, or never called.
enum FootnoteCheck {
    static func mayHaveFootnotes(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 1
        while let caret = body.next(UInt8(ascii: "^"), from: index) {
            if body[caret - 1] == UInt8(ascii: "[") { return true }
            index = caret + 1
        }
        return false
    }

    static func check(_ body: UnsafeBufferPointer<UInt8>, lines: inout SourceLines) -> [Diagnostic] {
        var definitions: [String: Range<Int>] = [:]
        var order: [String] = []
        var called = Set<String>()
        var diagnostics: [Diagnostic] = []
        var isFenced = false
        for line in lines.starts {
            var end = line
            while end < body.count, body[end] != UInt8(ascii: "\n"), body[end] != UInt8(ascii: "\r") { end += 1 }
            var start = line
            while start < end, start - line < 3, body[start] == 0x20 { start += 1 }
            if isFence(body, start, end) { isFenced.toggle() }
            if !isFenced { scan(start, end) }
        }

        func scan(_ start: Int, _ end: Int) {
            var index = start
            while index + 2 < end {
                guard body[index] == UInt8(ascii: "["), body[index + 1] == UInt8(ascii: "^"),
                    let close = label(body, index + 2, end)
                else {
                    index += 1
                    continue
                }
                let name = String(decoding: body[(index + 2)..<close], as: UTF8.self)
                let key = name.lowercased()
                if index == start, close + 1 < end, body[close + 1] == UInt8(ascii: ":") {
                    if let first = definitions[key] {
                        guard diagnostics.count < BodyWriter.diagnosticLimit else { return }
                        let place = lines.span(first)
                        diagnostics.append(
                            Diagnostic(
                                .duplicateFootnote, at: lines.span(index..<close + 1), name,
                                String(place.line)))
                    } else {
                        definitions[key] = index..<close + 1
                        order.append(key)
                    }
                } else {
                    called.insert(key)
                }
                index = close + 1
            }
        }

        for key in order where !called.contains(key) && diagnostics.count < 2 * BodyWriter.diagnosticLimit {
            guard let range = definitions[key] else { continue }
            let name = String(decoding: body[(range.lowerBound + 2)..<(range.upperBound - 1)], as: UTF8.self)
            diagnostics.append(Diagnostic(.unusedFootnote, at: lines.span(range), name))
        }
        return diagnostics
    }

    /// The offset of the bracket that closes a label.
    private static func label(_ body: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end, index - start < 200, body[index] > 0x20, body[index] != UInt8(ascii: "[") {
            if body[index] == UInt8(ascii: "]") { return index > start ? index : nil }
            index += 1
        }
        return nil
    }

    private static func isFence(_ body: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end - start >= 3 else { return false }
        let mark = body[start]
        return (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")) && body[start + 1] == mark
            && body[start + 2] == mark
    }
}
