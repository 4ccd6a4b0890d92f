import Encodings

/// The parts of a Word file that are the same in all, or tell which others there are.
enum WordParts {
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    static func contentTypes(hasNotes: Bool) -> [UInt8] {
        var xml = XMLText()
        xml.open("Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"])
        xml.element(
            "Default", ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
        xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
        xml.element(
            "Override",
            [
                "PartName": "/docProps/core.xml",
                "ContentType": "application/vnd.openxmlformats-package.core-properties+xml",
            ])
        for (part, type) in [
            ("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("header1", "header"),
        ]
            + (hasNotes ? [("footnotes", "footnotes")] : [])
        {
            xml.element("Override", ["PartName": "/word/\(part).xml", "ContentType": types + type + "+xml"])
        }
        xml.close("Types")
        return xml.bytes
    }

    static let relations = ZipWriter.Part(
        "_rels/.rels",
        relations([
            ("rId1", relationNamespace + "/officeDocument", "word/document.xml", false),
            (
                "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml", false
            ),
        ]))

    static func documentRelations(_ links: [String], hasNotes: Bool) -> [UInt8] {
        var all = [
            ("rIdStyles", relationNamespace + "/styles", "styles.xml", false),
            ("rIdSettings", relationNamespace + "/settings", "settings.xml", false),
            ("rIdHeader", relationNamespace + "/header", "header1.xml", false),
        ]
        if hasNotes { all.append(("rIdNotes", relationNamespace + "/footnotes", "footnotes.xml", false)) }
        for (index, link) in links.enumerated() {
            all.append(("rIdLink\(index + 1)", relationNamespace + "/hyperlink", link, true))
        }
        return relations(all)
    }

    private static func relations(_ all: [(id: String, type: String, target: String, isOutside: Bool)]) -> [UInt8] {
        var xml = XMLText()
        xml.open("Relationships", ["xmlns": packageRelations])
        for relation in all {
            xml.element(
                "Relationship",
                [
                    "Id": relation.id, "Type": relation.type, "Target": relation.target,
                    "TargetMode": relation.isOutside ? "External" : nil,
                ])
        }
        xml.close("Relationships")
        return xml.bytes
    }

    static let settings = ZipWriter.Part(
        "word/settings.xml",
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:settings xmlns:w="\(namespace)"><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting \
            w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
            """.utf8))

    /// The number of the page.
    static let header = ZipWriter.Part(
        "word/header1.xml",
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:hdr xmlns:w="\(namespace)"><w:p><w:pPr><w:pStyle w:val="Head"/><w:jc w:val="center"/></w:pPr>\
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>\
            </w:r></w:p></w:hdr>
            """.utf8))

    static let styles = ZipWriter.Part("word/styles.xml", WordStyleSheet.bytes)
}

/// The named styles: 14 points, lines 1.15 apart, the first line of a paragraph indented by 1.27 cm.
private enum WordStyleSheet {
    private struct Style {
        var id: String
        var name: String
        var paragraph = ""
        var run = ""
        var next = "Normal"
        var base: String? = "Normal"
    }

    private static let flat =
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"0\"/>"
    private static let bold = "<w:b/>"

    private static let all: [Style] = [
        Style(
            id: "Head", name: "Head", paragraph: flat + "<w:jc w:val=\"center\"/>", run: "<w:sz w:val=\"26\"/>",
            next: "Head"),
        Style(
            id: "Title", name: "Title",
            paragraph:
                "<w:spacing w:before=\"120\" w:after=\"120\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
            run: bold),
        Style(id: "Heading1", name: "heading 1", paragraph: heading(0), run: bold),
        Style(id: "Heading2", name: "heading 2", paragraph: heading(1), run: bold),
        Style(id: "Heading3", name: "heading 3", paragraph: heading(2), run: bold),
        Style(id: "Heading4", name: "heading 4", paragraph: heading(3), run: bold),
        Style(
            id: "Centered", name: "Centered",
            paragraph: "<w:keepNext/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
            run: bold),
        Style(id: "Quote", name: "Quote", paragraph: "<w:ind w:left=\"720\" w:firstLine=\"0\"/>"),
        Style(
            id: "Code", name: "Code", paragraph: flat + "<w:jc w:val=\"left\"/>",
            run: "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:sz w:val=\"22\"/>"),
        Style(
            id: "Cell", name: "Cell", paragraph: flat + "<w:jc w:val=\"left\"/>", run: "<w:sz w:val=\"24\"/>",
            next: "Cell"),
        Style(
            id: "FootnoteText", name: "footnote text", paragraph: flat, run: "<w:sz w:val=\"20\"/>",
            next: "FootnoteText"),
    ]

    private static func heading(_ level: Int) -> String {
        "<w:keepNext/><w:outlineLvl w:val=\"\(level)\"/>"
    }

    static var bytes: [UInt8] {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:styles xmlns:w=\"\(WordParts.namespace)\">"
        xml += "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
        xml += "w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
        xml += "<w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        xml += "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr>"
        xml +=
            "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"276\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/>"
        xml += "<w:jc w:val=\"both\"/></w:pPr></w:style>"
        for style in all {
            xml += "<w:style w:type=\"paragraph\" w:styleId=\"\(style.id)\"><w:name w:val=\"\(style.name)\"/>"
            if let base = style.base { xml += "<w:basedOn w:val=\"\(base)\"/>" }
            xml +=
                "<w:next w:val=\"\(style.next)\"/><w:pPr>\(style.paragraph)</w:pPr><w:rPr>\(style.run)</w:rPr></w:style>"
        }
        xml += "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>"
        xml += "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
        let border = " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map { "<w:\($0)" + border }.joined()
        xml += "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr>"
        xml += "<w:tblBorders>\(sides)</w:tblBorders></w:tblPr></w:style></w:styles>"
        return Array(xml.utf8)
    }
}
