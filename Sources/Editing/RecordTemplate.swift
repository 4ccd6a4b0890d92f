import Diagnostics
import Records

/// The text of a new record: each field with a comment that says what it is for, from the descriptions of the fields.
public struct RecordTemplate {
    private let record: NewRecord
    private let language: Language
    private var text = ""

    public init(_ record: NewRecord, language: Language) {
        self.record = record
        self.language = language
    }

    /// The whole file.
    public func filled() -> String {
        var template = self
        template.write()
        return template.text
    }

    private mutating func write() {
        text = "---\n"
        text += words(
            "# Dòng bắt đầu bằng “#” là lời nhắc, không hiện ra trên trang; xóa đi cũng được.\n# Bỏ dấu “#” trước tên trường để dùng trường ấy.\n",
            "# Lines that begin with “#” are reminders, not shown on the site; delete them as you like.\n# Take the “#” off a key to use it.\n"
        )
        field("number", Self.scalar(record.number.canonical))
        field("type", record.type, choices: record.types.map { ($0.id, $0.name) })
        field("issuer", record.issuer, choices: record.issuers.map { ($0.id, $0.name) })
        field("title", record.title.map(Self.scalar))
        field("issued", record.issued?.iso)
        sample("summary", ["summary: \(fill("một, hai câu", "a sentence or two"))"])
        let topics = record.content.vocabulary.topics.map(\.id)
        sample(
            "topics", ["topics: [\(fill("mã chủ đề", "ids of topics"))]"],
            note: topics.prefix(12).joined(separator: ", "))
        sample("effective", ["effective: \(fill("ngày, như 2014-09-01", "a date like 2014-09-01"))"])
        sample(
            "signer", ["signer: {name: \(fill("họ tên", "name")), position: \(fill("chức vụ", "position"))}"])
        sample(
            "status",
            [
                "status: {value: \(fill("tình trạng, như in-force", "a value like in-force")), "
                    + "checked: \(fill("ngày kiểm tra", "day of the check")), source: \"https://…\"}"
            ])
        sample(
            "relations",
            [
                "relations:",
                "  - {type: based-on, target: \(fill("mã hoặc số, như 16-NQ/TW", "an id or number like 16-NQ/TW"))}",
            ])
        sample(
            "sources",
            [
                "sources:",
                "  - {title: \(fill("tên trang", "title")), url: \"https://…\", seen: \(fill("ngày xem", "day seen"))}",
            ])
        sample(
            "attachments",
            [
                "attachments:",
                "  - {file: \(fill("tên tệp, như ban-chup.pdf", "a file like ban-chup.pdf")), "
                    + "title: \(fill("tên hiện ra", "title"))}",
            ])
        let audiences = record.content.configuration.audiences.map { "\($0.id) (\($0.name))" }
        sample(
            "audience", ["audience: \(record.content.configuration.audiences.last?.id ?? "public")"],
            note: audiences.joined(separator: ", "))
        text += "---\n\n"
    }

    /// A field in use; empty when nothing is known, which the checker then asks for.
    private mutating func field(_ key: String, _ value: String?, choices: [(id: String, name: String)] = []) {
        comment(key)
        if value == nil, !choices.isEmpty {
            text += words("# Một trong:\n", "# One of:\n")
            for choice in choices { text += "#   \(choice.id) (\(choice.name))\n" }
        }
        text += value.map { "\(key): \($0)\n" } ?? "\(key):\n"
        if let value, let choice = choices.first(where: { $0.id == value }) {
            text.removeLast()
            text += "   # \(choice.name)\n"
        }
    }

    /// A field that may be used, as a comment.
    private mutating func sample(_ key: String, _ lines: [String], note: String = "") {
        comment(key)
        if !note.isEmpty { text += "#   \(note)\n" }
        for line in lines { text += "# \(line)\n" }
    }

    private mutating func comment(_ key: String) {
        guard let field = RecordFields.field(key, of: record.kind) else { return }
        let required = field.isRequired || key == "issued" ? words(" (bắt buộc)", " (required)") : ""
        text += "\n# \(field.summary[language])\(required)\n"
    }

    /// A value to be filled in, in quotes because a colon or comma in it would be YAML's.
    private func fill(_ vi: String, _ en: String) -> String {
        "\"\(language == .vietnamese ? Placeholders.text(vi) : Placeholders.englishText(en))\""
    }

    private func words(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    /// A text as YAML: plain where it cannot be mistaken, else in double quotes.
    public static func scalar(_ value: String) -> String {
        let isPlain =
            value.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "-/ ".unicodeScalars.contains($0)
            }
            && value.first?.isLetter == true || value.first?.isNumber == true && value.contains("/")
        guard !isPlain else { return value }
        var quoted = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
        }
        return quoted + "\""
    }
}
