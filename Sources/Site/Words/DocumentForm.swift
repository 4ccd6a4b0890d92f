import Records
import VietnameseText

/// How a document names itself and is named, in the official Vietnamese forms, whatever the interface's language.
///
/// Party texts print `Số 127-QĐ/TW` without a colon and are cited with a comma before the date; State texts print
/// `Số: 30/2020/NĐ-CP` and are cited without one (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục I).
struct DocumentForm: Sendable {
    let vocabulary: Vocabulary

    /// The organ in the header: the one the record names, the one its author prints, or the author.
    func letterhead(_ record: Record) -> [String] {
        let day = record.issued.span?.lowerBound
        if let organ = record.letterhead { return [vocabulary.issuer(organ)?.name(on: day) ?? organ] }
        return record.issuers.map { id in
            guard let issuer = vocabulary.issuer(id) else { return id }
            guard let printed = issuer.letterhead else { return issuer.name(on: day) }
            return vocabulary.issuer(printed)?.name(on: day) ?? printed
        }
    }

    /// The authors by the names they bore on the day of issue.
    func authors(_ record: Record) -> [String] {
        let day = record.issued.span?.lowerBound
        return record.issuers.map { vocabulary.issuer($0)?.name(on: day) ?? $0 }
    }

    /// The authors in a list, with the place where neither they nor the number name it: of `123/KH-UBND`, the province.
    func tellingAuthors(_ record: Record) -> String {
        let authors = authors(record).joined(separator: ", ")
        guard let place = vocabulary.tellingPlace(of: record),
            !Folding.fold(authors).contains(Folding.fold(place))
        else { return authors }
        return authors.isEmpty ? place : authors + ", " + place
    }

    /// What names a record in a column of numbers: a number that is one by its looks, or else its type with it.
    func rowName(_ record: Record) -> String {
        let type = record.type.flatMap(vocabulary.type)?.name
        guard let number = record.number?.printed else { return type ?? record.title }
        return number.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
            ? number : [type, number].compactMap { $0 }.joined(separator: " ")
    }

    /// The same with the place where several have that number: `Chỉ thị 17 (Yên Bái)`.
    func tellingName(_ record: Record) -> String {
        let name = rowName(record)
        guard record.number != nil, let place = vocabulary.tellingPlace(of: record) else { return name }
        return "\(name) (\(place))"
    }

    /// The line under the organ: `Số 100-KL/TW` or `Số: 30/2020/NĐ-CP`.
    func numberLine(_ record: Record) -> String? {
        record.number.map { (vocabulary.isParty(record) ? "Số " : "Số: ") + $0.printed }
    }

    /// Place and date as far as the source gives them: `Hà Nội, ngày 18 tháng 8 năm 2014`.
    func placeAndDate(_ record: Record) -> String? {
        let parts = [record.place, record.issued.long(.vietnamese)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The ready-made citation: `Kết luận số 100-KL/TW, ngày 18 tháng 8 năm 2014 của Ban Bí thư`.
    func citation(_ record: Record) -> String? {
        let date = record.issued.long(.vietnamese)
        guard let number = record.number?.printed else { return nil }
        var text = record.type.flatMap(vocabulary.type)?.name ?? "Văn bản"
        text += " số \(number)"
        if let date { text += (vocabulary.isParty(record) ? ", " : " ") + date }
        let authors = authors(record)
        return authors.isEmpty ? text : text + " của " + authors.joined(separator: ", ")
    }

    /// The ready-made citation of a finding: `Ban A, “Người dân nói gì”, điều tra từ 1/3/2024 đến 20/3/2024, công bố ngày
    /// 10 tháng 5 năm 2024`. Who is not known is left out.
    func citation(_ record: Record, _ finding: Finding) -> String {
        var parts = authors(record)
        if parts.isEmpty {
            let stated = [finding.disclosure?.conductor, finding.disclosure?.sponsor].compactMap { $0 }
            parts = stated.filter { $0 != "unknown" }.prefix(1).map { $0 }
        }
        parts.append("“\(record.title)”")
        let time = finding.conducted ?? finding.period
        let ends = [("từ", time?.from), ("đến", time?.to)].compactMap { word, date -> String? in
            date?.short(.vietnamese).map { "\(word) \($0)" }
        }
        if !ends.isEmpty { parts.append(([Self.verb(finding.form)] + ends).joined(separator: " ")) }
        if let released = finding.released?.long(.vietnamese) { parts.append("công bố \(released)") }
        return parts.joined(separator: ", ")
    }

    private static func verb(_ form: FindingForm) -> String {
        switch form {
        case .survey: "điều tra"
        case .monitoring: "nắm bắt"
        case .review: "tổng kết"
        }
    }
}
