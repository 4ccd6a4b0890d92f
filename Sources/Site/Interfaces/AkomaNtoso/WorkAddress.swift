import Markup
import Records
import VietnameseText

/// The address of a document as a work, by the naming convention of Akoma Ntoso 1.0 (OASIS, 2019):
/// `/akn/vn/act/nghi-dinh/chinh-phu/2020-03-05/30-2020-nd-cp`.
///
/// It is made of what the document shows of itself, so that others who know the document come to the same address. A date is
/// as exact as its source gives it, `unknown` where the year is not known; a document without a number has its id here.
struct WorkAddress {
    let path: String
    /// The date of issue, or `unknown`.
    let date: String

    init(_ record: Record) {
        let number = record.number.map { Slug.make($0.printed) } ?? ""
        self.init(
            type: record.type, author: record.issuers.first, issued: record.issued,
            number: number.isEmpty ? record.id : number)
    }

    /// Of a document that the collection lacks.
    init(number: String, type: String?, issued: PartialDate?) {
        self.init(type: type.map(Slug.make), author: nil, issued: issued ?? .unknown, number: Slug.make(number))
    }

    private init(type: String?, author: String?, issued: PartialDate, number: String) {
        date = issued.year == nil ? "unknown" : issued.iso
        let parts = [type.flatMap { $0.isEmpty ? nil : $0 } ?? "van-ban", author, date, number].compactMap { $0 }
        path = "/akn/vn/act/" + parts.joined(separator: "/")
    }

    /// The text as first issued, in Vietnamese.
    var expression: String { path + "/vie@" + (date == "unknown" ? "" : date) }

    /// A provision of the work, by its anchor on the page.
    func provision(_ anchor: String) -> String { path + "/~" + ElementID.of(anchor) }
}

/// What elements are called: `art_5__cl_2__point_a` for the anchor `dieu-5-khoan-2-diem-a`. The name follows from the anchor
/// alone and tells it, so that two provisions never share one.
enum ElementID {
    private static let units: [(words: [Substring], prefix: String)] = [
        (["tieu", "muc"], "subsec"), (["phu", "luc"], "att"), (["phan"], "part"), (["chuong"], "chp"), (["muc"], "sec"),
        (["dieu"], "art"), (["khoan"], "cl"), (["diem"], "point"),
    ]

    static func of(_ anchor: String) -> String {
        var words = anchor.split(separator: "-", omittingEmptySubsequences: false)[...]
        var parts: [(prefix: String, label: [Substring])] = []
        while let word = words.first {
            if let unit = units.first(where: { words.starts(with: $0.words) }) {
                words = words.dropFirst(unit.words.count)
                parts.append((unit.prefix, []))
            } else {
                words = words.dropFirst()
                // What stands before every unit is the name of an attached document.
                if parts.isEmpty { parts.append(("att", [])) }
                parts[parts.count - 1].label.append(word)
            }
        }
        return parts.map { part in
            part.label.isEmpty ? part.prefix : part.prefix + "_" + part.label.joined(separator: "-")
        }.joined(separator: "__")
    }
}
