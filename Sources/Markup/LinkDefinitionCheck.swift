import Diagnostics

/// Finds definitions of links that nothing uses: the parser takes their lines out of the text.
enum LinkDefinitionCheck {
    static func check(_ body: UnsafeBufferPointer<UInt8>, lines: inout SourceLines) -> [Diagnostic] {
        let definitions = definitions(in: body, lines)
        guard !definitions.isEmpty else { return [] }
        var diagnostics: [Diagnostic] = []
        var defined: Set<String> = []
        for definition in definitions {
            let label = String(decoding: body[definition], as: UTF8.self)
            let isFirst = defined.insert(label.lowercased()).inserted
            if isFirst, isUsed(label, apartFrom: definition, in: body) { continue }
            guard diagnostics.count < BodyWriter.diagnosticLimit else { break }
            let place = (definition.lowerBound - 1)..<(definition.upperBound + 1)
            diagnostics.append(Diagnostic(.unusedLinkDefinition, at: lines.span(place), label))
        }
        return diagnostics
    }

    /// The labels of lines `[label]: address`, which begin a paragraph or follow another definition.
    private static func definitions(in body: UnsafeBufferPointer<UInt8>, _ lines: SourceLines) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var from = 0
        while let close = body.next(UInt8(ascii: "]"), from: from) {
            from = close + 1
            guard from < body.count, body[from] == UInt8(ascii: ":") else { continue }
            let line = startOfLine(close, in: body)
            var start = line
            while start < close, body[start] == 0x20 { start += 1 }
            guard start - line <= 3, body[start] == UInt8(ascii: "["), start + 1 < close,
                body[start + 1] != UInt8(ascii: "^"), !body[(start + 1)..<close].contains(UInt8(ascii: "[")),
                isAddress(after: close + 2, in: body), beginsParagraph(line, in: body, after: found.last)
            else { continue }
            found.append((start + 1)..<close)
        }
        return found.filter { !isInCode($0.lowerBound, in: body) }
    }

    /// Whether one word, maybe with a title in quotes, is all that follows on the line.
    private static func isAddress(after start: Int, in body: UnsafeBufferPointer<UInt8>) -> Bool {
        let line = body[min(start, body.count)...].prefix { $0 != 0x0A && $0 != 0x0D }
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        let word =
            text.first == UInt8(ascii: "<")
            ? text.prefix { $0 != UInt8(ascii: ">") }.count + 1
            : text.prefix { $0 > 0x20 }.count
        guard word > 0 else { return false }
        let rest = text.dropFirst(word).drop { $0 <= 0x20 }
        return rest.isEmpty || "\"'(".utf8.contains(rest[rest.startIndex])
    }

    private static func beginsParagraph(
        _ line: Int, in body: UnsafeBufferPointer<UInt8>, after last: Range<Int>?
    ) -> Bool {
        guard line > 0 else { return true }
        let before = startOfLine(line - 1, in: body)
        if let last, last.lowerBound >= before { return true }
        let text = body[before..<(line - 1)].drop { $0 <= 0x20 }
        return text.isEmpty || text.first == UInt8(ascii: "#")
    }

    private static func startOfLine(_ offset: Int, in body: UnsafeBufferPointer<UInt8>) -> Int {
        var start = offset
        while start > 0, body[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// Whether an odd number of fences stands before.
    private static func isInCode(_ offset: Int, in body: UnsafeBufferPointer<UInt8>) -> Bool {
        var isFenced = false
        for line in body[..<offset].split(separator: 0x0A) {
            let text = line.drop { $0 == 0x20 }
            if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) { isFenced.toggle() }
        }
        return isFenced
    }

    private static func isUsed(
        _ label: String, apartFrom definition: Range<Int>, in body: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let sought = label.lowercased()
        var from = 0
        while let open = body.next(UInt8(ascii: "["), from: from) {
            from = open + 1
            guard from != definition.lowerBound, let close = body.next(UInt8(ascii: "]"), from: from),
                close - from <= label.utf8.count + 8,
                String(decoding: body[from..<close], as: UTF8.self).lowercased() == sought
            else { continue }
            // Another definition of the same label is no use of it.
            if close + 1 < body.count, body[close + 1] == UInt8(ascii: ":"), startOfLine(open, in: body) == open {
                continue
            }
            return true
        }
        return false
    }
}
