/// Escaping for HTML and XML, text and quoted attributes alike.
public enum Escaping {
    /// Appends `text` with `&`, `<`, `>`, `"` and `'` as character references; control characters, which XML 1.0
    /// forbids and no document means, are left out.
    public static func append(_ text: String, to page: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &page) }
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to page: inout [UInt8]) {
        var copied = 0
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte < 0x40, let replacement = reference(byte) else { continue }
            page.append(contentsOf: bytes[copied..<index])
            page.append(contentsOf: replacement.utf8Start, count: replacement.utf8CodeUnitCount)
            copied = index + 1
        }
        page.append(contentsOf: bytes[copied...])
    }

    @inline(__always)
    private static func reference(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20: ""
        default: nil
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(contentsOf start: UnsafePointer<UInt8>, count: Int) {
        append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }
}
