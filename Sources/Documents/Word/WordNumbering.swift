/// The lists of `word/numbering.xml`: the labels that Word computes while it shows a document (ECMA-376, part 1, 17.9).
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        /// Restarts after a level with a lower index than this; nil as usual, after any.
        var restartAfter: Int?
        /// Whether the numbers of outer levels are shown as decimal ones.
        var isLegal = false
        var style: String?
        var font: String?
    }

    struct Instance {
        var list: String
        var startOverrides: [Int: Int] = [:]
        var levelOverrides: [Int: Level] = [:]
    }

    private var lists: [String: [Int: Level]] = [:]
    /// Lists that only name a style, and styles that name a list.
    private var styleLinks: [String: String] = [:]
    private var styleOwners: [String: String] = [:]
    private var instances: [String: Instance] = [:]

    /// Counters of each list by level. Instances of one list share them.
    private var counters: [String: [Int: Int]] = [:]
    private var started: Set<String> = []

    init() {}

    init(_ events: XMLEvents) throws(ReadingError) {
        _ = try events.next()
        try events.children { name throws(ReadingError) in
            switch name {
            case "abstractNum": try readList(events)
            case "num": try readInstance(events)
            default: try events.skip()
            }
        }
    }

    private mutating func readList(_ events: XMLEvents) throws(ReadingError) {
        let id = events.attribute("abstractNumId") ?? ""
        var levels: [Int: Level] = [:]
        var link: String?
        var owner: String?
        try events.children { name throws(ReadingError) in
            switch name {
            case "lvl":
                let index = Int(events.attribute("ilvl") ?? "") ?? 0
                levels[index] = try Self.readLevel(events)
            case "numStyleLink":
                link = events.attribute("val")
                try events.skip()
            case "styleLink":
                owner = events.attribute("val")
                try events.skip()
            default: try events.skip()
            }
        }
        lists[id] = levels
        styleLinks[id] = link
        if let owner { styleOwners[owner] = id }
    }

    private static func readLevel(_ events: XMLEvents) throws(ReadingError) -> Level {
        var level = Level()
        try events.children { name throws(ReadingError) in
            let value = events.attribute("val")
            switch name {
            case "start": level.start = value.flatMap { Int($0) } ?? 1
            case "numFmt": level.format = value ?? "decimal"
            case "lvlText": level.text = value ?? ""
            case "lvlRestart": level.restartAfter = value.flatMap { Int($0) }
            case "isLgl": level.isLegal = value != "0" && value != "false"
            case "pStyle": level.style = value
            case "rPr":
                try events.children { inner throws(ReadingError) in
                    if inner == "rFonts" { level.font = events.attribute("ascii") ?? events.attribute("hAnsi") }
                    try events.skip()
                }
                return
            default: break
            }
            try events.skip()
        }
        return level
    }

    private mutating func readInstance(_ events: XMLEvents) throws(ReadingError) {
        let id = events.attribute("numId") ?? ""
        var instance = Instance(list: "")
        try events.children { name throws(ReadingError) in
            switch name {
            case "abstractNumId":
                instance.list = events.attribute("val") ?? ""
                try events.skip()
            case "lvlOverride":
                let index = Int(events.attribute("ilvl") ?? "") ?? 0
                try events.children { inner throws(ReadingError) in
                    switch inner {
                    case "startOverride":
                        instance.startOverrides[index] = events.attribute("val").flatMap { Int($0) }
                        try events.skip()
                    case "lvl": instance.levelOverrides[index] = try Self.readLevel(events)
                    default: try events.skip()
                    }
                }
            default: try events.skip()
            }
        }
        instances[id] = instance
    }

    /// The level that a paragraph style is linked to in a list.
    func level(ofStyle style: String, in instance: String) -> Int? {
        guard let instance = instances[instance] else { return nil }
        return lists[resolved(instance.list)]?.first { $0.value.style == style }?.key
    }

    private func resolved(_ list: String) -> String {
        guard let link = styleLinks[list], let owner = styleOwners[link] else { return list }
        return owner
    }

    /// The label of the next paragraph of a list; nil when it shows none.
    mutating func next(instance id: String, level index: Int) -> String? {
        guard let instance = instances[id] else { return nil }
        let list = resolved(instance.list)
        var levels = lists[list] ?? [:]
        for (level, override) in instance.levelOverrides { levels[level] = override }
        guard let level = levels[index] else { return nil }
        var counts = counters[list] ?? [:]
        if let start = instance.startOverrides[index] ?? instance.levelOverrides[index]?.start,
            started.insert("\(id)/\(index)").inserted
        {
            counts[index] = start
        } else {
            counts[index] = counts[index].map { $0 &+ 1 } ?? level.start
        }
        for deeper in counts.keys where deeper > index {
            let restart = levels[deeper]?.restartAfter
            if restart == 0 { continue }
            if index < (restart ?? deeper) { counts[deeper] = nil }
        }
        for outer in 0..<max(0, index) where counts[outer] == nil { counts[outer] = levels[outer]?.start ?? 1 }
        counters[list] = counts
        if level.format == "bullet" { return SymbolFonts.bullet(level.text) }
        return label(level, levels, counts)
    }

    private func label(_ level: Level, _ levels: [Int: Level], _ counts: [Int: Int]) -> String? {
        var text = ""
        var isPlaceholder = false
        for character in level.text {
            if isPlaceholder {
                isPlaceholder = false
                if let digit = character.wholeNumberValue, (1...9).contains(digit) {
                    let format = level.isLegal ? "decimal" : levels[digit - 1]?.format ?? "decimal"
                    text += NumberFormat.format(counts[digit - 1] ?? levels[digit - 1]?.start ?? 1, format)
                    continue
                }
                text += "%"
            }
            if character == "%" { isPlaceholder = true } else { text.append(character) }
        }
        let trimmed = text.trimmingBlanks()
        return trimmed.isEmpty ? nil : trimmed
    }
}

