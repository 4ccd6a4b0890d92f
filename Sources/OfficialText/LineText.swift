extension String {
    /// Whether it has letters and none of them is small.
    public var isAllCapitals: Bool {
        var hasLetter = false
        for scalar in unicodeScalars where scalar.properties.isAlphabetic {
            if scalar.properties.isLowercase { return false }
            hasLetter = true
        }
        return hasLetter
    }

    public var firstIsCapital: Bool { unicodeScalars.first?.properties.isUppercase ?? false }

    /// Single blanks, none at the ends.
    public var withSingleBlanks: String {
        split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }

}
