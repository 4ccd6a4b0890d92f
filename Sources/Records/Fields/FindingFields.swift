/// The fields that only findings have.
enum FindingFields {
    static let all: [FieldDescription] = [
        FieldDescription(
            "form", .choice(FindingForm.allCases.map(\.rawValue)), required: true,
            vi: "survey điều tra, monitoring nắm bắt, review sơ kết hoặc tổng kết.", en: "survey, monitoring or review."
        ),
        FieldDescription(
            "informs", .oneOrMore(.text), vi: "Mã văn bản mà kết quả này phục vụ.",
            en: "Ids of the directives it informs."),
        FieldDescription(
            "reviews", .oneOrMore(.text), vi: "Mã hoặc số hiệu văn bản được sơ kết, tổng kết.",
            en: "Ids or numbers of the documents it reviews."),
        FieldDescription("conducted", range, vi: "Thời gian điều tra.", en: "When the survey was in the field."),
        FieldDescription("period", range, vi: "Thời kỳ mà báo cáo nói đến.", en: "The time it covers."),
        FieldDescription("released", .date, vi: "Ngày công bố.", en: "The day it was released."),
        FieldDescription(
            "disclosure", .fields(disclosure), vi: "Thông tin về cách điều tra, để người đọc đánh giá.",
            en: "How the survey was done, for readers to judge."),
        FieldDescription(
            "tables", .listOfFields(tables), vi: "Bảng số liệu của cuộc điều tra.", en: "Tables of the survey."),
        FieldDescription(
            "themes", .listOfFields(themes), vi: "Nội dung dư luận theo chủ đề, không có tỷ lệ.",
            en: "What people speak of, without shares."),
        FieldDescription(
            "survey", .text, vi: "Tên chung khi nhiều bản ghi công bố số liệu của một cuộc điều tra.",
            en: "One name for records that publish from the same survey."),
        FieldDescription(
            "groupings",
            .named(
                .fields([
                    FieldDescription(
                        "within", .text, required: true,
                        vi: "Cách chia mà mỗi nhóm ở đây nằm trọn trong một nhóm; none nếu không có.",
                        en: "The grouping whose groups hold these whole; none where there is none."),
                    FieldDescription(
                        "map", .named(.oneOrMore(.text)), vi: "Mỗi nhóm lớn gồm những nhóm nhỏ nào.",
                        en: "Which groups make up each of the larger ones."),
                ])), vi: "Các cách chia nhóm lồng nhau thế nào, như tỉnh trong vùng.",
            en: "How groupings lie in each other, as provinces in regions."),
        FieldDescription(
            "same-sample", .truth, vi: "false khi bản ghi này hỏi những người khác với các bản ghi cùng “survey”.",
            en: "false where this record asked other people than the records with the same “survey”."),
    ]

    private static let range = FieldDescription.Shape.fields([
        FieldDescription("from", .date, vi: "Từ ngày.", en: "From."),
        FieldDescription("to", .date, vi: "Đến ngày.", en: "To."),
    ])

    private static let disclosure: [FieldDescription] = [
        FieldDescription("sponsor", .text, vi: "Cơ quan chủ trì.", en: "Sponsor."),
        FieldDescription("funder", .text, vi: "Cơ quan cấp kinh phí, nếu khác.", en: "Funder, if another."),
        FieldDescription("conductor", .text, vi: "Đơn vị thực hiện.", en: "Who conducted it."),
        FieldDescription("population", .text, vi: "Tổng thể điều tra.", en: "Population."),
        FieldDescription("population-size", .integer, vi: "Số người của tổng thể.", en: "Size of the population."),
        FieldDescription(
            "sampling", .choice(Sampling.allCases.map(\.rawValue)), vi: "Cách chọn mẫu.",
            en: "How the sample was drawn."),
        FieldDescription(
            "recruitment", .text, vi: "Mẫu lập và mời thế nào.", en: "How the sample was made and recruited."),
        FieldDescription("mode", .text, vi: "Cách hỏi.", en: "Mode."),
        FieldDescription("sample-size", .integer, vi: "Số người trả lời.", en: "Sample size."),
        FieldDescription("design-effect", .decimal, vi: "Hệ số thiết kế mẫu.", en: "Design effect."),
        FieldDescription("weighting", .text, vi: "Cách gán trọng số.", en: "Weighting."),
        FieldDescription("instrument", .text, vi: "Phiếu hỏi.", en: "Instrument."),
        FieldDescription("processing", .text, vi: "Cách xử lý số liệu.", en: "Processing."),
        FieldDescription("limitations", .text, vi: "Hạn chế.", en: "Limitations."),
    ]