/// Numbers as lists write them (ECMA-376, part 1, 17.18.59).
enum NumberFormat {
    static func format(_ number: Int, _ format: String) -> String {
        switch format {
        case "none": ""
        case "lowerLetter": letters(number)
        case "upperLetter": letters(number).uppercased()
        case "lowerRoman": roman(number).lowercased()
        case "upperRoman": roman(number)
        case "decimalZero": number < 10 && number >= 0 ? "0\(number)" : String(number)
        default: String(number)
        }
    }

    /// a to z, then aa, bb, …
    private static func letters(_ number: Int) -> String {
        guard number > 0, number <= 780 else { return String(number) }
        let letter = Character(UnicodeScalar(UInt8(97 + (number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard number > 0, number < 4000 else { return String(number) }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}

/// Bullets of Symbol, Wingdings and Courier, which are private or odd characters, as a text types them.
enum SymbolFonts {
    static func bullet(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return "-" }
        return first == "+" ? "+" : "-"
    }

    /// A character of a symbol font in running text; nil when no letter of Unicode is meant.
    static func character(code: UInt32, font: String) -> String? {
        let byte = code & 0xFF
        if font.lowercased().contains("symbol") {
            switch byte {
            case 0xB7: return "•"
            case 0xB3: return "≥"
            case 0xA3: return "≤"
            case 0xB1: return "±"
            case 0xB4: return "×"
            case 0xB0: return "°"
            case 0x2D, 0xBE: return "-"
            case 0xAE: return "→"
            case 0x61: return "α"
            case 0x62: return "β"
            case 0x6D: return "µ"
            default: break
            }
        }
        return code >= 0xF000 ? (byte >= 0x20 && byte < 0x7F ? nil : "•") : UnicodeScalar(code).map { String($0) }
    }
}
