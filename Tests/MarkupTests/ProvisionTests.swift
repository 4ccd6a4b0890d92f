import Testing

@testable import Markup

@Suite struct ProvisionTests {
    @Test func lawFromPartToPoint() {
        let anchors = Rendering.provisions(
            """
            # Phần thứ nhất. QUY ĐỊNH CHUNG

            ## Chương I. NHỮNG QUY ĐỊNH CHUNG

            ### Mục 1. PHẠM VI

            #### Điều 1. Phạm vi

            1. Một:

            a) Điểm a;

            đ) Điểm đ;

            2. Hai.

            #### Điều 2a. Không có khoản

            a) Điểm a;
            b) Điểm b.
            """)
        #expect(
            anchors == [
                "phan-thu-nhat", "chuong-i", "chuong-i-muc-1", "dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-diem-a",
                "dieu-1-khoan-1-diem-dd", "dieu-1-khoan-2", "dieu-2a", "dieu-2a-diem-a", "dieu-2a-diem-b",
            ])
    }

    @Test func partyTextFromRomanNumberDown() {
        let anchors = Rendering.provisions(
            """
            ## I- MỤC ĐÍCH, YÊU CẦU

            1- Mục đích

            2- Yêu cầu

            ## II. NỘI DUNG

            ### 1. Công tác

            1.1. Một

            a) Điểm a

            1.2 Hai

            ### 2. Tổ chức

            1. Việc thứ nhất
            """)
        #expect(
            anchors == [
                "muc-i", "muc-i-1", "muc-i-2", "muc-ii", "muc-ii-1", "muc-ii-1-1", "muc-ii-1-1-a", "muc-ii-1-2",
                "muc-ii-2", "muc-ii-2-1",
            ])
    }

    @Test func annexesStandInFrontOfTheirUnits() {
        #expect(
            Rendering.provisions("## Phụ lục I\n\n### I. A\n\n1. B\n\n## Phụ lục II. C\n\n### Điều 1. D\n\n1. E")
                == [
                    "phu-luc-i", "phu-luc-i-muc-i", "phu-luc-i-muc-i-1", "phu-luc-ii", "phu-luc-ii-dieu-1",
                    "phu-luc-ii-dieu-1-khoan-1",
                ])
        #expect(Rendering.provisions("## PHỤ LỤC\n\n1. A") == ["phu-luc", "phu-luc-1"])
    }

    @Test func articlesAreNotPrefixedAndRepeatsAreCounted() {
        let anchors = Rendering.provisions(
            "## Chương I\n\n### Điều 1. A\n\n1. x\n\n## Chương II\n\n### Điều 1. B\n\n1. y")
        #expect(
            anchors == [
                "chuong-i", "dieu-1", "dieu-1-khoan-1", "chuong-ii", "dieu-1-2", "dieu-1-2-khoan-1",
            ])
    }

    /// Sections of one chapter close its articles, whatever the number of `#`.
    @Test func sectionsRankByNameNotByLevel() {
        let anchors = Rendering.provisions("## Chương I\n\n### Mục 1\n\n### Điều 1\n\n### Mục 2\n\n### Điều 2")
        #expect(anchors == ["chuong-i", "chuong-i-muc-1", "dieu-1", "chuong-i-muc-2", "dieu-2"])
    }

    @Test func wordingQuotedFromAnotherLawIsNotTheLawsOwn() {
        let anchors = Rendering.provisions(
            """
            ### Điều 1. Sửa đổi

            1. Sửa đổi Điều 5 như sau:

            “Điều 5. Cũ

            1. Khoản của luật kia có “từ” trong ngoặc;

            2. Khoản nữa.”.

            2. Khoản của luật này.

            "1. Một dòng."

            3. Ba.
            """)
        #expect(anchors == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-1-khoan-3"])
    }

    @Test func openQuotationEndsAtTheNextHeading() {
        #expect(
            Rendering.provisions("### Điều 1\n\n“Mở mà không đóng\n\n1. A\n\n### Điều 2\n\n1. B")
                == ["dieu-1", "dieu-2", "dieu-2-khoan-1"])
    }

    @Test func amountsDatesAndProseAreNoProvisions() {
        for text in [
            "3.500 đồng một tháng", "1.1.2019 là ngày", "5 - 7 người", "1-2 người", "12 người", "a là chữ",
            "2.5 triệu", "Một) không",
        ] {
            #expect(Rendering.provisions("## I. A\n\n\(text)") == ["muc-i"], "\(text)")
        }
    }

    @Test func openQuotationOfABlockQuoteEndsWithIt() {
        let (open, spanning) = ("> “b) Lời cũ;", "Sửa đổi như sau: “1. Lời cũ\n\n> b) Lời cũ nữa")
        #expect(
            Rendering.provisions("## Điều 1. A\n\n1. Một\n\n\(open)\n\n2. Hai\n").contains("dieu-1-khoan-2"))
        #expect(
            !Rendering.provisions("## Điều 1. A\n\n1. \(spanning)\n\n2. Hai\n").contains("dieu-1-khoan-2"),
            "wording that began before the block quote goes on behind it")
    }

    @Test func listsUnderPlainHeadingsAndInQuotationsAreJustLists() {
        #expect(Rendering.provisions("## Tóm tắt\n\n1. A\n2. B") == [])
        #expect(Rendering.provisions("### Điều 1\n\n> 1. A\n\n- x\n  1. y") == ["dieu-1"])
    }

    @Test(arguments: [
        ("Chương II. X", "chapter ii II"), ("CHƯƠNG 2", "chapter 2 2"), ("Điều 5.", "article 5 5"),
        ("ĐIỀU 12a: X", "article 12a 12a"), ("Điều 5đ. X", "article 5dd 5đ"), ("Mục 3", "section 3 3"),
        ("Tiểu mục 2. X", "subsection 2 2"), ("Phần thứ hai mươi mốt: X", "part thu-hai-muoi-mot thứ hai mươi mốt"),
        ("Phần I", "part i I"), ("I. X", "roman i I"), ("IV- X", "roman iv IV"), ("V – X", "roman v V"),
        ("B. X", "section b B"), ("1. X", "number 1 1"), ("1.2.3 X", "number 1-2-3 1.2.3"), ("đ) X", "point dd đ"),
        ("Phụ lục số 02", "annex 02 02"), ("Phụ lục: X", "annex  "), ("Phụ lục kèm theo", "annex  "),
    ])
    func headingIsRead(_ title: String, _ expected: String) {
        var title = title
        let unit = title.withUTF8 { HeadingUnit.read($0) }
        #expect(unit.map { "\($0.rank) \($0.slug) \($0.label)" } == expected)
    }

    @Test(arguments: [
        "Mục đích", "Phần mềm", "Chương trình", "Điều khoản thi hành", "Tóm tắt", "In ấn", "", "“Điều 5. X",
    ])
    func headingIsNoUnit(_ title: String) {
        var title = title
        #expect(title.withUTF8 { HeadingUnit.read($0) } == nil)
    }
}
