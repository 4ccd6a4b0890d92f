extension Explanation {
    /// TC2xx: configuration and vocabulary.
    static let vocabulary: [Explanation] = [
        Explanation(
            "TC201", vi: "Loại, cơ quan và chủ đề được gọi bằng mã của danh mục, để mọi bản ghi gọi cùng một tên.",
            en: "Types, bodies and topics are named by the ids of the vocabulary, so that all records say the same.",
            wrong: "type: Kết luận", right: "type: ket-luan"),
        Explanation(
            "TC202", vi: "Hai mục của danh mục mang cùng một mã, nên không biết bản ghi nói đến mục nào.",
            en: "Two entries of a list share an id, so nothing tells which one a record means.",
            wrong: "- {id: van-thu, name: Văn thư}\n- {id: van-thu, name: Lưu trữ}",
            right: "- {id: van-thu, name: Văn thư}\n- {id: luu-tru, name: Lưu trữ}"),
        Explanation(
            "TC203",
            vi: "Mã ngắn là một phần của mã bản ghi và địa chỉ trang; trùng nhau thì hai văn bản tranh một địa chỉ.",
            en: "Codes are part of record ids and addresses; shared, they make two documents claim one address.",
            wrong: "- {id: huong-dan, name: Hướng dẫn, code: hd}\n- {id: hop-dong, name: Hợp đồng, code: hd}",
            right: "- {id: huong-dan, name: Hướng dẫn, code: hd}\n- {id: hop-dong, name: Hợp đồng, code: hopdong}"),
        Explanation(
            "TC204", vi: "Mã nằm trong địa chỉ trang và tên thư mục, nên chỉ dùng chữ không dấu, chữ số và gạch nối.",
            en: "Ids are part of addresses and folder names, so they are ASCII letters, digits and hyphens only.",
            wrong: "id: Kết luận", right: "id: ket-luan"),
        Explanation(
            "TC205",
            vi: "Chưa có danh mục thì mã được dùng làm tên: vẫn dựng được trang, nhưng tên hiện ra không có dấu.",
            en: "Without the list the id serves as a name: the site builds, and shows names without diacritics.",
            wrong: "issuer: ban-vi-du", right: "# vocabulary/issuers.yml\n- {id: ban-vi-du, name: Ban Ví dụ}"),
        Explanation(
            "TC206", vi: "“audience” quyết định ai được đọc; một tên viết sai không được phép đoán.",
            en: "“audience” decides who may read; a misspelt name is never guessed.", wrong: "audience: publik",
            right: "audience: public"),
        Explanation(
            "TC207", vi: "Sơ đồ trang và nguồn tin cần địa chỉ đầy đủ của trang.",
            en: "The sitemap and the feed need the site's whole address.", wrong: "base-url: tracuu.example.vn",
            right: "base-url: https://tracuu.example.vn/"),
        Explanation(
            "TC208", vi: "Một mục được khai là cấp trên của chính nó, trực tiếp hoặc qua mục khác.",
            en: "An entry stands above itself, directly or by way of another.",
            wrong: "- {id: a, name: A, broader: b}\n- {id: b, name: B, broader: a}",
            right: "- {id: a, name: A}\n- {id: b, name: B, broader: a}"),
        Explanation(
            "TC209", vi: "Văn bản được dẫn có thể thuộc loại chưa bản ghi nào ở đây có, nên đây chỉ là lời nhắc.",
            en: "A document referred to may be of a type that nothing here has, so this is only a reminder.",
            wrong: "of-type: cong-vann", right: "of-type: cong-van"),
        Explanation(
            "TC210", vi: "“severities” của site.yml gọi một mã mà công cụ này không có.",
            en: "“severities” of site.yml names a code that this tool does not have.",
            wrong: "severities: {TC1114: off}", right: "severities: {TC114: off}"),
        Explanation(
            "TC211",
            vi: "Cảnh báo và ghi chú thì nâng, hạ hay tắt tùy ý; trong các lỗi chỉ hạ được lỗi về liên kết và ảnh gãy.",
            en:
                "Warnings and notes may be raised, lowered or switched off; of the errors, only those of broken links and images.",
            wrong: "severities: {TC601: off}", right: "severities: {TC401: warning}"),
        Explanation(
            "TC212", vi: "Tệp .well-known/security.txt (RFC 9116) nêu nơi báo lỗ hổng bằng một địa chỉ máy đọc được.",
            en: "The file .well-known/security.txt (RFC 9116) names the contact by an address that programs read.",
            wrong: "security-contact: an-toan@vi.du", right: "security-contact: mailto:an-toan@vi.du"),
    ]
}
