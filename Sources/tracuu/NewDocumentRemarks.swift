import Editing

/// What a new record leaves for the editor to decide, and how.
struct NewDocumentRemarks {
    let record: NewRecord
    let content: String

    var lines: [(vi: String, en: String)] {
        var lines: [(vi: String, en: String)] = []
        if !record.unused.isEmpty {
            let words = record.unused.joined(separator: " ")
            lines.append(
                (
                    "phần “\(words)” không dùng đến; tên văn bản thì ghi ở “title”",
                    "“\(words)” was not used; what the document is called goes to “title”"
                ))
        }
        if record.issuer == nil, let organ = record.number.organs.first {
            if record.issuers.isEmpty {
                let command = issuerCommand(organ)
                lines.append(
                    (
                        "chưa có cơ quan “\(organ)” trong danh mục; thêm: \(command)",
                        "no body “\(organ)” is in the vocabulary; add it: \(command)"
                    ))
            } else {
                lines.append(
                    (
                        "“\(organ)” có thể là của nhiều cơ quan; chọn ở “issuer” trong tệp",
                        "“\(organ)” may be of several bodies; choose at “issuer” in the file"
                    ))
            }
        }
        if record.isKindUnsure {
            lines.append(
                (
                    "để ở \(record.kind.folder)/; nếu là văn bản hướng dẫn thực hiện, chuyển tệp sang guidance/ "
                        + "hoặc tạo lại với --kind guidance",
                    "put into \(record.kind.folder)/; if it guides how something is carried out, move it to guidance/ "
                        + "or make it with --kind guidance"
                ))
        }
        return lines
    }

    /// The command that adds the body whose letters these are.
    private func issuerCommand(_ organ: String) -> String {
        let name = record.place.flatMap(record.localName) ?? "…"
        var command = "tracuu new issuer \"\(name)\" --abbreviation \(organ)"
        if record.isLocal { command += " --place \"\(record.place.map(NewDocumentQuestions.withoutUnit) ?? "…")\"" }
        return command + " --content \(content)"
    }
}
