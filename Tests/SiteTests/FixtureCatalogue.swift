import Citations
import Diagnostics
import Markup
import Records

@testable import Catalogue
@testable import Records

/// A small collection with one of everything a page can show. Numbers, bodies and texts are made up.
enum FixtureCatalogue {
    static let source = SourceSpan(file: "fixture.md")

    static func record(
        _ id: RecordID, _ kind: Kind, _ title: String, number: String? = nil, type: String? = nil,
        issuers: [String] = [], issued: PartialDate = .unknown
    ) -> Record {
        var record = Record(
            id: id, kind: kind, path: "\(kind.folder)/\(id).md", body: RecordBody(bytes: [], firstLine: 1))
        record.title = title
        record.number = number.map { RecordNumber(printed: $0, parsed: nil) }
        (record.type, record.issuers, record.issued, record.audience) = (type, issuers, issued, "public")
        return record
    }

    static var conclusion: Record {
        var record = record(
            "kl-34-vd-2014", .directive, "về việc “nâng cao chất lượng” <ví dụ> & thử nghiệm", number: "34-KL/VD",
            type: "ket-luan", issuers: ["ban-vi-du"], issued: .day(year: 2014, month: 8, day: 5))
        record.letterhead = "ban-chap-hanh"
        record.term = "XI"
        record.place = "Hà Nội"
        record.summary = "Một câu do người biên tập viết."
        record.signer = Signer(name: "Nguyễn Văn A", position: "Trưởng ban", capacity: "T/M BAN VÍ DỤ")
        record.topics = ["vi-du", "vi-du-hep"]
        record.aliases = ["34-KLVD"]
        record.formerIDs = ["kl-34-vd-2013"]
        record.obligations = [
            Obligation(
                task: "Lập báo cáo", responsible: "ban-vi-du", due: .month(year: 2019, month: 8), provision: "III.2",
                state: .open),
            Obligation(task: "Rà soát đội ngũ", responsible: "Các đơn vị", due: nil, provision: nil, state: .done),
        ]
        record.sources = [
            SourceReference(
                title: "Trang thử", url: "https://example.org/a?b=1&c=2", seen: .day(year: 2026, month: 11, day: 23),
                note: "chỉ có trích yếu"),
            SourceReference(title: "Công báo số 1", url: "javascript:alert(1)", seen: nil, note: nil),
        ]
        record.attachments = [Attachment(file: "phụ lục 1.pdf", title: "Phụ lục 1", audience: "public")]
        record.history = [
            HistoryEntry(date: .day(year: 2026, month: 11, day: 23), change: "Thêm nguồn"),
            HistoryEntry(date: .day(year: 2026, month: 11, day: 23), change: "Sửa trích yếu"),
            HistoryEntry(date: .month(year: 2026, month: 10), change: "Nhập lần đầu"),
        ]
        return record
    }

    static var guidance: Record {
        var record = record(
            "hd-12-vd-2015", .guidance, "thực hiện Kết luận số 34-KL/VD", number: "12-HD/VD", type: "huong-dan",
            issuers: ["ban-vi-du"], issued: .month(year: 2015, month: 12))
        record.topics = ["vi-du"]
        return record
    }

    static var review: Record {
        var record = record("tong-ket-10-nam", .finding, "Tổng kết 10 năm thực hiện Kết luận 34-KL/VD")
        record.topics = ["vi-du"]
        record.finding = Finding(
            form: .monitoring, informs: ["kl-34-vd-2014"], reviews: ["99-NQ/VD"],
            conducted: nil, period: DateRange(from: .year(2014), to: .year(2023)),
            released: .day(year: 2023, month: 11, day: 29),
            disclosure: Disclosure(
                sponsor: "Ban Ví dụ", conductor: "unknown", population: nil, populationSize: 12345, sampling: .quota,
                mode: nil, sampleSize: 250, designEffect: 1.3, weighting: nil, instrument: nil, processing: nil,
                limitations: nil),
            tables: [], themes: [Theme(theme: "Nhà ở", scale: .many, direction: .concerned, text: "Giá cao")])
        return record
    }

    static var records: [Record] {
        var about = record("gioi-thieu", .page, "Giới thiệu")
        about.order = 1
        let twins = [("nd-10-cp-1999", "Quy định A", 1999), ("nd-10-ubnd-2004", "Quy định B", 2004)].map {
            id, title, year in
            record(
                id, .directive, title, number: "10/NĐ", type: "nghi-dinh", issuers: ["ban-vi-du"], issued: .year(year))
        }
        let undated = record("cong-van-cu", .directive, "Công văn cũ", issued: .dayWithoutYear(month: 9, day: 29))
        return ([conclusion, guidance, review, about, undated] + twins).sorted { $0.id < $1.id }
    }

