extension CodeBook {
    /// The book for the page's own number reader: compact, and the same bytes for the same book.
    ///
    /// `{"types":[["KL","Kết luận","Conclusion",1],…],"organs":[["TW",1],…]}`; the figure is 1 for the Party, 2 for the
    /// State, 3 for both or not certain; an empty English name stands for none.
    public var json: String {
        let types = types.map { type in
            "[\(quoted(type.abbreviation)),\(quoted(type.name)),\(quoted(type.nameEN ?? "")),\(type.systems.rawValue)]"
        }
        let organs = organs.map { "[\(quoted($0.abbreviation)),\($0.systems.rawValue)]" }
        return "{\"types\":[\(types.joined(separator: ","))],\"organs\":[\(organs.joined(separator: ","))]}"
    }

    /// A JSON string. `<` is escaped too, so that the book may stand inside a script.
    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "<": result += "\\u003c"
            case "\u{2028}": result += "\\u2028"
            case "\u{2029}": result += "\\u2029"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
