extension Explanation {
    /// TC32x: validity, and who may change what.
    static let validity: [Explanation] = [
        Explanation(
            "TC320",
            vi: "Người biên tập kiểm tra sau ngày hết hạn mà vẫn ghi “còn hiệu lực”, hoặc một trong hai ngày gõ sai.",
            en:
                "The status was checked after the document's own end and still says “in-force”, or one date is mistyped.",
            wrong: "expires: 2020-12-31\nstatus: {value: in-force, checked: 2026-11-23}",
            right: "expires: 2020-12-31\nstatus: {value: expired, checked: 2026-11-23}"),
        Explanation(
            "TC321", vi: "Cơ quan cấp dưới không sửa được văn bản của cấp trên: quan hệ có thể ghi ngược.",
            en: "A lower body cannot change what a higher one issued: the relation may be the wrong way round.",
            wrong: "issuer: ban-b   # parent: ban-a\nrelations: [{type: repeals, target: 1-KL/A}]",
            right: "issuer: ban-a\nrelations: [{type: repeals, target: 1-KL/A}]"),
        Explanation(
            "TC322",
            vi:
                "Văn bản được hướng dẫn đã hết hiệu lực. Văn bản hướng dẫn có hết theo hay không tùy hệ thống và thời điểm.",
            en:
                "What the guidance guides has ended. Whether the guidance falls with it depends on the system and the date.",
            wrong: "relations: [{type: guides, target: 1-KL/VD}]   # 1-KL/VD has been replaced",
            right: "status: {value: expired, checked: 2026-11-23, source: https://…}"),
    ]
}
