/// The fields that only findings have.
enum FindingFields {
    static let all: [FieldDescription] = [
        FieldDescription(
            "form", .choice(FindingForm.allCases.map(\.rawValue)), required: true,
            label: "Hình thức", vi: "survey điều tra, monitoring nắm bắt, review sơ kết hoặc tổng kết.",
            en: "survey, monitoring or review."
        ),
        FieldDescription(
            "informs", .oneOrMore(.record), label: "Phục vụ văn bản", vi: "Mã văn bản mà kết quả này phục vụ.",
            en: "Ids of the directives it informs."),
        FieldDescription(
            "reviews", .oneOrMore(.record), label: "Tổng kết văn bản",
            vi: "Mã hoặc số hiệu văn bản được sơ kết, tổng kết.",
            en: "Ids or numbers of the documents it reviews."),
        FieldDescription(
            "conducted", range, label: "Thời gian điều tra", vi: "Thời gian điều tra.",
            en: "When the survey was in the field."),
        FieldDescription(
            "period", range, label: "Thời kỳ", vi: "Thời kỳ mà báo cáo nói đến.", en: "The time it covers."),
        FieldDescription("released", .date, label: "Ngày công bố", vi: "Ngày công bố.", en: "The day it was released."),
        FieldDescription(
            "disclosure", .fields(disclosure), label: "Cách điều tra",
            vi: "Thông tin về cách điều tra, để người đọc đánh giá.",
            en: "How the survey was done, for readers to judge."),
        FieldDescription(
            "tables", .listOfFields(tables), label: "Bảng số liệu", vi: "Bảng số liệu của cuộc điều tra.",
            en: "Tables of the survey."),
        FieldDescription(
            "themes", .listOfFields(themes), label: "Nội dung dư luận",
            vi: "Nội dung dư luận theo chủ đề, không có tỷ lệ.",
            en: "What people speak of, without shares."),
        FieldDescription(
            "survey", .text, label: "Tên cuộc điều tra",
            vi: "Tên chung khi nhiều bản ghi công bố số liệu của một cuộc điều tra.",
            en: "One name for records that publish from the same survey."),
        FieldDescription(
            "groupings",
            .named(
                .fields([
                    FieldDescription(
                        "within", .text, required: true,
                        label: "Nằm trong cách chia",
                        vi: "Cách chia mà mỗi nhóm ở đây nằm trọn trong một nhóm; none nếu không có.",
                        en: "The grouping whose groups hold these whole; none where there is none."),
                    FieldDescription(
                        "map", .named(.oneOrMore(.text)), label: "Nhóm lớn gồm những nhóm nhỏ",
                        vi: "Mỗi nhóm lớn gồm những nhóm nhỏ nào.",
                        en: "Which groups make up each of the larger ones."),
                ])), label: "Các cách chia nhóm", vi: "Các cách chia nhóm lồng nhau thế nào, như tỉnh trong vùng.",
            en: "How groupings lie in each other, as provinces in regions."),
        FieldDescription(
            "same-sample", .truth, label: "Cùng một mẫu",
            vi: "false khi bản ghi này hỏi những người khác với các bản ghi cùng “survey”.",
            en: "false where this record asked other people than the records with the same “survey”."),
    ]

    private static let range = FieldDescription.Shape.fields([
        FieldDescription("from", .date, label: "Từ ngày", vi: "Từ ngày.", en: "From."),
        FieldDescription("to", .date, label: "Đến ngày", vi: "Đến ngày.", en: "To."),
    ])

    private static let disclosure: [FieldDescription] = [
        FieldDescription("sponsor", .text, label: "Cơ quan chủ trì", vi: "Cơ quan chủ trì.", en: "Sponsor."),
        FieldDescription(
            "funder", .text, label: "Cơ quan cấp kinh phí", vi: "Cơ quan cấp kinh phí, nếu khác.",
            en: "Funder, if another."),
        FieldDescription(
            "conductor", .text, label: "Đơn vị thực hiện", vi: "Đơn vị thực hiện.", en: "Who conducted it."),
        FieldDescription(
            "population", .longText, label: "Tổng thể điều tra", vi: "Tổng thể điều tra.", en: "Population."),
        FieldDescription(
            "population-size", .integer, label: "Số người của tổng thể", vi: "Số người của tổng thể.",
            en: "Size of the population."),
        FieldDescription(
            "sampling", .choice(Sampling.allCases.map(\.rawValue)), label: "Cách chọn mẫu", vi: "Cách chọn mẫu.",
            en: "How the sample was drawn."),
        FieldDescription(
            "recruitment", .longText, label: "Lập và mời mẫu", vi: "Mẫu lập và mời thế nào.",
            en: "How the sample was made and recruited."),
        FieldDescription("mode", .text, label: "Cách hỏi", vi: "Cách hỏi.", en: "Mode."),
        FieldDescription(
            "sample-size", .integer, label: "Số người trả lời", vi: "Số người trả lời.", en: "Sample size."),
        FieldDescription(
            "design-effect", .decimal, label: "Hệ số thiết kế mẫu", vi: "Hệ số thiết kế mẫu.", en: "Design effect."),
        FieldDescription(
            "weighting", .longText, label: "Cách gán trọng số", vi: "Cách gán trọng số.", en: "Weighting."),
        FieldDescription("instrument", .text, label: "Phiếu hỏi", vi: "Phiếu hỏi.", en: "Instrument."),
        FieldDescription(
            "processing", .longText, label: "Cách xử lý số liệu", vi: "Cách xử lý số liệu.", en: "Processing."),
        FieldDescription("limitations", .longText, label: "Hạn chế", vi: "Hạn chế.", en: "Limitations."),
    ]

