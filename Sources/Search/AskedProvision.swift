import VietnameseText

/// A provision that a query asks for: `khoản 2 điều 8 luật nhà ở`, `mục II.1 KL 100`, `đ112 BLLĐ`.
struct AskedProvision: Sendable, Equatable {
    /// Where it stands among the query's tokens.
    let tokens: Range<Int>
    /// Anchors from the largest unit that is named to the smallest.
    let anchors: [String]

    /// Units, larger ones first.
    private enum Unit: String, CaseIterable {
        case annex = "phu-luc"
        case part = "phan"
        case chapter = "chuong"
        case section = "muc"
        case article = "dieu"
        case clause = "khoan"
        case point = "diem"

        var name: String {
            switch self {
            case .annex: "phụ lục"
            case .part: "phần"
            case .chapter: "chương"
            case .section: "mục"
            case .article: "điều"
            case .clause: "khoản"
            case .point: "điểm"
            }
        }

        func accepts(_ label: String) -> Bool {
            switch self {
            case .annex, .section: label.wholeMatch(of: /[0-9]+|[ivx]+|[a-h]/) != nil
            case .part: label.wholeMatch(of: /[0-9]+|[ivx]+/) != nil
            case .chapter: label.wholeMatch(of: /([0-9]+|[ivx]+)[a-z]?/) != nil
            case .article, .clause: label.wholeMatch(of: /[0-9]+[a-z]?/) != nil
            case .point: label.wholeMatch(of: /[a-z]|dd|[0-9]+/) != nil
            }
        }
    }

    /// The first provision among the tokens.
    init?(in tokens: [QueryTerms.Token]) {
        for at in tokens.indices {
            var labels: [Unit: String] = [:]
            var end = at
            while end < tokens.count, !tokens[end].isTaken, let next = Self.unit(in: tokens, at: end),
                labels[next.unit] == nil
            {
                labels[next.unit] = next.label
                end = next.end
            }
            if labels.isEmpty { continue }
            self.tokens = at..<end
            anchors = Self.anchors(labels)
            return
        }
        return nil
    }

    private static func anchors(_ labels: [Unit: String]) -> [String] {
        let isArticle = labels[.article] != nil
        var anchors: [String] = []
        var path = ""
        for unit in Unit.allCases {
            guard let label = labels[unit] else { continue }
            if isArticle, unit == .part || unit == .chapter || unit == .section { continue }
            // Below a section of a Party document clauses and points bear no name.
            let isBelow = unit == .clause || unit == .point
            let name =
                isArticle || !isBelow
                ? unit.rawValue + "-" : path.isEmpty ? (unit == .clause ? "muc-" : "diem-") : ""
            path += (path.isEmpty ? "" : "-") + name + label
            anchors.append(path)
        }
        return anchors
    }

    private static func unit(
        in tokens: [QueryTerms.Token], at: Int
    ) -> (unit: Unit, label: String, end: Int)? {
        // đ112, k2.
        if let glued = tokens[at].exact.wholeMatch(of: /([đdk])([0-9]+[a-zđ]?)/) {
            return (glued.1 == "k" ? .clause : .article, Folding.fold(String(glued.2)), at + 1)
        }
        for unit in Unit.allCases {
            let length = tokens.says(unit.name, at: at)
            var end = at + length
            guard length > 0, end < tokens.count,
                tokens[end].gap.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0 == "." || $0 == ":" })
            else { continue }
            var label = tokens[end].exact == "đ" ? "dd" : tokens[end].folded
            guard unit.accepts(label) else { continue }
            end += 1
            // Mục II.1.2.
            while unit == .section, end < tokens.count, tokens[end].gap == ".",
                tokens[end].folded.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
            {
                label += "-" + tokens[end].folded
                end += 1
            }
            return (unit, label, end)
        }
        return nil
    }

    /// The anchor of the provision in a record, or of the unit round it; `isWhole` for the former.
    func anchor(among code: String) -> (anchor: String, isWhole: Bool) {
        let all = ProvisionCode.anchors(in: code)
        for wanted in anchors.reversed() {
            var ways = [wanted]
            if let annex = wanted.wholeMatch(of: /phu-luc-([0-9])/) { ways.append("phu-luc-0\(annex.1)") }
            let found =
                all.first { ways.contains($0) }
                ?? all.first { anchor in ways.contains { anchor.hasSuffix("-" + $0) } }
            if let found { return (found, wanted == anchors.last) }
        }
        return ("", false)
    }
}
