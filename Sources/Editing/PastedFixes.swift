import OfficialText

/// Makes headings of the lines of a pasted document that read like headings.
enum PastedFixes {
    /// The whole file with its body rewritten; the same bytes when nothing changes.
    static func apply(to bytes: [UInt8], path: String, yaml: Range<Int>) -> [UInt8] {
        guard path.hasPrefix("directives/") || path.hasPrefix("guidance/"), yaml.upperBound <= bytes.count else {
            return bytes
        }
        let body = bytes[yaml.upperBound...]
        guard body.withUnsafeBufferPointer({ PastedText.mayBeIn($0) }),
            let text = PastedText(String(decoding: body, as: UTF8.self)).rewritten()
        else { return bytes }
        return bytes[..<yaml.upperBound] + Array(text.utf8)
    }
}