    private static let tables: [FieldDescription] = [
        FieldDescription("id", .text, required: true, vi: "Mã của bảng.", en: "Id of the table."),
        FieldDescription("question", .text, required: true, vi: "Câu hỏi nguyên văn.", en: "The question as asked."),
        FieldDescription("data", .text, required: true, vi: "Tên tệp CSV.", en: "Name of the CSV file."),
        FieldDescription(
            "by", .text, vi: "Các cột chia người trả lời theo gì.", en: "What the columns part respondents by."),
        FieldDescription(
            "weights", .text,
            vi: "Tệp CSV trọng số: tên nhóm, trọng số của một người; hoặc tổng trọng số từng ô của bảng.",
            en: "CSV file of weights: a group and the weight of one respondent; or sums of weights for each cell."),
        FieldDescription(
            "answers", .choice(AnswerForm.allCases.map(\.rawValue)),
            vi: "one chọn một, several chọn nhiều ý, scale thang có thứ tự.", en: "one, several or scale."),
        FieldDescription("title", .text, vi: "Câu nêu điều tìm thấy.", en: "A sentence that states what was found."),
        FieldDescription(
            "chart", .choice(ChartForm.allCases.map(\.rawValue)), vi: "Dạng biểu đồ; bỏ thì trang tự chọn.",
            en: "Form of the chart; chosen when left out."),
        FieldDescription(
            "series", .text, vi: "Tên chuỗi: cùng câu hỏi ở nhiều cuộc điều tra.",
            en: "Name of the series: the same question in several surveys."),
        FieldDescription(
            "nets", .named(.oneOrMore(.text)),
            vi: "Dòng gộp: tên dòng và các dòng cộng lại thành nó; none khi chỉ trùng hợp.",
            en: "Rows that are sums: a row and those that add up to it; none where the sums agree by chance."),
        FieldDescription(
            "filter",
            .either(
                "none",
                .fields([
                    FieldDescription(
                        "question", .text, required: true, vi: "Mã bảng hoặc nguyên văn câu hỏi trước.",
                        en: "Id of the table or wording of the question before."),
                    FieldDescription(
                        "answers", .oneOrMore(.text), required: true, vi: "Ai trả lời những ý này thì được hỏi tiếp.",
                        en: "Who gave these answers was asked on."),
                ])), vi: "Câu chỉ hỏi người đã trả lời một số ý ở câu khác; none nếu không phải vậy.",
            en: "A question put only to those who gave certain answers to another; none where it is not."),
    ]

    private static let themes: [FieldDescription] = [
        FieldDescription("theme", .text, required: true, vi: "Nội dung được quan tâm.", en: "Theme."),
        FieldDescription(
            "scale", .choice(ThemeScale.allCases.map(\.rawValue)), required: true,
            vi: "Mức độ: da-so, nhieu-y-kien, mot-so-y-kien.", en: "How many hold it, in words."),
        FieldDescription(
            "direction", .choice(ThemeDirection.allCases.map(\.rawValue)), required: true,
            vi: "Chiều hướng: tan-thanh, ban-khoan, phan-doi, chua-ro.", en: "Which way."),
        FieldDescription("text", .text, vi: "Nói rõ thêm.", en: "More about it."),
    ]
}
