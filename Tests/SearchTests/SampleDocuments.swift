import Markup
import Output

@testable import Search

/// A made-up collection: small enough to reason about, varied enough to rank.
enum SampleDocuments {
    static let all: [SearchDocument] =
        [
            document(
                "kl-34", "34-KL/VD", "Kết luận", 2014_08_18, "Về công tác điều tra, nắm bắt dư luận xã hội",
                "Nâng cao chất lượng điều tra dư luận xã hội. Các cấp ủy lãnh đạo việc nắm bắt dư luận."),
            document(
                "hd-12", "12-HD/BVDTW", "Hướng dẫn", 2015_12_26, "Thực hiện Kết luận số 34-KL/VD",
                "Hướng dẫn tổ chức điều tra xã hội học, xây dựng phiếu hỏi và chọn mẫu."),
            document(
                "hd-12-cu", "12-HD/BVDTW", "Hướng dẫn", 2009_03_02, "Công tác cộng tác viên dư luận",
                "Cộng tác viên phản ánh dư luận hằng tháng."),
            document(
                "nd-30", "30/2020/NĐ-VD", "Nghị định", 2020_03_05, "Về công tác văn thư",
                "Quy định thể thức văn bản, quản lý con dấu và lưu trữ hồ sơ."),
            document(
                "qd-7-cu", "07/2010/QĐ-VD", "Quyết định", 2010_01_10, "Quy chế sử dụng xe công vụ",
                "Xe công vụ được dùng đúng định mức.", inactive: true),
            document(
                "qd-7-moi", "17/2010/QĐ-VD", "Quyết định", 2010_01_09, "Quy chế sử dụng xe công vụ",
                "Xe công vụ được dùng đúng định mức."),
            document("ma-so", "", "Thông báo", 2018_05_01, "Cấp mã số thuế", "Mã số gồm mười chữ số, mã cấp một lần."),
            document(
                "ma-tuy", "", "Thông báo", 2018_05_02, "Phòng, chống ma túy",
                "Ma túy là chất gây nghiện, ma túy bị cấm."),
            document("hoa", "", "Thông báo", 2019_01_01, "Hoà giải ở cơ sở", "Tổ hoà giải và hoà giải viên."),
            document("ly-luan", "", "Thông báo", 2019_02_01, "Công tác lí luận chính trị", "Học tập lí luận."),
            document(
                "gop-von", "", "Thông báo", 2019_03_01, "Vốn góp",
                "Doanh nghiệp trách nhiệm hữu hạn (sau đây gọi tắt là TNHH) nhận vốn góp."),
            document(
                "chuyen-doi", "", "Thông báo", 2019_03_02, "Doanh nghiệp trách nhiệm hữu hạn",
                "Chuyển đổi doanh nghiệp trách nhiệm hữu hạn.", citers: 9),
        ] + fillers

    /// Enough records with one syllable for lists to be cut into tiers.
    private static let fillers: [SearchDocument] = (1...20).map { number in
        document(
            "bao-cao-\(number)", "\(number)-BC/VD", "Báo cáo", 2016_00_00 + number,
            "Báo cáo tháng \(number)",
            String(repeating: "báo cáo định kỳ. ", count: number % 5 + 1) + "Số liệu đợt \(number).")
    }

    private static func document(
        _ id: String, _ number: String, _ type: String, _ date: Int, _ title: String, _ text: String,
        inactive: Bool = false, citers: Int = 0
    ) -> SearchDocument {
        var made = SearchDocument(
            id: id, url: "van-ban/\(date / 10_000)/\(id)/index.html", typeName: type, number: number,
            date: "\(date / 10_000)", dateKey: date, status: inactive ? "expired" : "unverified", isInactive: inactive,
            title: title, sections: [TextSection(anchor: "", heading: "", text: Array(text.utf8))])
        let abbreviations = [
            "Kết luận": "KL", "Hướng dẫn": "HD", "Nghị định": "NĐ", "Quyết định": "QĐ", "Báo cáo": "BC",
        ]
        made.typeValue = FacetValue(
            id: type.lowercased().replacing(" ", with: "-"), label: type, ways: abbreviations[type].map { [$0] } ?? [])
        made.issuerValues =
            number.hasSuffix("BVDTW")
            ? [FacetValue(id: "ban-vi-du", label: "Ban Ví dụ", ways: ["BVDTW"]), issuer]
            : number.isEmpty ? [] : [issuer]
        if id == "hd-12" { made.sections = long }
        made.citers = citers
        return made
    }

    private static let issuer = FacetValue(id: "vi-du", label: "Cơ quan Ví dụ")

    /// A text that is longer than what stands in lists, with its answers far behind.
    private static let long: [TextSection] = [
        TextSection(
            anchor: "", heading: "",
            text: Array("Hướng dẫn tổ chức điều tra xã hội học, xây dựng phiếu hỏi và chọn mẫu.".utf8)),
        TextSection(
            anchor: "muc-1", heading: "I. Mục đích", text: Array(String(repeating: "Nêu mục đích. ", count: 300).utf8)),
        TextSection(
            anchor: "muc-2", heading: "II. Cách làm", text: Array("Cỡ mẫu tối thiểu do ban chỉ đạo định.".utf8)),
        TextSection(
            anchor: "muc-3", heading: "III. Bảo mật", text: Array("Giữ kín danh tính người trả lời phiếu hỏi.".utf8)),
    ]

    /// Small pieces, so that a small collection has everything that a large one has.
    static var tinyShards: SearchParameters {
        var parameters = SearchParameters.standard
        parameters.inlineBytes = 0
        parameters.scriptBytes = 2_000
        parameters.termShardBytes = 400
        parameters.numberShardBytes = 200
        parameters.documentShardBytes = 600
        parameters.firstTier = 6
        parameters.settledAnswers = 2
        return parameters
    }

    static let synonyms = [["DLXH", "dư luận xã hội"], ["", "xé giấy", "góp vốn"]]

    /// Index files by path; `edited` changes some words of one record.
    static func files(
        _ parameters: SearchParameters = .standard, jobs: Int = 2, edited: Bool = false
    ) async throws -> [String: [UInt8]] {
        var all = all
        if edited { all[3].sections[0].text = Array("Quy định thể thức, quản lý con dấu và lưu trữ bản gốc.".utf8) }
        let sink = MemorySink()
        _ = try await SearchIndexBuilder(parameters: parameters, jobs: jobs)
            .build(documents: all, synonyms: synonyms, to: sink)
        return sink.files
    }
}
