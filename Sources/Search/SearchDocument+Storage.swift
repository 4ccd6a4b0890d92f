import Markup
import Records
import Storage

extension SearchDocument {
    /// Writes what a patch of the index needs of a record as it was: it reads facets and citers of all records as they are.
    public func write(to writer: inout ByteWriter) {
        for text in [
            id, fileName, url, kind.rawValue, typeName, number, date, status, bearing, title, summary, provisions,
        ] { writer.text(text) }
        writer.list(sections) {
            $0.text($1.anchor)
            $0.text($1.heading)
            $0.bytes($1.text)
        }
        writer.number(dateKey)
        for list in [typeKeys, issuerNames, aliases, topics] { writer.list(list) { $0.text($1) } }
    }

    public init(from reader: inout ByteReader) throws {
        let (id, fileName, url) = (try reader.text(), try reader.text(), try reader.text())
        guard let kind = Kind(rawValue: try reader.text()) else { throw DamagedBytes() }
        let (typeName, number, date) = (try reader.text(), try reader.text(), try reader.text())
        let (status, bearing) = (try reader.text(), try reader.text())
        let (title, summary) = (try reader.text(), try reader.text())
        let provisions = try reader.text()
        let sections = try reader.list {
            TextSection(anchor: try $0.text(), heading: try $0.text(), text: Array(try $0.bytes()))
        }
        let dateKey = try reader.number(Int.self)
        let typeKeys = try reader.list { try $0.text() }
        let (issuers, aliases) = (try reader.list { try $0.text() }, try reader.list { try $0.text() })
        self.init(
            id: id, fileName: fileName, url: url, kind: kind, typeName: typeName, typeKeys: typeKeys,
            issuerNames: issuers, number: number, aliases: aliases, date: date, dateKey: dateKey, status: status,
            bearing: bearing, title: title, summary: summary,
            topics: try reader.list { try $0.text() }, sections: sections)
        self.provisions = provisions
    }
}
