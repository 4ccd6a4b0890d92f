/// Technical standards and regulations: `TCVN 6909:2001`, `QCVN 01:2019/BYT`, `TCVN ISO 9001:2015`.
struct StandardDesignation {
    var text: String
    /// Its tokens.
    var range: Range<Int>

    private static let series: Set<String> = ["tcvn", "qcvn", "tcxdvn", "tccs"]
    private static let adopted: Set<String> = ["iso", "iec"]

    static func find(in tokens: [NumberToken]) -> StandardDesignation? {
        for start in tokens.indices where series.contains(tokens[start].folded) {
            var text = tokens[start].folded.uppercased()
            var at = start + 1
            while at < tokens.count, adopted.contains(tokens[at].folded) {
                text += (tokens[at].gap == .slash ? "/" : " ") + tokens[at].folded.uppercased()
                at += 1
            }
            guard at < tokens.count, tokens[at].isDigits, tokens[at].folded.utf8.count <= 6 else { continue }
            text += " " + tokens[at].folded
            at += 1
            while at < tokens.count, tokens[at].isDigits, !tokens[at].isSpaced, tokens[at].folded.utf8.count <= 6,
                let sign = [NumberGap.hyphen: "-", .dot: ".", .colon: ":"][tokens[at].gap]
            {
                text += sign + tokens[at].folded
                at += 1
                if sign == ":" { break }
            }
            if at < tokens.count, tokens[at].gap == .slash, !tokens[at].isDigits, tokens[at].startsWithCapital {
                text += "/" + tokens[at].text
                at += 1
            }
            return StandardDesignation(text: text, range: start..<at)
        }
        return nil
    }
}
