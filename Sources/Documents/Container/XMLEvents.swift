import CLibXML2

/// The events of an XML or HTML text, pulled one after another. A class, because it owns libxml2's reader.
final class XMLEvents {
    enum Event: Equatable {
        /// An element's local name.
        case start(String)
        case text(String)
        case end(String)
        case finished
    }

    private let reader: xmlTextReaderPtr
    /// libxml2 reads from here while the reader lives.
    private let copy: UnsafeMutableBufferPointer<CChar>
    private let document: htmlDocPtr?
    private var pendingEnd: String?
    private var remaining: Int

    /// Office files: no network, no entities of their own, no document type.
    init(xml bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        remaining = limits.elements
        copy = Self.copied(bytes)
        document = nil
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        guard let reader = xmlReaderForMemory(copy.baseAddress, Int32(copy.count), nil, nil, options) else {
            copy.deallocate()
            throw .damaged
        }
        self.reader = reader
    }

    /// HTML as browsers find it, through libxml2's forgiving parser.
    init(html bytes: [UInt8], encoding: String?, limits: ReadingLimits) throws(ReadingError) {
        remaining = limits.elements
        copy = Self.copied(bytes)
        let options = Int32(
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_RECOVER.rawValue)
        guard let document = htmlReadMemory(copy.baseAddress, Int32(copy.count), nil, encoding, options) else {
            copy.deallocate()
            throw .damaged
        }
        guard let reader = xmlReaderWalker(document) else {
            xmlFreeDoc(document)
            copy.deallocate()
            throw .damaged
        }
        self.document = document
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
        if let document { xmlFreeDoc(document) }
        copy.deallocate()
    }

    private static func copied(_ bytes: [UInt8]) -> UnsafeMutableBufferPointer<CChar> {
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count + 1)
        for (index, byte) in bytes.enumerated() { copy[index] = CChar(bitPattern: byte) }
        copy[bytes.count] = 0
        return UnsafeMutableBufferPointer(rebasing: copy[0..<bytes.count])
    }

    func next() throws(ReadingError) -> Event {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while true {
            let status = xmlTextReaderRead(reader)
            if status == 0 { return .finished }
            guard status == 1 else { throw .damaged }
            switch xmlReaderTypes(rawValue: UInt32(xmlTextReaderNodeType(reader))) {
            case XML_READER_TYPE_ELEMENT:
                remaining -= 1
                guard remaining > 0 else { throw .tooLarge }
                let name = localName
                if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
                return .start(name)
            case XML_READER_TYPE_END_ELEMENT: return .end(localName)
            case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
                XML_READER_TYPE_WHITESPACE:
                guard let value = xmlTextReaderConstValue(reader) else { continue }
                return .text(String(cString: value))
            case XML_READER_TYPE_DOCUMENT_TYPE where document == nil: throw .documentType
            default: continue
            }
        }
    }

    /// An attribute of the element whose start was just given, by its local name.
    func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        repeat {
            if localName == name { return xmlTextReaderConstValue(reader).map { String(cString: $0) } }
        } while xmlTextReaderMoveToNextAttribute(reader) == 1
        return nil
    }

    /// Passes over all that is in the element whose start was just given, and its end.
    func skip() throws(ReadingError) {
        var depth = 1
        while depth > 0 {
            switch try next() {
            case .start: depth += 1
            case .end: depth -= 1
            case .finished: return
            case .text: break
            }
        }
    }

    /// Calls a closure for each child element; the closure reads or skips it whole.
    func children(_ read: (String) throws(ReadingError) -> Void) throws(ReadingError) {
        while true {
            switch try next() {
            case .start(let name): try read(name)
            case .end, .finished: return
            case .text: break
            }
        }
    }

    private var localName: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }
}
