extension Explanation {
    /// Slips of typing, copying and merging.
    static let slips: [Explanation] = [
        Explanation(
            "TC010",
            vi:
                "Khi hai người sửa cùng một chỗ, git ghi cả hai bản vào tệp giữa các dòng dấu. Xuất bản như vậy thì người đọc thấy cả hai.",
            en:
                "Where two people changed the same passage, git writes both into the file between marker lines. Published so, readers would see both.",
            wrong: "<<<<<<< HEAD\ntitle: Tên cũ\n=======\ntitle: Tên mới\n>>>>>>> nhanh-khac",
            right: "title: Tên mới"),
        Explanation(
            "TC140", vi: "Phần đầu (front matter) chỉ được nhận ra khi “---” là dòng thứ nhất của tệp.",
            en: "The front matter is recognised only when “---” is the first line of the file.",
            wrong: "\n---\ntitle: Giới thiệu\n---", right: "---\ntitle: Giới thiệu\n---"),
        Explanation(
            "TC141", vi: "Dấu Tab rộng hẹp tùy trình soạn thảo nên YAML không cho dùng để thụt dòng.",
            en: "A tab is as wide as each editor likes, so YAML does not take it as indentation.",
            wrong: "sources:\n\t- title: Trang A", right: "sources:\n  - title: Trang A"),
        Explanation(
            "TC142", vi: "Tên trường và giá trị cách nhau bằng dấu hai chấm và khoảng trắng.",
            en: "A colon and a blank part a key from its value.", wrong: "title Về công tác văn thư",
            right: "title: Về công tác văn thư"),
        Explanation(
            "TC143", vi: "Không có khoảng trắng thì dấu hai chấm là một phần của chữ, không phải dấu tách trường.",
            en: "Without the blank the colon belongs to the word and parts nothing.",
            wrong: "title:Về công tác văn thư",
            right: "title: Về công tác văn thư"),
        Explanation(
            "TC144", vi: "Dấu hai chấm và khoảng trắng bên trong giá trị làm YAML tưởng là một trường nữa.",
            en: "A colon and a blank within a value look like another key.", wrong: "title: Thông báo: về việc họp",
            right: "title: \"Thông báo: về việc họp\""),
        Explanation(
            "TC145", vi: "Thiếu dấu nháy đóng thì mọi dòng phía sau đều bị coi là thuộc giá trị này.",
            en: "Without the closing mark all lines that follow are taken into the value.",
            wrong: "title: \"Về công tác văn thư\nissued: 2020-03-05",
            right: "title: \"Về công tác văn thư\"\nissued: 2020-03-05"),
        Explanation(
            "TC146",
            vi: "Giá trị bắt đầu bằng dấu nháy thì kết thúc ở dấu nháy tiếp theo; chữ sau đó không thuộc về đâu.",
            en: "A value that begins with a quotation mark ends at the next one; what follows belongs nowhere.",
            wrong: "title: \"Dân vận khéo\" năm 2020", right: "title: '\"Dân vận khéo\" năm 2020'"),
        Explanation(
            "TC147", vi: "YAML hiểu cấp của một trường theo số khoảng trắng đầu dòng.",
            en: "YAML reads the level of a key from the blanks at the start of its line.",
            wrong: "title: Một\n number: 1-KL/TW", right: "title: Một\nnumber: 1-KL/TW"),
        Explanation(
            "TC148", vi: "Không có khoảng trắng thì dấu gạch là một phần của chữ, và danh sách thành một dòng chữ.",
            en: "Without the blank the dash belongs to the word, and the list becomes one text.",
            wrong: "topics:\n  -van-thu", right: "topics:\n  - van-thu"),
        Explanation(
            "TC149", vi: "Danh sách trong ngoặc vuông và nhóm trường trong ngoặc nhọn phải được đóng lại.",
            en: "A list in square brackets and a group in braces must be closed.", wrong: "topics: [van-thu, luu-tru",
            right: "topics: [van-thu, luu-tru]"),
        Explanation(
            "TC150", vi: "Các dấu như [ { @ ` % | > có nghĩa riêng ở đầu giá trị.",
            en: "Signs such as [ { @ ` % | > have a meaning of their own at the start of a value.",
            wrong: "title: [Dự thảo] Nghị định về văn thư", right: "title: \"[Dự thảo] Nghị định về văn thư\""),
        Explanation(
            "TC154",
            vi: "Mỗi dòng của phần đầu bản ghi bắt đầu bằng tên một trường; gạch đầu dòng chỉ dùng dưới một trường.",
            en: "Every line of front matter begins with the name of a field; dashes stand below a field.",
            wrong: "- title: Về công tác văn thư", right: "title: Về công tác văn thư"),
        Explanation(
            "TC155",
            vi: "Trong nháy kép, dấu gạch chéo ngược mở đầu một ký hiệu như \\n; đường dẫn của Windows thì không.",
            en: "Within double quotes a backslash begins a sign such as \\n; paths of Windows hold none.",
            wrong: "title: \"C:\\dulieu\"", right: "title: 'C:\\dulieu'"),
        Explanation(
            "TC156", vi: "Danh sách trong ngoặc đóng lại rồi thì sau đó không còn gì, trừ lời chú.",
            en: "Nothing but a comment follows a list in brackets once it is closed.",
            wrong: "topics: [van-thu]]", right: "topics: [van-thu]"),
        Explanation(
            "TC159", vi: "Trong YAML, “#” sau khoảng trắng mở đầu lời chú; phần sau nó không bao giờ hiện ra.",
            en: "In YAML a “#” after a blank begins a comment; what follows it is never shown.",
            wrong: "title: Thông báo tuyển dụng đợt #2 năm 2020",
            right: "title: \"Thông báo tuyển dụng đợt #2 năm 2020\""),
        Explanation(
            "TC152", vi: "Tên và tóm tắt còn hiện trong danh sách, kết quả tìm và nguồn tin, nên chỉ là chữ trơn.",
            en: "Titles and summaries are shown in lists, search results and feeds too, so they are plain text.",
            wrong: "title: Về **công tác** văn thư", right: "title: Về công tác văn thư"),
        Explanation(
            "TC153",
            vi:
                "`tracuu new` viết sẵn những chỗ cần điền. Còn để nguyên thì trang sẽ nói điều chưa ai nói.",
            en:
                "`tracuu new` writes where something is to be filled in. Left so, the site would say what nobody has said.",
            wrong: "title: \"‹điền tên kết quả›\"", right: "title: Dư luận xã hội quý I năm 2026"),
        Explanation(
            "TC820",
            vi:
                "Chép từ PDF, Word hay trang mạng thường kèm dấu ngắt từ và khoảng trống rộng bằng không. Không ai thấy, nhưng máy khác tìm không ra.",
            en:
                "Copying from PDF, Word or the web brings soft hyphens and blanks of no width. Nobody sees them, and other tools find nothing.",
            wrong: "number: 30/2020/NĐ\u{00AD}-CP", right: "number: 30/2020/NĐ-CP"),
        Explanation(
            "TC821", vi: "Word vẽ dấu đầu dòng bằng phông riêng; dán ra ngoài thì thành ô trống.",
            en: "Word draws bullets with fonts of its own; pasted elsewhere they are empty boxes.",
            wrong: "\u{F0B7} Nội dung một", right: "- Nội dung một"),
        Explanation(
            "TC822",
            vi: "Phông Symbol và Wingdings giữ ký hiệu ở mã riêng; không có phông ấy thì không biết là ký hiệu gì.",
            en: "The fonts Symbol and Wingdings keep signs at private codes; without the font nobody knows which sign.",
            wrong: "nhiệt độ \u{F0B3} 37", right: "nhiệt độ ≥ 37"),
    ]
}
