import Foundation

/// Edits of front matter as editors make them, by a seed: most can be published without building everything.
struct RecordEdits {
    private let content: URL
    private var random: SplitMix
    private var made = 0

    init(content: URL, seed: UInt64) {
        self.content = content
        random = SplitMix(state: seed)
    }

    /// Sets, changes or drops one field of one record, or lets its text cite something new; says what was done.
    mutating func next() throws -> String {
        let records = try Workshop.records(in: content).filter {
            $0.path.contains("/directives/") || $0.path.contains("/guidance/")
        }
        let file = records[Int.random(in: 0..<records.count, using: &random)]
        made += 1
        let day = String(format: "2025-%02d-%02d", made % 12 + 1, made % 28 + 1)
        let topics = ["du-luan-xa-hoi", "cong-tac-tu-tuong", "tuyen-truyen", "van-thu", "chinh-ta"]
        let topic = topics[Int.random(in: 0..<topics.count, using: &random)]
        let others = ["kl-100-tw-2014", "hd-167-btgtw-2015", "705-KL/TW", "711-KL/TW", "kh-25-tu-yen-bai-2016"]
        let other = others[Int.random(in: 0..<others.count, using: &random)]
        let types = ["based-on", "guides", "implements", "replaces", "amends", "repeals", "suspends"]
        let type = types[Int.random(in: 0..<types.count, using: &random)]
        let states = ["in-force", "expired", "unverified", "partly-expired", "suspended"]
        let state = states[Int.random(in: 0..<states.count, using: &random)]
        let (key, value): (String, String?) =
            switch Int.random(in: 0..<17, using: &random) {
            case 0, 1: ("title", "Tên văn bản lần \(made), về việc từ mới\(made)")
            case 2: ("summary", "Tóm tắt lần \(made) có từ tómtắt\(made).")
            case 3: ("summary", nil)
            case 4: ("topics", "[\(topic)]")
            case 5: ("topics", nil)
            case 6, 7: ("status", "{value: \(state), checked: \(day), source: \"Nguồn \(made)\"}")
            case 8: ("status", nil)
            case 9, 10: ("relations", "[{type: \(type), target: \(other)}]")
            case 11: ("relations", nil)
            case 12: ("obligations", "[{task: \"Việc \(made)\", responsible: ban-bi-thu, due: \(day), state: open}]")
            case 13: ("sources", "[{title: \"Nguồn thứ \(made)\", seen: \(day)}]")
            case 14: ("history", "[{date: \(day), change: \"Sửa lần \(made)\"}]")
            case 15: ("issuer", made.isMultiple(of: 2) ? "ban-bi-thu" : "[ban-bi-thu, bo-chinh-tri]")
            default: ("", nil)
            }
        guard !key.isEmpty else { return try cite(in: file) }
        try set(key, to: value, in: file)
        return "\(file.lastPathComponent): \(key): \(value ?? "–")"
    }

    private func set(_ key: String, to value: String?, in file: URL) throws {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        guard let end = text.range(of: "\n---\n") else { return }
        var lines = text[..<end.lowerBound].components(separatedBy: "\n")
        if let start = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) {
            let rest = lines[(start + 1)...].prefix { $0.hasPrefix(" ") || $0.hasPrefix("-") }
            lines.removeSubrange(start..<rest.endIndex)
        }
        if let value { lines.append("\(key): \(value)") }
        try Data((lines.joined(separator: "\n") + text[end.lowerBound...]).utf8).write(to: file)
    }

    private func cite(in file: URL) throws -> String {
        let added =
            made.isMultiple(of: 2)
            ? "Theo Điều 1 Kết luận số 712-KL/TW." : "## Mục mới \(made)\n\nTheo Quy định số \(made)-QĐ/TW."
        try (Data(contentsOf: file) + Data("\n\n\(added)\n".utf8)).write(to: file)
        return "\(file.lastPathComponent): \(added)"
    }
}
