import Diagnostics
import Records

/// The files of a site of one's own: configuration, a vocabulary that works at once, a first page, templates to fill in.
public struct NewSite: Sendable {
    public enum System: String, Sendable, CaseIterable { case party, state, both }

    public var title: String
    public var language: Language
    public var system: System
    /// Whether some records are for the office alone.
    public var hasInternalReaders: Bool

    public init(title: String, language: Language, system: System, hasInternalReaders: Bool) {
        self.title = title
        self.language = language
        self.system = system
        self.hasInternalReaders = hasInternalReaders
    }

    /// Paths relative to the new folder, with their texts.
    public var files: [(path: String, text: String)] {
        [
            ("content/site.yml", site), ("content/vocabulary/types.yml", types),
            ("content/vocabulary/issuers.yml", issuers), ("content/vocabulary/topics.yml", topics),
            ("content/vocabulary/synonyms.yml", synonyms), ("content/pages/gioi-thieu.md", page),
            ("mau/van-ban-chi-dao.md", Self.record("quyet-dinh")),
            ("mau/van-ban-huong-dan.md", Self.record("huong-dan")),
            (".gitignore", "# Trang đã dựng; dựng lại được bất cứ lúc nào.\n/site/\n/.site.spare/\n"),
            (".gitlab-ci.yml", Self.gitlab), (".github/workflows/tracuu.yml", Self.github),
        ]
    }

