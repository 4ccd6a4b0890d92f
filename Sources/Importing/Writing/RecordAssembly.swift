import Citations
import Documents
import Records
import VietnameseText

/// The records that one file becomes, with what they need beside them.
struct RecordDrafts {
    var records: [RecordDraft] = []
    var images: [String: [UInt8]] = [:]
    var additions: [VocabularyAddition] = []
    var newTypes: [DocumentType] = []
    var newIssuers: [Issuer] = []
    var fields: [RecognisedField] = []
    var tables = 0
    var articles = 0
}

/// Puts records together from a document.
struct RecordAssembly {
    let content: Content
    let options: ImportOptions
    /// The file's name, for remarks and where nothing else names the record.
    let source: String

    private var fileName: String {
        let last = source.split(separator: "/").last.map(String.init) ?? source
        return last
    }

    private var stem: String {
        let parts = fileName.split(separator: ".")
        return Slug.make(parts.count > 1 ? parts.dropLast().joined(separator: ".") : fileName)
    }

    func drafts(
        _ document: ImportedDocument, isWebPage: Bool, originalBytes: [UInt8], isTaken: (String) -> Bool
    ) -> RecordDrafts {
        var maker = LineMaker()
        for index in document.notes.indices { maker.noteNumbers[index] = index + 1 }
        let prefix = stem.isEmpty ? "nhap" : String(stem.prefix(60))
        for name in document.images.keys.sorted() {
            maker.imageNames[name] =
                "\(prefix)-\(Slug.make(String(name.split(separator: ".")[0]))).\(name.split(separator: ".").last ?? "png")"
        }
        let recogniser = Recogniser(vocabulary: content.vocabulary, maker: maker)
        let items = maker.items(document.blocks)
        var official = recogniser.recognise(items, isWebPage: isWebPage, isWhole: options.isWhole)
        if official.parts.count > 1, let ask = options.asksWhetherWhole, ask(official.parts.map(Self.shortName)) {
            official = recogniser.recognise(items, isWebPage: isWebPage, isWhole: true)
        }

        var drafts = RecordDrafts()
        var mainID = ""
        var mainIssuer: String?
        var attachedIDs: [String] = []
        for (index, part) in official.parts.enumerated() {
            var draft = RecordDraft()
            var body = BodyText(maker: maker)
            draft.body = body.markdown(part.body, annexes: part.annexes)
            drafts.articles += body.articles
            fill(&draft, part, isMain: index == 0, mainID: mainID, mainIssuer: &mainIssuer, into: &drafts)
            if index == 0 {
                mainID = String(draft.path.split(separator: "/").last?.dropLast(3) ?? "")
                if !isWebPage || official.preface.joined().count < 300 { addPreface(official.preface, to: &draft) }
            } else {
                attachedIDs.append(String(draft.path.split(separator: "/").last?.dropLast(3) ?? ""))
            }
            addNotes(document, maker, to: &draft)
            drafts.records.append(draft)
        }
        if !attachedIDs.isEmpty, !drafts.records.isEmpty {
            let lines = attachedIDs.map { "\n  - {type: promulgates, target: \($0)}" }
            let at = drafts.records[0].fields.count
            drafts.records[0].fields.insert(RecordDraft.Field(key: "relations", value: lines.joined()), at: at)
        }
        drafts.tables = Self.tables(document.blocks)
        for (name, bytes) in document.images {
            if let file = maker.imageNames[name],
                drafts.records.contains(where: { $0.body.contains("attachments/\(file)") })
            {
                drafts.images[file] = bytes
            }
        }
        if options.keepsOriginal, !fileName.contains("/") {
            let ending =
                fileName.split(separator: ".").count > 1
                ? "." + Slug.make(String(fileName.split(separator: ".").last ?? "")) : ""
            let name = "\(prefix)\(ending)"
            drafts.images[name] = originalBytes
            drafts.records[0].fields.append(
                RecordDraft.Field(key: "attachments", value: "[{file: \(name), title: Tệp gốc}]"))
        }
        return drafts
    }

