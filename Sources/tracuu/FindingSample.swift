import Records

/// The records that `tracuu new finding` writes: every field with what it is for. `‹điền …›` marks what must be filled in;
/// `tracuu check` refuses what is left of it.
enum FindingSample {
    static func standardName(_ form: FindingForm) -> String {
        switch form {
        case .survey: "dieu-tra-moi"
        case .monitoring: "nam-bat-moi"
        case .review: "tong-ket-moi"
        }
    }

    static func record(_ form: FindingForm, name: String) -> String {
        switch form {
        case .survey: survey(name)
        case .monitoring: monitoring
        case .review: review
        }
    }

    /// The head that the three forms share.
    private static func head(_ form: FindingForm) -> String {
        """
        ---
        # Mỗi dòng sau dấu # là lời giải thích, xóa được. Điền xong thì chạy: tracuu check
        kind: finding
        form: \(form.rawValue)                # survey: điều tra · monitoring: nắm bắt · review: sơ kết, tổng kết; không trộn lẫn
        title: "‹điền tên kết quả›"
        summary: "‹điền một hai câu: tìm thấy gì, ở đâu, khi nào›"
        # issuer: ma-co-quan            # mã trong vocabulary/issuers.yml
        # topics: [du-luan-xa-hoi]      # mã trong vocabulary/topics.yml
        # informs: [kl-100-tw-2014]     # mã của chỉ thị, kết luận mà kết quả này phục vụ
        audience: internal             # ai được đọc: một nhóm trong site.yml; để public khi đã được công bố

        """
    }

    private static let sources = """
        # sources:                      # nơi đã công bố, ngày xem
        #   - {title: "‹điền tên trang hoặc báo cáo›", url: "https://…", seen: "‹điền ngày xem›"}

        """

    private static func survey(_ name: String) -> String {
        head(.survey) + """
            conducted: {from: "‹điền ngày, như 2026-01-05›", to: "‹điền ngày›"}   # ngày thu thập, bắt buộc
            released: "‹điền ngày công bố›"  # bỏ dòng này nếu chưa công bố
            # Cách tiến hành, theo danh mục công khai của AAPOR (2021). Mục nào nơi công bố không nêu thì ghi unknown:
            # trang sẽ in “không rõ”. Thiếu mục là lỗi.
            disclosure:
              sponsor: unknown             # cơ quan chủ trì
              # funder: …                  # cơ quan cấp kinh phí, nếu khác
              conductor: unknown           # cơ quan tiến hành
              population: unknown          # hỏi về ai: nhóm người, địa bàn, độ tuổi
              # population-size: 61200     # số người trong tổng thể; có thì khoảng tin cậy được hiệu chỉnh
              sampling: unknown            # probability (xác suất) · quota (hạn ngạch) · purposive (có chủ đích) · self-selected (tự nguyện) · census (toàn bộ) · unknown
              # recruitment: …             # mẫu lập thế nào, mời người trả lời ra sao
              mode: unknown                # phỏng vấn, phát phiếu, qua mạng …
              sample-size: "‹điền số người trả lời›"   # số người trả lời; không nhỏ hơn số người trong bảng
              # design-effect: 1.3         # hệ số thiết kế của mẫu xác suất
              weighting: none              # none, hoặc cách tính quyền số
              instrument: unknown          # bảng hỏi: số câu, câu nào hỏi trước
              processing: unknown          # nhập liệu, kiểm tra, làm sạch
              limitations: unknown         # hạn chế của kết quả
            # survey: ma-cuoc-dieu-tra     # ghi khi nhiều bản ghi công bố số liệu của cùng một cuộc điều tra
            tables:
              - id: q1                     # chữ thường, chữ số, gạch nối
                question: "‹điền nguyên văn câu hỏi›"
                data: \(name)-q1.csv        # tệp CSV cạnh bản ghi: số NGƯỜI, không phải tỷ lệ; ô ít người trang tự giấu
                by: "‹điền các cột chia theo gì, như khu vực›"   # các cột chia người trả lời theo gì; bỏ nếu chỉ có một cột
                answers: one               # one: chọn một · several: chọn nhiều ý (cần dòng base) · scale: thang có thứ tự
                # title: "Câu nêu điều tìm thấy; trang lấy làm tên biểu đồ"
                # chart: bars              # bars · stacked · dots · multiples · none; bỏ thì trang tự chọn
                # weights: quyen-so.csv    # hai cột: tên nhóm, quyền số của một người trong nhóm; hoặc bảng cùng khuôn, mỗi ô là tổng quyền số, thêm dòng “bình phương”
                # series: ten-chuoi        # cùng tên ở nhiều cuộc điều tra thì trang vẽ xu hướng

            """ + sources + """
                ---

                ## Ghi chú

                ‹điền điều cần biết thêm, hoặc xóa mục này; không chép lời người trả lời, không nêu tên, số điện thoại, số định danh›

                """
    }

    private static let monitoring =
        head(.monitoring) + """
            period: {from: "‹điền tháng, như 2026-01›", to: "‹điền tháng›"}   # thời gian nắm bắt, bắt buộc
            released: "‹điền ngày công bố›"  # bỏ dòng này nếu chưa công bố
            # Nắm bắt qua cộng tác viên không có cỡ mẫu: mức độ ghi bằng lời, không ghi tỷ lệ phần trăm hay sai số.
            themes:
              - theme: "‹điền vấn đề được phản ánh›"
                scale: "‹điền mức độ›"         # da-so · nhieu-y-kien · mot-so-y-kien
                direction: "‹điền chiều hướng›"  # tan-thanh · ban-khoan · phan-doi · chua-ro
                text: "‹điền tóm ý bằng lời của người biên tập, không chép nguyên văn, không nêu tên ai›"

            """ + sources + """
            ---

            ## Cách nắm bắt

            ‹điền ai gửi, gửi thế nào, tổng hợp ra sao›

            """

    private static let review =
        head(.review) + """
            period: {from: "‹điền năm, như 2021›", to: "‹điền năm›"}     # thời kỳ được sơ kết, tổng kết, bắt buộc
            released: "‹điền ngày công bố›"  # bỏ dòng này nếu chưa công bố
            reviews: ["‹điền mã hoặc số, như 100-KL/TW›"]   # mã hoặc số của văn bản được sơ kết, tổng kết, bắt buộc
            obligations:                       # nhiệm vụ rút ra: trang nhiệm vụ theo dõi từng việc
              - task: "‹điền việc phải làm›"
                responsible: "‹điền ai làm›"    # mã cơ quan, hoặc tên
                # due: 2026-12                 # hạn; bỏ nếu nguồn không nêu
                # provision: "Mục 6"           # nằm ở đâu trong văn bản
                state: open                    # open · done · lapsed

            """ + sources + """
            ---

            ## Kết quả

            ‹điền nguồn nói gì; nguồn không nói thì ghi rõ là không nói›

            ## Mô hình, cách làm hay

            ‹điền nội dung›

            ## Hạn chế

            ‹điền nội dung›

            ## Nguyên nhân

            ‹điền nội dung›

            ## Giải pháp

            ‹điền nội dung›

            ## Nhiệm vụ

            ‹điền nội dung›

            """

    static let table = """
        Câu trả lời;‹điền tên nhóm›;‹điền tên nhóm›
        ‹điền câu trả lời›;‹điền số người›;‹điền số người›
        ‹điền câu trả lời›;‹điền số người›;‹điền số người›
        ‹điền câu trả lời›;‹điền số người›;‹điền số người›

        """
}