    private var site: String {
        let audiences =
            hasInternalReaders
            ? "  - {id: internal, name: Nội bộ}\n  - {id: public, name: Công khai}\n"
            : "  - {id: public, name: Công khai}\n"
        let editions = hasInternalReaders ? "  - {id: internal}\n  - {id: public}\n" : "  - {id: public}\n"
        return """
            # Cấu hình của trang. Dòng bắt đầu bằng “#” là lời nhắc.
            title: \(Self.quoted(title))
            language: \(language.rawValue)
            # description: một câu giới thiệu trang.
            # base-url: địa chỉ công bố, khi đã có, như https://tracuu.example.vn/

            # Ai được đọc. Nhóm ít người đọc nhất đứng trước; bản ghi không ghi “audience” thì thuộc nhóm ấy.
            audiences:
            \(audiences)
            # Mỗi ấn bản dựng cho một nhóm người đọc: tracuu build --edition public --output site
            editions:
            \(editions)
            """
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    // MARK: Vocabulary

    private var types: String {
        var text = """
            # Loại văn bản.
            #   id            mã, dùng ở “type” của bản ghi
            #   name          tên tiếng Việt; name-en: tên tiếng Anh
            #   abbreviation  chữ viết tắt như trong số hiệu
            #   code          phần đầu của mã bản ghi, không dấu, không trùng nhau
            #   system        party (Đảng), state (Nhà nước); cả hai thì bỏ trống
            # Thêm loại mới: tracuu new type "Quy hoạch"


            """
        for row in Self.typeRows.split(separator: "\n") {
            let fields = row.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
            guard fields.count == 6, fits(fields[5]) else { continue }
            let abbreviation = fields[3].isEmpty ? "" : ", abbreviation: \(fields[3])"
            let system = fields[5] == "both" ? "" : ", system: \(fields[5])"
            text +=
                "- {id: \(fields[0]), name: \(fields[1]), name-en: \(fields[2])\(abbreviation), code: \(fields[4])\(system)}\n"
        }
        return text
    }

    private func fits(_ system: String) -> Bool {
        self.system == .both || system == "both" || system == self.system.rawValue
    }

    /// Id, name, English name, abbreviation, code, system (Quy định 399-QĐ/TW; Nghị định 30/2020/NĐ-CP, Appendix III; the law
    /// on normative documents).
    private static let typeRows = """
        luat|Luật|Law||luat|state
        phap-lenh|Pháp lệnh|Ordinance|PL|pl|state
        nghi-dinh|Nghị định|Decree|NĐ|nd|state
        thong-tu|Thông tư|Circular|TT|tt|state
        thong-tu-lien-tich|Thông tư liên tịch|Joint circular|TTLT|ttlt|state
        van-ban-hop-nhat|Văn bản hợp nhất|Consolidated text|VBHN|vbhn|state
        nghi-quyet|Nghị quyết|Resolution|NQ|nq|both
        chi-thi|Chỉ thị|Directive|CT|ct|both
        ket-luan|Kết luận|Conclusion|KL|kl|party
        quyet-dinh|Quyết định|Decision|QĐ|qd|both
        quy-dinh|Quy định|Regulation|QĐ|qdi|both
        quy-che|Quy chế|Rules of procedure|QC|qc|both
        thong-tri|Thông tri|Circular notice|TT|ttri|party
        huong-dan|Hướng dẫn|Guidance|HD|hd|both
        ke-hoach|Kế hoạch|Plan|KH|kh|both
        chuong-trinh|Chương trình|Programme|CTr|ctr|both
        de-an|Đề án|Scheme|ĐA|dean|both
        phuong-an|Phương án|Option plan|PA|pa|both
        thong-bao|Thông báo|Notice|TB|tb|both
        bao-cao|Báo cáo|Report|BC|bc|both
        to-trinh|Tờ trình|Submission|TTr|ttr|both
        cong-van|Công văn|Official letter|CV|cv|both
        bien-ban|Biên bản|Minutes|BB|bb|both
        thong-cao|Thông cáo|Communiqué|TC|tc|state
        cong-dien|Công điện|Telegram|CĐ|cdien|state
        """

    private var issuers: String {
        var text = """
            # Cơ quan ban hành. Mọi trường của một mục:
            #   id            mã, dùng ở “issuer” của bản ghi
            #   name          tên; cơ quan đã đổi tên thì ghi names: [{name: …, from: 2025-02-03}]
            #   name-en       tên tiếng Anh, cho giao diện tiếng Anh
            #   abbreviation  chữ viết tắt như trong số hiệu
            #   code          phần của mã bản ghi nói cơ quan nào, không dấu, không trùng nhau
            #   place         nơi cơ quan hoạt động, cho cơ quan ở địa phương
            #   letterhead    mã của cơ quan in ở góc trái đầu văn bản, khi khác
            #   parent        mã của cơ quan cấp trên; successor: mã của cơ quan kế tục
            # Thêm cơ quan của mình: tracuu new issuer "Ủy ban nhân dân tỉnh …" --abbreviation UBND --place "…"


            """
        for row in Self.issuerRows.split(separator: "\n") {
            let fields = row.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
            guard fields.count == 6, fits(fields[5]) else { continue }
            let letterhead = fields[4].isEmpty ? "" : ", letterhead: \(fields[4])"
            text +=
                "- {id: \(fields[0]), name: \(fields[1]), abbreviation: \(fields[2]), code: \(fields[3])\(letterhead)}\n"
        }
        return text
    }

    private static let issuerRows = """
        ban-chap-hanh-trung-uong|Ban Chấp hành Trung ương|TW|bchtw||party
        bo-chinh-tri|Bộ Chính trị|TW|bct|ban-chap-hanh-trung-uong|party
        ban-bi-thu|Ban Bí thư|TW|tw|ban-chap-hanh-trung-uong|party
        van-phong-trung-uong-dang|Văn phòng Trung ương Đảng|VPTW|vptw||party
        ban-to-chuc-trung-uong|Ban Tổ chức Trung ương|BTCTW|btctw||party
        quoc-hoi|Quốc hội|QH|qh||state
        uy-ban-thuong-vu-quoc-hoi|Ủy ban Thường vụ Quốc hội|UBTVQH|ubtvqh||state
        chinh-phu|Chính phủ|CP|cp||state
        thu-tuong-chinh-phu|Thủ tướng Chính phủ|TTg|ttg||state
        """

    private var topics: String {
        """
        # Chủ đề. id: mã, dùng ở “topics” của bản ghi; name: tên; broader: mã của chủ đề rộng hơn; synonyms: từ cùng nghĩa.
        # Thêm chủ đề: tracuu new topic "Cải cách hành chính"

        - {id: cong-tac-van-ban, name: Công tác văn bản, synonyms: [văn thư]}

        """
    }

    private var synonyms: String {
        """
        # Cách viết khác nhau của cùng một thứ, dùng khi tìm kiếm.

        - {terms: [UBND, Ủy ban nhân dân]}
        - {terms: [QPPL, quy phạm pháp luật]}

        """
    }

    // MARK: Pages and templates

    private var page: String {
        """
        ---
        # Sửa trang này: nêu trang có những văn bản nào và do ai biên soạn.
        title: Giới thiệu
        summary: Tra cứu văn bản chỉ đạo, hướng dẫn theo số hiệu, loại, cơ quan ban hành và chủ đề.
        order: 1
        audience: public
        ---

        Trang này giúp tra cứu văn bản chỉ đạo, hướng dẫn: tìm theo số hiệu hoặc theo chữ, xem tình trạng hiệu lực và quan hệ
        giữa các văn bản.

        """
    }

    /// A record whose required fields are empty, so that it cannot be published before somebody fills them in.
    private static func record(_ type: String) -> String {
        let folder = type == "huong-dan" ? "guidance" : "directives"
        return """
            ---
            # Bản mẫu: chép vào content/\(folder)/ rồi điền. Còn trường trống thì trang không dựng.
            # Số hiệu đúng như in trên văn bản; văn bản không có số thì xóa dòng này.
            number:
            # Loại văn bản: một mã trong vocabulary/types.yml, như \(type).
            type:
            # Cơ quan ban hành: một mã trong vocabulary/issuers.yml.
            issuer:
            # Tên (trích yếu), không kèm loại và số hiệu.
            title:
            # Ngày ban hành: 2026-01-31.
            issued:
            # Một, hai câu nói văn bản về việc gì.
            summary:
            # Ai được đọc: một mã trong audiences của site.yml.
            audience:
            ---


            """
    }

    private static let gitlab = """
        # Kiểm tra nội dung ở mỗi lần sửa, dựng trang từ nhánh chính. Máy chạy cần có lệnh tracuu.
        check:
          script:
            - tracuu check
        site:
          script:
            - tracuu build --edition public --output site
          artifacts:
            paths: [site]
          rules:
            - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

        """

    private static let github = """
        # Kiểm tra nội dung ở mỗi lần sửa. Máy chạy cần có lệnh tracuu.
        name: tracuu
        on: [push, pull_request]
        jobs:
          check:
            runs-on: self-hosted
            steps:
              - uses: actions/checkout@v4
              - run: tracuu check --format github

        """
}
