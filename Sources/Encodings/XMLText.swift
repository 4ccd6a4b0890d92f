/// An XML text written element by element. The same calls give the same bytes.
///
/// ```swift
/// var xml = XMLText()
/// xml.element("num", ["eId": "art_5__num"]) { $0.text("Điều 5.") }
/// ```
public struct XMLText: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(reserving capacity: Int = 0, hasDeclaration: Bool = true) {
        bytes.reserveCapacity(capacity)
        if hasDeclaration { raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
    }

    /// An element with what is written in it; without anything in it, one empty tag. Attributes without a value are left out.
    public mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ write: (inout XMLText) -> Void = { _ in }
    ) {
        open(name, attributes)
        let inside = bytes.count
        write(&self)
        if bytes.count == inside {
            bytes[inside - 1] = UInt8(ascii: "/")
            raw(">")
        } else {
            close(name)
        }
    }

    public mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        raw("<")
        raw(name)
        for (key, value) in attributes {
            guard let value else { continue }
            raw(" ")
            raw(key)
            raw("=\"")
            text(value)
            raw("\"")
        }
        raw(">")
    }

    public mutating func close(_ name: StaticString) {
        raw("</")
        raw(name)
        raw(">")
    }

    /// Escaped, for content and for attributes; control characters that XML 1.0 forbids are left out.
    public mutating func text(_ text: String) { Escaping.append(text, to: &bytes) }

    public mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Bytes that are XML already.
    public mutating func append(_ xml: XMLText) { bytes += xml.bytes }
}
