import Diagnostics
import Editing
import Foundation
import Importing
import Records

/// Asks whoever sits at the terminal what a number leaves open. An empty answer leaves the field for later.
struct NewDocumentQuestions {
    let content: String
    let speech: SpeechOptions

    func ask(_ record: inout NewRecord) throws {
        if record.type == nil { record.type = choose(record.types.map { ($0.id, $0.name) }, "Loại văn bản", "Type") }
        if record.issuer == nil { try askIssuer(&record) }
        if record.isKindUnsure { askKind(&record) }
        if record.title == nil { record.title = answer("Tên (trích yếu)", "Title") }
        while record.issued == nil, let text = answer("Ngày ban hành (như 18/8/2014)", "Issue date (like 18/8/2014)") {
            record.issued = PartialDate(written: text)
            if record.issued == nil { say("không hiểu ngày “\(text)”", "“\(text)” is no date") }
        }
    }

    private func askIssuer(_ record: inout NewRecord) throws {
        if !record.issuers.isEmpty {
            record.issuer = choose(record.issuers.map { ($0.id, $0.name) }, "Cơ quan ban hành", "Issuing body")
            return
        }
        guard let organ = record.number.organs.first else { return }
        var name: String?
        var place: String?
        if record.localName(at: "") != nil {
            place = answer("\(organ) nơi nào (như: tỉnh Lào Cai)", "\(organ) of which place (like: tỉnh Lào Cai)")
            name = place.flatMap(record.localName)
        } else {
            name = answer(
                "\(organ) chưa có trong danh mục. Tên cơ quan", "\(organ) is not in the vocabulary. Name of the body")
        }
        guard let name else { return }
        let added = VocabularyAddition.issuer(
            name: name, abbreviation: organ, place: place.map(Self.withoutUnit), vocabulary: record.content.vocabulary)
        try added.addition.append(to: URL(filePath: content), remark: nil)
        record.issuer = added.issuer.id
        say(
            "đã thêm vào \(content)/vocabulary/issuers.yml: \(name)",
            "added to \(content)/vocabulary/issuers.yml: \(name)")
    }

    /// `Lào Cai` of `tỉnh Lào Cai`.
    static func withoutUnit(_ place: String) -> String {
        let words = place.split(separator: " ").drop { $0.first?.isLowercase ?? false }
        return words.isEmpty ? place : words.joined(separator: " ")
    }

    private func askKind(_ record: inout NewRecord) {
        let choices = [
            ("directive", words("văn bản chỉ đạo, quy định", "it directs or lays down")),
            ("guidance", words("văn bản hướng dẫn, tổ chức thực hiện", "it guides how something is carried out")),
        ]
        record.statedKind = choose(choices, "Văn bản này là", "What it is").flatMap(Kind.init(rawValue:))
    }

    private func choose(_ choices: [(id: String, name: String)], _ vi: String, _ en: String) -> String? {
        guard !choices.isEmpty else { return nil }
        for (index, choice) in choices.enumerated() {
            Terminal.complain("  \(index + 1). \(choice.name) (\(choice.id))")
        }
        guard let place = answer("\(vi), 1–\(choices.count)", "\(en), 1–\(choices.count)").flatMap({ Int($0) }),
            choices.indices.contains(place - 1)
        else { return nil }
        return choices[place - 1].id
    }

    private func answer(_ vi: String, _ en: String) -> String? {
        Terminal.ask(words(vi, en) + ": ")
        let text = readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces) ?? ""
        return text.isEmpty ? nil : text
    }

    private func say(_ vi: String, _ en: String) { Terminal.complain(words(vi, en)) }

    private func words(_ vi: String, _ en: String) -> String { speech.language == .vietnamese ? vi : en }
}