    static var vocabulary: Vocabulary {
        Vocabulary(
            types: [
                DocumentType(
                    id: "ket-luan", name: "Kết luận", nameEN: "Conclusion", abbreviation: "KL", code: "kl",
                    system: .party, rank: 1),
                DocumentType(
                    id: "huong-dan", name: "Hướng dẫn", nameEN: nil, abbreviation: "HD", code: "hd", system: .party,
                    rank: 2),
                DocumentType(
                    id: "nghi-dinh", name: "Nghị định", nameEN: nil, abbreviation: nil, code: "nd", system: .state,
                    rank: 1),
                DocumentType(
                    id: "chua-dung", name: "Loại chưa dùng", nameEN: nil, abbreviation: nil, code: nil, system: nil,
                    rank: nil),
            ],
            issuers: [
                Issuer(
                    id: "ban-vi-du",
                    names: [
                        DatedName(name: "Tiểu ban Ví dụ", from: nil, to: .year(2010)),
                        DatedName(name: "Ban Ví dụ", from: .year(2011), to: nil),
                    ], abbreviation: "VD", code: "vd", letterhead: nil, place: "Hà Nội", parent: "ban-chap-hanh",
                    successor: nil),
                Issuer(
                    id: "ban-chap-hanh", names: [DatedName(name: "Ban Chấp hành", from: nil, to: nil)],
                    abbreviation: nil,
                    code: nil, letterhead: nil, place: nil, parent: nil, successor: nil),
            ],
            topics: [
                Topic(id: "vi-du", name: "Ví dụ", broader: nil, synonyms: ["thí dụ"]),
                Topic(id: "vi-du-hep", name: "Ví dụ hẹp", broader: "vi-du", synonyms: []),
            ])
    }

    static func catalogue(
        language: Language = .vietnamese, baseURL: String? = nil, records: [Record] = FixtureCatalogue.records
    ) -> Catalogue {
        var configuration = SiteConfiguration.standard
        configuration.title = "Tra cứu thử"
        configuration.description = "Bộ sưu tập để thử"
        configuration.language = language
        configuration.baseURL = baseURL
        return Catalogue(
            configuration: configuration, vocabulary: vocabulary, asOf: CalendarDay(unixSeconds: 1_795_392_000),
            records: records, relations: relations, wanted: [], numbers: numbers, statuses: statuses,
            grammar: NumberGrammar(),
            index: Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) }), byPath: [:],
            byFormerID: ["kl-34-vd-2013": "kl-34-vd-2014"])
    }

    private static var relations: [RecordID: [LinkedRelation]] {
        [
            "kl-34-vd-2014": [
                LinkedRelation(
                    type: .basedOn, isInverse: false,
                    other: .wanted(number: "56-CV/VD", type: "Công văn", issued: .day(year: 2013, month: 7, day: 28)),
                    provisions: [], note: nil),
                LinkedRelation(
                    type: .guides, isInverse: true, other: .record("hd-12-vd-2015"), provisions: ["mục II"],
                    note: "theo trích yếu"),
            ],
            "nd-10-cp-1999": [
                LinkedRelation(
                    type: .replaces, isInverse: true, other: .record("nd-10-ubnd-2004"), provisions: [], note: nil)
            ],
            "hd-12-vd-2015": [
                LinkedRelation(
                    type: .guides, isInverse: false, other: .record("kl-34-vd-2014"), provisions: [], note: nil)
            ],
        ]
    }

    private static var numbers: [NumberEntry] {
        [
            NumberEntry(
                slug: "10-nd", printed: "10/NĐ", bearers: ["nd-10-ubnd-2004", "nd-10-cp-1999"], isAlias: false),
            NumberEntry(slug: "34-kl-vd", printed: "34-KL/VD", bearers: ["kl-34-vd-2014"], isAlias: false),
            NumberEntry(slug: "34-klvd", printed: "34-KLVD", bearers: ["kl-34-vd-2014"], isAlias: true),
        ]
    }

    private static var statuses: [RecordID: DocumentStatus] {
        [
            "kl-34-vd-2014": DocumentStatus(
                value: .inForce, reason: .editor, checked: .day(year: 2026, month: 11, day: 23),
                source: "https://example.org/a", by: nil, note: nil),
            "hd-12-vd-2015": DocumentStatus(
                value: .inForce, reason: .editor, checked: nil, source: nil, by: nil, note: nil),
            "nd-10-cp-1999": DocumentStatus(
                value: .expired, reason: .replaced, checked: nil, source: nil, by: "nd-10-ubnd-2004", note: nil),
            "nd-10-ubnd-2004": DocumentStatus(
                value: .unverified, reason: .unchecked, checked: nil, source: nil, by: nil, note: nil),
            "cong-van-cu": DocumentStatus(
                value: .unverified, reason: .unchecked, checked: nil, source: nil, by: nil, note: nil),
        ]
    }

    /// Bodies as the Markdown renderer makes them; `{{title}}` in one must reach the page untouched.
    static var bodies: [RecordID: RenderedBody] {
        let html = """
            <h2 id="muc-i">I. Đánh giá</h2>
            <p>Chữ trong thân {{title}} &amp; <em>đậm</em>.</p>
            <h3 id="muc-i-1">1. Kết quả</h3>
            <h2 id="muc-ii">II. Nhiệm vụ</h2>
            """
        return [
            "kl-34-vd-2014": RenderedBody(
                html: Array(html.utf8),
                outline: [
                    OutlineEntry(level: 1, title: "I. Đánh giá", anchor: "muc-i"),
                    OutlineEntry(level: 2, title: "1. Kết quả", anchor: "muc-i-1"),
                    OutlineEntry(level: 1, title: "II. Nhiệm vụ", anchor: "muc-ii"),
                ]),
            "gioi-thieu": RenderedBody(html: Array("<p>Trang thử.</p>".utf8)),
        ]
    }
}