    /// What a person knows a text of a file by: its type and the beginning of its title.
    private static func shortName(_ part: DocumentPart) -> String {
        [part.type?.name, part.title.map { String($0.prefix(60)) }].compactMap { $0 }.joined(separator: " ")
    }

    private static func tables(_ blocks: [Block]) -> Int {
        blocks.count { if case .table = $0 { true } else { false } }
    }

    private func addPreface(_ lines: [String], to draft: inout RecordDraft) {
        guard !lines.isEmpty else { return }
        draft.comments += ["Đứng trước phần đầu văn bản trong tệp gốc:"] + lines.map { "  " + $0 }
    }

    /// Only the notes that a body refers to.
    private func addNotes(_ document: ImportedDocument, _ maker: LineMaker, to draft: inout RecordDraft) {
        for (index, blocks) in document.notes.enumerated() {
            guard draft.body.contains("[^\(index + 1)]") else { continue }
            let text = maker.lines(blocks).map(\.markdown).filter { !$0.isEmpty }.joined(separator: " ")
            draft.body += "\n[^\(index + 1)]: \(text.isEmpty ? "—" : text)\n"
        }
    }

    // MARK: Fields

    private func fill(
        _ draft: inout RecordDraft, _ part: DocumentPart, isMain: Bool, mainID: String, mainIssuer: inout String?,
        into drafts: inout RecordDrafts
    ) {
        let grammar = content.grammar
        let parsed = part.number.flatMap { grammar.parse($0) }
        let type = type(part, parsed, into: &drafts)
        func note(_ key: String, _ value: String?, _ certainty: RecognisedField.Certainty) {
            guard isMain else { return }
            drafts.fields.append(
                RecognisedField(key: key, value: value ?? "", certainty: value == nil ? .missing : certainty))
        }

        if let number = part.number {
            draft.fields.append(.init(key: "number", value: RecordDraft.scalar(number)))
            note("number", number, .stated)
        } else {
            var comment = "number: văn bản chưa ghi số"
            if let form = part.letterhead.numberForm, !form.isEmpty { comment += " (mẫu: \(form))" }
            if let carrier = part.carriedBy { comment += "; \(carrier)" }
            draft.comments.append(comment)
            note("number", nil, .missing)
        }
        draft.fields.append(.init(key: "type", value: type))
        note("type", type, .stated)
        appendIssuer(&draft, part, parsed, isMain: isMain, mainIssuer: &mainIssuer, into: &drafts)
        note("issuer", draft.fields.last?.value, .stated)

        let title = part.title.map(Self.title)
        draft.fields.append(.init(key: "title", value: title.map(RecordDraft.scalar)))
        note("title", title, .stated)
        if let issued = part.issued {
            let isPartial = part.letterhead.date?.isPartial ?? false
            draft.fields.append(
                .init(
                    key: "issued", value: issued.iso,
                    comments: isPartial ? ["Ngày, tháng còn để trống trong tệp gốc."] : []))
            note("issued", issued.iso, .stated)
        } else {
            draft.fields.append(
                .init(key: "issued", value: "unknown", comments: ["Tệp gốc không cho biết ngày ban hành."]))
            note("issued", nil, .missing)
        }
        if let place = part.letterhead.date?.place {
            draft.fields.append(.init(key: "place", value: RecordDraft.scalar(place)))
        }
        if let signature = part.signature, let name = signature.name {
            var value = "{name: \(RecordDraft.scalar(name))"
            if let position = signature.position { value += ", position: \(Self.inFlow(position))" }
            if let capacity = signature.capacity { value += ", capacity: \(Self.inFlow(capacity))" }
            draft.fields.append(.init(key: "signer", value: value + "}"))
            note("signer", name, .stated)
        } else {
            note("signer", nil, .missing)
        }
        addComments(&draft, part, grammar)
        draft.kind = kind(ofType: type)
        draft.path = path(draft, part, parsed, type: type, isMain: isMain, mainID: mainID, into: drafts)
    }

