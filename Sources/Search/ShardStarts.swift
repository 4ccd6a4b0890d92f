/// The first terms of shards as the manifest lists them: thousands in a large collection, so they are written short.
///
/// Single syllables are parted by spaces. Pairs are grouped by their first syllable: groups parted by commas, in each the
/// first syllable and then the second ones, or what stands of them, each behind a space; nothing for a start that is the
/// first syllable alone. So `bao`, `bao c`, `bao hien`, `cai te` are `bao  c hien,cai te`.
enum ShardStarts {
    static func text(singles: [String]) -> String { singles.joined(separator: " ") }

    static func text(pairs: [String]) -> String {
        var text = ""
        var group: Substring?
        for start in pairs {
            let parts = start.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.first != group {
                if group != nil { text += "," }
                group = parts.first
                text += parts.first ?? ""
            }
            text += " " + (parts.count > 1 ? parts[1] : "")
        }
        return text
    }

    static func singles(_ text: String) -> [String] {
        text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }

    static func pairs(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).flatMap { group in
            let parts = group.split(separator: " ", omittingEmptySubsequences: false)
            return parts.dropFirst().map { $0.isEmpty ? String(parts[0]) : "\(parts[0]) \($0)" }
        }
    }
}
