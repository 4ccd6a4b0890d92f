import Testing

@testable import Markup

/// Units with unusual labels, and how the page says that they are cited.
@Suite struct ProvisionCitationTests {
    @Test func annexesNumberedByOthersHaveAnchorsOfTheirOwn() {
        let found = Rendering.provisions(
            """
            ## Phụ lục I. Danh mục

            1. Một.

            ## Phụ lục I-1. Thứ nhất

            ## Phụ lục I-2. Thứ hai

            ## Phụ lục IIIa. Ba a

            ## Phụ lục IV.1. Bốn một

            ## Phụ lục IA. Một A
            """)
        #expect(
            found == [
                "phu-luc-i", "phu-luc-i-muc-1", "phu-luc-i-1", "phu-luc-i-2", "phu-luc-iiia", "phu-luc-iv-1",
                "phu-luc-ia",
            ])
    }

    @Test func lettersAmongNumbersMakeUnitsOfTheirOwn() {
        #expect(
            Rendering.provisions("## Chương IV\n\n## Chương IVa. BỔ SUNG\n\n## Mục Vi phạm\n\n## Chương V\n")
                == ["chuong-iv", "chuong-iva", "chuong-v"])
        #expect(Rendering.provisions("## D. Một\n\n## Đ. Hai\n\n## E. Ba\n") == ["muc-d", "muc-dd", "muc-e"])
    }

    @Test func pointsMayBeBullets() {
        #expect(
            Rendering.provisions(
                "### Điều 4. Một\n\n1. Một.\n\n2. Yêu cầu\n- a) Một;\n- b) Hai;\n- đ) Năm.\n\n3. Ba\n\n– a) Bốn.\n")
                == [
                    "dieu-4", "dieu-4-khoan-1", "dieu-4-khoan-2", "dieu-4-khoan-2-diem-a", "dieu-4-khoan-2-diem-b",
                    "dieu-4-khoan-2-diem-dd", "dieu-4-khoan-3", "dieu-4-khoan-3-diem-a",
                ])
        #expect(Rendering.provisions("### Điều 4. Một\n\n- Một\n- 2 người\n") == ["dieu-4"])
    }

    @Test func unitsThatAreSeldomPrintedSo() {
        #expect(
            Rendering.provisions(
                "## chương ii. Hai\n\n### điều 6. Sáu\n\n1. x\n\n### Điều 14.1. Một\n\n### Điều 10. Mười\n\n10.1. Một.\n\n"
                    + "10.2. Hai.\n\n10.000 đồng.\n\n10.500. Một.\n\n1.5. Một rưỡi.\n\n"
                    + "## Phụ lục B1. Một\n\n## Phụ lục B2\n\n## Phụ lục 3/1\n"
            )
                == [
                    "chuong-ii", "dieu-6", "dieu-6-khoan-1", "dieu-14-1", "dieu-10", "dieu-10-khoan-10-1",
                    "dieu-10-khoan-10-2", "phu-luc-b1", "phu-luc-b2", "phu-luc-3-1",
                ])
        #expect(Rendering.provisions("## mục đích\n\n## phần mềm\n\n## mục vi phạm\n\n## điều kiện\n").isEmpty)
    }

    /// However an amendment opens its new wording and with whatever marks, what stands in it is not the amending text's.
    @Test(
        arguments: [
            ("“", "”"), ("\"", "\""), ("‘", "’"), ("''", "''"),
        ])
    func quotedWordingHasNoProvisions(opening: String, closing: String) {
        for text in [
            "1. Sửa đổi như sau: \(opening)2. Một:\n\na) Hai;\n\n3. Ba.\(closing)\n\n2. Bốn.",
            "1. Sửa đổi như sau:\n\n\(opening)2. Một:\n\na) Hai;\n\n3. Ba.\(closing).\n\n2. Bốn.",
            "1. Sửa đổi như sau:\n\n\(opening)Điều 5. Năm\n\n3. R’lấp và R'lấp, màn hình 27\" và cửa.\(closing);\n\n2. Bốn.",
        ] {
            #expect(
                Rendering.provisions("### Điều 1. Một\n\n\(text)\n") == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2"],
                Comment(rawValue: text))
        }
    }

    @Test func theSecondOfTwoAlikeIsNotCited() {
        let html = Rendering.html("### Điều 6. Sáu\n\n1. Một.\n\n2. Hai.\n\nCác bước:\n\n1. Một.\n\n2. Hai.\n")
        #expect(html.contains("id=\"dieu-6-khoan-1\" class=\"provision khoan\">"))
        #expect(html.contains("id=\"dieu-6-khoan-1--2\" class=\"provision khoan\" data-cite=\"\">"))
    }

    @Test func anAttachedDocumentIsNamed() {
        let html = Rendering.html(
            """
            ### Điều 6. Sáu

            ## QUY CHẾ

            (Ban hành kèm theo Quyết định số 12/2019/QĐ-TTg)

            ### Điều 6. Sáu của quy chế

            1. Một.
            """)
        #expect(html.contains("id=\"dieu-6\" class=\"dieu\">"))
        #expect(
            html.contains("id=\"quy-che-dieu-6\" class=\"dieu\" data-cite=\"Điều 6 Quy chế ban hành kèm theo\">"))
        #expect(html.contains("data-cite=\"khoản 1 Điều 6 Quy chế ban hành kèm theo\""))
        #expect(!Rendering.html("## QUY ĐỊNH CHUNG\n").contains("kem-theo"))
    }

    @Test func pathsThatAnchorsDoNotTellAreWritten() {
        let html = Rendering.html(
            "## PHỤ LỤC\n\n## Phụ lục I. Một\n\n1. Một.\n\n## II. Hai\n\n1. Một\n\n1.1. Một một\n")
        #expect(html.contains("id=\"phu-luc\" class=\"phu-luc\">"))
        #expect(html.contains("data-cite=\"Mục 1 Phụ lục I\""))
        let deep = Rendering.html("### Điều 5. Năm\n\n10. Mười\n\n10.1. Mười một\n")
        #expect(
            deep.contains("id=\"dieu-5-khoan-10-1\" class=\"provision khoan\" data-cite=\"điểm 10.1 khoản 10 Điều 5\""))
    }
}
