import Diagnostics

extension PublishError {
    /// What happened and what to do, for a person who is not a programmer.
    var sentence: BilingualText {
        let other = otherPath ?? ""
        let system = systemText.map { " (\($0))" } ?? ""
        switch code {
        case .locked:
            let process = holder.map { " \($0)" } ?? ""
            return BilingualText(
                vi: "Một lần dựng khác (tiến trình\(process)) đang ghi vào “\(path)”. Chờ nó xong rồi chạy lại.",
                en: "Another build (process\(process)) is writing “\(path)”. Wait for it to end, then try again.")
        case .foreignFolder:
            return BilingualText(
                vi: "“\(path)” đã có nội dung không do công cụ này xuất bản, nên không ghi đè. "
                    + "Chọn thư mục khác hoặc dọn trống thư mục này.",
                en: "“\(path)” has content that this tool did not publish, so it is left alone. "
                    + "Choose another folder or empty this one.")
        case .unusableOutput:
            return BilingualText(
                vi: "Không xuất bản vào “\(path)” được: đó phải là một thư mục, không phải tệp, thư mục gốc "
                    + "hay liên kết hỏng.",
                en: "“\(path)” cannot be published to: it must be a folder, not a file, the root or a broken link.")
        case .mountPoint:
            return BilingualText(
                vi: "“\(path)” là điểm gắn ổ đĩa nên không tráo nguyên thư mục được. "
                    + "Xuất bản vào một thư mục con của nó\(system).",
                en: "“\(path)” is a mount point, so it cannot be exchanged as a whole. "
                    + "Publish to a folder inside it\(system).")
        case .lowerLayer:
            return BilingualText(
                vi: "“\(path)” nằm ở lớp dưới của một hệ tệp chồng lớp (ảnh container), nên không tráo được. "
                    + "Gắn một ổ vào đó hoặc chọn thư mục mới\(system).",
                en: "“\(path)” lies in a lower layer of an overlay file system (a container's image), "
                    + "where folders cannot be exchanged. Mount a volume there or choose a new folder\(system).")
        case .unsafePath:
            return BilingualText(
                vi: "Đường dẫn “\(path)” không dùng được: phải là đường dẫn tương đối, không có “..”, "
                    + "phần rỗng hay ký tự điều khiển.",
                en: "The path “\(path)” cannot be used: it must be relative, without “..”, "
                    + "empty parts or control characters.")
        case .unportableName:
            return BilingualText(
                vi: "Windows không lưu được tên “\(path)”: bỏ các ký tự < > : \" | ? * \\, dấu chấm hay "
                    + "dấu cách ở cuối tên, và các tên con, prn, aux, nul, com1–com9, lpt1–lpt9.",
                en: "Windows cannot store the name “\(path)”: leave out < > : \" | ? * \\, a dot or space at the end, "
                    + "and the names con, prn, aux, nul, com1–com9 and lpt1–lpt9.")
        case .nameTooLong:
            return BilingualText(
                vi: "Tên “\(path)” quá dài (mỗi phần tối đa 255 byte, cả đường dẫn 1.024 byte). Đặt tên ngắn hơn.",
                en: "The name “\(path)” is too long (255 bytes a part, 1,024 in all). Choose a shorter one.")
        case .duplicatePath:
            return BilingualText(
                vi: "Hai phần của trang cùng muốn ghi “\(path)”. Đổi mã hoặc tên của một trong hai.",
                en: "Two parts of the site want to be “\(path)”. Change the id or the name of one.")
        case .caseCollision:
            return BilingualText(
                vi: "“\(path)” và “\(other)” chỉ khác nhau ở chữ hoa, chữ thường hoặc cách ghép dấu; "
                    + "Windows coi là một. Đổi một tên.",
                en: "“\(path)” and “\(other)” differ only in case or in how letters are composed; "
                    + "Windows takes them for one. Rename one.")
        case .fileAndFolder:
            return BilingualText(
                vi: "“\(path)” và “\(other)” không cùng tồn tại được: một tên vừa là tệp vừa là thư mục. Đổi một tên.",
                en: "“\(path)” and “\(other)” cannot both exist: one name is a file and a folder. Rename one.")
        case .reservedPath:
            return BilingualText(
                vi: "Tên “\(path)” dành riêng cho công cụ xuất bản. Đặt tên khác.",
                en: "The name “\(path)” is kept for the publisher. Choose another.")
        case .noManifest:
            return BilingualText(
                vi: "“\(path)” không có manifest.json nên không phải trang do công cụ này xuất bản.",
                en: "“\(path)” has no manifest.json, so it is not a site that this tool published.")
        case .unreadableManifest:
            return BilingualText(
                vi: "Không đọc được “\(path)”: tệp hỏng hoặc không do công cụ này ghi. Dựng lại trang.",
                en: "“\(path)” cannot be read: it is damaged or was not written by this tool. Build the site again.")
        case .alreadyEnded:
            return BilingualText(
                vi: "Lần xuất bản vào “\(path)” đã kết thúc, không nhận thêm tệp.",
                en: "This publication to “\(path)” has ended and takes no more files.")
        case .diskFull, .notPermitted, .readOnly, .tooManyOpenFiles, .system:
            return machineSentence(system)
        }
    }

    /// What the machine refused. The published site is untouched, and the sentence says so.
    private func machineSentence(_ system: String) -> BilingualText {
        switch code {
        case .diskFull:
            BilingualText(
                vi: "Hết chỗ trên đĩa khi ghi “\(path)”. Trang đang chạy vẫn nguyên; giải phóng đĩa rồi chạy lại.",
                en: "The disk is full at “\(path)”. The live site is untouched; free some space and try again.")
        case .notPermitted:
            BilingualText(
                vi: "Không có quyền ghi hoặc đọc “\(path)”\(system). Xin quyền ở thư mục xuất bản và thư mục chứa nó.",
                en: "No permission for “\(path)”\(system). Ask for rights on the output folder and the one above it.")
        case .readOnly:
            BilingualText(
                vi: "Ổ đĩa chứa “\(path)” chỉ cho đọc. Chọn nơi xuất bản khác.",
                en: "The disk that holds “\(path)” is read-only. Choose another output.")
        case .tooManyOpenFiles:
            BilingualText(
                vi: "Quá nhiều tệp đang mở khi tới “\(path)”. Tăng giới hạn (ulimit -n) rồi chạy lại.",
                en: "Too many open files at “\(path)”. Raise the limit (ulimit -n) and try again.")
        default:
            BilingualText(
                vi: "Máy từ chối thao tác ở “\(path)”\(system). Trang đang chạy vẫn nguyên.",
                en: "The machine refused at “\(path)”\(system). The live site is untouched.")
        }
    }
}
