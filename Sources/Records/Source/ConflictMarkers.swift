import Diagnostics

/// Finds the lines that git leaves where two versions of a passage could not be merged.
enum ConflictMarkers {
    /// The first marker. `=======` alone is none: it underlines headings.
    static func diagnostic(in file: SourceFile) -> Diagnostic? {
        file.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                if isMarker(bytes, start) { return Diagnostic(.conflictMarker, at: file.span(at: start, length: 7)) }
                guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
                start = end + 1
            }
            return nil
        }
    }

    /// Seven of one sign at the start of a line, then a blank or the line's end.
    private static func isMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let sign = bytes[start]
        guard sign == UInt8(ascii: "<") || sign == UInt8(ascii: ">") || sign == UInt8(ascii: "|"),
            start + 7 <= bytes.count, bytes[start..<(start + 7)].allSatisfy({ $0 == sign })
        else { return false }
        let next = start + 7 < bytes.count ? bytes[start + 7] : UInt8(ascii: "\n")
        // Empty quotations in each other, and rows of empty cells, have no name after them.
        return next == 0x20 && sign != UInt8(ascii: "|") || next == UInt8(ascii: "\n") && sign == UInt8(ascii: "<")
            || next == 0x20 && sign == UInt8(ascii: "|") && !bytes[(start + 7)...].prefix(200).contains(sign)
    }
}