    private static func inFlow(_ text: String) -> String { RecordDraft.scalar(text) }

    /// Without the full stop or mark of a note at its end.
    private static func title(_ text: String) -> String {
        var text = text
        while let last = text.last, ".;*".contains(last) { text.removeLast() }
        if text.hasSuffix("]"), let open = text.lastIndex(of: "["), text[open...].count <= 5 {
            text = String(text[..<open]).trimmingBlanks()
        }
        return text
    }

    private func addComments(_ draft: inout RecordDraft, _ part: DocumentPart, _ grammar: NumberGrammar) {
        draft.comments += RelationProposals(grammar: grammar, vocabulary: content.vocabulary)
            .comments(title: part.title, body: part.body)
        draft.comments.append(
            "Nhập từ tệp: \(fileName). Người biên tập cần đọc lại rồi ghi nguồn (sources), người đọc (audience).")
        let audiences = content.configuration.audiences
        if let first = audiences.first, let last = audiences.last, audiences.count > 1 {
            draft.comments += [
                "Không ghi người đọc thì văn bản chỉ có trong ấn bản “\(first.name)”. Cho mọi người đọc: bỏ dấu “#” ở dòng sau.",
                "#audience: \(last.id)",
            ]
        }
        let head = part.letterhead.lines + part.headLines
        if !head.isEmpty { draft.comments += ["Đầu văn bản như in:"] + head.map { "  " + $0 } }
        if let lines = part.signature?.lines, !lines.isEmpty {
            draft.comments += ["Nơi nhận và phần ký như in:"] + lines.map { "  " + $0 }
        }
    }

    private func type(_ part: DocumentPart, _ number: DocumentNumber?, into drafts: inout RecordDrafts) -> String? {
        let byNumber =
            number?.type.flatMap { abbreviation in
                content.vocabulary.types.filter {
                    $0.abbreviation == abbreviation
                        && ($0.system == nil || ($0.system == .party) == (number?.layout == .party))
                }
            } ?? []
        // A consolidated text prints the name of what it consolidates.
        if number?.type == "VBHN", let consolidated = byNumber.first { return consolidated.id }
        if let type = part.type {
            if !type.isKnown, !drafts.additions.contains(where: { $0.list == .types && $0.id == type.id }) {
                drafts.additions.append(.type(id: type.id, name: type.name))
                drafts.newTypes.append(
                    DocumentType(
                        id: type.id, name: type.name, nameEN: nil, abbreviation: nil, code: type.id, system: nil,
                        rank: nil))
            }
            return type.id
        }
        if byNumber.count == 1 { return byNumber[0].id }
        let isLetter =
            part.letterhead.subject != nil
            || part.body.prefix(4).contains { $0.line?.slug.hasPrefix("kinh-gui") ?? false }
        let hasForm = part.letterhead.numberForm.map { Self.abbreviation(ofForm: $0) } ?? nil
        if let hasForm, let type = content.vocabulary.types.first(where: { $0.abbreviation == hasForm }) {
            return type.id
        }
        if isLetter, content.vocabulary.type("cong-van") != nil { return "cong-van" }
        return nil
    }

    /// `KH` of `/KH-UBND`.
    private static func abbreviation(ofForm form: String) -> String? {
        let letters = form.drop { !$0.isLetter }.prefix { $0.isLetter }
        return letters.isEmpty ? nil : String(letters)
    }

