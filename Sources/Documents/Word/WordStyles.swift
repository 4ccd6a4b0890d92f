/// What paragraph and character styles of `word/styles.xml` say that matters for recognition.
struct WordStyles {
    struct Properties {
        var isBold: Bool?
        var isCapitals: Bool?
        var isHidden: Bool?
        var font: String?
        var alignment: Paragraph.Alignment?
        var list: String?
        var level: Int?
    }

    private struct Style {
        var base: String?
        var properties = Properties()
    }

    private var styles: [String: Style] = [:]
    private var standard: String?
    private var defaults = Properties()

    init() {}

    init(_ events: XMLEvents) throws(ReadingError) {
        _ = try events.next()
        try events.children { name throws(ReadingError) in
            switch name {
            case "style":
                let id = events.attribute("styleId") ?? ""
                if events.attribute("type") == "paragraph", events.attribute("default") == "1" { standard = id }
                var style = Style()
                try events.children { inner throws(ReadingError) in
                    switch inner {
                    case "basedOn":
                        style.base = events.attribute("val")
                        try events.skip()
                    case "pPr": try Self.readParagraph(events, into: &style.properties)
                    case "rPr": try Self.readRun(events, into: &style.properties)
                    default: try events.skip()
                    }
                }
                styles[id] = style
            case "docDefaults":
                try events.children { inner throws(ReadingError) in
                    guard inner == "rPrDefault" else { return try events.skip() }
                    try events.children { leaf throws(ReadingError) in
                        if leaf == "rPr" {
                            try Self.readRun(events, into: &defaults)
                        } else {
                            try events.skip()
                        }
                    }
                }
            default: try events.skip()
            }
        }
    }

    /// The properties that hold for a style, its own before those of the styles that it is based on.
    func properties(of style: String?) -> Properties {
        var result = Properties()
        var next = style ?? standard
        var steps = 0
        while let id = next, let style = styles[id], steps < 20 {
            let own = style.properties
            result.isBold = result.isBold ?? own.isBold
            result.isCapitals = result.isCapitals ?? own.isCapitals
            result.isHidden = result.isHidden ?? own.isHidden
            result.font = result.font ?? own.font
            result.alignment = result.alignment ?? own.alignment
            result.list = result.list ?? own.list
            result.level = result.level ?? own.level
            next = style.base
            steps += 1
        }
        result.font = result.font ?? defaults.font
        return result
    }

    /// Reads `w:rPr`.
    static func readRun(_ events: XMLEvents, into properties: inout Properties) throws(ReadingError) {
        try events.children { name throws(ReadingError) in
            switch name {
            case "b": properties.isBold = isOn(events)
            case "caps": properties.isCapitals = isOn(events)
            case "vanish": properties.isHidden = isOn(events)
            case "rFonts": properties.font = events.attribute("ascii") ?? events.attribute("hAnsi") ?? properties.font
            default: break
            }
            try events.skip()
        }
    }

    /// Reads the parts of `w:pPr` that styles and paragraphs share.
    static func readParagraph(_ events: XMLEvents, into properties: inout Properties) throws(ReadingError) {
        try events.children { name throws(ReadingError) in
            try readParagraphPart(name, events, into: &properties)
        }
    }

    static func readParagraphPart(
        _ name: String, _ events: XMLEvents, into properties: inout Properties
    ) throws(ReadingError) {
        switch name {
        case "jc":
            properties.alignment = alignment(events.attribute("val"))
            try events.skip()
        case "numPr":
            try events.children { inner throws(ReadingError) in
                let value = events.attribute("val")
                if inner == "numId" { properties.list = value }
                if inner == "ilvl" { properties.level = value.flatMap { Int($0) } }
                try events.skip()
            }
        default: try events.skip()
        }
    }

    private static func alignment(_ value: String?) -> Paragraph.Alignment {
        switch value {
        case "center": .center
        case "right", "end": .end
        case "both", "distribute": .justified
        default: .start
        }
    }

    private static func isOn(_ events: XMLEvents) -> Bool {
        guard let value = events.attribute("val") else { return true }
        return value != "0" && value != "false" && value != "off"
    }
}