    private static let tables: [FieldDescription] = [
        FieldDescription("id", .text, required: true, label: "Mã của bảng", vi: "Mã của bảng.", en: "Id of the table."),
        FieldDescription(
            "question", .longText, required: true, label: "Câu hỏi", vi: "Câu hỏi nguyên văn.",
            en: "The question as asked."),
        FieldDescription(
            "data", .text, required: true, label: "Tệp CSV", vi: "Tên tệp CSV.", en: "Name of the CSV file."),
        FieldDescription(
            "by", .text, label: "Chia người trả lời theo", vi: "Các cột chia người trả lời theo gì.",
            en: "What the columns part respondents by."),
        FieldDescription(
            "weights", .text,
            label: "Tệp trọng số",
            vi: "Tệp CSV trọng số: tên nhóm, trọng số của một người; hoặc tổng trọng số từng ô của bảng.",
            en: "CSV file of weights: a group and the weight of one respondent; or sums of weights for each cell."),
        FieldDescription(
            "answers", .choice(AnswerForm.allCases.map(\.rawValue)),
            label: "Cách trả lời", vi: "one chọn một, several chọn nhiều ý, scale thang có thứ tự.",
            en: "one, several or scale."),
        FieldDescription(
            "title", .text, label: "Điều tìm thấy", vi: "Câu nêu điều tìm thấy.",
            en: "A sentence that states what was found."),
        FieldDescription(
            "chart", .choice(ChartForm.allCases.map(\.rawValue)), label: "Dạng biểu đồ",
            vi: "Dạng biểu đồ; bỏ thì trang tự chọn.",
            en: "Form of the chart; chosen when left out."),
        FieldDescription(
            "series", .text, label: "Tên chuỗi", vi: "Tên chuỗi: cùng câu hỏi ở nhiều cuộc điều tra.",
            en: "Name of the series: the same question in several surveys."),
        FieldDescription(
            "nets", .named(.oneOrMore(.text)),
            label: "Dòng gộp", vi: "Dòng gộp: tên dòng và các dòng cộng lại thành nó; none khi chỉ trùng hợp.",
            en: "Rows that are sums: a row and those that add up to it; none where the sums agree by chance."),
        FieldDescription(
            "filter",
            .either(
                "none",
                .fields([
                    FieldDescription(
                        "question", .longText, required: true, label: "Câu hỏi trước",
                        vi: "Mã bảng hoặc nguyên văn câu hỏi trước.",
                        en: "Id of the table or wording of the question before."),
                    FieldDescription(
                        "answers", .oneOrMore(.text), required: true, label: "Những ý trả lời",
                        vi: "Ai trả lời những ý này thì được hỏi tiếp.",
                        en: "Who gave these answers was asked on."),
                ])), label: "Chỉ hỏi người đã trả lời",
            vi: "Câu chỉ hỏi người đã trả lời một số ý ở câu khác; none nếu không phải vậy.",
            en: "A question put only to those who gave certain answers to another; none where it is not."),
    ]

    private static let themes: [FieldDescription] = [
        FieldDescription(
            "theme", .text, required: true, label: "Nội dung", vi: "Nội dung được quan tâm.", en: "Theme."),
        FieldDescription(
            "scale", .choice(ThemeScale.allCases.map(\.rawValue)), required: true,
            label: "Mức độ", vi: "Mức độ: da-so, nhieu-y-kien, mot-so-y-kien.", en: "How many hold it, in words."),
        FieldDescription(
            "direction", .choice(ThemeDirection.allCases.map(\.rawValue)), required: true,
            label: "Chiều hướng", vi: "Chiều hướng: tan-thanh, ban-khoan, phan-doi, chua-ro.", en: "Which way."),
        FieldDescription("text", .longText, label: "Nói rõ thêm", vi: "Nói rõ thêm.", en: "More about it."),
    ]
}