    private func appendIssuer(
        _ draft: inout RecordDraft, _ part: DocumentPart, _ number: DocumentNumber?, isMain: Bool,
        mainIssuer: inout String?, into drafts: inout RecordDrafts
    ) {
        if !isMain, let main = mainIssuer {
            draft.fields.append(.init(key: "issuer", value: main))
            return
        }
        let vocabulary = Vocabulary(
            types: content.vocabulary.types, issuers: content.vocabulary.issuers + drafts.newIssuers)
        var letterhead = part.letterhead
        if letterhead.organs.isEmpty, let authority = part.authority {
            letterhead.organs = [Self.organ(ofAuthority: authority)]
        }
        switch IssuerFinder(vocabulary: vocabulary).find(
            number: number, letterhead: letterhead, capacity: part.signature?.capacity)
        {
        case .known(let issuer):
            mainIssuer = issuer.id
            draft.fields.append(.init(key: "issuer", value: issuer.id))
        case .proposed(let name, let abbreviation, let place):
            let (addition, issuer) = VocabularyAddition.issuer(
                name: name, abbreviation: abbreviation, place: place, vocabulary: vocabulary)
            drafts.additions.append(addition)
            drafts.newIssuers.append(issuer)
            mainIssuer = issuer.id
            if options.takesProposals {
                draft.fields.append(.init(key: "issuer", value: issuer.id))
            } else {
                draft.fields.append(
                    .init(
                        key: "issuer", value: nil,
                        comments: [
                            "Chưa có trong danh mục: \(name). Thêm vào vocabulary/issuers.yml rồi ghi mã vào đây:",
                            addition.line,
                        ]))
            }
        case .ambiguous(let issuers):
            let choices = issuers.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
            draft.fields.append(
                .init(
                    key: "issuer", value: options.takesProposals ? issuers.first?.id : nil,
                    comments: ["Một trong: \(choices)"]))
        case .none:
            draft.fields.append(
                .init(key: "issuer", value: nil, comments: ["Tệp gốc không cho biết cơ quan ban hành."]))
        }
    }

    /// “BỘ TRƯỞNG BỘ TÀI CHÍNH” signs for the ministry.
    private static func organ(ofAuthority text: String) -> String {
        let upper = text.uppercased()
        for office in [
            "BỘ TRƯỞNG ", "CHỦ TỊCH ", "GIÁM ĐỐC ", "HIỆU TRƯỞNG ", "THỐNG ĐỐC ", "CHÁNH ÁN ", "VIỆN TRƯỞNG ",
        ] where upper.hasPrefix(office) {
            let rest = text.dropFirst(office.count)
            if Phrases.isOrgan(Slug.make(String(rest))) { return String(rest) }
        }
        return text
    }

    // MARK: Path

    private static let guidance: Set<String> = [
        "huong-dan", "ke-hoach", "chuong-trinh", "de-an", "phuong-an", "thong-bao", "bao-cao", "to-trinh", "bien-ban",
    ]

    private func kind(ofType type: String?) -> Kind {
        if let kind = options.kind.flatMap(Kind.init(rawValue:)) { return kind }
        return type.map(Self.guidance.contains) ?? false ? .guidance : .directive
    }

    private func path(
        _ draft: RecordDraft, _ part: DocumentPart, _ number: DocumentNumber?, type: String?, isMain: Bool,
        mainID: String,
        into drafts: RecordDrafts
    ) -> String {
        let vocabulary = Vocabulary(
            types: content.vocabulary.types + drafts.newTypes, issuers: content.vocabulary.issuers + drafts.newIssuers)
        var name: String
        if !isMain {
            name = "\(mainID)-\(type ?? "kem-theo")"
            var count = 2
            while drafts.records.contains(where: { $0.path.hasSuffix("/\(name).md") }) {
                name = "\(mainID)-\(type ?? "kem-theo")-\(count)"
                count += 1
            }
        } else {
            var record = Record(id: "", kind: draft.kind, path: "\(stem).md", body: RecordBody(bytes: [], firstLine: 1))
            record.number = part.number.map { RecordNumber(printed: $0, parsed: number) }
            record.type = type
            record.issuers = draft.fields.first { $0.key == "issuer" }?.value.map { [$0] } ?? []
            record.issued = part.issued ?? .unknown
            name = RecordIdentity(vocabulary: vocabulary).id(of: record)
        }
        if name.isEmpty { name = "van-ban" }
        return "\(draft.kind.folder)/\(name.prefix(120)).md"
    }
}
